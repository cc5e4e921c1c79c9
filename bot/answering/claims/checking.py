"""What the library's studies say on a claim: for it, against it, or on its subject.

Stories on one paper are one study. Of the sentences of a study that lie nearest to the claim, the first
that takes a side is shown, else the nearest. On SciFact's 919 pairs of a claim and an abstract four of five
sorted "for", and four of five sorted "against", were so labelled (98 of 123 and 32 of 41); most are
sorted as neither, which is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from bot.answering.claims.sides import Side, side_of
from bot.answering.confidence import THRESHOLD, confidence_of, signs_in
from bot.answering.evidence import Sought, evidence_in, study_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.evidence import Evidence
    from index.searching.hits import SearchResult
    from index.words.question_words import Stemming

STUDIES: Final = 6
"""Studies that are shown for one claim."""

_NEAR: Final = 0.6
"""Share of the best evidence's score that a further study's must have to bear on the claim."""

_READ: Final = 3
"""Sentences of a study that are held against the claim."""


class Outcome(StrEnum):
    """How the studies together stand to a claim."""

    FOR = "for"
    AGAINST = "against"
    MIXED = "mixed"
    OPEN = "open"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Witness:
    """One study, the sentence of it that lies nearest to the claim, and on which side it stands."""

    side: Side
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim and its witnesses, best first.

    Attributes:
        claim: As it was looked up.
        witnesses: One a study.
    """

    claim: str
    witnesses: tuple[Witness, ...]

    @property
    def outcome(self) -> Outcome:
        """What the witnesses say together."""
        sides = {witness.side for witness in self.witnesses}
        if {Side.FOR, Side.AGAINST} <= sides:
            return Outcome.MIXED
        for side, outcome in ((Side.FOR, Outcome.FOR), (Side.AGAINST, Outcome.AGAINST)):
            if side in sides:
                return outcome
        return Outcome.OPEN if sides else Outcome.NONE


def checked_claim(claim: str, result: SearchResult, stemming: Stemming) -> Checked:
    """The claim against what a search for it found."""
    sought = Sought(result.sought, result.words, stemming.terms)
    evidence = evidence_in(result.hits, sought)
    if confidence_of(signs_in(result.hits, evidence, sought)) < THRESHOLD:
        return Checked(claim, ())
    studies: dict[str, list[Evidence]] = {}
    for piece in evidence:
        if piece.score >= _NEAR * evidence[0].score:
            studies.setdefault(study_of(piece.hit), []).append(piece)
    best = list(studies.values())[:STUDIES]
    return Checked(claim, tuple(_witness(claim, pieces[:_READ], stemming) for pieces in best))


def _witness(claim: str, pieces: Sequence[Evidence], stemming: Stemming) -> Witness:
    """The first of a study's sentences that takes a side, else the nearest."""
    for piece in pieces:
        side = side_of(claim, piece.said, stemming)
        if side is not Side.OPEN:
            return Witness(side, piece)
    return Witness(Side.OPEN, pieces[0])
