"""How the confidence does in libraries of one article: `python -m scripts.bench.alone --beir FOLDER`.

Each article of the corpus (rows of one title are one article) is a library of its own. It is asked its own
questions, the same with its rarest word swapped for another's, and as many of other articles.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path  # noqa: TC003 - typer reads it
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple
from zlib import crc32

import typer

from bot.answering.confidence import INTERCEPT, THRESHOLD, WEIGHTS
from bot.answering.measuring.fitting import Fit, quality
from bot.answering.measuring.trials import Kind, trials
from index.evaluation.collection import collection
from index.evaluation.judged import read_beir
from index.searching.search import Searcher
from index.vectors.embedding import SentenceTransformerEmbedder
from scripts.evaluate import CACHE
from scripts.parts.console import AsJson, Bar, command_line, door, say, say_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.measuring.trials import Trial
    from index.evaluation.judged import Document, JudgedCorpus

app = command_line(__doc__)

_ASKED: Final = 6
"""Questions put to an article, and as many of others."""


class _Alone(NamedTuple):
    documents: list[Document]
    own: dict[str, str]


@app.command()
def alone(
    beir: Annotated[Path, typer.Option(help="A judged corpus.")],
    cache: Annotated[Path, typer.Option(help="Where a corpus once indexed is kept.")] = CACHE,
    most: Annotated[int, typer.Option(help="Articles that are asked.", min=2)] = 60,
    *,
    as_json: AsJson = False,
) -> None:
    """Print the share answered of an article's own questions, and withheld of the others."""
    with door(), Bar() as bar:
        judged = read_beir(beir)
        chosen = _chosen(judged, most)
        embedder = SentenceTransformerEmbedder()
        asked: list[Trial] = []
        for each in chosen:
            with collection(each.documents, cache=cache, embedder=embedder) as generation:
                found = trials(
                    beir.name,
                    Searcher(generation, embedder),
                    each.own,
                    judged.grades,
                    _foreign(each, chosen),
                    progress=bar,
                )
                asked += [trial for trial in found if trial.kind is not Kind.LEFT_OUT]
    found = quality(asked, Fit(WEIGHTS, INTERCEPT), threshold=THRESHOLD)
    if as_json:
        say_json({"articles": len(chosen), **found._asdict()})
        return
    say(f"{beir.name}: {len(chosen)} articles, each a library: answered {found.answered:.3f}")
    for kind, share in found.abstained.items():
        say(f"  {kind}: withheld {share:.3f}, AUROC {found.auroc[kind]:.3f}")


def _chosen(judged: JudgedCorpus, most: int) -> list[_Alone]:
    """Articles that answer a question by themselves, a few questions each, the same every time."""
    rows: dict[str, list[Document]] = defaultdict(list)
    for document in judged.documents:
        rows[document.title or document.id].append(document)
    group_of = {document.id: name for name, group in rows.items() for document in group}
    own: dict[str, dict[str, str]] = defaultdict(dict)
    for question in sorted(judged.questions, key=lambda q: crc32(judged.questions[q].encode())):
        right = (d for d, grade in judged.grades.get(question, {}).items() if grade > 0)
        groups = {group_of.get(document) for document in right}
        if len(groups) == 1 and (name := groups.pop()) and len(own[name]) < _ASKED:
            own[name][question] = judged.questions[question]
    names = sorted(own, key=lambda name: crc32(name.encode()))[:most]
    return [_Alone(rows[name], own[name]) for name in names]


def _foreign(one: _Alone, chosen: list[_Alone]) -> list[str]:
    """As many questions of the others, spread over them."""

    def others() -> Iterator[str]:
        for other in chosen:
            if other is not one:
                yield from other.own.values()

    salt = one.documents[0].id
    return sorted(others(), key=lambda text: crc32((salt + text).encode()))[: len(one.own)]


if __name__ == "__main__":
    app()
