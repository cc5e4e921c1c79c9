"""The state on each database it promises to work on: SQLite always, PostgreSQL where one is running."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.state.state import State

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

POSTGRES = "TEST_POSTGRES_URL"
"""Names a server where a test may make and drop databases; `.ci/run` starts one."""


@pytest.fixture(params=["sqlite", "postgres"])
async def database(request: pytest.FixtureRequest) -> AsyncGenerator[str | None]:
    """The URL of an empty database; None for the file in the state folder."""
    if request.param == "sqlite":
        yield None
        return
    server = os.environ.get(POSTGRES)  # noqa: TID251 - no setting of the bot's
    if not server:
        pytest.skip(f"no PostgreSQL server: {POSTGRES} is not set")
    url, name = make_url(server), f"footnote_{secrets.token_hex(6)}"
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {name}"))
    yield url.set(database=name).render_as_string(hide_password=False)
    async with engine.connect() as connection:
        await connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    await engine.dispose()


@pytest.fixture
async def state(tmp_path: Path, database: str | None) -> AsyncGenerator[State]:
    """What the bot remembers, empty and open."""
    made = State(tmp_path, url=database)
    await made.open()
    yield made
    await made.close()
