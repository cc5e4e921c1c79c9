"""Tune the ranking to one library, on questions made of it, and keep only what is better."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from rich.table import Table

from index.adapting.made import pairs_of, questions_of
from index.adapting.model import halves, keep_if_better
from index.adapting.tuning import ENOUGH, STEPS, Asked, tuned
from index.evaluation.gold import resolved
from index.evaluation.gold_files import read_gold
from index.evaluation.trial import trial_of
from index.ranking.weighing import Weights
from index.store.adapted import Adapted, forget_adapted, write_adapted
from index.store.library import Library
from index.vectors.embedding import SentenceTransformerEmbedder
from scripts.parts.console import (
    AsJson,
    Bar,
    LibraryFolder,
    command_line,
    door,
    fail,
    say,
    say_json,
    show,
    warn_of_unknown,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.store.generation import Generation
    from index.vectors.embedding import Embedder

app = command_line(__doc__)

_FEWEST: Final = 20
"""Questions under which halves of them tell nothing."""

_JUDGED: Final = 300
"""Pairs held back that are judged: each passage is embedded twice for it."""

Gold = Annotated[
    Path | None, typer.Option(help="Questions you judged, JSONL or YAML, to tune on as well.")
]
Count = Annotated[
    int, typer.Option("--questions", help="Questions to make of the library.", min=1, max=5000)
]
Forget = Annotated[
    bool, typer.Option("--forget", help="Go back to the weights of every library, and do no more.")
]

Embedding = Annotated[
    Path | None, typer.Option(help="A new folder: train the embedding model into it.")
]
Minutes = Annotated[float, typer.Option(help="How long to train, with --embedding.", min=0.01)]

_PAIRS: Final = 4000
"""More than a CPU sees in the minutes people give it."""


@app.command()
def adapt(
    *,
    library: LibraryFolder,
    gold: Gold = None,
    count: Count = 200,
    embedding: Embedding = None,
    minutes: Minutes = 10.0,
    forget: Forget = False,
    as_json: AsJson = False,
) -> None:
    """Look for weights that rank this library's own passages better; publish none that are not.

    With --embedding, train the embedding model instead, and keep it only if it is better. Exit code
    1: nothing was better, and what was in force stays.
    """
    with door():
        if forget:
            known = forget_adapted(library)
            say("the weights of every library are in force" + ("" if known else ", as they were"))
            return
        with Bar() as bar, closing(Library(library).open()) as generation:
            if embedding is None:
                report = _adapted(library, generation, gold, count, bar)
            else:
                report = _trained(generation, embedding, minutes, bar)
        if as_json:
            say_json(report)
        else:
            show(_table(report))
            say(_verdict(report))
    if not report["published"]:
        raise typer.Exit(1)


def _adapted(
    library: Path, generation: Generation, gold: Path | None, count: int, bar: Bar
) -> dict[str, Any]:
    embedder = SentenceTransformerEmbedder(generation.manifest.model.name)
    asked = _made(generation, embedder, count, bar)
    if gold is not None:
        asked += _judged(generation, embedder, gold, bar)
    if len(asked) < _FEWEST:
        fail(
            f"{len(asked)} questions are too few to tell better from luckier; {_FEWEST} are needed"
        )
    Random(1).shuffle(asked)  # noqa: S311 - halves, not secrets
    start = generation.weights or Weights()
    bar.begin("Tuning", STEPS)
    found = tuned(asked, start=start, advance=bar.advance)
    if found.better:
        write_adapted(library, Adapted(embedder.fingerprint, found.weights))
    return {
        "questions": len(asked),
        "judged": sum(each.judged for each in asked),
        "held_back": len(asked[1::2]),
        "held_back_judged": found.judged,
        "figures": {each.figure: asdict(each) for each in found.held_back},
        "before": asdict(start),
        "weights": asdict(found.weights),
        "published": found.better,
    }


def _trained(generation: Generation, folder: Path, minutes: float, bar: Bar) -> dict[str, Any]:
    if folder.exists():
        fail(f"{folder} is there already; name a new folder")
    model = generation.manifest.model.name
    trained, kept = halves(pairs_of(generation, count=_PAIRS))
    if min(len(trained), len(kept)) < _FEWEST:
        fail(f"{len(trained)} and {len(kept)} pairs are too few; {_FEWEST} are needed of each")
    bar.begin(f"Training for at most {minutes:g} minutes, then judging", None)
    found = keep_if_better(model, trained, kept[:_JUDGED], minutes=minutes, to=folder)
    return {
        "pairs": len(trained),
        "held_back": len(kept[:_JUDGED]),
        "figures": {each.figure: asdict(each) for each in found.figures},
        "model": str(folder) if found.kept else model,
        "published": found.kept,
    }


def _made(generation: Generation, embedder: Embedder, count: int, bar: Bar) -> list[Asked]:
    made = questions_of(generation, count=count)
    bar.begin("Asking the library's own words", len(made))
    asked: list[Asked] = []
    for each in made:
        trial = trial_of(
            generation,
            embedder,
            each.text,
            read=lambda record, each=each: each.read(generation, record),
        )
        if trial is not None:
            asked.append(Asked(trial, frozenset({each.article})))
        bar.advance(1)
    return asked


def _judged(generation: Generation, embedder: Embedder, gold: Path, bar: Bar) -> list[Asked]:
    known = resolved(read_gold(gold), generation.records.articles())
    warn_of_unknown(gold, known.unknown)
    bar.begin("Asking the judged questions", len(known.grades))
    asked: list[Asked] = []
    for question, grades in known.grades.items():
        trial = trial_of(generation, embedder, known.questions[question])
        if trial is not None:
            asked.append(Asked(trial, frozenset(grades), judged=True))
        bar.advance(1)
    return asked


def _table(report: Mapping[str, Any]) -> Table:
    table = Table("on the questions held back", "before", "after", "p", box=None)
    for name, figure in report["figures"].items():
        now, before = f"{figure['now']:.4f}", f"{figure['before']:.4f}"
        table.add_row(name, before, now, f"{figure['p']:.4f}")
    return table


def _verdict(report: Mapping[str, Any]) -> str:
    if "model" in report:
        return (
            f"kept in {report['model']}; build the library with `--model {report['model']}` to use it"
            if report["published"]
            else "the trained model is not better by more than chance and was thrown away"
        )
    changed: Sequence[str] = [
        f"{name} {report['before'][name]:g} to {value:g}"
        for name, value in report["weights"].items()
        if value != report["before"][name]
    ]
    if not report["published"]:
        if report["held_back_judged"] < ENOUGH:
            return (
                f"nothing is stored: only people's questions tell what words are worth, and {report['held_back_judged']} of "
                f"those held back are theirs; give {2 * ENOUGH} or more with --gold"
            )
        return "no weights are better by more than chance: those in force stay"
    return f"published: {', '.join(changed)}; a bot takes them up with its next generation or start"


if __name__ == "__main__":
    app()
