"""How well the confidence tells answerable questions from others, and the constants that would fit.

    python -m scripts.bench.confidence --beir COVIDQA --other CRANFIELD

Each question of --beir is asked three times: of the whole corpus, with every row of its article left
out (rows of one title are one article), and with its rarest word swapped for the rarest one of a
question of --other. The questions of --other are asked too: another field. The sample shelf's own
questions make a second, small library.
"""

from __future__ import annotations

import json
from pathlib import Path
from re import findall
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple
from zlib import crc32

import numpy as np
import typer
from sklearn import linear_model, metrics

from bot.answering.confidence import THRESHOLD, Signs, confidence_of, signs_in
from bot.answering.evidence import Sought, evidence_in
from index.building.build import build
from index.embedding import SentenceTransformerEmbedder
from index.evaluation.collection import collection
from index.evaluation.judged import read_beir
from index.gathering.files import gather, root_name
from index.search import Searcher
from index.store.library import Library
from index.words import words_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from index.search import SearchResult

# scikit-learn tells no types.
_LINEAR: Final[Any] = linear_model
_METRICS: Final[Any] = metrics

ANSWERABLE, LEFT_OUT, ELSEWHERE = "answerable", "article left out", "another field"
SWAPPED = "subject swapped"
_DEPTH = 100
_READ = 10
_FOREIGN = 150
_SHELF = Path("shelf")
_SHELF_QUESTIONS = Path("tests/data/shelf_questions.jsonl")


class Asked(NamedTuple):
    """One question of one library, and what its best evidence showed."""

    library: str
    kind: str
    signs: Signs


def main(
    beir: Annotated[Path, typer.Option(help="a BEIR folder of full papers")],
    other: Annotated[Path, typer.Option(help="a BEIR folder of another field")],
    cache: Annotated[Path, typer.Option(help="where collections are kept")] = Path(".demo/cache"),
) -> None:
    """Print, for each library and kind of question, what the confidence does, and a new fit."""
    embedder = SentenceTransformerEmbedder()
    foreign = list(read_beir(other).questions.values())[:_FOREIGN]
    asked = [*_of_corpus(beir, cache, embedder, foreign), *_of_shelf(cache, embedder, foreign)]
    for library in dict.fromkeys(each.library for each in asked):
        _print_figures(library, [each for each in asked if each.library == library])
    _print_fit(asked)


def _of_corpus(
    beir: Path, cache: Path, embedder: SentenceTransformerEmbedder, foreign: Sequence[str]
) -> Iterator[Asked]:
    corpus = read_beir(beir)
    titles = {document.id: document.title for document in corpus.documents}
    with collection(corpus.documents, cache=cache, embedder=embedder) as generation:
        searcher = Searcher(generation, embedder)
        for number, question in corpus.questions.items():
            result = searcher.search(question, limit=_DEPTH)
            own = {titles[document] for document in corpus.grades[number]}
            yield from _asked(beir.name, ANSWERABLE, searcher, result)
            yield from _asked(beir.name, LEFT_OUT, searcher, result, without=own)
            swapped = searcher.search(_swapped(question, searcher, foreign))
            yield from _asked(beir.name, SWAPPED, searcher, swapped)
        for question in foreign:
            yield from _asked(beir.name, ELSEWHERE, searcher, searcher.search(question))


def _of_shelf(
    cache: Path, embedder: SentenceTransformerEmbedder, foreign: Sequence[str]
) -> Iterator[Asked]:
    library = Library(cache / "shelf")
    build(library, gather([_SHELF]), roots=[root_name(_SHELF)], embedder=embedder)
    rows = [json.loads(row) for row in _SHELF_QUESTIONS.read_text(encoding="utf-8").splitlines()]
    with library.open() as generation:
        searcher = Searcher(generation, embedder)
        for row in rows:
            kind = ANSWERABLE if row["article"] else LEFT_OUT
            yield from _asked("shelf", kind, searcher, searcher.search(row["question"]))
            if kind == ANSWERABLE:
                swapped = _swapped(row["question"], searcher, foreign)
                yield from _asked("shelf", SWAPPED, searcher, searcher.search(swapped))
        for question in foreign:
            yield from _asked("shelf", ELSEWHERE, searcher, searcher.search(question))


def _asked(
    library: str,
    kind: str,
    searcher: Searcher,
    result: SearchResult,
    *,
    without: Container[str] = (),
) -> Iterator[Asked]:
    hits = [hit for hit in result.hits if hit.metadata.title not in without][:_READ]
    sought = Sought(result.question, result.words, searcher.stems)
    signs = signs_in(hits, evidence_in(hits, sought), sought)
    if signs is not None:
        yield Asked(library, kind, signs)


def _swapped(question: str, searcher: Searcher, foreign: Sequence[str]) -> str:
    """The question with its rarest word swapped for that of another field's question."""
    other = foreign[crc32(question.encode()) % len(foreign)]
    return question.replace(_rarest(question, searcher), _rarest(other, searcher), 1)


def _rarest(question: str, searcher: Searcher) -> str:
    def weight(word: str) -> float:
        stems = searcher.stems(word)
        return words_of(word, searcher.generation.lexical).total if stems else 0.0

    return max(findall(r"\w+", question), key=lambda word: (weight(word), word))


def _print_figures(library: str, asked: Sequence[Asked]) -> None:
    chances = {
        kind: np.array([confidence_of(each.signs) for each in asked if each.kind == kind])
        for kind in (ANSWERABLE, LEFT_OUT, SWAPPED, ELSEWHERE)
    }
    answerable = chances.pop(ANSWERABLE)
    print(f"{library}: answered {(answerable >= THRESHOLD).mean():.3f} of {len(answerable)}")
    for kind, found in chances.items():
        truth = [1] * len(answerable) + [0] * len(found)
        auroc: float = _METRICS.roc_auc_score(truth, [*answerable, *found])
        withheld = (found < THRESHOLD).mean()
        print(f"  {kind}: AUROC {auroc:.3f}, abstained {withheld:.3f} of {len(found)}")
    both = np.concatenate([answerable, chances[LEFT_OUT]])
    truth = np.repeat([1, 0], [len(answerable), len(chances[LEFT_OUT])])
    print(f"  expected calibration error {_calibration_error(both, truth):.3f}")


def _calibration_error(chances: np.ndarray, truth: np.ndarray, *, bins: int = 10) -> float:
    place = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = [
        abs(chances[place == b].mean() - truth[place == b].mean()) * (place == b).mean()
        for b in range(bins)
        if (place == b).any()
    ]
    return float(sum(gaps))


def _print_fit(asked: Sequence[Asked]) -> None:
    """Fit anew, every library and answerable or not weighing the same."""
    signs = np.array([each.signs for each in asked])
    truth = np.array([each.kind == ANSWERABLE for each in asked])
    groups = [(each.library, each.kind) for each in asked]
    share = {group: (3 if group[1] == ANSWERABLE else 1) / groups.count(group) for group in groups}
    weights = np.array([share[group] for group in groups]) * len(asked) / sum(share.values())
    fit = _LINEAR.LogisticRegression(C=3, max_iter=5000).fit(signs, truth, sample_weight=weights)
    named = zip(Signs._fields, fit.coef_[0], strict=True)
    print(
        "fit:", {name: round(float(c), 1) for name, c in named}, round(float(fit.intercept_[0]), 1)
    )


if __name__ == "__main__":
    typer.run(main)
