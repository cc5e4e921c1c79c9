"""Which questions ask the same: by their words, without a model, in any script.

Two questions are alike when they share most of what they say: words cut to their stems roughly, without
those that only hold a sentence together; pairs of signs where a script writes no spaces.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, TypeVar

from index.words.question_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Thing = TypeVar("Thing")

ALIKE: Final = 0.6
"""Shared of all that two questions say. Of five words they may differ in one each way; "what helps against
migraine" and "what helps against migraine in children" stay apart from "what causes migraine"."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_ENDINGS: Final = ("ations", "ation", "ings", "ing", "edly", "ies", "ed", "es", "ly", "s")
_SHORTEST_STEM: Final = 4


def says(question: str) -> frozenset[str]:
    """What a question says, as parts that two wordings of it share."""
    found: set[str] = set()
    for word in _WORD.findall(unicodedata.normalize("NFKC", question).casefold()):
        if _UNSPACED.search(word):
            found |= {word[at : at + 2] for at in range(max(1, len(word) - 1))}
        elif word not in FUNCTION_WORDS:
            found.add(_stem(word.replace("’", "'").removesuffix("'s")))
    # A question of function words alone ("who are you?") is still one.
    return frozenset(found) or frozenset(_WORD.findall(question.casefold())) or frozenset({""})


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of what is said by both, 0 to 1."""
    return len(one & other) / len(one | other)


def grouped(things: Iterable[Thing], question_of: Callable[[Thing], str]) -> list[list[Thing]]:
    """The things in groups of those whose questions are alike, each in the order given.

    A group is known by its first question, so that a chain of small changes does not join what is far
    apart; only questions that share a word are compared.
    """
    groups: list[list[Thing]] = []
    leaders: list[frozenset[str]] = []
    by_word: dict[str, list[int]] = {}
    for thing in things:
        said = says(question_of(thing))
        near = dict.fromkeys(place for word in sorted(said) for place in by_word.get(word, ()))
        best = max(near, key=lambda place: likeness(said, leaders[place]), default=None)
        if best is not None and likeness(said, leaders[best]) >= ALIKE:
            groups[best].append(thing)
            continue
        for word in said:
            by_word.setdefault(word, []).append(len(groups))
        groups.append([thing])
        leaders.append(said)
    return groups


def _stem(word: str) -> str:
    """Cut roughly: a plural and its singular must meet, and no more is asked."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending).removesuffix("e")
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word
