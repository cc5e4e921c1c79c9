"""How files reach the disk: written whole, synced, and moved into place in one step."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_CHUNK = 1 << 20


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, read in pieces."""
    seal = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            seal.update(chunk)
    return seal.hexdigest()


def sync_file(path: Path) -> None:
    """Return once the file's bytes would survive a power cut."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Return once the folder's list of names would survive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_file(path: Path, text: str) -> None:
    """Give `path` this content in one step: a reader sees the old text or the new, never a part.

    A kill in the middle leaves a file that `unfinished` finds.
    """
    replace_by(path, lambda beside: beside.write_text(text, encoding="utf-8", newline=""))


def replace_by(path: Path, write: Callable[[Path], object]) -> None:
    """Put what `write` makes at the path it is given in the place of `path`, in one step."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write(beside)
        sync_file(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)


def unfinished(path: Path) -> Iterator[Path]:
    """What killed calls of `replace_file` left beside `path`."""
    return path.parent.glob(f".{path.name}.*")
