# ruff: noqa: INP001 - Alembic loads this file by its path
"""Run by Alembic, on the connection that `bot.state.database` hands it."""

from __future__ import annotations

from alembic import context

from bot.state.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
