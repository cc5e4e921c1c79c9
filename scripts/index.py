"""Build or update a library from files and folders."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.answering.release import MARGIN, Gate, GateRefusedError
from index.building.build import BuildOptions, build
from index.embedding import PACKAGED_MODEL, SentenceTransformerEmbedder
from index.errors import DamagedGenerationError, IncompatibleGenerationError, NothingPublishedError
from index.evaluation.judged import read_gold
from index.gathering.files import gather, root_name
from index.store.library import Library
from scripts.building import (
    report_json,
    report_table,
    skipped_json,
    verdict_table,
    write_refusal,
    write_report,
)
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

    from bot.answering.release import Verdict
    from index.building.report import BuildReport
    from index.embedding import Embedder
    from index.progress import Progress
    from index.sources.source import Skipped
    from index.store.generation import Generation

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
GateFile = Annotated[
    Path | None,
    typer.Option("--gate", help="Judged questions; a worse generation is not published."),
]
GateMargin = Annotated[
    float, typer.Option(help="How far a figure of the gate may fall.", min=0, max=1)
]
Integrity = Annotated[
    Path | None,
    typer.Option(
        "--integrity", help="Retraction Watch's table; the library keeps it for later builds."
    ),
]
ReportFile = Annotated[
    Path | None, typer.Option("--report", help="Write what the build did as an HTML page.")
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
    integrity: Integrity = None,
    gate: GateFile = None,
    gate_margin: GateMargin = MARGIN,
    report_file: ReportFile = None,
    as_json: AsJson = False,
) -> None:
    """Build or update a library; only what changed is read and embedded.

    Exits with 0 if all went in, 1 if some sources were skipped, 2 if nothing was published.
    """
    with door():
        paths = _paths(sources)
        _check_report(report_file)
        target = Library(library)
        embedder = SentenceTransformerEmbedder(model or _model(target, afresh=afresh))
        with Bar() as bar:
            judge = _gate(gate, gate_margin, embedder, bar)
            options = BuildOptions(
                allow_removals=allow_removals,
                afresh=afresh,
                retry_failed=retry_failed,
                wait=wait,
                register=integrity,
                approve=judge and judge.approve,
            )
            try:
                report = build(
                    target,
                    gather(paths),
                    roots=[root_name(path) for path in paths],
                    embedder=embedder,
                    options=options,
                    progress=bar,
                )
            except NothingPublishedError as error:
                _name_skipped(error.skipped)
                write_refusal(report_file, target, error.skipped)
                if as_json:
                    say_json({"published": False, "skipped": skipped_json(error.skipped)})
                raise
            except GateRefusedError as error:
                _tell(error.report, error.verdict, as_json=as_json)
                write_report(report_file, target, error.report, error.verdict)
                raise
        _tell(report, judge and judge.verdict, as_json=as_json)
        write_report(report_file, target, report, judge and judge.verdict)
        if report.skipped:
            raise typer.Exit(IN_PART)


def _tell(report: BuildReport, verdict: Verdict | None, *, as_json: bool) -> None:
    _name_skipped(report.skipped)
    if as_json:
        say_json(report_json(report, verdict))
        return
    show(report_table(report))
    if verdict is not None:
        _show_verdict(verdict)
    if verdict is None or not verdict.falls:
        state = "is published" if report.published else "stands: nothing has changed"
        say(f"generation {report.generation} {state}")


def _gate(
    questions: Path | None, margin: float, embedder: Embedder, progress: Progress
) -> Gate | None:
    if questions is None:
        return None

    def embedder_of(generation: Generation) -> Embedder:
        model = generation.manifest.model
        if model.fingerprint == embedder.fingerprint:
            return embedder
        return SentenceTransformerEmbedder(model.name)

    return Gate(read_gold(questions), embedder_of, progress, margin)


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


def _check_report(file: Path | None) -> None:
    # Told before hours of reading, not after them.
    if file is not None and not file.absolute().parent.is_dir():
        fail(f"there is no folder {file.parent} for the report; nothing was touched")


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


def _show_verdict(verdict: Verdict) -> None:
    show(verdict_table(verdict))
    for name in verdict.unknown:
        warn(f"{name} is no article of the new generation: its questions count as not found")
    for answer in verdict.answers:
        say(f"answered otherwise: {answer.question}")


if __name__ == "__main__":
    app()
