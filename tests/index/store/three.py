"""A library of three generations, and other processes that work on it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.store.library import Library

PROJECT = Path(__file__).resolve().parents[3]


def folder_of(library: Library, generation: str) -> Path:
    return library.folder / "generations" / generation


def title_in(library: Library) -> str:
    with library.open() as generation:
        return next(generation.records.articles()).article.metadata.title


class Child:
    """Another Python that works on a library and says when it is ready."""

    def __init__(self, code: str, *arguments: object) -> None:
        command = [sys.executable, "-c", code, *map(str, arguments)]
        self._process = subprocess.Popen(  # noqa: S603 - this very Python
            command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def end(self) -> None:
        if self._process.returncode is None:
            self._process.communicate("\n", timeout=30)
            assert self._process.returncode == 0


BUILD_AND_WAIT = """
import sys
from pathlib import Path
from index.store.library import Library
with Library(Path(sys.argv[1])).building():
    print("ready", flush=True)
    sys.stdin.readline()
"""
