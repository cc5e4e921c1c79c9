"""How likely it is that the library holds an answer: a calibrated probability."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.evidence import Evidence, Sought
    from index.search import Hit

THRESHOLD: Final = 0.5


def confidence_in(hits: Sequence[Hit], evidence: Sequence[Evidence], sought: Sought) -> float:
    """The probability, 0 to 1, that `evidence` answers the question."""
    if not evidence:
        return 0.0
    hit = evidence[0].hit
    words = set(sought.stems(f"{hit.metadata.title} {hit.passage.section} {hit.passage.text}"))
    similarity = max(span.similarity for span in hit.spans)
    logit = 9.0 * similarity + 4.0 * sought.coverage(words) - 7.0
    return 1 / (1 + exp(-logit))
