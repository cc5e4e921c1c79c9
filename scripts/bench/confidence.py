"""How well the confidence tells answerable questions from others, and the constants that would fit.

    python -m scripts.bench.confidence COVIDQA SCIFACT CRANFIELD

Each question of a BEIR folder is asked three times: of the whole corpus, with every row of its articles
left out (rows of one title are one article), and with its rarest word swapped for the rarest one of
another folder's question. Questions of the other folders are asked too: another field. The sample shelf
with its own questions, answerable or not, is one more library. For each library the figures of the
constants in use are printed, those of constants fitted to the other libraries alone, and last the
constants fitted to all. `--plot FILE.svg` draws risk and coverage, and reliability, of every library by the
constants fitted to the others: how the confidence does on what it was not fitted to.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final
from zlib import crc32

import typer

from bot.answering.confidence import INTERCEPT, THRESHOLD, WEIGHTS, Signs
from bot.answering.measuring.fitting import Fit, fitted, near, quality
from bot.answering.measuring.trials import Kind, Trial, trials
from index.building.build import build
from index.evaluation.certainty import reliability, risk_coverage
from index.evaluation.certainty_plots import reliability_plot, risk_plot
from index.evaluation.collection import collection
from index.evaluation.gold import resolved
from index.evaluation.gold_files import read_gold
from index.evaluation.judged import read_beir
from index.gathering.files import gather, root_name
from index.reporting.page import picture, write_page
from index.searching.search import Searcher
from index.store.library import Library
from index.vectors.embedding import SentenceTransformerEmbedder
from scripts.parts.console import Bar, door

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.evaluation.certainty import Bin, Risk
    from index.progress import Progress

_FOREIGN: Final = 150
"""Questions taken of each other folder."""

_FEW: Final = 2.5
"""Documents that answer a question, on average, up to which leaving them out leaves no answer: of
Cranfield's questions each has eight, and as many that nobody graded."""

_SHELF: Final = Path("shelf")
_SHELF_QUESTIONS: Final = Path("tests/data/shelf_questions.jsonl")


def main(
    folders: Annotated[list[Path], typer.Argument(help="BEIR folders, two or more")],
    cache: Annotated[Path, typer.Option(help="where collections are kept")] = Path(".demo/cache"),
    most: Annotated[int, typer.Option(help="questions of each folder")] = 400,
    plot: Annotated[Path | None, typer.Option(help="an SVG file to draw")] = None,
) -> None:
    """Print, for each library and kind of question, what the confidence does, and a new fit."""
    with door(), Bar() as bar:
        embedder = SentenceTransformerEmbedder()
        asked = [
            trial
            for folder in folders
            for trial in _of_corpus(folder, folders, cache, embedder, bar=bar, most=most)
        ]
        asked += _of_shelf(folders, cache, embedder, bar)
        if plot is not None:
            write_page(plot, _picture(asked))
    _print(asked)


def _of_corpus(
    folder: Path,
    folders: Sequence[Path],
    cache: Path,
    embedder: SentenceTransformerEmbedder,
    *,
    bar: Progress,
    most: int,
) -> Iterator[Trial]:
    corpus = read_beir(folder)
    chosen = sorted(corpus.questions, key=lambda q: crc32(corpus.questions[q].encode()))[:most]
    questions = {number: corpus.questions[number] for number in chosen}
    answers = sum(sum(g > 0 for g in found.values()) for found in corpus.grades.values())
    few = answers / len(corpus.grades) <= _FEW
    foreign = _foreign(folder, folders)
    with collection(corpus.documents, cache=cache, embedder=embedder) as generation:
        searcher = Searcher(generation, embedder)
        for trial in trials(folder.name, searcher, questions, corpus.grades, foreign, progress=bar):
            if few or trial.kind is not Kind.LEFT_OUT:
                yield trial


def _foreign(folder: Path | None, folders: Sequence[Path]) -> list[str]:
    """Some questions of every other folder, the same each time."""
    others = [read_beir(other).questions.values() for other in folders if other != folder]
    return [
        question
        for asked in others
        for question in sorted(asked, key=lambda text: crc32(text.encode()))[:_FOREIGN]
    ]


def _of_shelf(
    folders: Sequence[Path], cache: Path, embedder: SentenceTransformerEmbedder, bar: Progress
) -> Iterator[Trial]:
    library = Library(cache / "shelf")
    build(library, gather([_SHELF]), roots=[root_name(_SHELF)], embedder=embedder)
    with library.open() as generation:
        gold = resolved(read_gold(_SHELF_QUESTIONS), generation.records.articles())
        yield from trials(
            "shelf",
            Searcher(generation, embedder),
            gold.questions,
            gold.grades,
            _foreign(None, folders),
            progress=bar,
        )


def _picture(asked: Sequence[Trial]) -> str:
    """What the constants fitted to the others do on each library."""
    risks: dict[str, Sequence[Risk]] = {}
    bins: dict[str, Sequence[Bin]] = {}
    for library in dict.fromkeys(trial.library for trial in asked):
        own = [trial for trial in asked if trial.library == library]
        fit = fitted([trial for trial in asked if trial.library != library])
        judged = near(own)
        chances = [fit.chance(trial.signs) for trial in judged]
        found = quality(own, fit, threshold=THRESHOLD)
        hardest = next(trial.kind for trial in judged if trial.kind is not Kind.ANSWERABLE)
        risks[f"{library}, {hardest}: AUROC {found.auroc[hardest]:.2f}"] = risk_coverage(
            chances, [trial.right for trial in judged], steps=20
        )
        bins[f"{library}: calibration error {found.error:.2f}"] = reliability(
            chances, [trial.kind is Kind.ANSWERABLE for trial in judged]
        )
    return picture(
        "The confidence on libraries it was not fitted to: risk and coverage, and reliability",
        [risk_plot(risks), reliability_plot(bins)],
    )


def _print(asked: Sequence[Trial]) -> None:
    libraries = list(dict.fromkeys(trial.library for trial in asked))
    print(f"threshold {THRESHOLD}")
    for library in libraries:
        own = [trial for trial in asked if trial.library == library]
        print(f"{library}: {sum(trial.kind is Kind.ANSWERABLE for trial in own)} answerable")
        _print_quality("constants in use", own, Fit(WEIGHTS, INTERCEPT))
        if len(libraries) > 1:
            rest = [trial for trial in asked if trial.library != library]
            _print_quality("fitted to the others", own, fitted(rest))
    fit = fitted(asked)
    named = zip(Signs._fields, fit.weights, strict=True)
    print("fit:", {name: round(each, 1) for name, each in named}, round(fit.intercept, 1))


def _print_quality(name: str, trials: Sequence[Trial], fit: Fit) -> None:
    found = quality(trials, fit, threshold=THRESHOLD)
    print(f"  {name}: answered {found.answered:.3f}, calibration error {found.error:.3f}")
    for kind in found.auroc:
        print(f"    {kind}: AUROC {found.auroc[kind]:.3f}, abstained {found.abstained[kind]:.3f}")


if __name__ == "__main__":
    typer.run(main)
