"""The pointer of a library: one small file that names the generation to serve, moved in one step."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Final

from index.disk import replace_file, unfinished
from index.errors.library import (
    DamagedGenerationError,
    LibraryNotReadableError,
    NoGenerationError,
)
from index.store.manifest import number_of

if TYPE_CHECKING:
    from pathlib import Path

_POINTER: Final = "CURRENT"
_ABANDONED_SECONDS: Final = 60.0


def read_pointer(library: Path) -> str:
    """The id of the generation it names.

    Raises:
        NoGenerationError: Nothing was ever published here.
        DamagedGenerationError: The pointer is garbage.
        LibraryNotReadableError: This user may not read it.
    """
    pointer = library / _POINTER
    try:
        found = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise NoGenerationError(library) from error
    except UnicodeDecodeError as error:
        raise DamagedGenerationError(_POINTER, "the pointer is no text") from error
    except OSError as error:
        raise LibraryNotReadableError(pointer, error.strerror or str(error)) from error
    if number_of(found) is None:
        raise DamagedGenerationError(_POINTER, "the pointer names no generation")
    return found


def point_to(library: Path, generation: str) -> None:
    """Serve this generation from now on.

    Raises:
        OSError: The folder cannot be written; the pointer stays.
    """
    replace_file(library / _POINTER, generation + "\n")


def clear_pointers(library: Path) -> None:
    """Remove what killed moves left."""
    for left in unfinished(library / _POINTER):
        # A roll back needs no lock and may be writing one of these now.
        if time() - left.stat().st_mtime > _ABANDONED_SECONDS:
            left.unlink()
