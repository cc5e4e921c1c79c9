"""What a brief is: findings grouped by the kind of study they come from, and counts of studies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answering.answer import Reference, Statement


@dataclass(frozen=True, slots=True)
class Finding:
    """What one study says on the topic.

    Attributes:
        statement: Verbatim but for marks of citations, with its citation.
        reference: The number of its entry.
        year: Of publication; "" where not stated.
        direction: "up", "down", "better", "worse" or "no difference", where the sentence tells one of the
            topic and no other; else "".
        status: What became of the work: "current", "retracted" and the like.
        stories: News stories of the library that report this study.
    """

    statement: Statement
    reference: int
    year: str
    direction: str
    status: str
    stories: int


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind of study, oldest first."""

    design: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """How many studies of one year tell one direction; "" for none that can be told."""

    year: str
    direction: str
    studies: int


@dataclass(frozen=True, slots=True)
class Brief:
    """What a library holds on a topic, on one page.

    Attributes:
        topic: As asked.
        generation: The id of the generation that was asked.
        groups: The strongest design first; empty where the library holds nothing on the topic.
        references: Numbered from 1 in the order of the findings.
        studies: How many studies are told of; several stories on one paper are one study.
        left_out: Further studies on the topic for which a page has no room.
        retracted: How many of those told of were retracted.
        chart: By year and direction; studies without a year are not in it.
    """

    topic: str
    generation: str
    groups: tuple[Group, ...]
    references: tuple[Reference, ...]
    studies: int
    left_out: int
    retracted: int
    chart: tuple[Bar, ...]
