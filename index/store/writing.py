"""A library that cannot be written says so in a sentence, whatever the disk said."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from index.errors.library import LibraryNotWritableError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@contextmanager
def writing(library: Path) -> Generator[None]:
    """Take an OSError of the block for the library's.

    Raises:
        LibraryNotWritableError: The disk is full, or the folder cannot be written.
    """
    try:
        yield
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise LibraryNotWritableError(library, detail) from error
