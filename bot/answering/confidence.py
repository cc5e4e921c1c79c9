"""How likely it is that the library holds an answer: a calibrated probability.

Logistic, over four signs that keep their meaning from library to library. Its constants are what
`python -m scripts.bench.confidence` prints for COVID-QA, each question asked with its article, without
it, with its subject swapped for another, and in a library of another field, together with the questions
about the sample shelf.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.evidence import Evidence, Sought
    from index.search import Hit

_SIMILARITY: Final = 12.8
_STRENGTH: Final = 4.0
_COVERAGE: Final = 2.3
_MISSING: Final = 0.0
_INTERCEPT: Final = -10.9

THRESHOLD: Final = 0.6
"""Under it an answer is withheld: better no answer than a wrong one, and the nearest are named."""

_LOOKED_AT: Final = 5
"""Hits among which the nearest sentence is looked for."""


class Signs(NamedTuple):
    """What tells an answer from a near miss.

    Attributes:
        similarity: Cosine of the question and the nearest sentence of the first hits, -1 to 1.
        strength: Score of the best evidence, about 0 to 1.
        coverage: Share of the question's words in that evidence's passage, 0 to 1.
        missing: How telling the rarest of those is that are not there, 0 to 1: who asks of lupus is
            not answered by what helps in depression, however near all else lies.
    """

    similarity: float
    strength: float
    coverage: float
    missing: float


def signs_in(hits: Sequence[Hit], evidence: Sequence[Evidence], sought: Sought) -> Signs | None:
    """The signs of an answer, or None where nothing can be quoted."""
    if not evidence:
        return None
    best = evidence[0].hit
    text = f"{best.metadata.title}\n{best.passage.section}\n{best.passage.text}"
    stems = set(sought.stems(text))
    return Signs(
        similarity=max(span.similarity for hit in hits[:_LOOKED_AT] for span in hit.spans),
        strength=evidence[0].score,
        coverage=sought.coverage(stems),
        missing=sought.missing(stems),
    )


def confidence_of(signs: Signs | None) -> float:
    """The probability, 0 to 1, that what shows these signs is an answer."""
    if signs is None:
        return 0.0
    logit = (
        _INTERCEPT
        + _SIMILARITY * signs.similarity
        + _STRENGTH * signs.strength
        + _COVERAGE * signs.coverage
        + _MISSING * signs.missing
    )
    return 1 / (1 + exp(-logit))
