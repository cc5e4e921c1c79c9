"""A small shelf whose authors, outlets and times questions name."""

from __future__ import annotations

from datetime import date
from typing import Final

from index.article import ArticleId, Metadata, Status
from index.holdings.filters import EVERYTHING, Filters
from index.holdings.holding import holding_of
from index.holdings.holdings import Holdings
from index.questions.intents import Intent, intent_of

TODAY: Final = date(2026, 5, 20)
WORKS: Final = (
    Metadata(title="Cold rooms wake brown fat", authors=("Alice M. Brown", "Tom Young"), outlet="The Lancet", published="2023-05-10"),
    Metadata(title="What the 1918 flu teaches", authors=("Theresa May", "Ann Long"), outlet="PsyPost", published="2026-04-02"),
    Metadata(title="Walking in Parkinson disease", authors=("Maria Smith", "José García-López"), outlet="PLOS ONE", published="2025-11-20", pmid="16060722"),
    Metadata(title="Coffee and the heart", authors=("J. R. Smith", "Wei Zhang"), outlet="PLOS Medicine", published="2022-01-12"),
    Metadata(title="Magnets heal ankles", authors=("The Footnote Staff",), outlet="Breast Cancer Research", published="1996", status=Status.RETRACTED, doi="10.5555/magnets", url="https://www.example.org/magnets/"),
    Metadata(title="Mice and fat", outlet="Nature", published="2009-06"),
    Metadata(title="How teenagers sleep", outlet="BBC", published="2021-02-03"),
    Metadata(title="Gait in winter", outlet="Parkinsonism and Related Disorders", published="2012"),
)  # fmt: skip
HOLDINGS: Final = Holdings(
    holding_of(ArticleId(str(row)), row, range(row, row + 1), known)
    for row, known in enumerate(WORKS)
)


def understood(question: str) -> Intent:
    """What the question says, asked in May 2026."""
    return intent_of(question, HOLDINGS, today=TODAY)


def limited(question: str) -> tuple[str, Filters]:
    """What is left of the question, and what it limits the search to."""
    intent = understood(question)
    return intent.question, intent.filters


def limits_nothing(question: str) -> bool:
    """Whether the question neither asks for some articles alone nor leaves any out."""
    intent = understood(question)
    return not intent.filters and not intent.unwanted


def leaving_out(rest: str, *unwanted: Filters) -> Intent:
    """What a question says that only leaves articles out, and prefers none of them either."""
    return Intent(rest, EVERYTHING, EVERYTHING, unwanted)


def outlets_held(*names: str) -> Holdings:
    """A library that holds an article of each."""
    return Holdings(
        holding_of(ArticleId(str(row)), row, range(row, row + 1), Metadata(outlet=name))
        for row, name in enumerate(names)
    )
