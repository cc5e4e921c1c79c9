"""Dates as records state them: year first in words, in parts, as a number of seconds."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, cast

from index.sources.rules.dates import iso_date, iso_of, month_number
from index.sources.rules.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_YEAR_FIRST: Final = re.compile(
    r"\s*(?P<year>1[6-9]\d\d|20\d\d)(?:\s+(?P<month>[A-Za-z]{3,9})\.?(?:\s+(?P<day>[0-3]?\d)(?![\d-]))?)?"
    r"(?:\s*[-/–].*|\s+[A-Za-z].*|\s*)",
)
_COMPACT: Final = re.compile(r"\s*(1[6-9]\d\d|20\d\d)(\d\d)(\d\d)\s*")
_SECONDS: Final = range(10**8, 2**32)
_MILLISECONDS: Final = 1_000
_PARTS: Final = ("year", "month", "day")


def date_in(value: object) -> str:
    """ISO 8601 of a date in any shape that records have, as exact as stated; "" for none."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, str):
        return date_of(plain(value))
    if isinstance(value, list):
        return _parts(cast("list[object]", value))
    return _named(cast("dict[str, object]", value)) if isinstance(value, dict) else ""


def date_of(text: str) -> str:
    """ISO 8601 of a date in words; of a span, such as "2000 Nov-Dec", the beginning."""
    if compact := _COMPACT.fullmatch(text):
        return iso_of(*(int(part) for part in compact.groups()))
    found = _YEAR_FIRST.fullmatch(text)
    if not found:
        return iso_date(text)
    exact = "" if found["month"] else iso_date(text)
    month = month_number(found["month"] or "")
    return exact or iso_of(int(found["year"]), month, int(found["day"]) if found["day"] else None)


def _number(value: float) -> str:
    if not abs(value) < 10**14:  # also where it is no number at all
        return ""
    whole = int(value)
    seconds = whole // _MILLISECONDS if whole // _MILLISECONDS in _SECONDS else whole
    # 20170319 would be August of 1970, which no export means.
    if seconds in _SECONDS:
        return datetime.fromtimestamp(seconds, tz=UTC).date().isoformat()
    return date_of(str(whole))


def _parts(values: Sequence[object]) -> str:
    """[2017, 3, 19], or such a list inside a list, as Crossref has them."""
    numbers = [str(value) for value in values[:3]]
    if len(numbers) > 1 and all(number.isdecimal() for number in numbers):
        return date_of(numbers[0]) and iso_of(*(int(number[:4]) for number in numbers))
    return date_in(values[0]) if values else ""


def _named(value: dict[str, object]) -> str:
    lowered = {key.lower(): one for key, one in value.items()}
    if "date-parts" in lowered:
        return date_in(lowered["date-parts"])
    if lowered.get("year"):
        words = (str(lowered.get(part) or "") for part in _PARTS)
        year, month, day = (word.strip() for word in words)
        if not date_of(year):
            return ""
        day = day if day.isdecimal() and day.isascii() else ""
        return iso_of(int(date_of(year)[:4]), month_number(month), int(day[:2]) if day else None)
    for key in ("$date", "date", "iso", "raw", "start", "value"):
        if iso := date_in(lowered.get(key)):
            return iso
    return ""
