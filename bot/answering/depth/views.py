"""An answer already given, looked at more closely: verbatim sentences of the articles it cites.

Pure: the same answer over the same articles gives the same view, and where the articles tell nothing
of the kind the view is empty rather than padded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

from bot.answering.agreement import Stand, stand_of
from bot.answering.answer import Statement
from bot.answering.citing import References
from bot.answering.depth.rules import (
    against_weight,
    limitations_weight,
    methods_weight,
    numbers_weight,
)
from bot.answering.depth.sentences import told_in
from bot.answering.quoting.phrasing import phrased

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.answering.answer import Answer, Reference
    from bot.answering.depth.sentences import Told
    from index.article import Metadata
    from index.passages.passage import Passage

MOST_STATEMENTS: Final = 5
MOST_WORDS: Final = 180
"""A view is asked for, and may be twice as long as an answer."""

MOST_OF_ONE: Final = 3
"""Statements of one article, where the answer cites several."""

_BEARING: Final = 0.3
"""Share of the question's words in a sentence for it to be more of the answer."""

_TOUCHING: Final = 0.2
"""The same for one that tells of disagreement."""

_SAME_WORDS: Final = 0.6
"""Share of the smaller's words that two sentences may have in common and still say two things."""

_DIFFERS: Final = 3.0
_WORD: Final = re.compile(r"[^\W_]+")


class Depth(StrEnum):
    """What is asked for beside the answer."""

    MORE = "more"
    METHODS = "methods"
    NUMBERS = "numbers"
    LIMITATIONS = "limitations"
    DISAGREEMENTS = "disagreements"


@dataclass(frozen=True, slots=True)
class View:
    """Statements of one kind.

    Attributes:
        depth: Which kind.
        statements: In the order of the answer's references, then of reading; empty where the articles
            tell nothing of the kind. None is among the answer's own.
        references: Those that are cited, under the numbers they have in the answer.
    """

    depth: Depth
    statements: tuple[Statement, ...]
    references: tuple[Reference, ...]


class Shelf(Protocol):
    """The articles of one generation."""

    def told(self, article_id: str) -> tuple[Metadata, Sequence[Passage]] | None:
        """An article's metadata and passages, if the generation has it."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What the answer was given to.

    Attributes:
        coverage: The share of the question's words in a text, 0 to 1.
        words: The question's stems.
        stems: How a text is cut into stems.
    """

    coverage: Callable[[str], float]
    words: frozenset[str]
    stems: Callable[[str], Sequence[str]]


def view_of(answer: Answer, depth: Depth, shelf: Shelf, asked: Asked) -> View:
    """The view of this kind; an abstention has none."""
    weigh = _weighing(answer, depth, asked)
    weighed = [(weigh(told), rank, told) for rank, told in _new(answer, shelf)]
    found = sorted(
        (each for each in weighed if each[0] > 0), key=lambda e: (-e[0], e[1], e[2].start)
    )
    chosen = _chosen(found, one_article=len(answer.references) < _SEVERAL)
    chosen.sort(key=lambda each: (each[1], each[2].start))
    references = References(answer.references)
    statements = tuple(
        Statement(
            told.text,
            (references.cite(told.hit.passage, told.hit.metadata, told.start, told.end),),
        )
        for _, _, told in chosen
    )
    cited = {citation.reference for statement in statements for citation in statement.citations}
    return View(depth, statements, tuple(r for r in references.all if r.number in cited))


_SEVERAL: Final = 2


def _new(answer: Answer, shelf: Shelf) -> Iterator[tuple[int, Told]]:
    """Each sentence of the cited articles that the answer does not say, with its article's rank."""
    said = " ".join(statement.text for statement in answer.statements)
    for rank, reference in enumerate(answer.references):
        found = shelf.told(reference.article_id)
        if found is None:
            continue
        metadata, passages = found
        for told in told_in(passages, metadata):
            # By words: the generation may be a later one, with other offsets.
            if phrased(told.said) not in said:
                yield rank, told


def _weighing(answer: Answer, depth: Depth, asked: Asked) -> Callable[[Told], float]:
    rule = {
        Depth.METHODS: methods_weight,
        Depth.NUMBERS: numbers_weight,
        Depth.LIMITATIONS: limitations_weight,
    }.get(depth)
    if rule is not None:
        return lambda told: w * (1.0 + asked.coverage(told.said)) if (w := rule(told)) else 0.0
    if depth is Depth.MORE:
        return lambda told: share if (share := asked.coverage(told.said)) >= _BEARING else 0.0
    return lambda told: _against(answer, told, asked)


def _against(answer: Answer, told: Told, asked: Asked) -> float:
    if asked.coverage(told.said) < _TOUCHING:
        return 0.0
    first = answer.statements[0]
    mine = {reference.number: reference for reference in answer.references}
    own = {mine[c.reference].article_id for c in first.citations}
    differs = (
        told.hit.passage.article not in own
        and stand_of(first.text, told.said, set(asked.words), asked.stems) is Stand.DIFFERS
    )
    return against_weight(told) + _DIFFERS * differs


def _chosen(
    found: Sequence[tuple[float, int, Told]], *, one_article: bool
) -> list[tuple[float, int, Told]]:
    chosen: list[tuple[float, int, Told]] = []
    words = 0
    for each in found:
        _, rank, told = each
        length = len(told.text.split())
        crowded = sum(other[1] == rank for other in chosen) >= MOST_OF_ONE and not one_article
        if crowded or words + length > MOST_WORDS or any(_alike(told, o[2]) for o in chosen):
            continue
        words += length
        chosen.append(each)
        if len(chosen) == MOST_STATEMENTS:
            break
    return chosen


def _alike(one: Told, other: Told) -> bool:
    a, b = (set(_WORD.findall(each.text.lower())) for each in (one, other))
    return len(a & b) > _SAME_WORDS * min(len(a), len(b))
