"""Build or update a library from files, folders, and the web."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Annotated

import typer

from bot.answering.measuring.release import MARGIN, Gate, GateRefusedError
from index.building.build import BuildOptions, build
from index.building.held import held
from index.errors.library import (
    DamagedGenerationError,
    IncompatibleGenerationError,
    NothingPublishedError,
)
from index.evaluation.gold_files import read_gold
from index.gathering.found import found
from index.store.library import Library
from index.vectors.embedding import PACKAGED_MODEL, SentenceTransformerEmbedder
from scripts.parts.build_page import write_refusal, write_report
from scripts.parts.building import name_faults, name_skipped, skipped_json, tell
from scripts.parts.console import (
    IN_PART,
    AsJson,
    Bar,
    LibraryFolder,
    command_line,
    door,
    fail,
    say_json,
)
from scripts.parts.gathering import (
    ATTEMPTS,
    DEADLINE,
    LONGEST_WAIT,
    MOST_PAGES,
    PAUSE,
    REVISIT_DAYS,
    AllowHost,
    Attempts,
    Contact,
    Deadline,
    LongestWait,
    MostPages,
    Pause,
    RevisitDays,
    check_sources,
    web_options,
)
from scripts.parts.opening import model_of

if TYPE_CHECKING:
    from index.progress import Progress
    from index.store.generation import Generation
    from index.vectors.embedding import Embedder

app = command_line(__doc__)

Sources = Annotated[
    list[str],
    typer.Argument(
        help="Files and folders of articles, archives too; addresses of pages, feeds and sitemaps; "
        "files that list addresses, one a line."
    ),
]
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
    contact: Contact = "",
    pause: Pause = PAUSE,
    deadline: Deadline = DEADLINE,
    attempts: Attempts = ATTEMPTS,
    longest_wait: LongestWait = LONGEST_WAIT,
    most_pages: MostPages = MOST_PAGES,
    revisit_days: RevisitDays = REVISIT_DAYS,
    allow_host: AllowHost = None,
    as_json: AsJson = False,
) -> None:
    """Build or update a library; only what changed is read and embedded.

    Exits with 0 if all went in, 1 if some sources were skipped, 2 if nothing was published.
    """
    with door():
        check_sources(sources)
        _check_report(report_file)
        web = web_options(
            contact=contact,
            pause=pause,
            deadline=deadline,
            attempts=attempts,
            longest_wait=longest_wait,
            most_pages=most_pages,
            revisit_days=revisit_days,
            allow_host=allow_host,
        )
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
            places = found(sources, web=web, memory=target.web, held=lambda: held(target, options))
            try:
                report = build(
                    target,
                    places.sources,
                    roots=places.roots,
                    embedder=embedder,
                    options=options,
                    progress=bar,
                )
            except NothingPublishedError as error:
                name_skipped(error.skipped)
                write_refusal(report_file, target, error.skipped)
                if as_json:
                    say_json({"published": False, "skipped": skipped_json(error.skipped)})
                raise
            except GateRefusedError as error:
                tell(error.report, error.verdict, as_json=as_json)
                write_report(report_file, target, error.report, error.verdict)
                raise
        name_faults(report.register, given=integrity)
        tell(report, judge and judge.verdict, as_json=as_json)
        write_report(report_file, target, report, judge and judge.verdict)
        if report.skipped:
            raise typer.Exit(IN_PART)


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


def _check_report(file: Path | None) -> None:
    # Told before hours of reading, not after them.
    if file is None:
        return
    folder = file.absolute().parent
    if not folder.is_dir():
        fail(f"there is no folder {file.parent} for the report; nothing was touched")
    if file.is_dir():
        fail(f"{file} is a folder; name a file in it for the report; nothing was touched")
    try:
        # A mode alone does not tell: the disk may be full, or mounted to be read only.
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        fail(f"no report can be written in {folder} ({error.strerror}); nothing was touched")


def _model(library: Library, *, afresh: bool) -> str:
    try:
        return model_of(library)
    except (DamagedGenerationError, IncompatibleGenerationError):
        if not afresh:
            raise
        return PACKAGED_MODEL


if __name__ == "__main__":
    app()
