"""Lends out the one thing that is served, and closes a replaced one when its last user is done."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator


class Closeable(Protocol):
    """Something that holds files until it is closed."""

    def close(self) -> None:
        """Let go of the files."""
        ...


Thing = TypeVar("Thing", bound=Closeable)


class _Loan(Generic[Thing]):
    """A thing, how many use it, and whether it was replaced; guarded by its desk's lock."""

    def __init__(self, thing: Thing) -> None:
        self.thing = thing
        self.users = 0
        self.replaced = False


class Lending(Generic[Thing]):
    """One reference that any thread may borrow and any thread may replace."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._current: _Loan[Thing] | None = None

    @property
    def current(self) -> Thing | None:
        """What a borrower would get now; to look at, not to use."""
        loan = self._current
        return loan.thing if loan else None

    @contextmanager
    def borrow(self) -> Generator[Thing | None]:
        """The current thing, open until the block ends even if it is replaced meanwhile."""
        with self._lock:
            loan = self._current
            if loan:
                loan.users += 1
        if loan is None:
            yield None
            return
        try:
            yield loan.thing
        finally:
            with self._lock:
                loan.users -= 1
                last = loan.replaced and not loan.users
            if last:
                loan.thing.close()

    def replace(self, thing: Thing | None) -> None:
        """Lend this from now on; None lends nothing."""
        with self._lock:
            old, self._current = self._current, _Loan(thing) if thing is not None else None
            idle = old is not None and not old.users
            if old:
                old.replaced = True
        if old and idle:
            old.thing.close()
