"""Retraction Watch's table becomes a register; a damaged row is named and costs no other row."""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from index.article import Notice
from index.enrichment.integrity import cells
from index.enrichment.integrity.lines import Record, lines_of, records_of
from index.enrichment.integrity.register import Entry, Register
from index.errors.asked import RegisterError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SOURCE: Final = "Retraction Watch"

MAX_BYTES: Final = 512 * 1024 * 1024
"""The file has 60,000 rows in 60 MB."""

_DELIMITERS: Final = ",;\t"
_NEEDED: Final = (
    "RetractionNature", "RetractionDate", "RetractionDOI", "RetractionPubMedID", "OriginalPaperDOI",
    "OriginalPaperPubMedID",
)  # fmt: skip
_NOT_A_NAME: Final = re.compile(r"[^a-z0-9]")
_SHOWN: Final = 40


class _Columns(NamedTuple):
    """Where each column stands; -1 for one that may be missing and is."""

    nature: int
    date: int
    notice_doi: int
    notice_pmid: int
    doi: int
    pmid: int
    reason: int
    record: int


def read_register(file: Path, *, checked: str = "") -> Register:
    """The register in this file.

    Args:
        file: Retraction Watch's table as CSV, in UTF-8, UTF-16 or Windows-1252.
        checked: The day it was fetched, ISO 8601; the day the file was last written if left out.

    Raises:
        RegisterError: It cannot be read, is another table, or no row of it can be used.
    """
    try:
        state = file.stat()
        if not file.is_file():
            raise RegisterError(file, "it is no file")
        if state.st_size > MAX_BYTES:
            raise RegisterError(file, f"it is larger than {MAX_BYTES // 2**20} MB")
        day = checked or datetime.fromtimestamp(state.st_mtime, UTC).date().isoformat()
        with file.open("rb") as stream:
            return _register(file, lines_of(stream), day)
    except OSError as error:
        raise RegisterError(file, (error.strerror or "it cannot be read").lower()) from error
    except UnicodeError as error:
        raise RegisterError(file, "its text is in no known encoding") from error


def _register(file: Path, lines: Iterator[str], checked: str) -> Register:
    header = next((line for line in lines if line.strip()), "")
    delimiter = max(_DELIMITERS, key=header.count)
    columns = _columns(file, next(csv.reader([header], delimiter=delimiter)) if header else ())
    faults: list[str] = []
    found: list[Entry] = []
    rows = 0
    read = _Rows(columns)
    for record in records_of(lines, delimiter=delimiter, is_row=read.is_row):
        rows += 1
        try:
            found.extend(read.entries(record))
        except _RowError as error:
            faults.append(f"{read.name(record)}: {error}")
    if not rows:
        raise RegisterError(file, "it has no rows")
    if len(faults) == rows:
        raise RegisterError(file, f"none of its rows can be used ({faults[0]})")
    return Register.of(found, checked=checked, faults=tuple(faults + read.remarks))


def _columns(file: Path, header: Sequence[str]) -> _Columns:
    places = {_plain(name): place for place, name in reversed(list(enumerate(header)))}
    missing = [name for name in _NEEDED if _plain(name) not in places]
    if missing:
        named = ", ".join(missing)
        raise RegisterError(file, f"its first line names no column {named}")
    needed = (places[_plain(name)] for name in _NEEDED)
    return _Columns(*needed, reason=places.get("reason", -1), record=places.get("recordid", -1))


def _plain(name: str) -> str:
    return _NOT_A_NAME.sub("", name.lower())


class _RowError(ValueError):
    """A row cannot be used; says why."""


class _Rows:
    """Rows of one table."""

    def __init__(self, columns: _Columns) -> None:
        self._columns = columns
        self._width = max(columns) + 1
        # Few days and lists of reasons differ, and each is kept once.
        self._days: dict[str, str] = {}
        self._reasons: dict[str, tuple[str, ...]] = {}
        self.remarks: list[str] = []

    def is_row(self, row: Sequence[str]) -> bool:
        """Whether these cells are a whole row, and not a line of some cell's text."""
        return len(row) >= self._width and self._nature(row) in cells.NATURES

    def name(self, record: Record) -> str:
        """A row as a person finds it again."""
        place = self._columns.record
        number = record.row[place].strip() if 0 <= place < len(record.row) else ""
        named = f"row {number[:_SHOWN]} " if number else ""
        return f"{named}(line {record.line})" if named else f"line {record.line}"

    def entries(self, record: Record) -> Sequence[Entry]:
        """What the row says, once for each work it names."""
        if record.problem:
            raise _RowError(record.problem)
        row, columns = record.row, self._columns
        if len(row) < self._width:
            raise _RowError(f"it has {len(row)} cells, and its columns are {self._width}")
        nature = self._nature(row)
        if nature not in cells.NATURES:
            raise _RowError(f'"{row[columns.nature][:_SHOWN]}" is no nature of a notice')
        published = self._day(record)
        notice_dois = cells.dois(row[columns.notice_doi])
        notice_pmids = cells.pubmed_ids(row[columns.notice_pmid])
        notice = Notice(
            cells.NATURES[nature],
            published=published,
            doi=notice_dois[0] if notice_dois else "",
            pmid=notice_pmids[0] if notice_pmids else "",
            reasons=self._reason(row),
            source=SOURCE,
        )
        return _entries(cells.dois(row[columns.doi]), cells.pubmed_ids(row[columns.pmid]), notice)

    def _nature(self, row: Sequence[str]) -> str:
        return row[self._columns.nature].strip(" ;").lower()

    def _day(self, record: Record) -> str:
        cell = record.row[self._columns.date]
        if cell not in self._days:
            try:
                self._days[cell] = cells.day(cell)
            except ValueError:
                self.remarks.append(f'{self.name(record)}: "{cell[:_SHOWN]}" is no date; left out')
                return ""
        return self._days[cell]

    def _reason(self, row: Sequence[str]) -> tuple[str, ...]:
        cell = row[self._columns.reason] if self._columns.reason >= 0 else ""
        if cell not in self._reasons:
            self._reasons[cell] = cells.reasons(cell)
        return self._reasons[cell]


def _entries(dois: Sequence[str], pmids: Sequence[str], notice: Notice) -> Sequence[Entry]:
    if len(dois) <= 1 and len(pmids) <= 1:
        return (Entry(dois[0] if dois else "", pmids[0] if pmids else "", notice),)
    # Which of several DOIs goes with which of several numbers is not said.
    return (
        *(Entry(doi, "", notice) for doi in dois),
        *(Entry("", pmid, notice) for pmid in pmids),
    )
