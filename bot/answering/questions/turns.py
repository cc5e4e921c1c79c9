"""What a member asked before in one conversation, as it is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter, ValidationError

from index.holdings.filters import EVERYTHING, Filters

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_TURNS: Final = 6
"""Turns that are remembered of one conversation."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question that was answered.

    Attributes:
        question: As it was looked up, whole.
        answer_id: Of the answer it got; "" where none is kept.
        private: Whether only the asker saw it.
        at: Seconds since 1970.
        filters: What the articles had to be that it was answered from.
        study: The article that its answer cites, where it cites one study alone; else "".
    """

    question: str
    answer_id: str
    private: bool
    at: int
    filters: Filters = EVERYTHING
    study: str = ""


_TURNS: Final = TypeAdapter(tuple[Turn, ...])


def turns_of(text: str) -> tuple[Turn, ...]:
    """The turns `turns_text` wrote; none where another version wrote them."""
    try:
        return _TURNS.validate_json(text) if text else ()
    except ValidationError:
        return ()


def turns_text(turns: Sequence[Turn]) -> str:
    """The turns as one line of JSON."""
    return _TURNS.dump_json(tuple(turns)).decode()


def within_reach(
    turns: Sequence[Turn], *, now: int, seconds: int, private: bool
) -> tuple[Turn, ...]:
    """The turns that may be leaned on: young enough, and none that only the asker saw where all see."""
    return tuple(t for t in turns if now - t.at <= seconds and (private or not t.private))
