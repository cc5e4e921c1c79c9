"""A table's records, line by line: a quotation mark that never closes swallows no whole row.

The csv module reads on to the next mark, however many rows later; here each line it swallowed is looked
at again on its own, and is a record if it looks like one.
"""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LONGEST: Final = 1024 * 1024
"""Characters of a line; the longest of the real file have 20,000."""


class Record(NamedTuple):
    """A row of a table.

    Attributes:
        line: The number of its first line in the file, from 1.
        row: Its cells.
        problem: Why it cannot be read, in a clause; "" where it can.
    """

    line: int
    row: Sequence[str]
    problem: str = ""


def lines_of(stream: BinaryIO) -> Iterator[str]:
    """The lines of a file, whose encoding may change from one to the next, as hands mended it.

    Raises:
        UnicodeError: It is said to be UTF-16 and is not.
    """
    mark = stream.read(2)
    stream.seek(0)
    if mark in _UTF16:
        decoded = io.TextIOWrapper(stream, encoding="utf-16", newline="")
        try:
            yield from decoded
        finally:
            decoded.detach()  # the file is its opener's to close
        return
    first = True
    while line := stream.readline(_LONGEST):
        if first:
            line, first = line.removeprefix(codecs.BOM_UTF8), False
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            yield line.decode("cp1252", "replace")


def records_of(
    lines: Iterator[str], *, delimiter: str, is_row: Callable[[Sequence[str]], bool]
) -> Iterator[Record]:
    """The records in the lines that follow the header.

    Args:
        lines: Behind the header, which is line 1.
        delimiter: Between cells.
        is_row: Whether cells are a row of this table.
    """
    taken: list[str] = []

    def feed() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            yield line

    reader = csv.reader(feed(), delimiter=delimiter)
    before = 1
    while True:
        line, problem = before + 1, ""
        taken.clear()
        row: Sequence[str] = ()
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problem = f"it is no CSV ({error})"
        before += len(taken)
        if len(taken) <= 1 and not problem:
            if row:
                yield Record(line, row)
            continue
        yield from _apart(list(taken), line, Record(line, row, problem), delimiter, is_row)


def _apart(
    taken: Sequence[str],
    line: int,
    whole: Record,
    delimiter: str,
    is_row: Callable[[Sequence[str]], bool],
) -> Iterator[Record]:
    """The record of several lines, or the first of them and the rows that it swallowed."""
    swallowed: list[Record] = []
    for place, one in enumerate(taken[1:], start=1):
        row = _alone(one, delimiter)
        if is_row(row):
            swallowed.append(Record(line + place, row))
    if not swallowed:
        yield whole
        return
    row = _alone(taken[0], delimiter)
    problem = "" if is_row(row) else "a quotation mark in it never closes"
    yield Record(line, row, problem)
    yield from swallowed


def _alone(line: str, delimiter: str) -> Sequence[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), ())
    except csv.Error:
        return ()
