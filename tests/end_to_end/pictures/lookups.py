"""What members see of look-ups, of a message's menu, and of what the bot keeps."""

from __future__ import annotations

from typing import Final

from tests.end_to_end.pictures.shown import ROBIN, As, Fill, Press, Say, Shown, Sitting, Use

_WEIGHT: Final = "Planned weight loss went with higher"
_CLAIM: Final = "Evening walks lower blood pressure."


def _article(command: str, **options: str) -> Use:
    return Use(command, (("article", _WEIGHT), *options.items()))


def _right_click(menu: str, words: str) -> Use:
    return Use("right-click", (("menu", menu), ("message", words)))


LOOKUPS: Final = Sitting(
    (
        Shown("search", "/search", (Use("search", (("words", "bees and mites"),)),), ("1", "2", "3", "Next"), ("three passages with their sources", "the nearest sentence of each in bold")),
        Shown("search-2", "its second page", (Press("Next"),), ("Previous",), ("other passages than on the first",)),
        Shown("article", "/article", (_article("article"),), ("Planned weight loss", "Footnote sample shelf", "2005", "doi", "Similar", "Cite"), ("the title is a link", "authors, outlet and day", "kind of work and status")),
        Shown("similar-command", "/similar", (_article("similar"),), ("Articles nearest to this one",), ("titles are links",)),
        Shown("latest", "/latest", (Use("latest", (("topic", "Infection"),)),), ("Infection",), ("newest first, each with its date",)),
        Shown("cite", "/cite", (_article("cite"),), ("10.1371/journal.pmed.0020171",), ("APA, ready to be copied",)),
        Shown("cite-bibtex", "/cite in BibTeX", (_article("cite", style="BibTeX"),), ("@article", "doi"), ("in a box of its own, as code",)),
        Shown("trends", "/trends", (Use("trends"),), ("articles",), ("a chart whose axes can be read", "the same told in words")),
        Shown("brief", "/brief", (Use("brief", (("topic", "evening walks and blood pressure"),)),), ("Evening walks", ".md", ".html"), ("grouped by kind of study", "two files")),
        Shown("about", "/about", (Use("about"),), ("Only you can see this", "articles"), ("how old the library is",)),
        Shown("help", "/help", (Use("help"),), ("Only you can see this", "/ask"), ("how to ask, and what it cannot do",)),
    )
)  # fmt: skip

MENUS: Final = Sitting(
    (
        Shown("check-claim", "Check this claim, on a message", (Say(_CLAIM), _right_click("Check this claim", _CLAIM)), ("Only you can see this", "Evening walks lowered", "Evening walks raised"), ("which study is for and which against it",)),
        Shown("find-paper", "Find the paper, on a message with a link", (Say("Did you see https://doi.org/10.1371/journal.pone.0067380 ?"), _right_click("Find the paper", "Did you see")), ("Only you can see this", "Thresher sharks"), ("the title is a link",)),
        Shown("ask-about-form", "Ask about this, on a message", (_right_click("Ask about this", _CLAIM),), ("Ask a question", "Submit"), ("the message's words stand in it",), 0),
        Shown("ask-about", "its answer", (_right_click("Ask about this", _CLAIM), Fill("do evening walks lower blood pressure?")), ("Only you can see this", "By contrast", "[2]"), ()),
        Shown("alerts-add", "/alerts add", (Use("alerts add", (("topic", "ginger and seasickness"),)),), ("Only you can see this", "ginger and seasickness"), ()),
        Shown("alerts-list", "/alerts list", (Use("alerts list"),), ("ginger and seasickness",), ("where and how often",)),
        Shown("privacy", "/privacy", (Use("privacy"),), ("Only you can see this", "what-is-kept.json", "Delete all of it"), ("how much is kept of what, and for how long",)),
        Shown("privacy-sure", "after Delete all of it", (Press("Delete all of it"),), ("Yes, delete it",), ("says what will be gone",)),
        Shown("privacy-gone", "after Yes, delete it", (Press("Yes, delete it"),), ("eleted",), ()),
    )
)  # fmt: skip

DIRECT: Final = Sitting(
    (
        Shown("direct", "an answer in direct messages", (Say("how do thresher sharks hunt?"),), ("sharks", "[1]"), (), 2),
        Shown("alert-direct", "an alert for oneself", (Use("alerts add", (("topic", "ginger tea and seasickness"),)),), ("ginger tea",), ()),
        Shown("digest", "its digest, after new articles", (), ("New on", "a second look with 400 sailors", "Unsubscribe"), ("the title is a link",)),
        Shown("unsubscribed", "after Unsubscribe", (Press("Unsubscribe"),), ("ginger tea",), ()),
    ),
    place="direct",
    later=2,
)  # fmt: skip

EMBED: Final = Sitting(
    (
        Shown("embed", "an answer as an embed", (As(ROBIN), Use("ask", (("question", "does acupuncture help with depression?"),))), ("[1]", "match:", "Passages"), ("the same as in components, with a coloured edge",)),
    ),
    layout="embed",
)  # fmt: skip
