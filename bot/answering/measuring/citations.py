"""Whether statements stand on what they cite: citation recall and precision as ALCE defines them.

https://arxiv.org/abs/2305.14627, section 3.3, with other judges in place of its model of inference:
the support check, whose word is as good as `python -m scripts.bench.support` says and no better; and
a second one that shares nothing with it, neither rules nor floors, stems nor vectors.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.answering.answer import Answer, Statement
    from bot.answering.support.check import SupportCheck

    Bears = Callable[[str, str], bool]
    """Whether a source, second, bears out a statement, first."""

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’]t)?")
_WEIGHTY: Final = re.compile(
    r"\d.*|not|no|nor|never|neither|without|cannot|\w+n['’]t|may|might|could", re.IGNORECASE
)
_IN_ORDER: Final = 0.8
"""Share of a statement's words that stand in its source in the same order."""


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


def cited(answers: Iterable[Answer], bears: Bears) -> Cited:
    """The counts over every statement of these answers, by this judge."""
    each = [_of(statement, bears) for answer in answers for statement in answer.statements]
    return Cited(*(sum(column) for column in zip(*each, strict=True))) if each else Cited()


def by_check(check: SupportCheck) -> Bears:
    """The support check as a judge."""
    return lambda statement, source: check.verdict(statement, source).supported


def by_wording(statement: str, source: str) -> bool:
    """Whether the statement's words stand in the source in their order, numbers, nots and mays all.

    Four of five of all words suffice, as in ROUGE-L's recall: an answer adds "By contrast:" and "In
    mice:", and leaves asides out.
    """
    mine, theirs = _words(statement), _words(source)
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    kept: set[int] = set()
    for block in matcher.get_matching_blocks():
        kept.update(range(block.a, block.a + block.size))
    weighty = {at for at, word in enumerate(mine) if _WEIGHTY.fullmatch(word)}
    return bool(mine) and len(kept) >= _IN_ORDER * len(mine) and weighty <= kept


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _of(statement: Statement, bears: Bears) -> Cited:
    quotes = [citation.quote for citation in statement.citations]

    def borne(by: Sequence[str]) -> bool:
        return bool(by) and bears(statement.text, "\n".join(by))

    together = borne(quotes)
    needed = [
        together and (borne([quote]) or not borne([*quotes[:at], *quotes[at + 1 :]]))
        for at, quote in enumerate(quotes)
    ]
    return Cited(1, int(together), len(quotes), sum(needed))
