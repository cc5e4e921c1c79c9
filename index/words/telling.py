"""How much a word tells who knows English and nothing yet of a library.

A library of one article knows no word's rarity: all that it lacks are as rare as any.
"""

from __future__ import annotations

from functools import lru_cache
from math import log10
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_EVERYWHERE: Final = -2.0
_RARE: Final = -6.0
"""Logarithms of a word's share of all that people write: one in a hundred tells nothing, and one in a
million, where the list of wordfreq ends, as much as any."""

_LEAST: Final = 0.1


def telling(word: str) -> float:
    """How much the word, in lower case, tells, 0.1 to 1: "people" 0.2, "sleep" 0.5, what is no English most."""
    told = (_shares().get(word, _RARE) - _EVERYWHERE) / (_RARE - _EVERYWHERE)
    return max(told, _LEAST)


@lru_cache(maxsize=1)
def _shares() -> Mapping[str, float]:
    # Half a second, which only who asks a question waits, and once.
    from wordfreq import get_frequency_dict  # noqa: PLC0415

    return {word: log10(share) for word, share in get_frequency_dict("en", "small").items()}
