"""A copy of the state's file while the bot writes to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from bot.errors import StateError
from bot.state.database import FILE
from index.disk import replace_by

if TYPE_CHECKING:
    from pathlib import Path


def back_up(folder: Path, target: Path) -> int:
    """Copy the database in `folder` to `target`, which appears whole or not at all; returns its bytes.

    The copy is the database at one moment, also while a bot writes, and a single file.

    Raises:
        StateError: There is none, or it cannot be copied.
    """
    source = folder / FILE
    if not source.is_file():
        raise StateError(f"there is no {source}; is FOOTNOTE_STATE the bot's own?")

    def write(staged: Path) -> None:
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as live,
            closing(sqlite3.connect(staged)) as copy,
        ):
            staged.chmod(0o600)  # it holds what members asked
            live.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # else the copy would be three files
            _check(copy)

    try:
        replace_by(target, write)
    except (OSError, sqlite3.Error) as error:
        raise StateError(f"cannot copy {source} to {target} ({error})") from error
    return target.stat().st_size


def _check(copy: sqlite3.Connection) -> None:
    (found,) = copy.execute("PRAGMA integrity_check").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError(found)
