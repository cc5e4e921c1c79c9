"""How much a word tells who knows English and nothing yet of a library.

A library of one article knows no word's rarity: all that it lacks are as rare as any.
"""

from __future__ import annotations

from math import log10
from typing import Final

from index.words.english import plain, share

_EVERYWHERE: Final = 1e-2
_RARE: Final = 1e-6
"""A word's share of all that people write: one in a hundred tells nothing, and one in a million or less
as much as any."""

_LEAST: Final = 0.1


def telling(word: str) -> float:
    """How much the word tells, 0.1 to 1: "people" 0.2, "sleep" 0.5, what is no English most."""
    common = max(share(plain(word)), _RARE)
    return max(log10(common / _EVERYWHERE) / log10(_RARE / _EVERYWHERE), _LEAST)
