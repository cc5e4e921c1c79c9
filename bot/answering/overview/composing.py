"""A topic to a brief: the studies on it, and of each the sentence that says most of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.answer import Statement
from bot.answering.citing import References
from bot.answering.evidence import Sought, evidence_in
from bot.answering.overview.nouns import Bar, Brief, Finding, Group
from bot.answering.questions.chatter import bare
from bot.answering.quoting.phrasing import phrased
from bot.answering.quoting.subjects import marked
from bot.answering.support.directions import ways
from bot.answering.support.quantities import quantities
from index.article import Medium, SectionKind, Status
from index.evidence_card import Design

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answering.evidence import Evidence
    from index.searching.hits import Hit
    from index.searching.search import Searcher

MOST_STUDIES: Final = 12
"""What a page holds, each with a sentence and its entry."""

PASSAGES: Final = 200
"""Looked at for studies."""

_ON_TOPIC: Final = 0.7
"""Share of the topic's words, rare ones counting more, that a passage and its title must hold."""

_STRENGTH: Final = 0.6
"""A study's best sentence, as a share of the best of all, below which it only mentions the topic."""

_TELLS_WAY: Final = 1.2
_TELLS_FIGURE: Final = 1.1
_IN_SHORT: Final = 1.15
"""What a sentence counts that tells a direction of the topic, or a figure, as findings do; and one of an
abstract or a lead, where authors say what matters."""

_TOGETHER: Final = 2
"""Words of the topic in a clause for its direction to be the topic's: of one word all may be told."""

STRONGEST_FIRST: Final = (
    Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW, Design.GUIDELINE, Design.RANDOMISED_TRIAL, Design.TRIAL,
    Design.COHORT, Design.CASE_CONTROL, Design.CROSS_SECTIONAL, Design.DIAGNOSTIC, Design.CASE_REPORT,
    Design.QUALITATIVE, Design.MODELLING, Design.ANIMAL, Design.IN_VITRO, Design.REVIEW, Design.PROTOCOL,
    Design.NOT_STATED, Design.OPINION, Design.NEWS,
)  # fmt: skip
"""The order of the Oxford levels of evidence, with what they do not rank behind it."""

_YEAR: Final = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class _Study:
    """The best evidence of one study, and how many stories report it."""

    best: Evidence
    weight: float
    stories: int

    @property
    def design(self) -> Design:
        """Of the paper behind a story, where that is known."""
        metadata = self.best.hit.metadata
        if (
            metadata.card.design is Design.NEWS
            and metadata.reported.design is not Design.NOT_STATED
        ):
            return metadata.reported.design
        return metadata.card.design

    @property
    def year(self) -> str:
        found = _YEAR.match(self.best.hit.metadata.published)
        return found.group() if found else ""


def brief(searcher: Searcher, topic: str, *, at_most: int = MOST_STUDIES) -> Brief:
    """What the library holds on the topic; without groups where that is nothing.

    Args:
        searcher: Over the generation that is asked.
        topic: A few words or a question.
        at_most: Studies to tell of; those that say most of the topic are.
    """
    result = searcher.search(bare(topic), limit=PASSAGES)
    sought = Sought(result.sought, result.words, searcher.stems)
    found = _studies(result.hits, sought)
    told = found[:at_most]
    references = References()
    groups = tuple(
        Group(design.value, tuple(_finding(study, references, sought) for study in of_design))
        for design in STRONGEST_FIRST
        if (of_design := _oldest_first(study for study in told if study.design is design))
    )
    findings = [finding for group in groups for finding in group.findings]
    return Brief(
        topic=result.looked_up or topic,
        generation=result.generation,
        groups=groups,
        references=references.all,
        studies=len(findings),
        left_out=len(found) - len(told),
        retracted=sum(finding.status == Status.RETRACTED for finding in findings),
        chart=_chart(findings),
    )


def _studies(hits: Sequence[Hit], sought: Sought) -> list[_Study]:
    """The studies on the topic, those that say most of it first."""
    by_study: dict[str, list[Evidence]] = {}
    for hit in hits:
        if hit.metadata.card.design is Design.NOTICE or not _on_topic(hit, sought):
            continue
        # One by one: how passages were ranked against each other says nothing of findings.
        pieces = evidence_in([hit], sought)
        if pieces:
            best = max(pieces, key=lambda piece: _weight(piece, sought))
            by_study.setdefault(_study_of(hit), []).append(best)
    papers: dict[str, str] = {
        piece.hit.passage.article: study for study, ps in by_study.items() for piece in ps
    }
    for study in list(by_study):
        # A story whose paper stands in the library is that paper's.
        reported = next((p.hit.metadata.reports for p in by_study[study]), "")
        home = papers.get(reported, study)
        if home != study and home in by_study:
            by_study[home].extend(by_study.pop(study))
    studies = [_study(pieces, sought) for pieces in by_study.values()]
    studies.sort(key=lambda study: (-study.weight, study.best.hit.passage.id))
    return [study for study in studies if study.weight >= _STRENGTH * studies[0].weight]


def _study(pieces: Sequence[Evidence], sought: Sought) -> _Study:
    papers = [piece for piece in pieces if piece.hit.metadata.medium is Medium.PAPER]
    # The paper speaks for itself; its stories are counted.
    best = max(papers or pieces, key=lambda piece: (_weight(piece, sought), piece.hit.passage.id))
    stories = {p.hit.passage.article for p in pieces if p.hit.metadata.card.design is Design.NEWS}
    return _Study(best, _weight(best, sought), len(stories))


def _study_of(hit: Hit) -> str:
    return hit.metadata.doi or hit.passage.article


def _on_topic(hit: Hit, sought: Sought) -> bool:
    text = f"{hit.metadata.title}\n{hit.passage.section}\n{hit.passage.text}"
    return sought.coverage(set(sought.stems(text))) >= _ON_TOPIC


def _weight(piece: Evidence, sought: Sought) -> float:
    passage = piece.hit.passage
    in_short = passage.kind is SectionKind.ABSTRACT or passage.ordinal == 0
    weight = piece.score * (_IN_SHORT if in_short else 1.0)
    if _direction(piece.said, sought):
        weight *= _TELLS_WAY
    return weight * _TELLS_FIGURE if quantities(piece.said) else weight


def _direction(said: str, sought: Sought) -> str:
    """The one direction that the sentence tells of the topic; "" for none, or for several."""
    asked = set(sought.words.weights)
    told = {way for way, about in ways(said, sought.stems) if len(about & asked) >= _TOGETHER}
    return told.pop().value if len(told) == 1 else ""


def _finding(study: _Study, references: References, sought: Sought) -> Finding:
    piece = study.best
    hit = piece.hit
    citation = references.cite(
        hit.passage, hit.metadata, piece.start, piece.start + len(piece.said)
    )
    return Finding(
        statement=Statement(marked(phrased(piece.said), hit), (citation,)),
        reference=citation.reference,
        year=study.year,
        direction=_direction(piece.said, sought),
        status=hit.metadata.status.value,
        stories=study.stories,
    )


def _oldest_first(studies: Iterable[_Study]) -> list[_Study]:
    # Those without a date come last: nobody knows where they belong.
    return sorted(
        studies,
        key=lambda s: (not s.year, s.best.hit.metadata.published, s.best.hit.passage.id),
    )


def _chart(findings: Sequence[Finding]) -> tuple[Bar, ...]:
    # What was retracted is told, and counts for nothing.
    counted = Counter(
        (f.year, f.direction) for f in findings if f.year and f.status != Status.RETRACTED
    )
    return tuple(Bar(year, way, counted[year, way]) for year, way in sorted(counted))
