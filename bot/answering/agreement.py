"""Whether what two studies say on a question agrees, differs, or is about two things."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from bot.answering.support.directions import Way, contradicted, ways
from bot.answering.support.quantities import missing_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SHARED: Final = 0.7
"""Share of a statement's words that another's quote must hold to bear the statement out too."""

_ON_THE_QUESTION: Final = 0.5
"""Share of the question's words in a clause for its direction to be one of the question's answers."""

_OPPOSED: Final = (
    {Way.UP, Way.DOWN},
    {Way.BETTER, Way.WORSE},
    *({Way.NONE, way} for way in Way if way is not Way.NONE),
)


class Stand(Enum):
    """How one statement stands to another."""

    AGREES = "agrees"
    DIFFERS = "differs"
    APART = "apart"


def stand_of(
    statement: str,
    other: str,
    asked: set[str],
    stems: Callable[[str], Sequence[str]],
    *,
    shared: float = _SHARED,
) -> Stand:
    """How `statement` stands to the words of `other`, a quote of another study.

    Args:
        statement: What an answer says.
        other: What another study says.
        asked: The question's stems: a direction counts where its clause is about them.
        stems: How a text is cut into stems.
        shared: Share of the statement's words that must stand in `other` for it to agree.
    """
    mine = _answers(statement, asked, stems)
    theirs = _answers(other, asked, stems)
    if mine and theirs and all({one, two} in _OPPOSED for one in mine for two in theirs):
        return Stand.DIFFERS
    words = set(stems(statement))
    same = len(words & set(stems(other))) / len(words) if words else 0.0
    if same < shared or mine != theirs or missing_numbers(statement, other):
        return Stand.APART
    return Stand.APART if contradicted(statement, other, stems) else Stand.AGREES


def _answers(text: str, asked: set[str], stems: Callable[[str], Sequence[str]]) -> set[Way]:
    """The directions in `text` that answer the question."""
    return {
        way
        for way, about in ways(text, stems)
        if len(about & asked) >= _ON_THE_QUESTION * len(asked)
    }
