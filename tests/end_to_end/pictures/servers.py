"""What administrators see, and what their choices do to members."""

from __future__ import annotations

from typing import Final

from tests.end_to_end.pictures.shown import MORGAN, ROBIN, As, Press, Shown, Sitting, Use

_GINGER: Final = "does ginger tea ease seasickness?"


def _ask(question: str) -> Use:
    return Use("ask", (("question", question),))


SERVERS: Final = Sitting(
    (
        Shown("settings", "/footnote settings", (As(MORGAN), Use("footnote settings")), ("Only you can see this", "☑", "☐"), ("menus for channels, roles, language and tone", "switches that say on or off without their colour")),
        Shown("roles", "/footnote roles human:@Librarians", (Use("footnote roles", (("human", "Librarians"),)),), ("Librarians", "Saved"), ()),
        Shown("needs-a-human", "an answer where a role is named", (As(ROBIN), _ask("does acupuncture help with depression?")), ("This needs a human",), ()),
        Shown("call", "a call for a person", (Press("This needs a human"),), ("@Librarians", "@Robin", "Done"), ("a link to the answer, and the question",)),
        Shown("call-done", "the call, done", (As(MORGAN), Press("Done")), ("@Morgan",), ("when",)),
        Shown("unanswered", "a question that is left open", (As(ROBIN), _ask("do magnets heal broken bones?")), ("I found no answer",), ()),
        Shown("gaps", "/footnote gaps", (As(MORGAN), Use("footnote gaps")), ("do magnets heal broken bones?", "gaps.jsonl"), ("how often each was asked",)),
        Shown("health", "/footnote health", (Use("footnote health"),), ("Memory: works", "Only you can see this"), ("nothing is wrong",)),
        Shown("export", "/footnote export", (Use("footnote export"),), (".json", "Only you can see this"), ()),
        Shown("limits", "/footnote limits member:1", (Use("footnote limits", (("member", "1"),)),), ("1", "Saved"), ("what was chosen",)),
        Shown("too-many", "a member over the limit", (As(ROBIN), _ask(_GINGER)), ("Only you can see this", "again"), ("when they can ask again",)),
        Shown("panel", "/footnote panel", (As(MORGAN), Use("footnote panel")), ("Ask a question", "Only you can see this"), ("the standing message with its button, and where it stands",), 2),
        Shown("panel-form", "the form of Ask a question", (Press("Ask a question"),), ("Ask a question", "Submit"), (), 0),
        Shown("denied", "/footnote channels deny:#ask-the-library", (As(MORGAN), Use("footnote channels", (("deny", "ask-the-library"),))), ("Saved", "ask-the-library"), ()),
        Shown("not-here", "a member in a channel that is not open", (As(ROBIN), _ask(_GINGER)), ("Only you can see this",), ("where to ask instead",)),
    )
)  # fmt: skip

CHANGED: Final = Sitting(
    (
        Shown("before", "an answer whose source is about to change", (As(ROBIN), _ask(_GINGER)), ("Ginger tea eased seasickness",), ()),
        Shown("changed", "the same answer, after its source was retracted", (), ("Ginger tea eased seasickness", "Since this answer", "RETRACTED"), ("a line with the day",)),
    ),
    later=1,
)  # fmt: skip
