"""What each part of the ranking is worth: `python -m scripts.bench.ablation --beir FOLDER`, repeated.

Every row ranks the same candidates of the same corpus, with one part taken away. The plain ways come
first: words alone, a vector for each sentence or for each paragraph alone, and each of them with words at
the weight that is best in hindsight on each set.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from dataclasses import replace
from pathlib import Path  # noqa: TC003 - typer reads it
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Final

import numpy as np
import typer

from index.evaluation.collection import collection
from index.evaluation.comparison import compared
from index.evaluation.figures import DEPTH, by_question
from index.evaluation.judged import read_beir
from index.evaluation.trial import trial_of
from index.questions.meant import as_meant
from index.ranking.signs import signs_of
from index.ranking.weighing import Weights, scores_of, spread
from index.searching.candidates import candidate_of, candidate_rows
from index.vectors.embedding import SentenceTransformerEmbedder
from index.words.question_words import words_of
from scripts.evaluate import CACHE
from scripts.parts.console import Bar, command_line, door, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index.evaluation.trial import Trial
    from index.ranking.signs import Column
    from index.store.generation import Generation
    from index.vectors.embedding import Embedder

app = command_line(__doc__)

_PARTS: Final[Mapping[str, Weights]] = {
    "all of it": Weights(),
    "meaning, no words": Weights(meaning=1.0, covered=0.0),
    "words, no meaning": Weights(meaning=0.0, likeness=0.0),
    "without the whole passage": replace(Weights(), whole=0.0),
    "without titles in the meaning": replace(Weights(), title=0.0),
    "without words side by side": replace(Weights(), pair=0.0),
    "without words in one sentence": replace(Weights(), sentence=0.0),
    "without fragments of words": replace(Weights(), fragment=0.0),
    "without the covered question": replace(Weights(), covered=0.0),
    "without support from the leaders": replace(Weights(), likeness=0.0),
    "with what is near to everything": replace(Weights(), crowding=0.0),
}

_STEPS: Final = 10

_PRICED: Final = 40
"""Questions whose time is taken apart."""

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
            cells = (_cell(column.get(name), column["all of it"]) for column in columns.values())
            say(f"| {name} | {' | '.join(cells)} |")
        say(f"\n| share of a question's time | {' | '.join(columns)} |")
        say(f"|---|{'---|' * len(columns)}")
        prices = [_prices(folder, cache) for folder in beir]
        for stage in prices[0]:
            say(f"| {stage} | {' | '.join(f'{each[stage]:.0%}' for each in prices)} |")


def _column(folder: Path, cache: Path) -> dict[str, Figures]:
    judged = read_beir(folder)
    embedder = SentenceTransformerEmbedder()
    ranked: dict[str, Ranked] = {}
    with Bar() as bar:
        opened = collection(judged.documents, cache=cache, embedder=embedder, progress=bar)
        with closing(opened):
            bar.begin("Ranking", len(judged.questions))
            for question, text in judged.questions.items():
                for name, documents in _ways(opened, embedder, text):
                    ranked.setdefault(name, {})[question] = documents
                bar.advance(1)
    every = {name: by_question(run, judged.grades) for name, run in ranked.items()}
    return _in_hindsight(every)


def _ways(
    opened: Generation, embedder: Embedder, question: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each way of ranking, and what it ranks first."""
    trial = trial_of(opened, embedder, question)
    meant = as_meant(question, opened)
    spelt_out = bool(opened.acronyms.asked(meant))
    # Most questions have neither an acronym nor a slip, and would be read three times alike.
    plain = trial_of(opened, embedder, question, acronyms=False) if spelt_out else trial
    typed = trial_of(opened, embedder, question, repair=False) if meant != question else trial
    raw = trial_of(opened, embedder, question, centred=False)
    bare = trial_of(opened, embedder, question, acronyms=False, centred=False) if spelt_out else raw
    if trial is None or plain is None or typed is None or raw is None or bare is None:
        return
    dense = np.array([cosines.max() for cosines in bare.signs.similarities])
    yield from _fusions("sentence vectors", bare, dense)
    yield from _fusions("paragraph vectors", bare, bare.signs.wholes @ bare.signs.question)
    for name, weights in _PARTS.items():
        yield name, trial.ranked(weights, depth=DEPTH)
    yield "with what all vectors have in common", raw.ranked(Weights(), depth=DEPTH)
    yield "without acronyms", plain.ranked(Weights(), depth=DEPTH)
    yield "without repair of mistyped words", typed.ranked(Weights(), depth=DEPTH)


def _prices(folder: Path, cache: Path) -> dict[str, float]:
    """The share of the time that each stage takes of a question, over the first few."""
    judged = read_beir(folder)
    embedder = SentenceTransformerEmbedder()
    took: defaultdict[str, float] = defaultdict(float)
    with closing(collection(judged.documents, cache=cache, embedder=embedder)) as opened:
        # The first question loads the model, and the first strange word the dictionary.
        embedder.embed_question(as_meant("warming", opened) + as_meant("wxrming", opened))
        for question in list(judged.questions.values())[:_PRICED]:
            last = perf_counter()
            for stage, now in _stages(opened, embedder, question):
                took[stage] += now - last
                last = now
    return {stage: seconds / sum(took.values()) for stage, seconds in took.items()}


def _stages(opened: Generation, embedder: Embedder, question: str) -> Iterator[tuple[str, float]]:
    """The stages of a search as `index.searching.search` has them, and when each was over."""
    meant = as_meant(question, opened)
    yield "mistyped words", perf_counter()
    vector = embedder.embed_question(meant)
    yield "the question's vector", perf_counter()
    words = words_of(meant, opened.lexical, opened.acronyms.asked(meant))
    yield "its words and acronyms", perf_counter()
    rows = candidate_rows(opened, vector, words)
    yield "candidates by vectors and by words", perf_counter()
    candidates = [candidate_of(opened, record) for record in opened.records.passages(rows)]
    yield "reading them", perf_counter()
    mean_length = opened.lexical.mean_length
    signs = signs_of(candidates, vector, words, mean_length=mean_length, common=opened.common)
    yield "their signs", perf_counter()
    scores_of(signs, Weights())
    yield "weighing, support from the leaders", perf_counter()


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
