"""What a report is made of: nouns that know their numbers and words, and nothing of HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; other addresses than http(s) lead nowhere and stay words."""

    text: str
    address: str


Cell: TypeAlias = "str | int | float | Link | None"
"""What stands in a table: a whole number gets its thousands parted, None is a dash."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The few numbers that matter most, each under its name."""

    facts: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns.

    Attributes:
        title: What the rows are.
        columns: Their names.
        rows: As many cells each as there are columns.
        note: What a reader should know first; may be empty.
        folded: Whether it is shown only when asked for, as where it is long.
    """

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar for each name: its table and its plot are one.

    Attributes:
        title: What is counted.
        counted: The name of the numbers.
        bars: Numbers by name, none below 0, in the order they are shown.
        named: The name of the names.
        note: What a reader should know first; may be empty.
    """

    title: str
    counted: str
    bars: Mapping[str, float]
    named: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Curves over one axis, with their numbers in a table beside them.

    Attributes:
        title: What is shown.
        across: The name of the axis from left to right.
        up: The name of the axis from bottom to top.
        curves: Points (across, up) by name, in the order they are joined.
        note: What a reader should know first; may be empty.
    """

    title: str
    across: str
    up: str
    curves: Mapping[str, Sequence[tuple[float, float]]]
    note: str = ""


Part: TypeAlias = Words | Facts | Table | Bars | Lines


@dataclass(frozen=True, slots=True)
class Section:
    """Parts under a heading."""

    heading: str
    parts: Sequence[Part] = field(default_factory=tuple[Part, ...])
