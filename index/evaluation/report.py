"""An evaluation as a page for people: the figures, where answers stand, and the questions that fail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from index.evaluation.certainty import Bin, Risk
from index.evaluation.certainty_plots import reliability_plot, risk_plot
from index.reporting.parts import Bars, Facts, Lines, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from index.evaluation.judged import Grades
    from index.reporting.parts import Part

_RANKS: Final = 20
"""Places that the curve of found answers shows."""

_TENTHS: Final = 10
_FAILED: Final = 200
"""Questions in the table of those that went worst."""

_NAMED: Final = 3
"""Articles found that the table names of each."""


_DRAWN: Final = ("risk_coverage", "reliability")
"""Figures of answers that are curves."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A run question by question.

    Attributes:
        questions: Their words by id.
        grades: What answers each.
        ranked: What was found for each, best first.
        each: Every figure of each.
    """

    questions: Mapping[str, str]
    grades: Grades
    ranked: Mapping[str, Sequence[str]]
    each: Mapping[str, Mapping[str, float]]


def sections_of(report: Mapping[str, Any], detail: Detail) -> tuple[Section, ...]:
    """The page's sections.

    Args:
        report: As `scripts.evaluate --json` prints it.
        detail: The same run question by question.
    """
    plain = {name: value for name, value in report.items() if not isinstance(value, dict)}
    figures: list[Part] = [Facts(plain), *_tables(report)]
    return (
        Section("Figures", figures),
        *_certainty(report.get("answers", {})),
        Section("Where the first answer stands", [_found(detail)]),
        Section("Question by question", [_spread(detail), _worst(detail)]),
    )


def _tables(report: Mapping[str, Any]) -> Iterator[Table]:
    """A table for each group of figures; one beside a saved run says what is luck."""
    for name, group in report.items():
        if not isinstance(group, dict):
            continue
        rows = cast("dict[str, Any]", group)
        if name == "against":
            columns = ("before", "now", "p", "better", "worse")
            compared = [[figure, *(told[c] for c in columns)] for figure, told in rows.items()]
            note = "p is the chance of so large a difference between runs that are equally good."
            yield Table("Beside the saved run", ("figure", *columns), compared, note)
        else:
            numbers = [
                [part, value if isinstance(value, (int, float)) else str(value)]
                for part, value in rows.items()
                if part not in _DRAWN
            ]
            yield Table(name, ("", "value"), numbers)


def _certainty(answers: Mapping[str, Any]) -> Iterator[Section]:
    """What the confidence is worth, where answers were judged with and without what answers."""
    if not all(answers.get(name) for name in _DRAWN):
        return
    risks = [Risk(*each) for each in answers["risk_coverage"]]
    bins = [Bin(*each) for each in answers["reliability"]]
    parts = (risk_plot({"answers": risks}), reliability_plot({"answers": bins}))
    yield Section("What the confidence is worth", parts)


def _found(detail: Detail) -> Lines:
    """The share of the questions that have an answer among the first 1, 2, 3 … articles."""
    places = [_place(detail, question) for question in detail.each]
    total = max(1, len(places))
    points = [
        (float(rank), sum(place <= rank for place in places) / total)
        for rank in range(1, _RANKS + 1)
    ]
    return Lines(
        "Questions with an answer among the first articles",
        "articles read",
        "share of the questions",
        {"found": points},
    )


def _place(detail: Detail, question: str) -> float:
    """At which place the first article stands that answers; infinite where none does."""
    answers = {name for name, grade in detail.grades[question].items() if grade > 0}
    found = detail.ranked.get(question, ())
    return next((at for at, name in enumerate(found, start=1) if name in answers), float("inf"))


def _spread(detail: Detail) -> Bars:
    counted = dict.fromkeys((f"{tenth / _TENTHS:.1f}" for tenth in range(_TENTHS + 1)), 0.0)
    for figures in detail.each.values():
        counted[f"{int(figures['ndcg@10'] * _TENTHS) / _TENTHS:.1f}"] += 1
    return Bars("Questions by their nDCG@10", "questions", counted, "nDCG@10, from")


def _worst(detail: Detail) -> Table:
    worst = sorted(detail.each, key=lambda question: detail.each[question]["ndcg@10"])[:_FAILED]
    rows = [
        (
            detail.questions[question],
            round(detail.each[question]["ndcg@10"], 4),
            ", ".join(detail.ranked.get(question, ())[:_NAMED]),
            ", ".join(sorted(n for n, grade in detail.grades[question].items() if grade > 0)),
        )
        for question in worst
    ]
    columns = ("question", "nDCG@10", "found first", "what answers")
    return Table("The questions that went worst", columns, rows)
