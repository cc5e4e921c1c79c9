"""What a message points at: DOIs, links, and words in quotation marks that may be a title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.looking.word_index import folded
from index.sources.rules.names import dois_in, web_address

if TYPE_CHECKING:
    from bot.answering.looking.catalogue import Catalogue
    from index.holdings.holding import Holding

_LINK: Final = re.compile(r"https?://[^\s<>\]|]+", re.IGNORECASE)
_LINK_TAIL: Final = ".,;:!?*_)'\"”’"
_QUOTED: Final = re.compile(r"[\"“„«»「『]([^\"“”„«»「」『』\n]{8,300})[\"”“»«」』]")
_MASKED: Final = re.compile(r"\[([^\]\n]{4,300})\]\(")
_LED: Final = re.compile(r"\[([^\]\n]*)\]\(<?https?://[^\s)>]*>?\)")
_EMPTIED: Final = re.compile(r"<\s*>")
_MARKS: Final = re.compile(r"^[^\S\n]*(?:-#|#{1,3}|>{1,3}|[-*])\s+|\*\*|__|~~|\|\|", re.MULTILINE)
"""What makes words bold, a heading or a quote."""

_LEAST_TITLE: Final = 12
"""Letters of a title that is looked for within a message; shorter ones stand in sentences by chance."""

_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class Pointers:
    """What a text names, in order, each once.

    Attributes:
        dois: Printed or within links.
        links: http(s) addresses as they stand.
        titles: Whole lines, quoted words, and the words of masked links.
    """

    dois: tuple[str, ...]
    links: tuple[str, ...]
    titles: tuple[str, ...]


def pointers_in(text: str) -> Pointers:
    """What a message's text points at."""
    links = [_trimmed(found) for found in _LINK.findall(text)]
    spoken = _LINK.sub(" ", text)
    titles = [
        *_QUOTED.findall(spoken),
        *_MASKED.findall(text),
        *(line.strip("#>*_- \t") for line in spoken.splitlines()),
    ]
    return Pointers(
        dois=tuple(dois_in(text)),
        links=tuple(dict.fromkeys(filter(None, map(web_address, links)))),
        titles=tuple(dict.fromkeys(title.strip() for title in titles if title.strip())),
    )


def spoken(text: str) -> str:
    """What a text says besides its links and its dress; the words of masked links stay."""
    unmasked = _LED.sub(r"\1", text)
    return _MARKS.sub("", _EMPTIED.sub(" ", _LINK.sub(" ", unmasked)))


def pointed_at(text: str, catalogue: Catalogue) -> list[Holding]:
    """The articles that a message names by DOI, address or title, in that order, at most five."""
    pointers = pointers_in(text)
    named = [catalogue.named(name) for name in (*pointers.dois, *pointers.links, *pointers.titles)]
    said = f" {' '.join(folded(text).split())} "
    within = [
        each
        for each in catalogue.articles
        if len(each.title) >= _LEAST_TITLE and " ".join(folded(each.title).split()) in said
    ]
    found = {each.id: each for each in (*named, *within) if each}
    return list(found.values())[:_MOST]


def _trimmed(link: str) -> str:
    """Without the sentence's own punctuation; a bracket stays where the address opened it."""
    while link and link[-1] in _LINK_TAIL:
        if link[-1] == ")" and link.count("(") >= link.count(")"):
            break
        link = link[:-1]
    return link
