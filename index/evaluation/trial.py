"""A question's candidates, read once, so that any weights can be tried on them without searching again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.questions.meant import as_meant
from index.ranking.signs import signs_of
from index.ranking.weighing import scores_of
from index.searching.candidates import candidate_of, candidate_rows
from index.vectors.common import Common
from index.words.question_words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.ranking.signs import Candidate, Column, Signs
    from index.ranking.weighing import Weights
    from index.store.generation import Generation
    from index.store.records import PassageRecord
    from index.vectors.embedding import Embedder


@dataclass(frozen=True, slots=True)
class Trial:
    """The candidates for one question.

    Attributes:
        rows: The candidates' rows in the library.
        articles: Each candidate's article.
        signs: Their signs, in the same order.
    """

    rows: Sequence[int]
    articles: Sequence[str]
    signs: Signs

    def ranked(self, weights: Weights, *, depth: int) -> tuple[str, ...]:
        """The articles under these weights, each by its best passage, best first."""
        return self.ordered(scores_of(self.signs, weights), depth=depth)

    def ordered(self, scores: Column, *, depth: int) -> tuple[str, ...]:
        """The articles by any score of their passages, best first."""
        order: list[int] = np.argsort(-scores, kind="stable").tolist()
        return tuple(dict.fromkeys(self.articles[at] for at in order))[:depth]


def trial_of(
    generation: Generation,
    embedder: Embedder,
    question: str,
    *,
    acronyms: bool = True,
    repair: bool = True,
    centred: bool = True,
    read: Callable[[PassageRecord], Candidate] | None = None,
) -> Trial | None:
    """The candidates for a question, or None where there are none.

    Args:
        generation: What is searched.
        embedder: The model its vectors come from.
        question: As asked; what it says of the articles it wants is not understood here.
        acronyms: Whether either form of an acronym stands for the other.
        repair: Whether a mistyped word is taken for the library's.
        centred: Whether what all of its vectors have in common is taken off.
        read: What is read of a passage, if not all of it.
    """
    question = as_meant(question, generation) if repair else question
    vector = embedder.embed_question(question)
    meanings = generation.acronyms.asked(question) if acronyms else ()
    words = words_of(question, generation.lexical, meanings)
    rows = candidate_rows(generation, vector, words)
    if not rows:
        return None
    records = generation.records.passages(rows)
    candidates = [
        candidate_of(generation, record) if read is None else read(record) for record in records
    ]
    mean_length = generation.lexical.mean_length
    common = generation.common if centred else Common.nothing(len(vector))
    signs = signs_of(candidates, vector, words, mean_length=mean_length, common=common)
    return Trial(rows, [str(record.passage.article) for record in records], signs)
