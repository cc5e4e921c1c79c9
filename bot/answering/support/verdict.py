"""What the support check says of a statement, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a statement does not stand on its span."""

    NOT_FOUND = "the cited words do not stand in the source"
    NUMBER = "a number, or its unit, is not in the cited words"
    NUMBER_SWAPPED = "a number stands beside other words there"
    DIRECTION = "it goes another way there"
    NEGATION = "it is denied there, or only here"
    SURER = "the cited words are less sure"
    WIDER = "the cited words are about others"
    CAUSAL = "the cited words tell of no cause"
    NAME = "a name is not in the cited words"
    SWAPPED = "another word stands in its place there"
    COVERAGE = "too few of its words stand there"
    SIMILARITY = "it means something else"
    JUDGE = "the judging model does not see it there"


@dataclass(frozen=True, slots=True)
class Objection:
    """A reason, and the words it is about; "" for the whole statement."""

    reason: Reason
    about: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a span bears a statement out.

    Attributes:
        objections: Why it does not; none where it does.
        coverage: Share of the statement's telling words in the span, 0 to 1.
        similarity: Cosine of the statement and what lies nearest in the span, -1 to 1; 1 where it is held whole.
        vote: The judging model's probability of support; None where none was asked.
    """

    objections: tuple[Objection, ...]
    coverage: float
    similarity: float
    vote: float | None = None

    @property
    def supported(self) -> bool:
        """Whether nothing stands against it."""
        return not self.objections
