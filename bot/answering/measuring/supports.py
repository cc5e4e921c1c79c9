"""What the support check is worth on statements whose support people judged."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.support.check import Floors
from bot.answering.support.verdict import Reason
from index.evaluation.files import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bot.answering.support.check import SupportCheck
    from bot.answering.support.verdict import Verdict

_BORNE_OUT: Final = frozenset({"supports", "support", "complete"})
_UNKNOWN: Final = frozenset({"", "n/a", "none"})
"""Nobody said. "Partial", "incomplete" and "missing" support is none."""

_RULED: Final = frozenset({Reason.COVERAGE, Reason.SIMILARITY})

_MARKS: Final = re.compile(r"\s*\[\d{1,2}\]|\*\*")
"""Of citations and emphasis in a claim, which no statement has when it is checked."""

_ADDRESS: Final = re.compile(r"\[\d{1,2}\]|\bhttps?://\S+")
_FEWEST_WORDS: Final = 5
"""Of a source without its addresses; by an address alone nobody can judge here."""

FEWEST: Final = 20
"""Pairs that floors let through for their precision to tell anything."""

WANTED: Final = 0.9
"""Precision that floors are chosen for."""


class Pair(NamedTuple):
    """A statement and a source.

    Attributes:
        statement: What is claimed.
        source: What is cited for it.
        label: What people said of the two, in small letters.
    """

    statement: str
    source: str
    label: str

    @property
    def borne_out(self) -> bool:
        """Whether people said that it is."""
        return self.label in _BORNE_OUT


class Worth(NamedTuple):
    """Counts of a working point.

    Attributes:
        let_through: Statements that passed.
        rightly: Those of them that people saw borne out.
        borne_out: All that people saw borne out.
        denied: All that a source refutes.
        denied_through: Those of them that passed.
    """

    let_through: int
    rightly: int
    borne_out: int
    denied: int
    denied_through: int

    @property
    def precision(self) -> float:
        """Share of what passes that is borne out."""
        return self.rightly / self.let_through if self.let_through else 0.0

    @property
    def recall(self) -> float:
        """Share of what is borne out that passes."""
        return self.rightly / self.borne_out if self.borne_out else 0.0


def read_pairs(file: Path) -> Iterator[Pair]:
    """The judged pairs of a JSONL file: HealthVer's and ExpertQA's names of columns are known.

    Raises:
        JudgedQuestionsError: The file is missing, or a line is no JSON object.
    """
    for _, row in rows_of(file):
        evidence = row.get("evidence") or ""
        source = evidence if isinstance(evidence, str) else "\n".join(map(str, evidence))
        label = str(row.get("label") or row.get("support") or "").lower()
        told = len(_ADDRESS.sub(" ", source).split()) >= _FEWEST_WORDS
        if told and label not in _UNKNOWN:
            yield Pair(_MARKS.sub("", str(row["claim"])).strip(), source, label)


def verdicts(pairs: Sequence[Pair], check: SupportCheck) -> list[Verdict]:
    """A verdict for each pair."""
    return [check.verdict(pair.statement, pair.source) for pair in pairs]


def worth(pairs: Sequence[Pair], passed: Sequence[bool]) -> Worth:
    """What it is worth to let these pass."""
    denied = [pair.label.startswith("refute") for pair in pairs]
    return Worth(
        let_through=sum(passed),
        rightly=sum(p and pair.borne_out for p, pair in zip(passed, pairs, strict=True)),
        borne_out=sum(pair.borne_out for pair in pairs),
        denied=sum(denied),
        denied_through=sum(p and d for p, d in zip(passed, denied, strict=True)),
    )


def passes(verdict: Verdict, floors: Floors) -> bool:
    """Whether it would pass over other floors, the rules being what they are."""
    if any(objection.reason not in _RULED for objection in verdict.objections):
        return False
    return verdict.coverage >= floors.coverage and verdict.similarity >= floors.similarity


def floors_by_precision(pairs: Sequence[Pair], found: Sequence[Verdict]) -> Mapping[Floors, Worth]:
    """Floors of which none has both more precision and more recall, the most precise first."""
    grid = [
        Floors(similarity=similarity / 100, coverage=coverage / 10)
        for similarity, coverage in product(range(50, 91, 5), range(3, 7))
    ]
    tried = {f: worth(pairs, [passes(v, f) for v in found]) for f in grid}
    ranked = sorted(tried, key=lambda f: (-tried[f].precision, -tried[f].recall))
    best: dict[Floors, Worth] = {}
    recall = 0.0
    for floors in ranked:
        if tried[floors].recall > recall and tried[floors].let_through:
            best[floors] = tried[floors]
            recall = tried[floors].recall
    return best


def chosen_floors(pairs: Sequence[Pair], found: Sequence[Verdict]) -> Floors | None:
    """Of those that let enough through, the ones with most recall at the precision wanted.

    Where none reaches it the most precise; None where none lets enough through.
    """
    curve = floors_by_precision(pairs, found)
    known = {f: each for f, each in curve.items() if each.let_through >= FEWEST}
    good = [f for f, each in known.items() if each.precision >= WANTED]
    # The curve falls in precision and rises in recall.
    return good[-1] if good else next(iter(known), None)
