"""What embedding in numbers of 16 bits gains and loses: `python -m scripts.bench.precision --beir FOLDER`.

Sentences of the corpus are embedded both ways in turns. Where the processor does not multiply such numbers
itself, both ways are one.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path  # noqa: TC003 - typer reads it
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Final

import numpy as np
import typer

from index.evaluation.judged import read_beir
from index.passages.sentences import sentence_bounds
from index.vectors.embedding import SentenceTransformerEmbedder
from scripts.parts.console import AsJson, command_line, door, say, say_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.evaluation.judged import JudgedCorpus
    from index.vectors.arrays import Matrix

app = command_line(__doc__)

_ROUNDS: Final = 3
_NEAREST: Final = 10


@app.command()
def precision(
    beir: Annotated[Path, typer.Option(help="A judged corpus.")],
    most: Annotated[int, typer.Option(help="Sentences that are embedded.", min=100)] = 2000,
    *,
    as_json: AsJson = False,
) -> None:
    """Print the time of one way over the other's, and how much of the order of sentences stays."""
    with door():
        found = _measured(read_beir(beir), most)
        if as_json:
            say_json(found)
            return
        for name, value in found.items():
            say(f"{name}: {value}")


def _measured(judged: JudgedCorpus, most: int) -> dict[str, float]:
    texts = list(islice(_sentences(judged), most))
    exact, quick = SentenceTransformerEmbedder(exact=True), SentenceTransformerEmbedder()
    questions = np.stack([exact.embed_question(each) for each in judged.questions.values()])
    rounds = [(_timed(exact, texts), _timed(quick, texts)) for _ in range(_ROUNDS)]
    ratio = min(slow for (slow, _), _ in rounds) / min(fast for _, (fast, _) in rounds)
    before, after = (questions @ matrix.T for _, matrix in rounds[0])
    differences = np.abs(before - after)
    return {
        "sentences": len(texts),
        "questions": len(questions),
        "times as fast": round(ratio, 2),
        "difference of a cosine, 99 of 100": round(float(np.quantile(differences, 0.99)), 5),
        "difference of a cosine, most": round(float(differences.max()), 5),
        f"of the nearest {_NEAREST}, the same": round(_shared(before, after), 4),
    }


def _sentences(judged: JudgedCorpus) -> Iterator[str]:
    for document in judged.documents:
        for start, end in sentence_bounds(document.text):
            yield document.text[start:end]


def _timed(embedder: SentenceTransformerEmbedder, texts: list[str]) -> tuple[float, Matrix]:
    begun = perf_counter()
    matrix = embedder.embed_passages(texts)
    return perf_counter() - begun, matrix


def _shared(before: Matrix, after: Matrix) -> float:
    """The share of each row's nearest that both ways have in common."""
    pairs = zip(*(np.argsort(-each, axis=1)[:, :_NEAREST] for each in (before, after)), strict=True)
    return float(np.mean([len(set(one) & set(other)) / _NEAREST for one, other in pairs]))


if __name__ == "__main__":
    app()
