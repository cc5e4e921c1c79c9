"""The database behind the state: opened, brought to this version's tables, and closed."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import QueuePool

from bot.errors import StateError

if TYPE_CHECKING:
    from sqlalchemy import Connection

MIGRATIONS: Final = Path(__file__).parent / "migrations"
FILE: Final = "footnote.sqlite"
"""In the state folder."""
_BUSY_MS: Final = 5000
"""How long a write waits for another process's."""

_LAST_WORDS: Final = 5.0
_GLANCE: Final = 0.01
"""Seconds that what is under way has to end before the database is closed, and between two looks."""


def database_url(folder: Path, url: str | None) -> str:
    """The operator's database, or the file in the state folder."""
    return url or f"sqlite+aiosqlite:///{folder / FILE}"


def engine_of(url: str) -> AsyncEngine:
    """An engine that has not connected yet.

    Raises:
        StateError: The URL is none, or its driver is not installed.
    """
    try:
        # Else an error would name its parameters, and the log what a member asked.
        engine = create_async_engine(make_url(url), hide_parameters=True)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StateError(
            "FOOTNOTE_DATABASE_URL names no database that can be used; write it as "
            "sqlite+aiosqlite:///FILE or postgresql+asyncpg://USER:PASSWORD@HOST/NAME, "
            "and install the driver that it names"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    return engine


async def migrate(engine: AsyncEngine) -> None:
    """Bring the tables to this version.

    Raises:
        StateError: The database cannot be opened or written, or a later version made it.
    """
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade)
            # A database that can only be read would open, and fail at the first answer.
            await connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
    except (DBAPIError, OSError) as error:
        place = engine.url.render_as_string(hide_password=True)
        reason = str(error.orig) if isinstance(error, DBAPIError) else error.strerror
        raise StateError(
            f"cannot open the database {place} ({reason}); mend its folder's permissions or "
            f"its server, or set FOOTNOTE_STATE or FOOTNOTE_DATABASE_URL to another place"
        ) from error
    except CommandError as error:
        raise StateError(
            "the database was made by a later version of Footnote; start that version, "
            "or set FOOTNOTE_STATE to another folder"
        ) from error


async def close(engine: AsyncEngine) -> None:
    """Let go of the database once what is being read and written is done, or a few seconds on.

    A connection that is in use while the engine is disposed of would never be closed.
    """
    pool = engine.pool
    with suppress(TimeoutError):
        async with asyncio.timeout(_LAST_WORDS):
            while isinstance(pool, QueuePool) and pool.checkedout():  # noqa: ASYNC110 - a pool tells nobody
                await asyncio.sleep(_GLANCE)
    await engine.dispose()


async def scrub(engine: AsyncEngine) -> None:
    """Leave nothing of what was deleted in SQLite's write-ahead file, unless a reader holds it open.

    PostgreSQL frees it at its next vacuum, by itself or by its operator's.
    """
    if engine.dialect.name != "sqlite":
        return
    async with engine.connect() as connection:
        apart = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await apart.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _prepare_sqlite(connection: Any, _: object) -> None:  # noqa: ANN401 - any driver's connection
    cursor = connection.cursor()
    # Readers do not wait for a writer, and a killed bot loses nothing that was committed.
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    # What a member deletes is overwritten, not only unlisted.
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    cursor.close()
