"""Tables of articles, as spreadsheets and databases export them: a header, then one record a row."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from index.errors.sources import NoArticleError, UnreadableSourceError
from index.sources.records import keys
from index.sources.records.article_record import draft_of
from index.sources.source import MAX_SOURCE_BYTES, Draft, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The module's own limit of 128 KB is shorter than a long paper in one cell.
csv.field_size_limit(MAX_SOURCE_BYTES)

_DELIMITERS: Final = (",", "\t", ";", "|")
_KNOWN: Final = frozenset(
    name
    for group in (
        *(
            keys.TITLE,
            keys.BODY,
            keys.ABSTRACT,
            keys.AUTHORS,
            keys.OUTLET,
            keys.PUBLISHED,
            keys.TOPICS,
        ),
        *(
            keys.GENRE,
            keys.DOI,
            keys.PMID,
            keys.URL,
            keys.LICENCE,
            keys.LANGUAGE,
            keys.STATUS,
            keys.NAME,
        ),
    )
    for name in group
)
_LEAST_KNOWN: Final = 2
_LONGEST_NAME: Final = 60
_MOST_COLUMNS: Final = 2_000
_HEADER_CHARS: Final = 64 * 1024
_SAMPLE: Final = 200
_SEPARATOR: Final = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
"""Excel's own line, above the header."""


class _Form(NamedTuple):
    """How a table is written."""

    delimiter: str
    quoted: bool = True


class _Row(NamedTuple):
    """Cells and the line they begin on, or why there are none."""

    line: int
    cells: Sequence[str]
    fault: str = ""


def sniff(text: str) -> bool:
    """Whether the first line is a header of known columns, and the next one a row under it."""
    return _form(text) is not None


def read(text: str) -> Iterator[Draft | Fault]:
    """The article of every row, and why some rows give none.

    Raises:
        SourceError: no column holds the articles' words, or it is no table.
    """
    form = _form(text)
    if form is None:
        raise UnreadableSourceError("it is no table of articles")
    rows = _rows(text, form)
    columns = [cell.strip() for cell in next(rows).cells]
    if not any(keys.bare(column) in (*keys.BODY, *keys.ABSTRACT, *keys.LINE) for column in columns):
        raise NoArticleError('its table has no column of words, such as "text" or "abstract"')
    for row in rows:
        if row.fault:
            yield Fault(f"line {row.line}", row.fault)
        elif any(cell.strip() for cell in row.cells):
            yield _record(columns, row)


def _record(columns: Sequence[str], row: _Row) -> Draft | Fault:
    place = f"line {row.line}"
    if any(cell.strip() for cell in row.cells[len(columns) :]):
        return Fault(place, "it has more cells than the table has columns")
    try:
        return draft_of(dict(zip(columns, row.cells, strict=False)))
    except NoArticleError as error:
        return Fault(place, error.reason)


def _form(text: str) -> _Form | None:
    head = text[:_HEADER_CHARS]
    for delimiter in _DELIMITERS:
        form = _Form(delimiter)
        first = next(_rows(head, form), None)
        if first and _is_header([keys.bare(cell) for cell in first.cells]):
            if len(list(islice(_rows(text, form), 2))) < 2:  # noqa: PLR2004 - a header, and a row under it
                return None
            return form if delimiter != "\t" else _tabbed(text)
    return None


def _is_header(cells: Sequence[str]) -> bool:
    brief = 1 < len(cells) <= _MOST_COLUMNS and all(len(cell) <= _LONGEST_NAME for cell in cells)
    known = _KNOWN.intersection(cells)
    return brief and len(known) >= _LEAST_KNOWN and bool(known & keys.ARTICLE)


def _tabbed(text: str) -> _Form:
    """Many programs write tabs without quoting anything: the way that breaks fewer rows is the right one."""
    quoted, bare = _Form("\t"), _Form("\t", quoted=False)
    return bare if _misfits(text, bare) < _misfits(text, quoted) else quoted


def _misfits(text: str, form: _Form) -> float:
    rows = [len(row.cells) for row in islice(_rows(text, form), _SAMPLE)]
    wrong = sum(cells != rows[0] for cells in rows[1:])
    # Where a stray quotation mark swallows the rows behind it, few rows are left.
    return wrong + 1 / (1 + len(rows))


def _rows(text: str, form: _Form) -> Iterator[_Row]:
    above = _SEPARATOR.match(text)
    lines = io.StringIO(text[above.end() :] if above else text, newline="")
    quoting = csv.QUOTE_MINIMAL if form.quoted else csv.QUOTE_NONE
    rows = csv.reader(lines, delimiter=form.delimiter, quoting=quoting)
    while True:
        line = rows.line_num + 1 + bool(above)
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield _Row(line, (), f"it is no CSV ({error})")
            return
        if cells is None:
            return
        yield _Row(line, cells)
