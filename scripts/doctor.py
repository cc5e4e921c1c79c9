"""Examine the whole installation, and say what to do about what is not well."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from bot.checkup.finding import Level
from bot.checkup.running import examine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

    from bot.checkup.finding import Finding

_CODES = {Level.OK: 0, Level.WARNING: 1, Level.PROBLEM: 2}
_STYLES = {Level.OK: "green", Level.WARNING: "yellow", Level.PROBLEM: "bold red"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Make all checks; returns the exit code: 0 well, 1 warnings, 2 problems."""
    # No typer, as in the other commands: it may be what is missing.
    wanted = _parser().parse_args(arguments)
    try:
        with _patience():
            found = list(examine(wanted.library))
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        return 130
    if wanted.json:
        sys.stdout.write(json.dumps(_document(found), ensure_ascii=False, indent=2) + "\n")
    else:
        _show(found)
    return max((_CODES[finding.level] for finding in found), default=0)


def _patience() -> AbstractContextManager[object]:
    """Says on a terminal that the checks are being made: they take half a minute."""
    try:
        from rich.console import Console  # noqa: PLC0415 - as above
    except ImportError:
        return nullcontext()
    console = Console(stderr=True)
    return console.status("Examining the installation") if console.is_terminal else nullcontext()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.doctor", description=__doc__)
    parser.add_argument(
        "--library", type=Path, help="the library's folder; that of the settings by default"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document instead")
    return parser


def _document(found: Iterable[Finding]) -> dict[str, object]:
    findings = [
        {"check": one.check, "level": one.level.value, "sentence": one.sentence} for one in found
    ]
    levels = [finding["level"] for finding in findings]
    return {
        "findings": findings,
        "warnings": levels.count(Level.WARNING.value),
        "problems": levels.count(Level.PROBLEM.value),
    }


def _show(found: Sequence[Finding]) -> None:
    try:
        from rich.table import Table  # noqa: PLC0415 - as above
        from rich.text import Text  # noqa: PLC0415

        from scripts.parts.console import printable, show  # noqa: PLC0415
    except ImportError:
        for one in found:
            sys.stdout.write(f"{one.level.value:<8} {one.check:<12} {one.sentence}\n")
        return
    table = Table("", "", "", box=None, show_header=False)
    for one in found:
        level = Text(one.level.value, style=_STYLES[one.level])
        table.add_row(level, one.check, Text(printable(one.sentence)))
    show(table)


if __name__ == "__main__":
    sys.exit(main())
