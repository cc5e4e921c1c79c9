"""A word put in the place of another: "aspirin" where the source has "ketamine", all else the same."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from bot.answering.support.reading import pattern_of
from bot.answering.support.vocabulary import (
    BETTER,
    CHANGE,
    DOWN,
    FRACTIONS,
    NUMERALS,
    SAME,
    SCALES,
    SOMEBODY,
    UNITS,
    UP,
    WORSE,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_DOING: Final = re.compile(r"(?:ed|ing|ly)$")
_SAME_LETTERS: Final = 4
"""Letters that begin two forms of one word: "mouse" and "murine" are two, "month" and "monthly" one."""

_COPIED: Final = 0.7
"""Share of the statement's words in the span from which it is its words, some of them changed."""

_MOST: Final = 2
"""Words that stand for each other; more are other words for the same, or another sentence."""


def swapped_words(statement: str, span: str, stems: Callable[[str], Sequence[str]]) -> list[str]:
    """The statement's words that stand where the span has others, between the same neighbours.

    Words that tell a direction, what was done, or who took part are other rules' business: they
    have many honest synonyms.
    """
    mine, theirs = _told(statement, stems), _told(span, stems)
    held = {stem for _, stem in theirs}
    said = {stem for _, stem in mine}
    matcher = SequenceMatcher(None, [s for _, s in mine], [s for _, s in theirs], autojunk=False)
    shared = sum(stem in held for stem in said)
    if shared < _COPIED * len(said):
        return []
    found: list[str] = []
    codes = matcher.get_opcodes()
    for at, (tag, i1, i2, j1, j2) in enumerate(codes):
        if tag != "replace" or max(i2 - i1, j2 - j1) > _MOST or i2 - i1 != j2 - j1:
            continue
        if len(codes) == 1 or not _stays(codes, at):
            continue
        pairs = zip(mine[i1:i2], theirs[j1:j2], strict=True)
        found += [
            word
            for (word, stem), (other, lost) in pairs
            if stem not in held and lost not in said and _apart(word, other)
        ]
    return found


def _stays(codes: Sequence[tuple[str, int, int, int, int]], at: int) -> bool:
    """Whether what stands on both sides is the same in both texts, or nothing in either."""
    sides = (*codes[max(0, at - 1) : at], *codes[at + 1 : at + 2])
    return all(code[0] == "equal" for code in sides)


def _apart(word: str, other: str) -> bool:
    if _DOING.search(word) or _DOING.search(other):
        return False
    if word[:_SAME_LETTERS] == other[:_SAME_LETTERS]:
        return False
    if _SOMEBODY.fullmatch(word) and _SOMEBODY.fullmatch(other):
        return False
    return not any(_OTHERS_BUSINESS.fullmatch(each) for each in (word, other))


def _told(text: str, stems: Callable[[str], Sequence[str]]) -> list[tuple[str, str]]:
    """Each word that says something, and its stem."""
    words = [match.group().lower() for match in _WORD.finditer(text)]
    return [(word, stem) for word in words for stem in stems(word)[:1]]


_OTHERS_BUSINESS: Final = pattern_of(
    (*UP, *DOWN, *BETTER, *WORSE, *SAME, *CHANGE, *NUMERALS, *FRACTIONS, *SCALES, *UNITS)
)
_SOMEBODY: Final = pattern_of(SOMEBODY)
