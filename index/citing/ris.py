"""Entries as RIS: for EndNote, Zotero, Mendeley and the databases that import it.

A field is a line, and a line that begins like a tag is one: no value may hold a line break.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import rispy
from typing_extensions import override

from index.citing.entry import JOURNAL, PAGE, PREPRINT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.citing.entry import CslName, Dates, Entry

_TYPES: Final = {JOURNAL: "JOUR", PREPRINT: "UNPB", PAGE: "ELEC"}
_RANGE: Final = re.compile(r"\s*(\w+)\s*[-–]\s*(\w+)\s*")


class _Unnumbered(rispy.RisWriter):
    """The file begins with its first tag, as the format has it, and with no "1."."""

    @override
    def set_header(self, count: int) -> str:
        return ""


def ris(entries: Sequence[Entry]) -> str:
    """The entries as one RIS file."""
    return rispy.dumps([_record(entry) for entry in entries], implementation=_Unnumbered)


def _record(entry: Entry) -> dict[str, object]:
    paged = _RANGE.fullmatch(entry.get("page", ""))
    notes = [note for note in (entry.get("genre", ""), entry.get("note", "")) if note]
    stated: dict[str, object] = {
        "type_of_reference": _TYPES[entry["type"]],
        "id": entry["id"],
        "authors": [_name(name) for name in entry.get("author", ())],
        "title": entry.get("title", ""),
        "secondary_title": entry.get("container-title", ""),
        "publisher": entry.get("publisher", ""),
        "year": _date(entry.get("issued"))[:4],
        "date": _date(entry.get("issued")),
        "volume": entry.get("volume", ""),
        "number": entry.get("issue", ""),
        "start_page": paged[1] if paged else entry.get("page", ""),
        "end_page": paged[2] if paged else "",
        "doi": entry.get("DOI", ""),
        "urls": [entry["URL"]] if "URL" in entry else [],
        "access_date": _date(entry.get("accessed")),
        "accession_number": entry.get("PMID", ""),
        "language": entry.get("language", ""),
        "notes": notes,
    }
    return {name: value for name, value in stated.items() if value}


def _name(name: CslName) -> str:
    """Family, given, suffix; a body's name without commas, which would divide it."""
    if "literal" in name:
        return re.sub(r"\s*,\s*", " ", name["literal"]).strip()
    family = f"{name.get('non-dropping-particle', '')} {name.get('family', '')}".strip()
    parts = (family, name.get("given", ""), name.get("suffix", ""))
    return ", ".join(part.replace(",", " ").strip() for part in parts if part)


def _date(dates: Dates | None) -> str:
    """The date as YYYY/MM/DD, as exact as stated."""
    return "/".join(f"{part:02d}" for part in dates["date-parts"][0]) if dates else ""
