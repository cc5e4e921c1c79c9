"""An article's evidence card, from its own types and words alone: what they do not tell is "not stated"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.enrichment.designs.designs import design_of
from index.enrichment.designs.preprints import is_preprint
from index.enrichment.designs.reports import is_page, reports_research
from index.enrichment.designs.stated import page_design
from index.enrichment.participants.participants import Participants, participants_of
from index.enrichment.participants.subjects import subjects_of, votes_of
from index.enrichment.participants.tags import tagged
from index.enrichment.parts import parts_of
from index.evidence_card import Design, EvidenceCard, Subjects

if TYPE_CHECKING:
    from index.article import Article
    from index.enrichment.participants.subjects import Votes
    from index.enrichment.parts import Parts

_OWN_RESEARCH: Final = {
    Design.RANDOMISED_TRIAL,
    Design.TRIAL,
    Design.COHORT,
    Design.CASE_CONTROL,
    Design.CROSS_SECTIONAL,
    Design.CASE_REPORT,
    Design.QUALITATIVE,
    Design.DIAGNOSTIC,
    Design.NOT_STATED,
}
"""Designs that name how work of one's own was done, and not on whom."""

_OF_PEOPLE: Final = _OWN_RESEARCH - {Design.NOT_STATED}
_OF_STUDIES: Final = {Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW}

_ABOUT_OTHERS: Final = {
    Design.GUIDELINE,
    Design.PROTOCOL,
    Design.REVIEW,
    Design.OPINION,
    Design.MODELLING,
    Design.NOTICE,
}
"""Pieces in which nobody took part."""

_BENCH: Final = 3
_COUNTED, _OFTEN = 2, 4
"""How often a news report speaks of people who took part, or of people, if the study is one of people."""

_TOLD_OF: Final = 10
"""Fewer people in a news report are those it talks to, more often than those who were studied."""

_PLAINLY: Final = 6
"""How many words for animals make a model one of animals."""


def card_of(article: Article) -> EvidenceCard:
    """What kind of study the article is; the same for the same article, whatever else is known."""
    parts = parts_of(article)
    votes = votes_of(parts)
    if is_page(article):
        return _of_page(article, parts, votes)
    metadata = article.metadata
    design = design_of(metadata, parts, votes)
    subjects = _subjects(design, votes)
    if design is not Design.NOTICE:
        subjects = tagged(subjects, metadata.topics, votes)
    if design in _OWN_RESEARCH and (votes.own or design is not Design.NOT_STATED):
        design, subjects = _of_the_laboratory(design, subjects, votes)
    who = _participants(design, subjects, parts)
    return EvidenceCard(
        design=design,
        subjects=subjects,
        population=who.population,
        n=who.n,
        preprint=None if design is Design.NEWS else is_preprint(metadata, parts.abstract[:500]),
    )


def _of_page(article: Article, parts: Parts, votes: Votes) -> EvidenceCard:
    """A page's card: whom it tells of is that of the study it reports, and no study is no one."""
    design = page_design(article.metadata)
    if not reports_research(article):
        return EvidenceCard(design=design)
    if design is Design.NOT_STATED:
        design = Design.NEWS
    subjects = subjects_of(votes)
    who = participants_of(parts, titled=False)
    told = who.n is not None and who.n >= _TOLD_OF
    if not told and votes.people < _COUNTED and votes.mentioned < _OFTEN:
        subjects = tuple(one for one in subjects if one is not Subjects.HUMANS)
    elif told and Subjects.ANIMALS not in subjects:
        # People who were counted took part, however seldom the story speaks of them.
        subjects = (Subjects.HUMANS, *(one for one in subjects if one is not Subjects.HUMANS))
    if Subjects.HUMANS not in subjects:
        who = Participants()
    return EvidenceCard(
        design=design,
        subjects=subjects,
        population=who.population,
        n=who.n if told else None,
    )


def _subjects(design: Design, votes: Votes) -> tuple[Subjects, ...]:
    """Whom it was made on; of pieces about others' work, only what they are plainly about."""
    if design is Design.NOTICE:
        return ()
    found = subjects_of(votes)
    if design is Design.MODELLING:
        plainly = {Subjects.HUMANS: votes.people, Subjects.ANIMALS: votes.animals // _PLAINLY}
        return tuple(one for one in found if plainly.get(one))
    if design is Design.NOT_STATED and not votes.own and votes.mentioned:
        # It tells of no work of its own: cells that it speaks of are those of other people's work.
        found = tuple(one for one in found if one is not Subjects.CELLS)
    people = votes.mentioned if design in _OF_PEOPLE else votes.people * (design in _OF_STUDIES)
    if people and Subjects.ANIMALS not in found:
        return (Subjects.HUMANS, *(one for one in found if one is Subjects.CELLS and votes.dish))
    return found


def _of_the_laboratory(
    design: Design, subjects: tuple[Subjects, ...], votes: Votes
) -> tuple[Design, tuple[Subjects, ...]]:
    """A trial in dogs is an animal study: no card may let it pass for one in people."""
    if Subjects.HUMANS in subjects:
        return design, subjects
    if Subjects.ANIMALS in subjects:
        return Design.ANIMAL, subjects
    if Subjects.CELLS in subjects and (votes.dish or not votes.alive):
        return Design.IN_VITRO, subjects
    if design is Design.NOT_STATED and votes.bench >= _BENCH and not votes.mentioned:
        return Design.IN_VITRO, subjects
    return design, subjects


def _participants(design: Design, subjects: tuple[Subjects, ...], parts: Parts) -> Participants:
    if design in _ABOUT_OTHERS:
        return Participants()
    if Subjects.HUMANS in subjects:
        return participants_of(parts, only_whole=design is Design.CASE_CONTROL)
    if design is Design.ANIMAL:
        return participants_of(parts, animals=True)
    return Participants()
