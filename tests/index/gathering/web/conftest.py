"""Outlets on loopback, and a library that is fed from them night after night."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from index.building.build import BuildOptions, build
from index.building.held import held
from index.gathering.found import found
from index.gathering.web.options import WebOptions
from index.store.library import Library
from tests.index.hashing_embedder import HashingEmbedder
from tests.outlets import Outlet

if TYPE_CHECKING:
    from collections.abc import Generator

    from index.building.report import BuildReport
    from index.sources.source import Skipped


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything beside this file may ask this machine, and nobody else."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


@pytest.fixture
def outlet() -> Generator[Outlet]:
    """A server without any page yet."""
    with Outlet() as server:
        yield server


def hasty(**options: Any) -> WebOptions:
    """Options for a server that is our own, and need not be spared."""
    usual: dict[str, Any] = {
        "seconds_between": 0.0,
        "backoff_seconds": 0.01,
        "connect_seconds": 2.0,
        "idle_seconds": 2.0,
        "total_seconds": 3.0,
        "longest_wait": 2.0,
        "allow_private": frozenset({"127.0.0.1"}),
    }
    return WebOptions(**usual | options)


class Nights:
    """A library, and the builds that a timer starts every night.

    Attributes:
        library: The library.
        last: The report of the last night.
    """

    def __init__(self, folder: Path) -> None:
        self.library = Library(folder)
        self.last: BuildReport | None = None
        self.embedder = HashingEmbedder()

    def run(
        self,
        *places: str,
        web: WebOptions | None = None,
        allow_removals: bool = True,
        afresh: bool = False,
    ) -> BuildReport:
        """One night."""
        how = BuildOptions(allow_removals=allow_removals, afresh=afresh)
        listed = found(
            places,
            web=web or hasty(),
            memory=self.library.web,
            held=lambda: held(self.library, how),
        )
        self.last = build(
            self.library, listed.sources, roots=listed.roots, embedder=self.embedder, options=how
        )
        return self.last

    def pages(self) -> dict[str, str]:
        """The title of every article, by where it was read; the host is left out."""
        with self.library.open() as generation:
            records = list(generation.records.articles())
        return {_path(r.locator): r.article.metadata.title for r in records}

    def skipped(self) -> dict[str, str]:
        """Reasons of the last night, by where; the host is left out."""
        assert self.last is not None
        return reasons(self.last.skipped)


def reasons(skipped: tuple[Skipped, ...]) -> dict[str, str]:
    """Reasons by place, without the host."""
    return {_path(one.locator): one.reason for one in skipped}


def _path(locator: str) -> str:
    return "/" + locator.split("/", 3)[3] if locator.startswith("http") else locator


@pytest.fixture
def nights(tmp_path: Path) -> Nights:
    """An empty library."""
    return Nights(tmp_path / "library")
