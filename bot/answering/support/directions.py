"""Which way things went: up, down, better, worse or nowhere; and what is said not to be."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from bot.answering.support.reading import pattern_of, read
from bot.answering.support.vocabulary import (
    BETTER,
    CHANGE,
    DOWN,
    NO_MOVES,
    SAME,
    UP,
    WORSE,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.answering.support.reading import Word


class Way(StrEnum):
    """A direction that a clause tells."""

    UP = "up"
    DOWN = "down"
    BETTER = "better"
    WORSE = "worse"
    NONE = "no difference"


_MOVES: Final = ((Way.UP, UP), (Way.DOWN, DOWN), (Way.BETTER, BETTER), (Way.WORSE, WORSE))
_OPPOSITE: Final = {
    Way.UP: Way.DOWN,
    Way.DOWN: Way.UP,
    Way.BETTER: Way.WORSE,
    Way.WORSE: Way.BETTER,
}
# "More than 30 patients" tells how many, not which way.
_BOUND: Final = re.compile(
    r"\b(?:more|less|fewer|greater|higher|lower|longer|older|younger)\s+than\s+(?:[\d~≈$€£]|one\b|two\b|half|a\s+(?:third|quarter|hundred|thousand))|"
    r"\bmore\s+or\s+less\b|\bno\s+more\s+than\b|\blonger[- ]term\b|\bfurthermore\b",
    re.IGNORECASE,
)
_NO_MOVE: Final = re.compile(rf"\b(?:{'|'.join(NO_MOVES)})\b", re.IGNORECASE)
_THAN: Final = re.compile(
    r"\b(?:than|compared\s+(?:with|to)|versus|relative\s+to)\b", re.IGNORECASE
)
_TELLING: Final = 4
"""Letters a word must have to be worth denying."""


def ways(text: str, stems: Callable[[str], Sequence[str]]) -> list[tuple[Way, set[str]]]:
    """Each direction that `text` tells, and the stems of the clause that tells it."""
    words = _read(text)
    clauses: dict[int, set[str]] = {}
    for word in words:
        clauses.setdefault(word.clause, set()).update(stems(word.text))
    return [(way, clauses[word.clause]) for word, way in _told(words)]


def _read(text: str) -> tuple[Word, ...]:
    """The words of `text` without those that look like a direction and are none."""
    return read(_NO_MOVE.sub(" ", _BOUND.sub(" ", text)))


def _told(words: Sequence[Word]) -> Iterator[tuple[Word, Way]]:
    for word in words:
        for way, vocabulary in _MOVES:
            if pattern_of(vocabulary).fullmatch(word.low):
                yield word, Way.NONE if word.negated else way
        if pattern_of(SAME).fullmatch(word.low) and not word.negated:
            yield word, Way.NONE
        if pattern_of(CHANGE).fullmatch(word.low) and word.negated:
            yield word, Way.NONE


def wrong_ways(statement: str, span: str, stems: Callable[[str], Sequence[str]]) -> list[str]:
    """The statement's directions that the span's clause on the same things does not tell."""
    held = ways(span, stems)
    wrong: list[str] = []
    for way, about in ways(statement, stems):
        nearest = max((len(about & other) for _, other in held), default=0)
        there = {other for other, words in held if len(about & words) == nearest}
        if not _told_by(way, there):
            wrong.append(way.value)
    if not wrong and _turned(statement, span, stems):
        wrong.append("the other way around")
    return wrong


def _told_by(way: Way, there: set[Way]) -> bool:
    if way in there:
        return True
    # "Improved" may be told as "lowered symptoms"; never of what went nowhere or the other way.
    if way in {Way.BETTER, Way.WORSE}:
        return bool({Way.UP, Way.DOWN} & there) and _OPPOSITE[way] not in there
    return False


def _turned(statement: str, span: str, stems: Callable[[str], Sequence[str]]) -> bool:
    """Whether "A more than B" was made of "B more than A"."""
    mine, theirs = _THAN.search(statement), _THAN.search(span)
    if not mine or not theirs:
        return False
    lesser = [stem for stem in stems(statement[mine.end() :]) if not stem.isdigit()][:1]
    before, after = set(stems(span[: theirs.start()])), set(stems(span[theirs.end() :]))
    return bool(before.intersection(lesser)) and after.isdisjoint(lesser)


def contradicted(statement: str, span: str, stems: Callable[[str], Sequence[str]]) -> list[str]:
    """Words that one of the two says are not so, and the other says are, of the same things."""
    mine, theirs = _denials(statement, stems), _denials(span, stems)
    return [
        stem
        for stem, (negated, about) in mine.items()
        if stem in theirs
        and negated != theirs[stem][0]
        and len(about & theirs[stem][1]) >= min(_ABOUT, len(about))
    ]


_ABOUT: Final = 2
"""Words that two clauses share when they are about the same, the denied one among them."""


def _denials(text: str, stems: Callable[[str], Sequence[str]]) -> dict[str, tuple[bool, set[str]]]:
    """For each content word whether it is negated, and its clause; words that are both are left out."""
    found: dict[str, tuple[bool, set[str]]] = {}
    both: set[str] = set()
    words = _read(text)
    # "Did not lower pain": what went nowhere is the directions' business.
    moved = {word.clause for word, way in _told(words) if way is Way.NONE}
    clauses: dict[int, set[str]] = {}
    for word in words:
        clauses.setdefault(word.clause, set()).update(stems(word.text))
    for word in words:
        if len(word.low) < _TELLING or word.clause in moved or _is_move(word):
            continue
        for stem in stems(word.text):
            negated, about = found.setdefault(stem, (word.negated, set()))
            about |= clauses[word.clause]
            if negated != word.negated:
                both.add(stem)
    return {stem: each for stem, each in found.items() if stem not in both}


def _is_move(word: Word) -> bool:
    return any(pattern_of(vocabulary).fullmatch(word.low) for _, vocabulary in _MOVES)
