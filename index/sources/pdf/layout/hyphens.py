"""A word that a line's end cut in two is whole again; a hyphen that belongs to its word stays.

The article itself decides: the word whole elsewhere in it, or with its hyphen. Failing that, a hyphen
stays before a capital or a figure and behind a part that makes compounds, and else it goes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_HYPHENS = "-‐\u00ad"
_CUTS = frozenset(_HYPHENS)
_CUT = re.compile(rf"([^\W_][\w'’./]*(?:[{_HYPHENS}][\w'’./]+)*)[{_HYPHENS}]$")
_NEXT = re.compile(r"[^\W_][\w'’]*(?:[-‐][\w'’]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_COMPOUNDING = frozenset(
    (
        "all", "anti", "case", "co", "cost", "cross", "data", "decision", "dose", "double", "end", "ex", "eight",
        "evidence", "far", "five", "follow", "four", "free", "full", "gender", "half", "hand", "head", "health", "high",
        "home", "ill", "in", "knowledge", "large", "left", "life", "light", "long", "low", "lower", "meta", "middle",
        "mid", "model", "multiple", "nine", "non", "one", "open", "patient", "peer", "placebo", "population", "post", "pre",
        "quasi", "rate", "real", "right", "risk", "school", "second", "self", "semi", "seven", "short", "side", "single",
        "six", "small", "so", "sub", "state", "task", "ten", "third", "three", "time", "two", "upper", "user",
        "web", "well", "whole", "wide", "world", "year",
    )
)  # fmt: skip
_PREFIXES = frozenset(
    (
        "anti",
        "co",
        "in",
        "mid",
        "non",
        "post",
        "pre",
        "semi",
        "sub",
        "meta",
        "ex",
        "so",
        "end",
        "all",
        "second",
        "right",
    )
)
"""Which also begin words that have no hyphen: these alone keep none."""

_SHORTEST_PART = 4
_LONGEST = 80
"""No word that a line cuts is longer, with what makes a compound of it."""


class Vocabulary(NamedTuple):
    """What stands in an article inside its lines.

    Attributes:
        words: Whole, in lower case.
        compounds: With their hyphens, in lower case.
    """

    words: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()


def vocabulary_of(lines: Iterable[str]) -> Vocabulary:
    """The words of these lines but for those that a line's end may have cut."""
    words: set[str] = set()
    compounds: set[str] = set()
    after_cut = False
    for line in lines:
        found = _WORD.findall(line.lower().replace("‐", "-"))
        cut = _cut_word(line) is not None
        for word in found[1 if after_cut else 0 : len(found) - 1 if cut else None]:
            (compounds if "-" in word else words).add(word)
            if "-" in word:
                words.update(word.split("-"))
        after_cut = cut
    return Vocabulary(frozenset(words), frozenset(compounds))


def joined(one: str, other: str, known: Vocabulary) -> str:
    """Two lines, one after the other, as one; every letter of both stays."""
    cut, following = _cut_word(one), _NEXT.match(other[:_LONGEST])
    if cut and following:
        keeps = _keeps_hyphen(cut[1], following[0], known)
        return (one[:-1] + "-" if keeps else one[:-1]) + other
    if not one or not other:
        return one or other
    return one + ("" if _runs_on(one, other) else " ") + other


def _cut_word(text: str) -> re.Match[str] | None:
    """The word that the text's end cuts, by its last few characters: a paragraph grows line by line."""
    return _CUT.search(text[-_LONGEST:]) if text[-1:] in _CUTS else None


def _keeps_hyphen(left: str, right: str, known: Vocabulary) -> bool:
    first = re.split(rf"[{_HYPHENS}]", left)[-1].lower()
    last = re.split(r"[-‐]", right)[0].lower()
    if f"{first}-{last}" in known.compounds or f"{left}-{right}".lower() in known.compounds:
        return first + last not in known.words
    if first + last in known.words:
        return False
    if not right[0].islower() or not first.isalpha() or not last.isalpha():
        return not right[0].islower() or not first.isalpha()
    if left.isupper():
        return True
    if first in _COMPOUNDING - _PREFIXES:
        return last in known.words
    parts = first in known.words and last in known.words
    return parts and min(len(first), len(last)) >= _SHORTEST_PART


def _runs_on(one: str, other: str) -> bool:
    """Whether a dash or a stroke holds the two together without a blank, as in "2010–" and "2015"."""
    if one[-1] in "–—/" and len(one) > 1 and not one[-2].isspace():
        return one[-1] != "–" or other[0].isdigit()
    return False
