"""What could not be read, kept beside the generations: it is not tried again before it changes.

It only saves time: a file of failures that is damaged is taken as none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from index.disk import replace_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that gave no article: the same fingerprint and readers would give none again.

    Attributes:
        root: As given to the build.
        locator: Under its root.
        fingerprint: Of its bytes and what was supplied.
        readers: The version of the readers that tried.
        reason: A short clause, with no path in it.
    """

    root: str
    locator: str
    fingerprint: str
    readers: str
    reason: str


_FAILURES: TypeAdapter[tuple[Failure, ...]] = TypeAdapter(tuple[Failure, ...])


def read_failures(path: Path) -> tuple[Failure, ...]:
    """The failures in this file; none where it is missing or damaged.

    Raises:
        OSError: It may not be read.
    """
    try:
        return _FAILURES.validate_json(path.read_bytes())
    except (FileNotFoundError, ValidationError):
        return ()


def write_failures(path: Path, failures: Sequence[Failure]) -> None:
    """Keep these, in place of those there were.

    Raises:
        OSError: The disk is full or the folder cannot be written.
    """
    if tuple(failures) != read_failures(path):
        replace_file(path, _FAILURES.dump_json(tuple(failures), indent=1).decode() + "\n")
