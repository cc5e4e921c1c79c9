"""How near words that might answer stand to the words that were asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answering.brief.tokens import Phrase, Token

Bounds = tuple[int, int]
"""Where in a statement words start and end."""

_WALLS: Final = frozenset(";:.)—–,")

_WALL_STEPS: Final = 3
"""Words that a mark between two words counts for."""


def nearest(found: Iterable[Bounds], tokens: Sequence[Token]) -> Bounds | None:
    """The candidate that stands nearest to the words that were asked."""
    best = max(((nearness(b, tokens), -b[0], b) for b in found), default=None)
    return best[2] if best and best[0] > 0 else None


def nearness(bounds: Bounds, tokens: Sequence[Token]) -> float:
    """What the asked words weigh together, each less the farther it stands."""
    start, end = bounds
    inside = [at for at, token in enumerate(tokens) if start <= token.start and token.end <= end]
    if not inside:
        return 0.0
    first, last = inside[0], inside[-1]
    return sum(
        token.weight / (1 + _steps(tokens, at, first, last))
        for at, token in enumerate(tokens)
        if token.weight
    )


def _steps(tokens: Sequence[Token], at: int, first: int, last: int) -> int:
    if first <= at <= last:
        return 0
    low, high = (at + 1, first) if at < first else (last + 1, at)
    walls = sum(token.text in _WALLS for token in tokens[low:high])
    return 1 + (high - low) + _WALL_STEPS * walls


def bounds_of(tokens: Sequence[Token], phrase: Phrase) -> Bounds:
    """Where the phrase starts and ends."""
    return tokens[phrase.first].start, tokens[phrase.last].end
