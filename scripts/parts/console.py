"""What every command shares: stdout carries the result alone, and no failure ends in a trace.

Exit codes: 0 done, 1 done in part, 2 failed or misused, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn, Self

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress as RichProgress,
    ProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text
from typing_extensions import override

from index.errors.base import FootnoteError
from index.words.letters import whole

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from rich.console import RenderableType
    from rich.progress import Task, TaskID

DONE: Final = 0
IN_PART: Final = 1
FAILED: Final = 2
STOPPED: Final = 130

LibraryFolder = Annotated[
    Path, typer.Option("--library", help="The library's folder.", file_okay=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document instead.")]


def command_line(help_text: str | None) -> typer.Typer:
    """An empty command line."""
    return typer.Typer(help=help_text, add_completion=False, pretty_exceptions_enable=False)


@contextmanager
def door() -> Generator[None]:
    """The one door for failures: a sentence on stderr and an exit code."""
    try:
        yield
    except FootnoteError as error:
        fail(str(error))
    except KeyboardInterrupt:
        warn("stopped")
        raise typer.Exit(STOPPED) from None
    except BrokenPipeError:
        raise  # whoever read us has left: typer ends quietly
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        fail(f"{place}{error.strerror or error}")


def fail(sentence: str) -> NoReturn:
    """Say what went wrong and end.

    Raises:
        typer.Exit: Always, with the code for a failure.
    """
    warn(sentence)
    raise typer.Exit(FAILED)


def warn_of_unknown(file: Path, unknown: Mapping[str, int]) -> None:
    """Name the articles of a file of judged questions that a library lacks, each with its line."""
    for name, line in unknown.items():
        warn(
            f"{file}, line {line}: {name} is no article of this library: its questions count as not "
            "found; write its DOI, address, file name or id"
        )


def warn(sentence: str) -> None:
    """One line on stderr."""
    sys.stderr.write(printable(sentence) + "\n")


def say(text: str) -> None:
    """Text on stdout, as it is."""
    sys.stdout.write(printable(text) + "\n")


def show(table: RenderableType) -> None:
    """A table on stdout, never narrower than its words where nobody's terminal limits it."""
    width = None if sys.stdout.isatty() else 200
    Console(width=width, highlight=False).print(table)


def say_json(document: object) -> None:
    """One JSON document on stdout."""
    sys.stdout.write(whole(json.dumps(document, ensure_ascii=False, indent=2)) + "\n")


_TURNING: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Unicode's bidirectional classes of formatting marks."""


def printable(text: str) -> str:
    """The text without characters that steer a terminal: articles come from strangers."""
    return "".join("\N{REPLACEMENT CHARACTER}" if _steers(c) else c for c in whole(text))


def _steers(letter: str) -> bool:
    # A control, or a mark that turns the direction of what is printed after it.
    turns = unicodedata.bidirectional(letter) in _TURNING or letter in "\u200e\u200f\u061c"
    return turns or (unicodedata.category(letter) == "Cc" and letter not in "\n\t")


class Bar:
    """A progress bar on stderr, where that is a terminal; else nothing."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._shown = RichProgress(
            TextColumn("{task.description:<10}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._stage: TaskID | None = None

    def __enter__(self) -> Self:
        self._shown.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._shown.stop()

    def begin(self, stage: str, total: int | None) -> None:
        """A stage starts, and takes the place of the last one."""
        if self._stage is not None:
            self._shown.remove_task(self._stage)
        self._stage = self._shown.add_task(stage, total=total)

    def advance(self, done: int) -> None:
        """So much more of the stage is done."""
        if self._stage is not None:
            self._shown.advance(self._stage, done)


class _Rate(ProgressColumn):
    """Steps a second."""

    @override
    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.0f}/s" if speed else "")
