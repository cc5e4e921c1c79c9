"""What every keeper of a table shares: short transactions, and writes that both databases understand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import CursorResult, Executable, Row
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.state.tables import Base


class Store:
    """Reads and writes some tables.

    Every verb raises `SQLAlchemyError` where the database fails.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def _all(self, query: Executable) -> Sequence[Row[Any]]:
        async with self._engine.connect() as connection:
            return (await connection.execute(query)).all()

    async def _first(self, query: Executable) -> Row[Any] | None:
        async with self._engine.connect() as connection:
            return (await connection.execute(query)).first()

    async def _write(self, *statements: Executable) -> int:
        """Do all of it or nothing; returns how many rows the last one touched."""
        touched = 0
        async with self._engine.begin() as connection:
            for statement in statements:
                touched = _touched(await connection.execute(statement))
        return touched

    def _put(
        self, table: type[Base], values: Mapping[str, Any], *, keys: Sequence[str]
    ) -> Executable:
        """Insert, or replace the row with these keys."""
        statement = self._dialect.insert(table).values(**values)
        changed = {name: value for name, value in values.items() if name not in keys}
        return statement.on_conflict_do_update(index_elements=list(keys), set_=changed)

    def _new(
        self, table: type[Base], values: Mapping[str, Any] | Sequence[Mapping[str, Any]]
    ) -> Executable:
        """Insert; a row whose keys are taken stays as it is, and counts as untouched."""
        return self._dialect.insert(table).values(values).on_conflict_do_nothing()

    @property
    def _dialect(self) -> Any:  # noqa: ANN401 - two modules with the same verbs
        return postgresql if self._engine.dialect.name == "postgresql" else sqlite


def _touched(result: CursorResult[Any]) -> int:
    return max(0, result.rowcount)
