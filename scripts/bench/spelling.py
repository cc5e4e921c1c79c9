"""What a typing error costs: `python -m scripts.bench.spelling --beir FOLDER`, repeated.

Each question is asked as it stands, with one slip of the keys, the same every time, in its most telling
word, with that word run together with the next, and with it split; all with and without taking mistyped
words for the library's.
"""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path  # noqa: TC003 - typer reads it
from random import Random
from statistics import fmean
from string import ascii_lowercase
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.answering.answerer import Answerer
from bot.answering.questions.chatter import bare
from index.evaluation.collection import collection
from index.evaluation.figures import DEPTH, by_question
from index.evaluation.judged import read_beir
from index.searching.search import Searcher
from index.vectors.embedding import SentenceTransformerEmbedder
from scripts.evaluate import CACHE
from scripts.parts.console import AsJson, Bar, command_line, door, say, say_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from index.evaluation.judged import Grades

app = command_line(__doc__)

_WORD: Final = re.compile(r"(?<![\w/.-])[^\W\d_]{5,}(?![\w/.-])")
_SEED: Final = 1
_FIGURES: Final = ("ndcg@10", "success@1", "recall@10")

Figures = dict[str, float]


@app.command()
def spelling(
    beir: Annotated[list[Path], typer.Option(help="A judged corpus; give several.")],
    cache: Annotated[Path, typer.Option(help="Where a corpus once indexed is kept.")] = CACHE,
    *,
    as_json: AsJson = False,
) -> None:
    """Print a table in Markdown: figures by corpus, and the share of questions that is answered."""
    with door():
        found = {folder.name: _measured(folder, cache) for folder in beir}
        if as_json:
            say_json(found)
            return
        say(f"| | | {' | '.join(_FIGURES)} | answered |")
        say(f"|---|---|{'---|' * (len(_FIGURES) + 1)}")
        for name, ways in found.items():
            for way, row in ways.items():
                say(f"| {name} | {way} | {' | '.join(f'{each:.4f}' for each in row.values())} |")


def mistyped(
    question: str, frequency: Callable[[str], int], mistype: Callable[[str, str], tuple[str, str]]
) -> str:
    """The question with a slip in the rarest of its words that the library holds.

    Args:
        question: As asked.
        frequency: How many passages hold a word.
        mistype: Of that word and what follows it, what is typed.
    """
    words = [
        w for w in _WORD.finditer(question) if w.group()[1:].islower() and frequency(w.group())
    ]
    if not words:
        return question
    rarest = min(words, key=lambda word: (frequency(word.group()), word.start()))
    return question[: rarest.start()] + "".join(mistype(rarest.group(), question[rarest.end() :]))


def run_together(word: str, behind: str) -> tuple[str, str]:
    """The word with the next one, where a blank alone parts them from each other."""
    return word, re.sub(r"^ (?=[^\W\d_])", "", behind)


def _slipped(word: str, dice: Random) -> str:
    """The word with a letter left out, added, changed or swapped with the next, not its first one."""
    at = dice.randrange(1, len(word) - 1)
    before, here, behind = word[:at], word[at], word[at + 1 :]
    letter = dice.choice(ascii_lowercase)
    ways = (
        f"{before}{behind}",
        f"{before}{letter}{here}{behind}",
        f"{before}{letter}{behind}",
        f"{before}{behind[0]}{here}{behind[1:]}",
    )
    return dice.choice([way for way in ways if way != word])


def _split(word: str, dice: Random) -> str:
    """The word with a blank in it, two letters or more from either end."""
    at = dice.randrange(2, len(word) - 1)
    return f"{word[:at]} {word[at:]}"


def _measured(folder: Path, cache: Path) -> dict[str, Figures]:
    judged = read_beir(folder)
    embedder = SentenceTransformerEmbedder()
    with Bar() as bar:
        opened = collection(judged.documents, cache=cache, embedder=embedder, progress=bar)
        with closing(opened):
            lexical = opened.lexical

            def frequency(word: str) -> int:
                return min(map(lexical.frequency, lexical.terms(word)), default=0)

            dice = Random(_SEED)  # noqa: S311 - a sample, not a secret
            ways: dict[str, Callable[[str, str], tuple[str, str]]] = {
                "one slip": lambda word, behind: (_slipped(word, dice), behind),
                "run together": run_together,
                "split": lambda word, behind: (_split(word, dice), behind),
            }
            typed = {"as it stands": judged.questions} | {
                way: {q: mistyped(t, frequency, mistype) for q, t in judged.questions.items()}
                for way, mistype in ways.items()
            }
            searchers = {
                repair: Searcher(opened, embedder, repair=repair) for repair in (False, True)
            }
            return {
                f"{way}, {'repaired' if repair else 'as typed'}": _row(
                    searchers[repair], questions, judged.grades, bar
                )
                for way, questions in typed.items()
                for repair in searchers
            }


def _row(searcher: Searcher, questions: Mapping[str, str], grades: Grades, bar: Bar) -> Figures:
    answerer = Answerer(searcher)
    ranked: dict[str, tuple[str, ...]] = {}
    answered = 0
    bar.begin("Asking", len(questions))
    for name, question in questions.items():
        result = searcher.search(bare(question), limit=DEPTH)
        ranked[name] = tuple(dict.fromkeys(str(hit.passage.article) for hit in result.hits))
        answered += not answerer.chosen(question, result).answer.abstained
        bar.advance(1)
    each = by_question(ranked, grades).values()
    means = {name: fmean(found[name] for found in each) for name in _FIGURES}
    return means | {"answered": answered / len(questions)}


if __name__ == "__main__":
    app()
