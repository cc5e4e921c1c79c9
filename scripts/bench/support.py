"""What the support check is worth on judged pairs of statement and source, and what other floors would be.

    python -m scripts.bench.support healthver_dev.jsonl expertqa_val.jsonl

Precision: of the statements let through, the share that people saw borne out. Recall: of those borne
out, the share let through. Floors that are chosen on one file are judged on the others. With --judge a
model of inference has its vote.
"""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads it at run time
from typing import TYPE_CHECKING, Annotated

import typer

from bot.answering.measuring.supports import (
    chosen_floors,
    floors_by_precision,
    passes,
    read_pairs,
    verdicts,
    worth,
)
from bot.answering.support.check import FLOORS, SupportCheck
from index.judging import CrossEncoderJudge
from index.vectors.embedding import SentenceTransformerEmbedder
from index.words.lexical import Stemmer
from scripts.parts.console import door

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.answering.measuring.supports import Pair, Worth
    from bot.answering.support.check import Floors
    from bot.answering.support.verdict import Verdict


def main(
    files: Annotated[list[Path], typer.Argument(help="JSONL of claim, evidence and label")],
    judge: Annotated[str, typer.Option(help="a CrossEncoder, by name or folder")] = "",
    most: Annotated[int, typer.Option(help="pairs of each file; 0 for all")] = 0,
) -> None:
    """Print a table of precision and recall at the working point and beyond it."""
    with door():
        voting = CrossEncoderJudge(judge) if judge else None
        check = SupportCheck(Stemmer(), SentenceTransformerEmbedder(), judge=voting)
        judged: dict[str, tuple[list[Pair], list[Verdict]]] = {}
        for file in files:
            pairs = list(read_pairs(file))
            # Evenly over the file: neighbours share a topic.
            step = max(1, len(pairs) // most) if most else 1
            pairs = pairs[::step]
            judged[file.name] = pairs, verdicts(pairs, check)
        for name, (pairs, found) in judged.items():
            now = worth(pairs, [verdict.supported for verdict in found])
            print(f"{name}: {len(pairs)} pairs, {now.borne_out} borne out")
            print(f"  working point {_floors(FLOORS)}: {_told(now)}")
            for floors, other in floors_by_precision(pairs, found).items():
                print(f"  {_floors(floors)}: {_told(other)}")
            for other_name, chosen in _elsewhere(judged, name):
                there = worth(pairs, [passes(verdict, chosen) for verdict in found])
                print(f"  chosen on {other_name}, {_floors(chosen)}: {_told(there)}")


def _elsewhere(
    judged: Mapping[str, tuple[list[Pair], list[Verdict]]], name: str
) -> Iterator[tuple[str, Floors]]:
    """The floors that each other file would choose."""
    for other, (pairs, found) in judged.items():
        floors = chosen_floors(pairs, found) if other != name else None
        if floors is not None:
            yield other, floors


def _floors(floors: Floors) -> str:
    return f"similarity {floors.similarity:.2f}, coverage {floors.coverage:.1f}"


def _told(worth: Worth) -> str:
    denied = f", {worth.denied_through} of {worth.denied} refuted" if worth.denied else ""
    return (
        f"precision {worth.precision:.3f}, recall {worth.recall:.3f}, "
        f"{worth.let_through} let through{denied}"
    )


if __name__ == "__main__":
    typer.run(main)
