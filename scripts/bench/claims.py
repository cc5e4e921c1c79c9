"""A judged corpus out of claims and the passages they were judged by, to rank what no weight was chosen on.

    python -m scripts.bench.claims FILE.jsonl --out FOLDER
    python -m scripts.bench.ablation --beir FOLDER

FILE is ExpertQA's or HealthVer's, one judged claim a line. A passage answers a question (or, with `--by claim`, a
claim) if a claim of that question is supported by it, in whole or in part, or refuted.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import Path  # noqa: TC003 - typer reads it
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from index.disk import replace_file
from scripts.parts.console import command_line, door, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

app = command_line(__doc__)

_BEARS: Final = frozenset({"Complete", "Partial", "Supports", "Refutes"})
_MARK: Final = re.compile(r"^\[\d+\]\s*(?:https?://\S+)?\s*")
"""The number and address that ExpertQA's systems put before a passage."""

_FEWEST: Final = 20
"""Letters of a passage; shorter ones are what is left of a page that could not be read."""


class By(StrEnum):
    """What is asked."""

    QUESTION = "question"
    CLAIM = "claim"


@app.command()
def claims(
    file: Annotated[Path, typer.Argument(help="Judged claims, JSON lines.")],
    out: Annotated[Path, typer.Option(help="A folder to write a BEIR corpus to.")],
    by: Annotated[By, typer.Option(help="What is asked.")] = By.QUESTION,
) -> None:
    """Write corpus.jsonl, queries.jsonl and qrels.tsv."""
    with door():
        passages: dict[str, str] = {}
        asked: dict[str, str] = {}
        judged: set[tuple[str, str]] = set()
        # Not `splitlines`: a passage may hold a line separator of Unicode's.
        for row in map(json.loads, file.read_text(encoding="utf-8").strip().split("\n")):
            for text in _passages(row):
                passage = passages.setdefault(text, f"p{len(passages)}")
                if row.get("support", row.get("label")) in _BEARS:
                    judged.add((asked.setdefault(row[by].strip(), f"q{len(asked)}"), passage))
        out.mkdir(parents=True, exist_ok=True)
        replace_file(out / "corpus.jsonl", _lines(passages))
        replace_file(out / "queries.jsonl", _lines(asked))
        pairs = "".join(f"{question}\t{passage}\t1\n" for question, passage in sorted(judged))
        replace_file(out / "qrels.tsv", f"query-id\tcorpus-id\tscore\n{pairs}")
        say(f"{len(passages)} passages, {len(asked)} asked, {len(judged)} judged pairs")


def _passages(row: dict[str, Any]) -> Iterator[str]:
    held: str | list[str] = row["evidence"]
    for text in [held] if isinstance(held, str) else held:
        words = _MARK.sub("", text).strip()
        if len(words) >= _FEWEST:
            yield words


def _lines(numbered: dict[str, str]) -> str:
    rows: Iterable[str] = (
        json.dumps({"_id": number, "title": "", "text": text}) for text, number in numbered.items()
    )
    return "".join(f"{row}\n" for row in rows)


if __name__ == "__main__":
    app()
