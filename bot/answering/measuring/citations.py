"""Whether statements stand on what they cite: citation recall and precision as ALCE defines them.

https://arxiv.org/abs/2305.14627, section 3.3, with the support check in place of its judging model:
its word is as good as `python -m scripts.bench.support` says, and no better.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answering.answer import Answer, Statement
    from bot.answering.support.check import SupportCheck


class Cited(NamedTuple):
    """Counts over statements.

    Attributes:
        statements: How many there are.
        borne_out: Those that their citations together bear out.
        citations: How many there are.
        needed: Those that bear a borne-out statement out alone, or without which nothing does.
    """

    statements: int = 0
    borne_out: int = 0
    citations: int = 0
    needed: int = 0

    @property
    def recall(self) -> float:
        """Share of statements that are borne out."""
        return self.borne_out / self.statements if self.statements else 0.0

    @property
    def precision(self) -> float:
        """Share of citations that are needed."""
        return self.needed / self.citations if self.citations else 0.0


def cited(answers: Iterable[Answer], check: SupportCheck) -> Cited:
    """The counts over every statement of these answers."""
    each = [_of(statement, check) for answer in answers for statement in answer.statements]
    return Cited(*(sum(column) for column in zip(*each, strict=True))) if each else Cited()


def _of(statement: Statement, check: SupportCheck) -> Cited:
    quotes = [citation.quote for citation in statement.citations]
    together = _bears(quotes, statement, check)
    needed = [
        together
        and (_bears([quote], statement, check) or not _bears(_but(quotes, at), statement, check))
        for at, quote in enumerate(quotes)
    ]
    return Cited(1, int(together), len(quotes), sum(needed))


def _bears(quotes: Sequence[str], statement: Statement, check: SupportCheck) -> bool:
    return bool(quotes) and check.verdict(statement.text, "\n".join(quotes)).supported


def _but(quotes: Sequence[str], at: int) -> list[str]:
    return [*quotes[:at], *quotes[at + 1 :]]
