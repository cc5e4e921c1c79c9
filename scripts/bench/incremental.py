"""What a second build of an unchanged library costs, beside the first: `python -m scripts.bench.incremental`.

Both are whole processes, as a maintainer's timer starts them. The articles are made of the words of
the README; embedding them costs what embedding any text costs.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Annotated, Final

import typer

from scripts.parts.console import command_line, door, say

app = command_line(__doc__)

_PROJECT: Final = Path(__file__).resolve().parents[2]
_PARAGRAPHS: Final = 5
_SENTENCES: Final = 4
_WORDS: Final = 20
_SEED: Final = 1


@app.command()
def incremental(articles: Annotated[int, typer.Option(help="How many.", min=1)] = 1000) -> None:
    """Index a folder of articles twice, then once more with one of them changed."""
    with door(), tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "articles"
        folder.mkdir()
        words = (_PROJECT / "README.md").read_text(encoding="utf-8").split()
        chance = random.Random(_SEED)  # noqa: S311 - words, not secrets
        for number in range(articles):
            text = "\n\n".join(_paragraph(words, chance) for _ in range(_PARAGRAPHS))
            (folder / f"{number}.md").write_text(f"# Article {number}\n\n{text}\n")
        first = _build(folder, Path(place) / "library")
        say(f"first build of {articles:,} articles: 100 %")
        again = _build(folder, Path(place) / "library")
        say(f"again, unchanged: {100 * again / first:.2f} %")
        with (folder / "0.md").open("a") as file:
            file.write(f"\n{_paragraph(words, chance)}\n")
        changed = _build(folder, Path(place) / "library")
        say(f"again, one paragraph added: {100 * changed / first:.2f} %")


def _paragraph(words: list[str], chance: random.Random) -> str:
    sentences = (
        " ".join(chance.choices([w for w in words if w.isalpha()], k=_WORDS)).capitalize() + "."
        for _ in range(_SENTENCES)
    )
    return " ".join(sentences)


def _build(folder: Path, library: Path) -> float:
    command = [sys.executable, "-m", "scripts.index", str(folder), "--library", str(library)]
    started = perf_counter()
    subprocess.run(command, cwd=_PROJECT, check=True, capture_output=True)  # noqa: S603 - our own
    return perf_counter() - started


if __name__ == "__main__":
    app()
