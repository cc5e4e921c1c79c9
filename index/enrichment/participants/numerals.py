"""Whole numbers as articles print them: "1,024", "1 024", "1.2 million", "two hundred and eighteen"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL: Final = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_GREAT: Final = {"hundred": 100, "thousand": 1000}
_WORD: Final = "|".join(sorted([*_SMALL, *_GREAT], key=len, reverse=True))
_NUMBER: Final = re.compile(
    rf"(?<![\w.,/\-–−±<>=≥≤+])(?:(?P<millions>\d{{1,3}}(?:\.\d+)?) (?P<great>million|thousand)"
    rf"|(?P<figures>\d{{1,3}}(?:[,  ]\d{{3}})+|\d{{1,7}})"
    rf"|(?P<words>(?:{_WORD})(?:(?:-| and | )(?:{_WORD}))*))(?![\w%‰°]|[.,:/–−]\d|[-–]\w| ?[–−±×] ?\d)",
    re.IGNORECASE,
)


def numbers_in(text: str) -> Iterator[tuple[int, int, int]]:
    """Every whole number of the text: where it starts, where it ends, and its value.

    Decimals, shares, ranges, ratios and parts of names are none.
    """
    for found in _NUMBER.finditer(text):
        value = _value(found)
        if value:
            yield found.start(), found.end(), value


def _value(found: re.Match[str]) -> int:
    if found["millions"]:
        factor = 1_000_000 if found["great"].lower() == "million" else 1000
        return round(float(found["millions"]) * factor)
    if found["figures"]:
        return int(re.sub(r"\D", "", found["figures"]))
    return _spelt(re.findall(_WORD, found["words"].lower()))


def _spelt(words: list[str]) -> int:
    total = current = 0
    for word in words:
        if word == "thousand":
            total += max(current, 1) * 1000
            current = 0
        elif word == "hundred":
            current = max(current, 1) * 100
        else:
            current += _SMALL[word]
    return total + current
