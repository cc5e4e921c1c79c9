"""A library of three generations, and other processes that work on it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.store.library import Library
from tests.index.store.three import Child
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from collections.abc import Callable, Generator


@pytest.fixture(scope="session")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library to be copied before anything is done to it."""
    folder = tmp_path_factory.mktemp("three") / "library"
    for number in range(3):
        library_of(folder, article(f"Bees {number}", FILLER))
    return folder


@pytest.fixture
def library(three: Path, tmp_path: Path) -> Library:
    """Three generations; the third is current."""
    return Library(Path(shutil.copytree(three, tmp_path / "library")))


@pytest.fixture
def child() -> Generator[Callable[..., Child]]:
    """Starts children and ends those a test left."""
    children: list[Child] = []

    def start(code: str, *arguments: object) -> Child:
        children.append(Child(code, *arguments))
        return children[-1]

    yield start
    for one in children:
        one.end()
