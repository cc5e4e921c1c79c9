"""Three letters of words in a row: what words have in common that share no stem.

"Psychotic" and "psychosis", "IL6" and "IL-6", a plural in Latin and the rest of a mistyped word are
other stems, and most of their fragments are the same.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Prefix

if TYPE_CHECKING:
    from collections.abc import Mapping

_LETTERS: Final = 3
_EDGE: Final = "_"
"""Stands for a word's beginning and its end, which tell more than its middle."""

_REMEMBERED: Final = 20_000
"""Stems whose fragments are kept, about 12 MB: questions meet the same ones again and again."""


@lru_cache(maxsize=_REMEMBERED)
def fragments_of(stem: str) -> tuple[str, ...]:
    """The fragments of one stem, in order, repeats kept; none but the stem itself for one letter."""
    marked = f"{_EDGE}{stem}{_EDGE}"
    return tuple(marked[at : at + _LETTERS] for at in range(len(marked) - _LETTERS + 1))


def kinship(one: str, other: str) -> float:
    """How surely two stems are of one root, 0 to 1.

    Dice's coefficient of their fragments, times the share of the longer one that both begin with: either
    alone would make kin of hypotension and hypertension, or of measles and measures.
    """
    first, second = set(fragments_of(one)), set(fragments_of(other))
    alike = 2 * len(first & second) / (len(first) + len(second))
    return alike * Prefix.normalized_similarity(one, other)


class Fragments(dict[str, tuple[str, ...]]):
    """Those of a question's words: by any stem, its fragments that are also the question's, repeats kept.

    Args:
        words: What each of its stems weighs.
    """

    def __init__(self, words: Mapping[str, float]) -> None:
        super().__init__()
        self._words = words

    @cached_property
    def weights(self) -> dict[str, float]:
        """What each fragment weighs: as much as the rarest word that holds it."""
        weights: dict[str, float] = {}
        for stem, weight in self._words.items():
            for fragment in fragments_of(stem):
                weights[fragment] = max(weight, weights.get(fragment, 0.0))
        return weights

    def __missing__(self, stem: str) -> tuple[str, ...]:
        """The fragments of a stem that is looked up for the first time."""
        shared = tuple(each for each in fragments_of(stem) if each in self.weights)
        self[stem] = shared
        return shared
