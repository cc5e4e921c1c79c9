"""What each part of the ranking is worth: `python -m scripts.bench.ablation --beir FOLDER`, repeated.

Every row searches the same candidates of the same corpus, with one part taken away. The plain ways
come first: meaning alone, words alone, and both at the weight that is best in hindsight on each set.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path  # noqa: TC003 - typer reads it
from typing import TYPE_CHECKING, Annotated, Final

import numpy as np
import typer

from index.embedding import SentenceTransformerEmbedder
from index.evaluation.collection import collection
from index.evaluation.comparison import compared
from index.evaluation.figures import DEPTH, by_question, run_of
from index.evaluation.judged import read_beir
from index.ranking import Weights
from index.search import Searcher
from scripts.console import Bar, command_line, door, say
from scripts.evaluate import CACHE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from index.evaluation.judged import JudgedCorpus
    from index.search import Hit
    from index.store.generation import Generation

app = command_line(__doc__)

_PARTS: Final[Mapping[str, Weights]] = {
    "all of it": Weights(),
    "meaning, no words": Weights(meaning=1.0),
    "words, no meaning": Weights(meaning=0.0),
    "without the whole passage": replace(Weights(), whole=0.0),
    "without titles in the meaning": replace(Weights(), title=0.0),
    "without words side by side": replace(Weights(), pair=0.0),
    "without words in one sentence": replace(Weights(), sentence=0.0, covered=0.0),
    "without support from the leaders": replace(Weights(), likeness=0.0),
}

_STEPS: Final = 10
_ALL: Final = 10_000

Ranked = dict[str, tuple[str, ...]]
Figures = dict[str, dict[str, float]]


@app.command()
def ablation(
    beir: Annotated[list[Path], typer.Option(help="A judged corpus; give several.")],
    cache: Annotated[Path, typer.Option(help="Where a corpus once indexed is kept.")] = CACHE,
) -> None:
    """Print a table in Markdown: nDCG@10 by part and corpus, and p against all of it."""
    with door():
        columns = {folder.name: _column(folder, cache) for folder in beir}
        say(f"| nDCG@10 | {' | '.join(columns)} |")
        say(f"|---|{'---|' * len(columns)}")
        for name in dict.fromkeys(name for column in columns.values() for name in column):
            cells = (_cell(column[name], column["all of it"]) for column in columns.values())
            say(f"| {name} | {' | '.join(cells)} |")


def _column(folder: Path, cache: Path) -> dict[str, Figures]:
    judged = read_beir(folder)
    embedder = SentenceTransformerEmbedder()
    with Bar() as bar:
        opened = collection(judged.documents, cache=cache, embedder=embedder, progress=bar)
        with closing(opened):
            column = _plain(opened, judged, embedder)
            for name, weights in _PARTS.items():
                searcher = Searcher(opened, embedder, weights=weights)
                run = run_of(searcher, judged.questions, progress=bar)
                column[name] = by_question(run.ranked, judged.grades)
    return column


def _plain(
    opened: Generation, judged: JudgedCorpus, embedder: SentenceTransformerEmbedder
) -> dict[str, Figures]:
    """Sentence vectors and BM25 over the same candidates, brought to 0..1 and weighed."""
    searcher = Searcher(opened, embedder)
    found = {q: searcher.search(text, limit=_ALL).hits for q, text in judged.questions.items()}
    by_weight = [
        by_question({q: _fused(hits, step / _STEPS) for q, hits in found.items()}, judged.grades)
        for step in range(_STEPS + 1)
    ]
    best = max(range(_STEPS + 1), key=lambda step: _mean(by_weight[step]))
    return {
        "sentence vectors alone": by_weight[_STEPS],
        "BM25 alone": by_weight[0],
        "both, best weight in hindsight": by_weight[best],
    }


def _fused(hits: Sequence[Hit], share: float) -> tuple[str, ...]:
    dense = _spread(np.array([hit.dense for hit in hits]))
    lexical = _spread(np.array([hit.lexical for hit in hits]))
    total = share * dense + (1 - share) * lexical
    order = np.argsort(-total, kind="stable")
    rows: list[int] = order.tolist()
    names = (str(hits[row].passage.article) for row in rows)
    return tuple(dict.fromkeys(names))[:DEPTH]


def _spread(values: NDArray[np.float64]) -> NDArray[np.float64]:
    low, high = values.min(), values.max()
    return (values - low) / (high - low) if high > low else np.zeros_like(values)


def _mean(figures: Figures) -> float:
    return float(np.mean([each["ndcg@10"] for each in figures.values()]))


def _cell(figures: Figures, whole: Figures) -> str:
    if figures is whole:
        return f"**{_mean(figures):.3f}**"
    [p] = [c.p for c in compared(whole, figures) if c.figure == "ndcg@10"]
    return f"{_mean(figures):.3f} (p = {p:.3f})"


if __name__ == "__main__":
    app()
