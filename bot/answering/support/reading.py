"""A sentence as the rules see it: its words, its clauses, and which words are negated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.answering.support.vocabulary import NEGATORS

_TOKEN: Final = re.compile(r"n['’]t\b|[^\W_]+?(?=n['’]t\b)|[^\W_]+(?:[-‐‑'’.][^\W_]+)*|[%‰,;:()—–]")
_ENDS_CLAUSE: Final = frozenset(",;:()—–") | {
    "while", "whereas", "but", "although", "though", "however", "and", "or", "than", "versus", "vs",
    "compared", "against", "yet", "except", "rather",
}  # fmt: skip
_LONGEST_SCOPE: Final = 6
"""Words that a negator reaches at most; a comma or a "but" ends it sooner."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a sentence.

    Attributes:
        text: As written.
        low: Small letters, hyphens made one.
        clause: The number of its clause.
        negated: Whether a "not" or "no" before it reaches it.
    """

    text: str
    low: str
    clause: int
    negated: bool


def read(text: str) -> tuple[Word, ...]:
    """The words of `text`, in order."""
    found: list[Word] = []
    clause = reach = 0
    for match in _TOKEN.finditer(text):
        low = match.group().lower().replace("‐", "-").replace("‑", "-").replace("’", "'")
        if low in _ENDS_CLAUSE:
            clause += 1
            # "neither A nor B", "no A or B": an "or" carries a "no" on.
            reach = reach if low in {"or", "and"} else 0
        negator = low in _NEGATORS
        found.append(Word(match.group(), low, clause, negated=reach > 0 and not negator))
        reach = _LONGEST_SCOPE if negator else max(0, reach - 1)
    return tuple(found)


@lru_cache(maxsize=64)
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of these words, as the vocabulary writes them."""
    longest_first = sorted(words, key=lambda each: (-len(each), each))
    parts = (re.escape(w).replace(r"\ ", r"\s+").replace(r"\*", r"\w*") for w in longest_first)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether any of these words stands in `text`."""
    return pattern_of(words).search(text) is not None


_NEGATORS: Final = frozenset(NEGATORS)
