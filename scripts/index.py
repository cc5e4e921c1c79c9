"""Build or update a library from files and folders."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from rich.table import Table

from index.building.build import BuildOptions, build
from index.embedding import PACKAGED_MODEL, SentenceTransformerEmbedder
from index.errors import DamagedGenerationError, IncompatibleGenerationError, NothingPublishedError
from index.gathering.files import gather, root_name
from index.store.library import Library
from scripts.console import (
    IN_PART,
    AsJson,
    Bar,
    LibraryFolder,
    command_line,
    door,
    fail,
    say,
    say_json,
    show,
    warn,
)
from scripts.opening import model_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.building.report import BuildReport
    from index.sources.source import Skipped

app = command_line(__doc__)

_ADDRESS: Final = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)

Sources = Annotated[list[str], typer.Argument(help="Files and folders of articles.")]
Model = Annotated[
    str | None,
    typer.Option(help="The embedding model, by name or folder; the library's own by default."),
]
Wait = Annotated[bool, typer.Option("--wait", help="Wait for another build to end.")]
Removals = Annotated[
    bool, typer.Option("--allow-removals", help="Let a large share of the articles go.")
]
RetryFailed = Annotated[
    bool, typer.Option("--retry-failed", help="Read again what failed before, though unchanged.")
]
Afresh = Annotated[
    bool, typer.Option("--afresh", help="Read everything again, and only these sources.")
]


@app.command()
def index(
    sources: Sources,
    *,
    library: LibraryFolder,
    model: Model = None,
    wait: Wait = False,
    allow_removals: Removals = False,
    afresh: Afresh = False,
    retry_failed: RetryFailed = False,
    as_json: AsJson = False,
) -> None:
    """Build or update a library; only what changed is read and embedded.

    Exits with 0 if all went in, 1 if some sources were skipped, 2 if nothing was published.
    """
    with door():
        paths = _paths(sources)
        target = Library(library)
        try:
            with Bar() as bar:
                report = build(
                    target,
                    gather(paths),
                    roots=[root_name(path) for path in paths],
                    embedder=SentenceTransformerEmbedder(model or _model(target, afresh=afresh)),
                    options=BuildOptions(
                        allow_removals=allow_removals,
                        afresh=afresh,
                        retry_failed=retry_failed,
                        wait=wait,
                    ),
                    progress=bar,
                )
        except NothingPublishedError as error:
            _name_skipped(error.skipped)
            if as_json:
                say_json({"published": False, "skipped": _skipped_json(error.skipped)})
            raise
        _name_skipped(report.skipped)
        if as_json:
            say_json(report_json(report))
        else:
            show(_table(report))
            state = "is published" if report.published else "stands: nothing has changed"
            say(f"generation {report.generation} {state}")
        if report.skipped:
            raise typer.Exit(IN_PART)


def report_json(report: BuildReport) -> dict[str, Any]:
    """The report as plain JSON values."""
    counts, changes = report.counts, report.changes
    return {
        "generation": report.generation,
        "published": report.published,
        "added": list(changes.added),
        "changed": list(changes.changed),
        "unchanged": changes.unchanged,
        "removed": list(changes.removed),
        "joined": [
            {"article": each.article, "title": each.title, "sources": list(each.locators)}
            for each in report.joined
        ],
        "skipped": _skipped_json(report.skipped),
        "articles": counts.articles,
        "passages": counts.passages,
        "spans": counts.spans,
        "embedded": report.embedded,
        "seconds": report.seconds,
    }


def _paths(sources: Sequence[str]) -> list[Path]:
    for source in sources:
        if _ADDRESS.match(source):
            fail(
                f"{source} is an address: only files and folders can be indexed so far; save it first"
            )
    paths = [Path(source) for source in sources]
    for path in paths:
        if not path.exists():
            fail(f"there is no file or folder {path}; nothing was touched")
    return paths


def _model(library: Library, *, afresh: bool) -> str:
    try:
        return model_of(library)
    except (DamagedGenerationError, IncompatibleGenerationError):
        if not afresh:
            raise
        return PACKAGED_MODEL


def _name_skipped(skipped: Iterable[Skipped]) -> None:
    for source in skipped:
        warn(f"skipped {source.locator}: {source.reason}")


def _skipped_json(skipped: Iterable[Skipped]) -> list[dict[str, str]]:
    return [{"source": s.locator, "root": s.root, "reason": s.reason} for s in skipped]


def _table(report: BuildReport) -> Table:
    table = Table("", "", box=None, show_header=False)
    table.columns[1].justify = "right"
    for name, number in (
        ("added", len(report.changes.added)),
        ("changed", len(report.changes.changed)),
        ("unchanged", report.changes.unchanged),
        ("removed", len(report.changes.removed)),
        ("joined", len(report.joined)),
        ("skipped", len(report.skipped)),
        ("articles", report.counts.articles),
        ("passages", report.counts.passages),
        ("spans", report.counts.spans),
        ("embedded", report.embedded),
    ):
        table.add_row(name, f"{number:,}")
    table.add_row("seconds", f"{sum(report.seconds.values()):.1f}")
    return table


if __name__ == "__main__":
    app()
