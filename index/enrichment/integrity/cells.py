"""What the cells of Retraction Watch's table hold: identifiers, dates, natures and reasons."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from index.article import Status
from index.sources.rules.names import doi_of, pubmed_id_of
from index.sources.rules.plain import plain_all

if TYPE_CHECKING:
    from collections.abc import Sequence

NATURES: Final = {
    "retraction": Status.RETRACTED,
    "expression of concern": Status.CONCERN,
    "correction": Status.CORRECTED,
    "reinstatement": Status.REINSTATED,
}
"""Every value of the column RetractionNature."""

_SIMPLE_DOI: Final = re.compile(r"10\.\d{4,9}/[a-z0-9][\w./()-]*\w", re.IGNORECASE | re.ASCII)
_BETWEEN_DOIS: Final = re.compile(
    r"[;,|\s]+(?=(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)?10\.\d{4,9}/)", re.IGNORECASE
)
_BETWEEN_IDS: Final = re.compile(r"[;,|\s]+")
_NUMBER: Final = re.compile(r"[1-9]\d{0,8}")
_AS_FLOAT: Final = re.compile(r"\d(?:\.\d+)?e\+?0?\d", re.IGNORECASE)

_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)\b")
_DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\b")
_MONTHS: Final = 12
_CENTURY: Final = 100
_NEXT_CENTURY: Final = 70
_FIRST_JOURNAL: Final = 1665


def dois(cell: str) -> tuple[str, ...]:
    """The DOIs in a cell, lower case; none where it says "unavailable"."""
    cell = cell.strip()
    if _SIMPLE_DOI.fullmatch(cell) and cell[-1] != "_":
        return (cell.lower(),)
    if "10." not in cell:
        return ()
    found = (doi_of(one) for one in _BETWEEN_DOIS.split(cell))
    return tuple(dict.fromkeys(filter(None, found)))


def pubmed_ids(cell: str) -> tuple[str, ...]:
    """The PubMed ids in a cell: "37476288.0" is one, and 0 is none."""
    cell = cell.strip()
    whole = cell.removesuffix(".0")
    if _NUMBER.fullmatch(whole):
        return (whole,)
    if _AS_FLOAT.fullmatch(cell):
        number = float(cell)
        return (str(int(number)),) if number.is_integer() else ()
    found = (pubmed_id_of(one) for one in _BETWEEN_IDS.split(cell))
    return tuple(dict.fromkeys(filter(None, found)))


def day(cell: str) -> str:
    """The date in a cell in ISO 8601, "" for none: month first, as Americans write it.

    Raises:
        ValueError: there is something, and it is no date.
    """
    if not cell.strip():
        return ""
    if found := _SLASHED.match(cell.strip()):
        month, number, year = map(int, found.groups())
        if month > _MONTHS:
            month, number = number, month
    elif found := _DOTTED.match(cell.strip()):
        number, month, year = map(int, found.groups())
    elif found := _ISO.match(cell.strip()):
        year, month, number = map(int, found.groups())
    else:
        raise ValueError(cell)
    if year < _CENTURY:
        year += 2000 if year < _NEXT_CENTURY else 1900
    stated = date(year, month, number)
    # What stands for "unknown" in tables of dates lies before the first journal.
    return stated.isoformat() if year >= _FIRST_JOURNAL else ""


def reasons(cell: str) -> tuple[str, ...]:
    """The reasons in a cell, without their leading marks."""
    stated: Sequence[str] = cell.split(";")
    return plain_all(one.strip().lstrip("+-").strip() for one in stated)
