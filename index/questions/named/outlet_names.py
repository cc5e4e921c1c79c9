"""Where outlets' names stand in a question, alone and in lists: "JAMA", "Nature, Science and Cell".

In a list stands what can be told for a name by its letters: "Nature" and "psypost", and not "nature".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from index.holdings.holdings import is_capitals, is_written_as, without_article
from index.questions.named.listing import JOINED, MOST_JOINED
from index.questions.named.times import PIECES
from index.words.english import dictionary
from index.words.question_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.holdings.holdings import Holdings

_SHORTENED: Final = 3
"""Letters that are left of a word at least, and left out at least, where it is shortened."""

_MOST_LISTS: Final = 40
"""That are looked at in one question."""

_WORD: Final = re.compile(r"[^\W_][\w'-]*")
_CAPITAL_NEXT: Final = re.compile(r"\s+[^\W\d_a-z]")
UNKNOWN: Final = r"(?-i:[A-Z])[\w'-]*(?:\s+(?:of|the|and|(?-i:[A-Z])[\w'-]*)){0,5}?"
"""A name that the library does not hold, in a list: "Gut" in "JAMA, Gut or BMJ"."""

_BETWEEN: Final = re.compile(
    rf"{JOINED}(?:(?:published\s+)?(?:in|from|by)\s+)?(?:(?:the\s+)?(?:{UNKNOWN}|[\w'-]+){JOINED})?",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(JOINED, re.IGNORECASE)
_NO_NOUN_NEXT: Final = re.compile(
    rf"\s*(?:$|[^\w\s])|\s+(?:{'|'.join(FUNCTION_WORDS)}|{PIECES}|says?|said|since|last|recently|today|journal|magazine)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands.

    Attributes:
        start: Where it begins, with a "the" before it.
        end: Where what follows it begins.
        name: As typed, without a "the".
        outlets: As the library prints them.
        titled: Whether "the" stands there and belongs to the name: "the Lancet".
        capitalled: Whether it has capitals that say something.
        of_family: Whether it is only the first word of theirs: "PLOS".
    """

    start: int
    end: int
    name: str
    outlets: tuple[str, ...]
    titled: bool
    capitalled: bool
    of_family: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether each of its words is a word that people use otherwise."""
        return all(word in dictionary() for word in self.name.lower().split())

    @property
    def tells(self) -> bool:
        """Whether its letters say that it is a name."""
        if self.of_family:
            return is_capitals(self.outlets[0].split()[0])
        return self.capitalled or self.titled or not self.is_plain


def lists_of(question: str, mentions: Iterable[Mention]) -> Iterator[Sequence[Mention]]:
    """The mentions, in order, with those of one list together; no more lists than a question has."""
    return islice(_lists(question, mentions), _MOST_LISTS)


def mentions_in(question: str, holdings: Holdings) -> list[Mention]:
    """The outlets' names in the question, in order, the longer of two that share words."""
    capitals = _tells_by_capitals(question)
    begun = _beginnings(question)
    taken = bytearray(len(question))
    found: list[Mention] = []
    for name, outlets, of_family in _known(holdings, begun, question.casefold()):
        for at in _places_of(name, question):
            if any(taken[at.start("name") : at.end()]) or not is_written_as(at["name"], name):
                continue
            taken[at.start() : at.end()] = b"1" * (at.end() - at.start())
            last = at["name"].split()[-1]
            capitalled = capitals and at["name"][0].isupper() and last[0].isupper()
            # "in Nature Medicine" is not in Nature.
            if not (capitalled and _CAPITAL_NEXT.match(question, at.end())):
                titled = bool(at["the"]) and any(each != without_article(each) for each in outlets)
                span = at.start(), at.end(), at["name"]
                found.append(Mention(*span, outlets, titled, capitalled, of_family))
    return sorted(found, key=lambda mention: mention.start)


def goes_on(question: str, before: Mention, mention: Mention) -> bool:
    """Whether the second may stand beside the first in a list."""
    # "Does it help sleep, in JAMA" names one, and so does "in JAMA, Sleep disturbances".
    between = _BETWEEN if before.tells and mention.tells else _BESIDE
    if not between.fullmatch(question, before.end, mention.start):
        return False
    return not mention.is_plain or stands_alone(question, mention)


def stands_alone(question: str, mention: Mention) -> bool:
    """Whether no noun stands behind it that it may belong to: "Cell death"."""
    return _NO_NOUN_NEXT.match(question, mention.end) is not None


def straight(text: str) -> str:
    """With apostrophes as a typewriter has them, at the same places: a telephone types others."""
    return text.replace("’", "'")


def _lists(question: str, mentions: Iterable[Mention]) -> Iterator[Sequence[Mention]]:
    run: list[Mention] = []
    for mention in mentions:
        told = run and run[-1].tells and mention.tells and len(run) < MOST_JOINED
        if run and not (told and goes_on(question, run[-1], mention)):
            yield tuple(run)
            run = []
        run.append(mention)
    if run:
        yield tuple(run)


def _known(
    holdings: Holdings, begun: str, folded: str
) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Names that may stand in the question, longer ones first: whole ones, then families' first words."""
    for outlet in holdings.outlets:
        bare = straight(without_article(outlet))
        # So that thousands of outlets are looked for in no time, whatever their words.
        if _beginnings(bare) in begun:
            yield bare, holdings.written_as(outlet), False
    for first, outlets in holdings.outlet_families.items():
        if first in folded and first not in dictionary():
            yield first, tuple(outlets), True


def _places_of(name: str, question: str) -> Iterator[re.Match[str]]:
    parts = name.split()
    words = r"\s+".join(map(_shortened if len(parts) > 1 else re.escape, parts))
    rule = rf"(?P<the>\bthe\s+)?(?P<name>(?<![\w-]){words}(?![\w-]))"
    return re.finditer(rule, question, re.IGNORECASE)


def _shortened(word: str) -> str:
    """The word as people write it, and with another end: "Med" for "Medicine"."""
    whole = re.escape(word)
    if len(word) < _SHORTENED + _SHORTENED:
        return whole
    return rf"(?:{whole}|{re.escape(word[:_SHORTENED])}[^\W\d_]*\.?)"


def _beginnings(text: str) -> str:
    """The first letters of its words, which no way to write a name leaves out, each between blanks."""
    words = _WORD.findall(text.casefold())
    return f" {' '.join(word[:_SHORTENED] for word in words)} "


def _tells_by_capitals(question: str) -> bool:
    """Whether a capital says something: not in a question that shouts, or gives every word one."""
    words = [word for word in re.findall(r"[^\W\d_]+", question) if len(word) > len("the")]
    return any(word.islower() for word in words)
