"""Which generation came after which: by their numbers and parents, never by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors.library import (
    DamagedGenerationError,
    IncompatibleGenerationError,
    LibraryNotReadableError,
)
from index.store.manifest import number_of, read_manifest

if TYPE_CHECKING:
    from pathlib import Path


def standing(generations: Path) -> tuple[str, ...]:
    """The ids of all generations in this folder, oldest first, sound or not.

    Raises:
        LibraryNotReadableError: This user may not read it.
    """
    try:
        names = [entry.name for entry in generations.iterdir() if entry.is_dir()]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise LibraryNotReadableError(generations, str(error.strerror)) from error
    numbered = [(number, name) for name in names if (number := number_of(name)) is not None]
    return tuple(name for _, name in sorted(numbered))


def next_number(generations: Path) -> int:
    """Greater than that of any generation in this folder."""
    newest = next(reversed(standing(generations)), "")
    return (number_of(newest) or 0) + 1


def parent_of(generation: str, generations: Path) -> str | None:
    """What it came from; where that is gone or it cannot tell any more, the newest before it."""
    known = standing(generations)
    try:
        parent = read_manifest(generations / generation).parent
    except (DamagedGenerationError, IncompatibleGenerationError):
        pass
    else:
        if parent is None or parent in known:
            return parent
    number = number_of(generation) or 0
    return next((g for g in reversed(known) if (number_of(g) or 0) < number), None)


def by_worth(current: str | None, generations: Path) -> list[str]:
    """All generations: the current one and those it came from, then the rest, newest first."""
    known = standing(generations)
    line: list[str] = []
    generation = current
    while generation in known and generation not in line:
        line.append(generation)
        generation = parent_of(generation, generations)
    return line + [other for other in reversed(known) if other not in line]
