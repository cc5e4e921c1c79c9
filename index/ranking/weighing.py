"""How candidates are ordered: by what they mean and by their words, one setting for every library.

Every sum is brought to 0..1 over the candidates before it is weighed. What leads then lends support to
what is like it. The constants were chosen on COVID-QA, SciFact and Cranfield together, `crowding` and `covered`
on ExpertQA and HealthVer as well; `python -m scripts.bench.ablation` measures what each is worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from index.vectors.arrays import units

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.ranking.signs import Column, Signs

_LEADERS: Final = 5
_DECAY: Final = 0.1
"""The first candidates that lend support, and the score by which a leader counts 1/e of the first:
one that stands out speaks alone, and many that are close speak together."""

_WHOLLY: Final = 4
"""The power of the covered share: a sentence that holds nearly all of a question is telling, and
whether one holds a third of it or half is chance."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign counts; the same for every library, unless one was adapted to its own.

    Attributes:
        meaning: Share of meaning, 0 to 1; the rest is words.
        whole: What the passage as a whole counts beside its best sentence.
        title: What the title counts within the passage as a whole.
        pair: What words side by side count beside words anywhere.
        sentence: What words together in one sentence count beside words anywhere.
        fragment: What each fragment of words counts beside words.
        covered: What a sentence that holds the whole question counts beside meaning and words.
        likeness: What being like the leaders counts beside all the others.
        crowding: How much of its crowding is taken off what a passage as a whole is near to.
    """

    meaning: float = 0.6
    whole: float = 0.5
    title: float = 0.25
    pair: float = 0.3
    sentence: float = 0.25
    fragment: float = 0.05
    covered: float = 0.6
    likeness: float = 0.5
    crowding: float = 0.2


def scores_of(signs: Signs, weights: Weights) -> Column:
    """A score for each candidate, in their order, 0 to 1 within one question."""
    wholes = units(signs.wholes + weights.title * signs.titles)
    crowded = weights.crowding * signs.crowding
    meaning = signs.nearest + weights.whole * (wholes @ signs.question - crowded)
    worded = (
        signs.passage
        + weights.pair * signs.pairs
        + weights.sentence * signs.sentence
        + weights.fragment * signs.fragments
    )
    both = weights.meaning * spread(meaning) + (1 - weights.meaning) * spread(worded)
    first = (both + weights.covered * signs.covered**_WHOLLY) / (1 + weights.covered)
    like = spread(_likeness(wholes, first) - crowded)
    return (first + weights.likeness * like) / (1 + weights.likeness)


def spread(values: Column) -> Column:
    """The values brought to 0..1; all zeros where they do not differ."""
    low, high = values.min(), values.max()
    return (values - low) / (high - low) if high > low else np.zeros_like(values)


def _likeness(wholes: NDArray[np.floating], first: Column) -> Column:
    """How near each candidate lies to what the leaders have in common."""
    leaders = np.argsort(-first, kind="stable")[:_LEADERS]
    shares = np.exp((first[leaders] - first[leaders[0]]) / _DECAY)
    return wholes @ units(shares @ wholes[leaders])
