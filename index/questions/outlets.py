"""The outlet that a question names: "in the Lancet", "what does PsyPost say", "not from Science".

"Science" is an outlet and "science" is not; nobody capitals "the new york times", and what is new in
breast cancer research need not stand in Breast Cancer Research. So a name of plain words limits a search
where it is capitalled, or where nothing else could be said to be published; else it is only preferred.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from index.holdings.holdings import (
    SHORTEST_OUTLET,
    is_capitals,
    is_written_as,
    without_article,
)
from index.questions.denial import EXCEPT, denied_from
from index.questions.people import SAYS
from index.questions.times import PIECES
from index.words.english import dictionary, share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.holdings.holdings import Holdings

_PERIODICAL: Final = frozenset(
    {
        "annals", "archives", "bulletin", "daily", "gazette", "guardian", "herald", "journal", "lancet", "letters",
        "magazine", "news", "post", "proceedings", "review", "reviews", "times", "today", "transactions", "weekly",
    }
)  # fmt: skip
"""Plain words that are seldom said but of something printed."""

_IN: Final = r"(?:in|from|on|by|at)"
_PUBLISHES: Final = (
    rf"\bwhat\s+(?:do|does|did|has|have|had)\s+{{}}\s+{SAYS}\b(?:\s+about|\s+on)?",
    rf"(?<=published\s){_IN}\s+{{}}",
    rf"\b(?:articles|papers|stories)\s+{_IN}\s+{{}}",
    r"{}(?:['’]s)?\s+(?:articles|papers|stories)\b",
)


class Place(Enum):
    """What stands where a name is found."""

    PUBLISHER = auto()
    """Only what publishes."""
    WORKS = auto()
    """What publishes, or what works are about: "Nature studies", "lancet on sleep"."""
    HEADING = auto()
    """The same, or the first of several words in a row: "plos one: sleep", "nature, nurture"."""
    ANY = auto()
    """Anything."""


_PLACES: Final = (
    *((place, Place.PUBLISHER) for place in _PUBLISHES),
    (rf"\b(?:{_IN}|according\s+to)\s+{{}}", Place.ANY),
    (rf"{{}}(?:['’]s)?\s+{PIECES}\b", Place.WORKS),
    (r"^\W*{}\s+(?:on|about)\b", Place.WORKS),
    (r"^\W*{}\s*[,:]", Place.HEADING),
    (rf"\b(?P<but>{EXCEPT}|not)\s+{{}}", Place.ANY),
)
"""Where a name may stand, and what else stands there."""

_SHORTENED: Final = 3
"""Letters that are left of a word at least, and left out at least, where it is shortened."""

_MANY_WORDS: Final = 3
_PIECE: Final = re.compile(PIECES, re.IGNORECASE)
_OF_WORKS: Final = (Place.WORKS, Place.HEADING)
_SELDOM_SAID: Final = 3e-5
"""A word's share of all that people write: "lancet" and "guardian" are less frequent, "times" and "today" more."""

_WORD: Final = re.compile(r"[^\W_][\w'-]*")
_CAPITAL_NEXT: Final = re.compile(r"\s+[^\W\d_a-z]")


class Outlets(NamedTuple):
    """Outlets that a question names.

    Attributes:
        names: As the library prints them.
        start: Where the words begin that name them.
        end: Where what follows those begins.
        unwanted: Whether what they published is not asked for.
        sure: Whether they are named for sure, and not perhaps a matter.
    """

    names: tuple[str, ...]
    start: int
    end: int
    unwanted: bool = False
    sure: bool = True


def outlets_named(question: str, holdings: Holdings) -> Outlets | None:
    """The outlets that the question names, one for sure before others; None where it names none."""
    first: Outlets | None = None
    question = _straight(question)
    for found in chain(_by_name(question, holdings), _by_family(question, holdings)):
        if found.sure:
            return found
        first = first or found
    return first


def _read(found: re.Match[str], names: tuple[str, ...], *, sure: bool = True) -> Outlets:
    """What a mention says; a word that denies it stands before it."""
    start = found.start("named") if found.groupdict().get("but") else found.start()
    denied = denied_from(found.string, start)
    unwanted = denied is not None
    return Outlets(names, denied if unwanted else start, found.end(), unwanted, sure)


def _by_name(question: str, holdings: Holdings) -> Iterator[Outlets]:
    capitals = _tells_by_capitals(question)
    begun = _beginnings(question)
    for outlet in holdings.outlets:
        bare = _straight(without_article(outlet))
        # So that thousands of outlets are looked for in no time, whatever their words.
        if _beginnings(bare) not in begun:
            continue
        for rule, place in _PLACES:
            for found in _mentions(rule, bare, question):
                sure = _is_sure(found, outlet, place, capitals=capitals)
                if sure is not None and is_written_as(found["name"], bare):
                    yield _read(found, holdings.written_as(outlet), sure=sure)


def _by_family(question: str, holdings: Holdings) -> Iterator[Outlets]:
    """All that share a first word, where only what publishes can be meant: "PLOS" for PLOS Medicine."""
    folded = question.casefold()
    for first, outlets in holdings.outlet_families.items():
        if first not in folded or first in dictionary():
            continue
        # Nothing but outlets is called by such letters, while "Parkinsonism" is a matter too.
        by_letters = is_capitals(outlets[0].split()[0])
        for rule, place in _PLACES:
            for found in _mentions(rule, first, question):
                read = _read(found, tuple(outlets))
                works = by_letters and place in _OF_WORKS
                if place is Place.PUBLISHER or works or read.unwanted:
                    yield read


def _mentions(place: str, name: str, question: str) -> Iterator[re.Match[str]]:
    parts = name.split()
    words = r"\s+".join(map(_shortened if len(parts) > 1 else re.escape, parts))
    rule = place.format(rf"(?P<named>(?P<the>the\s+)?(?P<name>(?<![\w-]){words}(?![\w-])))")
    return re.finditer(rule, question, re.IGNORECASE)


def _shortened(word: str) -> str:
    """The word as people write it, and with another end: "Med" for "Medicine"."""
    whole = re.escape(word)
    if len(word) < _SHORTENED + _SHORTENED:
        return whole
    return rf"(?:{whole}|{re.escape(word[:_SHORTENED])}[^\W\d_]*\.?)"


def _straight(text: str) -> str:
    """With apostrophes as a typewriter has them, at the same places: a telephone types others."""
    return text.replace("’", "'")


def _beginnings(text: str) -> str:
    """The first letters of its words, which no way to write a name leaves out, each between blanks."""
    words = _WORD.findall(text.casefold())
    return f" {' '.join(word[:_SHORTENED] for word in words)} "


def _is_sure(found: re.Match[str], outlet: str, place: Place, *, capitals: bool) -> bool | None:
    """Whether the outlet is meant here for sure; None where a plain word is."""
    question, typed, words = found.string, found["name"], found["name"].split()
    capitalled = capitals and typed[0].isupper() and words[-1][0].isupper()
    if capitalled and _CAPITAL_NEXT.match(question, found.end("name")):
        return None  # "in Nature Medicine" is not in Nature
    plain = all(word in dictionary() for word in typed.lower().split())
    named = bool(found["the"]) and without_article(outlet) != outlet
    if len(words) == 1 and plain and not named:
        # A question's first word has a capital anyway.
        begins = not found.start("name") or question[: found.start("name")].isspace()
        if capitalled and not begins:
            return True
        return _is_sure_of_word(typed.lower(), place)
    if len(typed) < SHORTEST_OUTLET and not typed.isupper():
        return place is not Place.ANY  # "acs" is an illness as well
    printed = not _PERIODICAL.isdisjoint(typed.lower().split())
    # Three words in a row are a name, but for such as "breast cancer research" on mice.
    begins = place in _OF_WORKS and len(words) >= _MANY_WORDS and not _PIECE.fullmatch(words[-1])
    return begins or capitalled or place is Place.PUBLISHER or printed or not plain


def _is_sure_of_word(word: str, place: Place) -> bool | None:
    """The same of one plain word whose letters tell nothing: "lancet studies" are the Lancet's, "nature papers" may be."""
    if place in _OF_WORKS and word in _PERIODICAL and share(word) < _SELDOM_SAID:
        return True
    return False if place is Place.WORKS else None


def _tells_by_capitals(question: str) -> bool:
    """Whether a capital says something: not in a question that shouts, or gives every word one."""
    words = [word for word in re.findall(r"[^\W\d_]+", question) if len(word) > len("the")]
    return any(word.islower() for word in words)
