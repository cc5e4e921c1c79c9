"""Retrieval and answer figures on judged questions."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

import typer
from rich.table import Table

from bot.answering.measuring.answers import answers_judged, asked_twice
from bot.answering.support.check import SupportCheck
from index.evaluation.collection import collection
from index.evaluation.comparison import compared, read_run
from index.evaluation.figures import by_question, figures, run_of, write_run
from index.evaluation.gold import resolved
from index.evaluation.gold_files import read_gold
from index.evaluation.judged import read_beir
from index.evaluation.report import Detail, sections_of
from index.evaluation.spans import read_answers
from index.reporting.page import page, write_page
from index.searching.search import Searcher
from index.vectors.embedding import PACKAGED_MODEL, SentenceTransformerEmbedder
from scripts.parts.console import (
    AsJson,
    Bar,
    command_line,
    door,
    fail,
    say_json,
    show,
    warn,
    warn_of_unknown,
)
from scripts.parts.opening import Reranking, reranker_of, searcher_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.evaluation.figures import Run
    from index.evaluation.judged import Grades

app = command_line(__doc__)

_SHOWN: Final = 10
"""Documents a question in the file of questions."""

CACHE = Path.home() / ".cache" / "footnote"

Beir = Annotated[
    Path | None, typer.Option(help="A folder with corpus.jsonl, queries.jsonl and qrels.tsv.")
]
Gold = Annotated[
    Path | None, typer.Option(help="JSONL or YAML of {question, articles} over the library.")
]
Model = Annotated[str | None, typer.Option(help="The embedding model, with --beir.")]
Cache = Annotated[Path, typer.Option(help="Where a corpus once indexed is kept, with --beir.")]
RunFile = Annotated[Path | None, typer.Option("--run", help="Write the ranking in TREC's format.")]
Against = Annotated[
    Path | None, typer.Option(help="A run saved by --run: is this one better, or only luckier?")
]
Questions = Annotated[
    Path | None, typer.Option("--questions", help="Write each question's figures, as JSONL.")
]
ReportFile = Annotated[
    Path | None, typer.Option("--report", help="Write a page with plots for people, as HTML.")
]
Answers = Annotated[bool, typer.Option("--answers", help="Answer each question too: slower.")]


@app.command()
def evaluate(
    *,
    beir: Beir = None,
    library: Annotated[Path | None, typer.Option(help="The library, with --gold.")] = None,
    gold: Gold = None,
    model: Model = None,
    cache: Cache = CACHE,
    run: RunFile = None,
    against: Against = None,
    questions: Questions = None,
    answers: Answers = False,
    reranker: Reranking = "",
    report: ReportFile = None,
    as_json: AsJson = False,
) -> None:
    """Judge the search, and with --answers the answers, on questions whose articles are known.

    Either --beir FOLDER, or --library DIR --gold FILE.
    """
    wanted = _Wanted(run, against, questions, answers, reranker)
    with door():
        if beir is not None and library is None and gold is None:
            found, detail = _over_corpus(beir, model, cache, wanted)
        elif beir is None and model is None and library is not None and gold is not None:
            found, detail = _over_library(library, gold, wanted)
        else:
            fail("give either --beir FOLDER (and --model), or --library DIR with --gold FILE")
        if report is not None:
            asked = beir or gold
            title = f"How well {asked.resolve().name if asked else ''} is searched"
            write_page(report, page(title, sections_of(found, detail)))
        if as_json:
            say_json(found)
        else:
            show(_table(found))


class _Wanted(NamedTuple):
    """What is asked for beside the figures."""

    run: Path | None
    against: Path | None
    questions: Path | None
    answers: bool
    reranker: str


def _over_corpus(
    folder: Path, model: str | None, cache: Path, wanted: _Wanted
) -> tuple[dict[str, Any], Detail]:
    judged = read_beir(folder)
    for told in judged.passed_over:
        warn(f"{folder}: {told}")
    embedder = SentenceTransformerEmbedder(model or PACKAGED_MODEL)
    with Bar() as bar:
        opened = collection(judged.documents, cache=cache, embedder=embedder, progress=bar)
        with closing(opened):
            searcher = Searcher(opened, embedder, reranker=reranker_of(wanted.reranker))
            report, detail = _judged(searcher, judged.questions, judged.grades, bar, wanted)
            if wanted.answers:
                golds = read_answers(folder)
                report["answers"] = _answers(searcher, judged.questions, judged.grades, golds, bar)
            return report, detail


def _over_library(library: Path, gold: Path, wanted: _Wanted) -> tuple[dict[str, Any], Detail]:
    questions = read_gold(gold)
    with Bar() as bar, searcher_of(library, reranker=wanted.reranker) as searcher:
        known = resolved(questions, searcher.generation.records.articles())
        warn_of_unknown(gold, known.unknown)
        if not known.grades and not wanted.answers:
            fail(
                f"no question of {gold} has an article that answers it: add some, or judge --answers"
            )
        report, detail = _judged(searcher, known.questions, known.grades, bar, wanted)
        if wanted.answers:
            report["answers"] = _answers(searcher, known.questions, known.grades, {}, bar)
        return report, detail


def _judged(
    searcher: Searcher, questions: Mapping[str, str], grades: Grades, bar: Bar, wanted: _Wanted
) -> tuple[dict[str, Any], Detail]:
    saved = read_run(wanted.against) if wanted.against is not None else None
    run = run_of(searcher, {q: text for q, text in questions.items() if q in grades}, progress=bar)
    if wanted.run is not None:
        write_run(run, wanted.run)
    each = by_question(run.ranked, grades)
    if wanted.questions is not None:
        _write_questions(wanted.questions, questions, each, run)
    manifest = searcher.generation.manifest
    report: dict[str, Any] = {"queries": len(grades), "documents": manifest.counts.articles}
    if grades:
        report |= figures(run, grades) | {"timings_ms": run.timings_ms()}
    report["model"] = manifest.model.name
    if saved is not None:
        shared = {q: found for q, found in grades.items() if q in saved}
        if not shared:
            warn(f"{wanted.against} ranks none of these questions: it is a run of others")
        found = compared(by_question(saved, shared), each)
        report["against"] = {each.figure: asdict(each) for each in found}
    return report, Detail(questions, grades, run.ranked, each)


def _write_questions(
    file: Path,
    questions: Mapping[str, str],
    each: Mapping[str, Mapping[str, float]],
    run: Run,
) -> None:
    rows = (
        {"id": q, "question": questions[q], **found, "found": list(run.ranked[q][:_SHOWN])}
        for q, found in each.items()
    )
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    file.write_text(text, encoding="utf-8")


def _answers(
    searcher: Searcher,
    questions: Mapping[str, str],
    grades: Grades,
    golds: Mapping[str, Sequence[str]],
    bar: Bar,
) -> dict[str, Any]:
    asked = asked_twice(searcher, questions, grades, progress=bar)
    check = SupportCheck(searcher.generation.lexical, searcher.embedder)
    return answers_judged(asked, grades, golds, check)


def _table(report: Mapping[str, Any]) -> Table:
    table = Table("figure", "value", box=None)
    for figure in report.get("against", {}).values():
        change = f"{figure['before']:.4f} to {figure['now']:.4f}"
        counted = f"{figure['better']} better, {figure['worse']} worse"
        table.add_row(f"{figure['figure']} against", f"{change}, p = {figure['p']:.4f}, {counted}")
    for name, value in report.items():
        if name == "against":
            continue
        if isinstance(value, dict):
            for part, figure in value.items():  # pyright: ignore[reportUnknownVariableType] - our own JSON
                table.add_row(f"{name} {part}", str(figure))  # pyright: ignore[reportUnknownArgumentType] - our own JSON
        else:
            table.add_row(name, str(value))
    return table


if __name__ == "__main__":
    app()
