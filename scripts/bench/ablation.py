"""What each part of the ranking is worth: `python -m scripts.bench.ablation --beir FOLDER`, repeated.

Every row ranks the same candidates of the same corpus, with one part taken away. The plain ways come
first: meaning alone, words alone, and both at the weight that is best in hindsight on each set; with
--paragraphs also a vector for each paragraph, which must be embedded first.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path  # noqa: TC003 - typer reads it
from typing import TYPE_CHECKING, Annotated, Final

import numpy as np
import typer

from index.embedding import SentenceTransformerEmbedder
from index.evaluation.collection import collection
from index.evaluation.comparison import compared
from index.evaluation.figures import DEPTH, by_question
from index.evaluation.judged import read_beir
from index.evaluation.trial import trial_of
from index.ranking import Weights, spread
from index.vectors.kept import KeptVectors
from scripts.console import Bar, command_line, door, say
from scripts.evaluate import CACHE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index.arrays import Matrix
    from index.embedding import Embedder
    from index.evaluation.trial import Trial
    from index.signs import Column
    from index.store.generation import Generation

app = command_line(__doc__)

_PARTS: Final[Mapping[str, Weights]] = {
    "all of it": Weights(),
    "meaning, no words": Weights(meaning=1.0, covered=0.0),
    "words, no meaning": Weights(meaning=0.0, likeness=0.0),
    "without the whole passage": replace(Weights(), whole=0.0),
    "without titles in the meaning": replace(Weights(), title=0.0),
    "without words side by side": replace(Weights(), pair=0.0),
    "without words in one sentence": replace(Weights(), sentence=0.0),
    "without the covered question": replace(Weights(), covered=0.0),
    "without support from the leaders": replace(Weights(), likeness=0.0),
}

_STEPS: Final = 10

Ranked = dict[str, tuple[str, ...]]
Figures = dict[str, dict[str, float]]


@app.command()
def ablation(
    beir: Annotated[list[Path], typer.Option(help="A judged corpus; give several.")],
    cache: Annotated[Path, typer.Option(help="Where a corpus once indexed is kept.")] = CACHE,
    paragraphs: Annotated[
        bool, typer.Option(help="Embed whole paragraphs too: slow, once.")
    ] = False,
) -> None:
    """Print a table in Markdown: nDCG@10 by part and corpus, and p against all of it."""
    with door():
        columns = {folder.name: _column(folder, cache, paragraphs) for folder in beir}
        say(f"| nDCG@10 | {' | '.join(columns)} |")
        say(f"|---|{'---|' * len(columns)}")
        for name in dict.fromkeys(name for column in columns.values() for name in column):
            cells = (_cell(column.get(name), column["all of it"]) for column in columns.values())
            say(f"| {name} | {' | '.join(cells)} |")


def _column(folder: Path, cache: Path, paragraphs: bool) -> dict[str, Figures]:
    judged = read_beir(folder)
    embedder = SentenceTransformerEmbedder()
    ranked: dict[str, Ranked] = {}
    with Bar() as bar:
        opened = collection(judged.documents, cache=cache, embedder=embedder, progress=bar)
        with closing(opened):
            whole = _Paragraphs.of(opened, embedder, cache, bar) if paragraphs else None
            bar.begin("Ranking", len(judged.questions))
            for question, text in judged.questions.items():
                for name, documents in _ways(opened, embedder, text, whole):
                    ranked.setdefault(name, {})[question] = documents
                bar.advance(1)
    every = {name: by_question(run, judged.grades) for name, run in ranked.items()}
    return _in_hindsight(every)


def _ways(
    opened: Generation, embedder: Embedder, question: str, whole: _Paragraphs | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each way of ranking, and what it ranks first."""
    trial = trial_of(opened, embedder, question)
    plain = trial_of(opened, embedder, question, acronyms=False)
    if trial is None or plain is None:
        return
    dense = np.array([cosines.max() for cosines in plain.signs.similarities])
    yield from _fusions("sentence vectors", plain, dense)
    if whole is not None:
        yield from _fusions("paragraph vectors", plain, whole.near(plain))
    for name, weights in _PARTS.items():
        yield name, trial.ranked(weights, depth=DEPTH)
    yield "without acronyms", plain.ranked(Weights(), depth=DEPTH)


def _fusions(name: str, trial: Trial, dense: Column) -> Iterator[tuple[str, tuple[str, ...]]]:
    """These vectors and BM25, both brought to 0..1, at every weight from words alone to vectors alone."""
    meaning, words = spread(dense), spread(trial.signs.passage)
    for step in range(_STEPS + 1):
        share = step / _STEPS
        fused = share * meaning + (1 - share) * words
        yield f"{name}, {step}", trial.ordered(fused, depth=DEPTH)


def _in_hindsight(every: Mapping[str, Figures]) -> dict[str, Figures]:
    """The ways with, of each kind of vectors, only vectors alone, words alone and the best weight."""
    column: dict[str, Figures] = {}
    for name in ("sentence vectors", "paragraph vectors"):
        steps = [every[way] for step in range(_STEPS + 1) if (way := f"{name}, {step}") in every]
        if steps:
            column["BM25 alone"] = steps[0]
            column[f"{name} alone"] = steps[-1]
            column[f"{name} and BM25, best weight in hindsight"] = max(steps, key=_mean)
    return column | {name: figures for name, figures in every.items() if not name[-1].isdigit()}


@dataclass(frozen=True, slots=True)
class _Paragraphs:
    """A vector for each passage as one text, its title before it."""

    vectors: Matrix

    @classmethod
    def of(cls, opened: Generation, embedder: Embedder, cache: Path, bar: Bar) -> _Paragraphs:
        records = opened.records.passages(range(opened.manifest.counts.passages))
        texts = [f"{each.metadata.title}\n{each.passage.text}".strip() for each in records]
        bar.begin("Embedding paragraphs", len(texts))
        vectors, _ = KeptVectors(cache / "kept", embedder).embed(texts, advance=bar.advance)
        return cls(vectors)

    def near(self, trial: Trial) -> Column:
        """The cosine of the question and each candidate."""
        return self.vectors[list(trial.rows)] @ trial.signs.question


def _mean(figures: Figures) -> float:
    return float(np.mean([each["ndcg@10"] for each in figures.values()]))


def _cell(figures: Figures | None, whole: Figures) -> str:
    if figures is None:
        return ""
    if figures is whole:
        return f"**{_mean(figures):.3f}**"
    [p] = [c.p for c in compared(whole, figures) if c.figure == "ndcg@10"]
    return f"{_mean(figures):.3f} (p = {p:.3f})"


if __name__ == "__main__":
    app()
