"""Numbers and dates as they stand in a sentence, with what belongs to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.quoting.vocabulary import any_of
from bot.answering.support.vocabulary import NUMERALS, SCALES, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNIT: Final = "|".join(
    re.escape(unit) for unit in sorted(UNITS, key=lambda unit: (-len(unit), unit))
)
_WORDED: Final = any_of(NUMERALS)
_HUNDREDS: Final = any_of(SCALES)
_FIGURE: Final = r"\d+(?:[,\u2009\u202f\u00a0 ]\d{3}(?!\d))*(?:[.·]\d+)?"
_ONE: Final = rf"(?:[$€£]\s?)?(?:{_FIGURE}|{_WORDED}\b)(?:\s?%|\s?{_HUNDREDS}\b)?"
_ABOUT: Final = (
    r"(?:(?:an?\s+estimated|about|around|approximately|nearly|almost|roughly|at\s+least|at\s+most|up\s+to|over|under"
    r"|more\s+than|less\s+than|fewer\s+than|between)\s+|[~≈∼<>≤≥±]\s?)?"
)
_AMOUNT: Final = re.compile(
    # "COVID-19", "IL-6" and "p53" are names.
    rf"(?<![\w.-])(?<!\d,){_ABOUT}{_ONE}"
    rf"(?:(?:\s?(?:{_UNIT})(?![^\W\d_]))?\s?(?:-|–|—|−|to)\s?{_ONE}|\s?(?:and|or)\s?{_ONE})?"
    rf"(?:[\s-]?(?:{_UNIT})(?![^\W\d_]))?(?:\s+old\b)?",
    re.IGNORECASE,
)
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
MONTH: Final = re.compile(rf"{_MONTH}(?:\s.*)?")
"""A month's name, and what follows it."""

_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_DATE: Final = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s+{_YEAR})?|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+{_YEAR})?"
    rf"|{_MONTH}\s+{_YEAR}|{_YEAR}-\d\d-\d\d|(?:(?:early|mid|late)[\s-])?{_YEAR}s?(?:\s?[-–]\s?(?:{_YEAR}|\d\d))?)\b(?![-‐]\w)"
)
_NO_AMOUNT: Final = re.compile(
    r"\b(?:Tables?|Fig(?:ure)?s?\.?|Sections?|Box|stud(?:y|ies)|experiments?|trial|wave|step|item|type|types|phase|stage|group|grade|version|chapter|equation|eq\.?)\s*$",
    re.IGNORECASE,
)


def amounts(text: str) -> Iterator[re.Match[str]]:
    """Each number with its unit, its other end and its "about"; dates and numbers of names left out."""
    dated = [match.span() for match in dates(text)]
    for match in _AMOUNT.finditer(text):
        if _NO_AMOUNT.search(text[: match.start()]):
            continue
        if not any(start < match.end() and match.start() < end for start, end in dated):
            yield match


def dates(text: str) -> Iterator[re.Match[str]]:
    """Each date or year."""
    yield from _DATE.finditer(text)
