"""`python -m scripts.preview` where it cannot serve: a sentence and exit code 2."""

from __future__ import annotations

import logging
import socket
import sys
from typing import TYPE_CHECKING

import pytest
import structlog

from index.store.library import Library
from tests.scripts.conftest import run

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@pytest.fixture(autouse=True)
def logs_as_they_were() -> Generator[None]:
    """The command sends all logs to its own stderr; other tests have theirs."""
    root, configured = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.configure(**configured)
    root.handlers[:] = handlers
    root.setLevel(level)


def test_a_missing_library_is_told(tmp_path: Path) -> None:
    """The newcomer reads which command makes one."""
    outcome = run("preview", "--library", tmp_path / "nowhere")
    assert outcome.code == 2
    assert "python -m scripts.index" in outcome.err
    assert not outcome.out


def test_a_damaged_library_is_told(library: Path, tmp_path: Path) -> None:
    """It is not served, and nobody waits for a page."""
    damaged = tmp_path / "library"
    generation = Library(library).current()
    folder = damaged / "generations" / generation
    folder.mkdir(parents=True)
    (damaged / "CURRENT").write_text(generation)
    outcome = run("preview", "--library", damaged)
    assert outcome.code == 2
    assert generation in outcome.err
    assert not outcome.out


@pytest.mark.parametrize("package", ["simcord", "markdown_it"])
def test_a_missing_package_is_told(
    package: str, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newcomer reads what to install."""
    monkeypatch.setitem(sys.modules, package, None)
    outcome = run("preview", "--library", library)
    assert outcome.code == 2
    assert "pip install '.[preview]'" in outcome.err


@pytest.mark.enable_socket
def test_a_port_in_use_is_told(library: Path) -> None:
    """Another program's port is named, without a trace."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = run("preview", "--library", library, "--port", port)
    assert outcome.code == 2
    assert str(port) in outcome.err
