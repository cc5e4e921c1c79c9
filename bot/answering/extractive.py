"""Hits to statements with no language model: the sentences that bear on the question, verbatim.

Deterministic: the same question of the same generation gives the same answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.evidence import Evidence, study_of
from bot.answering.phrasing import phrased

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_STATEMENTS: Final = 3
"""More is a lecture: the member can ask for the passages."""

MOST_WORDS: Final = 110
"""A statement that would take an answer past this is left out, unless it is the first."""

FELLOW_SHARE: Final = 0.8
"""A further statement's score, as a share of the first's, below which it only dilutes."""

SAME_WORDS: Final = 0.6
"""Share of the smaller's words that two statements may have in common and still say two things."""

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A statement to be: its text and the evidence it rests on."""

    text: str
    evidence: Evidence


def drafted(evidence: Sequence[Evidence]) -> tuple[Drafted, ...]:
    """The statements of an answer, in reading order, from evidence sorted best first.

    One article speaks for each study; the best statement comes first, then what else its article
    says, then the next study.
    """
    chosen: list[Drafted] = []
    voices: dict[str, str] = {}
    for piece in evidence:
        if len(chosen) == MOST_STATEMENTS or piece.score < FELLOW_SHARE * evidence[0].score:
            break
        study, article = study_of(piece.hit), piece.hit.passage.article
        # Two stories on one paper look like two witnesses and are one.
        if voices.setdefault(study, article) != article:
            continue
        draft = Drafted(phrased(piece.quote), piece)
        if _adds(draft, chosen):
            chosen.append(draft)
    order = {study: place for place, study in enumerate(voices)}
    first, rest = chosen[:1], chosen[1:]
    rest.sort(key=lambda d: (order[study_of(d.evidence.hit)], d.evidence.start))
    return (*first, *rest)


def _adds(draft: Drafted, chosen: Sequence[Drafted]) -> bool:
    if not chosen:
        return True
    if sum(len(d.text.split()) for d in (*chosen, draft)) > MOST_WORDS:
        return False
    return not any(
        _overlapping(draft.evidence, other.evidence) or _alike(draft.text, other.text)
        for other in chosen
    )


def _overlapping(one: Evidence, other: Evidence) -> bool:
    same = one.hit.passage.article == other.hit.passage.article
    return same and one.start < other.end and other.start < one.end


def _alike(one: str, other: str) -> bool:
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(a & b) > SAME_WORDS * min(len(a), len(b))
