"""How strongly a statement may speak: no surer, no wider and no more causal than its span."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.support.reading import holds, pattern_of
from bot.answering.support.vocabulary import (
    ANIMALS,
    ASSOCIATIONS,
    CAUSES,
    CELLS,
    HEDGES,
    PEOPLE,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# "Three times more likely" is a measure and "in May 2020" a month.
_NO_HEDGE: Final = re.compile(
    r"\b(?:more|less|as|equally|times|most|least)\s+likely\b|\bMay(?=,?\s+\d)|\b(?:in|of|since|until|by)\s+May\b"
    r"|\bpotential\s+(?:difference|energy)\b|\baction\s+potentials?\b"
)
_CLAUSE_START: Final = re.compile(r"[,;:(]\s|\b(?:which|who|but|whereas|while|and)\b")


def surer(statement: str, span: str, stems: Callable[[str], Sequence[str]]) -> bool:
    """Whether the span hedges what the statement says flatly."""
    if holds(_NO_HEDGE.sub(" ", statement), HEDGES):
        return False
    plain = _NO_HEDGE.sub(lambda found: " " * len(found.group()), span)
    hedge = pattern_of(HEDGES).search(plain)
    if hedge is None:
        return False
    # A hedge reaches from its clause's start to the sentence's end: "X fell, which may tell …" is sure of X.
    starts = [m.end() for m in _CLAUSE_START.finditer(plain, 0, hedge.start())]
    sure = set(stems(plain[: starts[-1]])) if starts else set[str]()
    hedged = set(stems(plain[starts[-1] if starts else 0 :])) - sure
    told = set(stems(statement)) & (sure | hedged)
    return len(told & hedged) * 2 > len(told & sure)


def wider(statement: str, span: str) -> list[str]:
    """Whom the statement leaves out though the span is about nobody else, or adds to it."""
    found: list[str] = []
    if holds(span, ANIMALS) and not holds(statement, ANIMALS):
        found.append("not said to be in animals")
    if holds(span, CELLS) and not holds(statement, CELLS):
        found.append("not said to be in vitro")
    found.extend(
        f"{people[0]} are not in the source"
        for people in PEOPLE
        if holds(statement, people) and not holds(span, people)
    )
    return found


def more_causal(statement: str, span: str) -> bool:
    """Whether the statement makes a cause of what the span only saw together."""
    return holds(statement, CAUSES) and holds(span, ASSOCIATIONS) and not holds(span, CAUSES)
