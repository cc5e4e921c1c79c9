"""What an article's record and evidence card hold of what is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.answer import HeldFact
from bot.answering.records.asked import Fact
from index.article import Medium
from index.evidence_card import NOT_STATED, Design

if TYPE_CHECKING:
    from bot.answering.records.asked import AskedFacts
    from index.article import Metadata

_NAMES: Final = 8
"""Authors that are named; further ones are counted."""

_MORE_THAN_ASKED: Final = frozenset({Fact.POPULATION})
"""Said where it is known, and not missed where it is not."""


def held_facts(metadata: Metadata, asked: AskedFacts, *, number: int) -> tuple[HeldFact, ...]:
    """What the record holds of what is asked, "not stated" where it holds nothing.

    What no record can hold, such as where a study was made, is left out.

    Args:
        metadata: Of the article.
        asked: What is asked of it.
        number: Of the article's reference.
    """
    known = _known(metadata)
    told = [(fact, known[fact]) for fact in asked.facts if fact in known]
    reported = tells_of_another(metadata, asked)
    return tuple(
        # The DOI of a report is that of the paper.
        HeldFact(number, fact.value, value or NOT_STATED, reported and fact is not Fact.DOI)
        for fact, value in told
        if value or fact not in _MORE_THAN_ASKED
    )


def tells_of_another(metadata: Metadata, asked: AskedFacts) -> bool:
    """Whether a study is asked about, and the article is a report on it."""
    return asked.of_study and _is_report(metadata)


def _is_report(metadata: Metadata) -> bool:
    # A page has no DOI of its own.
    paper = metadata.doi or metadata.reports
    return (metadata.medium is Medium.WEB and bool(paper)) or metadata.card.design is Design.NEWS


def _known(metadata: Metadata) -> dict[Fact, str]:
    card = metadata.card
    # A report's own design is that it is one; what is asked for is that of the study.
    design = metadata.reported.design if _is_report(metadata) else card.design
    named = [*metadata.authors[:_NAMES]]
    if left := len(metadata.authors) - len(named):
        named.append(f"{left} more")
    return {
        Fact.PUBLISHED: metadata.published,
        Fact.OUTLET: metadata.outlet,
        Fact.AUTHORS: ", ".join(named) or metadata.byline,
        Fact.DOI: metadata.doi,
        Fact.DESIGN: "" if design is Design.NOT_STATED else design.value,
        Fact.PREPRINT: {True: "yes", False: "no", None: ""}[card.preprint],
        Fact.SUBJECTS: ", ".join(card.subjects),
        Fact.POPULATION: card.population,
        Fact.SIZE: "" if card.n is None else str(card.n),
    }
