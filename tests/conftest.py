"""What tests of every part share: the real model, loaded once, and libraries ready to ask."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from index.building.build import build
from index.gathering.files import gather, root_name
from index.store.library import Library
from index.vectors.embedding import SentenceTransformerEmbedder
from tests.making import library_of

if TYPE_CHECKING:
    from collections.abc import Generator

    from index.article import Article
    from index.vectors.embedding import Embedder

PROJECT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """How hard to try what is left to chance."""
    parser.addoption("--kills", type=int, default=40, help="builds to kill at random moments")


class TinyLibrary(Protocol):
    """Makes a library of just these articles; with the hashing embedder unless told otherwise."""

    def __call__(self, *articles: Article, embedder: Embedder | None = None) -> Library: ...


@pytest.fixture(scope="session", autouse=True)
def everybody_hears_ctrl_c() -> None:
    """A job in a shell's background ignores it, and so would every process that the tests start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def nobody_cuts_the_power() -> Generator[None]:
    """Waiting for the disk would double the time of the tests; that it is asked is tested apart."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="session")
def embedder() -> SentenceTransformerEmbedder:
    """The packaged model; loading it takes seconds, so once a session."""
    return SentenceTransformerEmbedder()


@pytest.fixture(scope="session")
def sample_library(
    tmp_path_factory: pytest.TempPathFactory, embedder: SentenceTransformerEmbedder
) -> Library:
    """The sample shelf, indexed with the real model once a session: open it, never write to it."""
    library = Library(tmp_path_factory.mktemp("sample") / "library")
    shelf = PROJECT / "shelf"
    build(library, gather([shelf]), roots=[root_name(shelf)], embedder=embedder)
    return library


@pytest.fixture
def tiny_library(tmp_path_factory: pytest.TempPathFactory) -> TinyLibrary:
    """A factory of libraries in folders of their own."""

    def make(*articles: Article, embedder: Embedder | None = None) -> Library:
        folder = tmp_path_factory.mktemp("tiny") / "library"
        return library_of(folder, *articles, embedder=embedder)

    return make
