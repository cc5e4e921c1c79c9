"""How likely it is that the library holds an answer: a calibrated probability.

Logistic, over four signs that keep their meaning from library to library. Its constants are those
that `python -m scripts.bench.confidence COVIDQA CRANFIELD --most 250` fits, on both and the sample shelf: questions
asked with what answers them, without it, with a word swapped for another field's, and of another field.
"""

from __future__ import annotations

from math import exp, sqrt
from statistics import fmean
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.evidence import study_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.evidence import Evidence, Sought
    from index.searching.hits import Hit
    from index.words.question_words import QuestionWords

THRESHOLD: Final = 0.6
"""Under it an answer is withheld: better no answer than a wrong one, and the nearest are named."""

_LOOKED_AT: Final = 5
"""Hits among which the nearest sentence is looked for."""

_RIVALS: Final = 3
"""Other sources that the best evidence is set against."""

_LONE_LEAD: Final = 0.25
"""The lead where all evidence is of one source."""

_UNTOLD: Final = 0.5
"""Added to `held` in the smallest library, less the better a library knows which words are rare: there no word can
weigh much. Chosen on libraries of one article each: `python -m scripts.bench.alone`."""


class Signs(NamedTuple):
    """What tells an answer from a near miss.

    Attributes:
        similarity: Cosine of the question and the nearest sentence of the first hits, -1 to 1.
        missing: How telling the word of the question is that this evidence's passage lacks most, and
            any like it, 0 to 1: who asks of lupus is not answered by what helps in
            depression, however near all else lies.
        lead: How far the best evidence lies before that of other sources. What answers stands out;
            where nothing does, several come about as near.
        held: How much of the question the fullest of the first passages says, from 0: the root of its
            BM25 in words that the library never heard, and `_UNTOLD` where words tell little. Two rare
            words of five tell more than one of two.
    """

    similarity: float
    missing: float
    lead: float
    held: float


WEIGHTS: Final = Signs(similarity=10.3, missing=-4.7, lead=4.1, held=3.3)
INTERCEPT: Final = -6.9


def signs_in(hits: Sequence[Hit], evidence: Sequence[Evidence], sought: Sought) -> Signs | None:
    """The signs of an answer, or None where nothing can be quoted."""
    if not evidence:
        return None
    best = evidence[0].hit
    text = f"{best.metadata.title}\n{best.passage.section}\n{best.passage.text}"
    return Signs(
        similarity=max(span.similarity for hit in hits[:_LOOKED_AT] for span in hit.spans),
        missing=sought.missing(text),
        lead=_lead(evidence),
        held=_held(hits[:_LOOKED_AT], sought.words),
    )


def _lead(evidence: Sequence[Evidence]) -> float:
    best: dict[str, float] = {}
    for piece in evidence:
        # Collections of paragraphs hold a paper as many articles of one title.
        best.setdefault(piece.hit.metadata.title or study_of(piece.hit), piece.score)
    first, *rivals = best.values()
    return first - fmean(rivals[:_RIVALS]) if rivals else _LONE_LEAD


def _held(hits: Sequence[Hit], words: QuestionWords) -> float:
    fullest = max(hit.lexical for hit in hits)
    return sqrt(fullest / words.unheard) + _UNTOLD * (1 - words.known)


def confidence_of(signs: Signs | None) -> float:
    """The probability, 0 to 1, that what shows these signs is an answer."""
    if signs is None:
        return 0.0
    logit = INTERCEPT + sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True))
    return 1 / (1 + exp(-logit))
