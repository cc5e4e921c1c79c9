"""What the library's studies say on a claim: for it, against it, or on its subject.

Stories on one paper are one study. A study stands for the claim where its nearest sentence holds much
of the claim's words and breaks none of the rules of the support check, and against it where that
sentence tells the other direction. On SciFact's labelled claims four of five sentences sorted "for",
and 13 of 14 sorted "against", were so labelled; most sentences are sorted as neither, which is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from bot.answering.agreement import Stand, stand_of
from bot.answering.confidence import THRESHOLD, confidence_of, signs_in
from bot.answering.evidence import Sought, evidence_in, study_of
from bot.answering.support.directions import contradicted, wrong_ways
from bot.answering.support.names import missing_names
from bot.answering.support.quantities import missing_numbers
from bot.answering.support.strength import surer, wider
from index.words import function_stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.evidence import Evidence
    from index.search import SearchResult
    from index.words import Stemming

STUDIES: Final = 6
"""Studies that are shown for one claim."""

_NEAR: Final = 0.6
"""Share of the best evidence's score that a further study's must have to bear on the claim."""

_SHARED: Final = 0.4
"""Share of a claim's words in a sentence that can stand for it."""


class Side(StrEnum):
    """How a study stands to a claim."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


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
    studies: dict[str, Evidence] = {}
    for piece in evidence:
        if piece.score >= _NEAR * evidence[0].score:
            studies.setdefault(study_of(piece.hit), piece)
    best = list(studies.values())[:STUDIES]
    return Checked(claim, tuple(Witness(side_of(claim, p.said, stemming), p) for p in best))


def side_of(claim: str, sentence: str, stemming: Stemming) -> Side:
    """On which side of the claim a sentence stands."""
    plain = function_stems(stemming)

    def telling(text: str) -> Sequence[str]:
        return [stem for stem in stemming.terms(text) if stem not in plain]

    words = set(telling(claim))
    if stand_of(claim, sentence, words, telling) is Stand.DIFFERS:
        return Side.AGAINST
    shared = len(words & set(telling(sentence))) / len(words) if words else 0.0
    broken = (
        missing_numbers(claim, sentence)
        or missing_names(claim, sentence)
        or wrong_ways(claim, sentence, telling)
        or contradicted(claim, sentence, telling)
        or wider(claim, sentence)
        or surer(claim, sentence, telling)
    )
    return Side.FOR if shared >= _SHARED and not broken else Side.OPEN
