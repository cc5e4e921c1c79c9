"""How likely it is that the library holds an answer: a calibrated probability.

Logistic, over three signs that keep their meaning from library to library. Its constants were
fitted as `python -m scripts.bench.confidence` fits them, on COVID-QA, Cranfield and the sample shelf, before kin spoke
for words: questions asked with what answers them, without it, with a word swapped for another field's, and of another field.
"""

from __future__ import annotations

from math import exp
from statistics import fmean
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.evidence import study_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.evidence import Evidence, Sought
    from index.searching.hits import Hit

THRESHOLD: Final = 0.6
"""Under it an answer is withheld: better no answer than a wrong one, and the nearest are named."""

_LOOKED_AT: Final = 5
"""Hits among which the nearest sentence is looked for."""

_RIVALS: Final = 3
"""Other sources that the best evidence is set against."""

_LONE_LEAD: Final = (0.15, 0.25)
"""The lead where all evidence is of one source, in the smallest and in a large library: a good sign where there are
others, none where there is but that one (`scripts.bench.alone`)."""


class Signs(NamedTuple):
    """What tells an answer from a near miss.

    Attributes:
        similarity: Cosine of the question and the nearest sentence of the first hits, -1 to 1.
        missing: How telling the word of the question is that this evidence's passage lacks most, and
            any like it, 0 to 1: who asks of lupus is not answered by what helps in
            depression, however near all else lies.
        lead: How far the best evidence lies before that of other sources. What answers stands out;
            where nothing does, several come about as near.
    """

    similarity: float
    missing: float
    lead: float


WEIGHTS: Final = Signs(similarity=15.1, missing=-4.8, lead=6.0)
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
        lead=_lead(evidence, sought.words.known),
    )


def _lead(evidence: Sequence[Evidence], known: float) -> float:
    best: dict[str, float] = {}
    for piece in evidence:
        # Collections of paragraphs hold a paper as many articles of one title.
        best.setdefault(piece.hit.metadata.title or study_of(piece.hit), piece.score)
    first, *rivals = best.values()
    if not rivals:
        small, large = _LONE_LEAD
        return small + (large - small) * known
    return first - fmean(rivals[:_RIVALS])


def confidence_of(signs: Signs | None) -> float:
    """The probability, 0 to 1, that what shows these signs is an answer."""
    if signs is None:
        return 0.0
    logit = INTERCEPT + sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True))
    return 1 / (1 + exp(-logit))
