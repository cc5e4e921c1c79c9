"""A date as people print it becomes ISO 8601, as exact as stated and never more."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![\w/-]|\.\d)", re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-/.](?P<number>[01]?\d)[-/.](?P<day>[0-3]?\d)(?:[T ]\d\d:\d\d[\d:.,]*(?:\s?Z|\s?[+-]\d\d:?\d\d)?)?",
        rf"{_DAY}\s*(?:of\s+)?[-\s]?{_MONTH},?[-\s]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        rf"{_YEAR}-(?P<number>[01]\d)",
        rf"(?P<first>[0-3]?\d)(?P<mark>[/.])(?P<second>[0-3]?\d)(?P=mark){_YEAR}",
    )
)
_YEAR_ALONE = re.compile(rf"\A\s*{_YEAR}\s*\Z")
_LONGEST = 10_000


class Dated(NamedTuple):
    """A date found in a text, and where."""

    iso: str
    start: int
    end: int


def find_date(text: str) -> Dated | None:
    """The first date printed in `text`: "19 March 2017", "Mar. 19, 2017", "2017-03-19T07:00Z"."""
    found = [
        Dated(iso, match.start(), match.end())
        for form in _FORMS
        for match in form.finditer(text[:_LONGEST])
        if (iso := _iso(match))
    ]
    # At one place the longest form is the whole date: "March 2017" also stands in "19 March 2017".
    return min(found, key=lambda dated: (dated.start, -dated.end), default=None)


def iso_date(text: str) -> str:
    """The first date of `text` in ISO 8601, "" for none; a year alone counts if it is all there is."""
    if year := _YEAR_ALONE.match(text):
        return year["year"]
    dated = find_date(text)
    return dated.iso if dated else ""


def iso_of(year: int, month: int | None = None, day: int | None = None) -> str:
    """ISO 8601 of these parts, without those that are no part of a calendar."""
    if not month or not 1 <= month <= len(_MONTHS):
        return f"{year:04d}"
    try:
        return date(year, month, day or 0).isoformat()
    except ValueError:
        return f"{year:04d}-{month:02d}"


def month_number(name: str) -> int | None:
    """3 for "March", "Mar." and "3"; None for what is no month."""
    name = name.strip().rstrip(".").lower()
    if name.isascii() and name.isdecimal():
        return int(name[:4])
    short = name[:3]
    numbers = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(short)]
    return numbers[0] if len(short) == 3 and numbers else None  # noqa: PLR2004 - "mar", "jun", "jul"


def _iso(match: re.Match[str]) -> str:
    parts = match.groupdict()
    year = int(parts["year"])
    if parts.get("mark"):
        return _numeric(year, int(parts["first"]), int(parts["second"]), mark=parts["mark"])
    month = int(parts["number"]) if parts.get("number") else month_number(parts["month"])
    day = parts.get("day")
    if month is None or not 1 <= month <= len(_MONTHS):
        return ""
    return iso_of(year, month, int(day) if day else None)


def _numeric(year: int, first: int, second: int, *, mark: str) -> str:
    """Day and month by number; where either order could be meant, only the year is sure."""
    if mark == "." or first > len(_MONTHS):
        return iso_of(year, second, first)
    if second > len(_MONTHS):
        return iso_of(year, first, second)
    return iso_of(year, first, second) if first == second else f"{year:04d}"
