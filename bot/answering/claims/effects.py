"""A sentence as the ways that things go in it: up or down, better or worse, linked or not, and of what.

No grammar is read: what an effect is of is told by the words nearest to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from bot.answering.claims.words import (
    BETTER,
    DENIES,
    GONE,
    HAS,
    LINK_NAMES,
    LINKS,
    LOWERS,
    RAISES,
    UNLINKED,
    WORSE,
)
from bot.answering.support.reading import pattern_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TOKEN: Final = re.compile(r"n['’]t\b|[^\W_]+?(?=n['’]t\b)|[^\W_]+(?:[-‐‑'’.][^\W_]+)*|[,;:.()—–]")
_PAUSE: Final = frozenset(",;:.()—–") | {
    "but",
    "whereas",
    "while",
    "although",
    "though",
    "however",
    "yet",
}
_REACH: Final = 5
"""Words that a "not" reaches at most; a pause ends it sooner."""

_BEFORE: Final = 5
_AFTER: Final = 6
"""Telling words on each side of an effect that tell what it is of."""

_LINKED_TO: Final = 3
"""Words between "associated with" and the "higher" or "lower" that says how."""

# "More than 30 patients" tells how many, and "most of them" of whom.
_BOUND: Final = re.compile(
    r"\b(?:more|less|fewer|greater|higher|lower|longer|older|younger)\s+than\s+(?:[\d~≈$€£]|one\b|two\b|half|a\s)"
    r"|\bmore\s+or\s+less\b|\bmore(?:over)?,|\bno\s+more\s+than\b|\blonger[- ]term\b|\bfurthermore\b|\bmost\s+of\b",
    re.IGNORECASE,
)


class Dimension(Enum):
    """What an effect is about; effects of two are not compared."""

    AMOUNT = "amount"
    QUALITY = "quality"


@dataclass(frozen=True, slots=True)
class Effect:
    """A way that something goes.

    Attributes:
        dimension: Of what kind.
        sign: 1 for up, better or linked; -1 for down or worse; 0 for neither.
        linking: Whether it only says that two things have to do with each other.
        before: Stems of the telling words before it, the nearest.
        after: Of those after it.
    """

    dimension: Dimension
    sign: int
    linking: bool
    before: frozenset[str]
    after: frozenset[str]


_WAYS: Final = (
    (RAISES, Dimension.AMOUNT, 1, False),
    (LOWERS, Dimension.AMOUNT, -1, False),
    (BETTER, Dimension.QUALITY, 1, False),
    (WORSE, Dimension.QUALITY, -1, False),
    (UNLINKED, Dimension.AMOUNT, 0, True),
    (LINKS, Dimension.AMOUNT, 1, True),
    (LINK_NAMES, Dimension.AMOUNT, 1, True),
)
_HELD: Final = 4
"""Words between "had" and "effect"."""


def effects_in(text: str, stems: Callable[[str], Sequence[str]]) -> list[Effect]:
    """Every effect that `text` tells of, in order."""
    words = [
        found.group().lower().replace("’", "'") for found in _TOKEN.finditer(_BOUND.sub(" ", text))
    ]
    ways = [way_of(word) for word in words]
    telling = [() if way else tuple(stems(word)) for word, way in zip(words, ways, strict=True)]
    denied = _denied(words)
    found: list[Effect] = []
    for at, way in enumerate(ways):
        if way is None:
            continue
        dimension, sign, linking = way
        near = range(at + 1, min(len(ways), at + 1 + _LINKED_TO + 1))
        if linking and sign and not denied[at] and any(_says_how(ways[n]) for n in near):
            continue
        if _names_a_link(words[at]) and not denied[at] and not _has(words[max(0, at - _HELD) : at]):
            continue
        found.append(
            Effect(
                dimension,
                0 if denied[at] else sign,
                linking,
                _nearest(telling[:at][::-1], _BEFORE),
                _nearest(telling[at + 1 :], _AFTER),
            )
        )
    return found


def way_of(word: str) -> tuple[Dimension, int, bool] | None:
    """The dimension, the sign, and whether it only links; None for a word that tells no way."""
    if pattern_of(GONE).fullmatch(word):
        return None
    return next(
        (
            (dimension, sign, linking)
            for vocabulary, dimension, sign, linking in _WAYS
            if pattern_of(vocabulary).fullmatch(word)
        ),
        None,
    )


def _says_how(way: tuple[Dimension, int, bool] | None) -> bool:
    return way is not None and not way[2]


def _names_a_link(word: str) -> bool:
    return pattern_of(LINK_NAMES).fullmatch(word) is not None


def _has(before: Sequence[str]) -> bool:
    return any(pattern_of(HAS).fullmatch(word) for word in before)


def gone_in(text: str, stems: Callable[[str], Sequence[str]]) -> frozenset[str]:
    """Stems of what `text` says is lacking or taken away: the telling words beside the word that says so."""
    words = [
        found.group().lower()
        for found in _TOKEN.finditer(text.replace("(-/-)", " null ").replace("-/-", " null "))
    ]
    telling = [tuple(stems(word)) for word in words]
    found: set[str] = set()
    for at, word in enumerate(words):
        if pattern_of(GONE).fullmatch(word):
            found |= _nearest(telling[:at][::-1], _BESIDE) | _nearest(telling[at + 1 :], _BESIDE)
    return frozenset(found)


_BESIDE: Final = 2


def _denied(words: Sequence[str]) -> list[bool]:
    """For each word whether a "not" before it reaches it."""
    found: list[bool] = []
    reach = 0
    for word in words:
        if word in _PAUSE:
            reach = 0
        found.append(reach > 0)
        reach = _REACH if word in DENIES else max(0, reach - 1)
    lacking = "evidence" in words and any(word.startswith("lack") for word in words)
    return [True] * len(words) if lacking else found


def _nearest(telling: Sequence[Sequence[str]], most: int) -> frozenset[str]:
    words = [each for each in telling if each][:most]
    return frozenset(stem for each in words for stem in each)
