"""Which design an article's types, title and abstract give it, in that order of trust."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.enrichment.designs.stated import is_notice, stated_design
from index.enrichment.designs.wording import (
    ABOUT_METHODS,
    ABSTRACTS,
    ACCURACY,
    DIAGNOSES,
    GUIDELINE_USED,
    MODELLED,
    RETELLING,
    SEARCHED,
    SIMULATED,
    SURE_MODEL,
    TITLES,
)
from index.enrichment.parts import sentences
from index.evidence_card import Design

if TYPE_CHECKING:
    from index.article import Metadata
    from index.enrichment.participants.subjects import Votes
    from index.enrichment.parts import Parts

_REFINED: Final = {
    Design.REVIEW: {Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW, Design.GUIDELINE},
    Design.OPINION: {Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW, Design.GUIDELINE},
    Design.TRIAL: {Design.RANDOMISED_TRIAL, Design.PROTOCOL},
    Design.SYSTEMATIC_REVIEW: {Design.META_ANALYSIS, Design.PROTOCOL},
    Design.RANDOMISED_TRIAL: {Design.PROTOCOL},
}
"""What a stated type is narrowed to where the title says more."""

_REPORTS: Final = {"letter", "letters", "comment", "discussion"}
"""Types under which some journals print reports of research."""

_MODEL_WORDS: Final = 4


def design_of(metadata: Metadata, parts: Parts, votes: Votes) -> Design:
    """The design by types, title and abstract; "not stated" for research whose words name none."""
    if is_notice(metadata):
        return Design.NOTICE
    stated = stated_design(metadata)
    if stated is Design.OPINION and _is_report(metadata, parts):
        stated = Design.NOT_STATED
    titled = _titled(parts.title)
    if stated is not Design.NOT_STATED:
        return _narrowed(stated, titled, parts)
    if titled is not None:
        return _trial_or_better(titled, parts)
    return _told(parts, votes)


def _is_report(metadata: Metadata, parts: Parts) -> bool:
    return metadata.genre.strip().lower() in _REPORTS and bool(parts.methods)


def _narrowed(stated: Design, titled: Design | None, parts: Parts) -> Design:
    if titled is not None and titled in _REFINED.get(stated, ()):
        return titled
    if stated is Design.TRIAL:
        return _trial_or_better(stated, parts)
    if (
        stated is Design.REVIEW
        and _own(Design.META_ANALYSIS, parts)
        and SEARCHED.search(parts.done)
    ):
        return Design.META_ANALYSIS
    return stated


def _titled(title: str) -> Design | None:
    """What the title says; None where it says nothing, "not stated" where that much is sure."""
    about = ABOUT_METHODS.search(title)
    for design, words in TITLES:
        if words.search(title):
            if design is Design.GUIDELINE and GUIDELINE_USED.search(title):
                continue
            if about and design not in {Design.GUIDELINE, Design.MODELLING, Design.PROTOCOL}:
                return None
            return design
    return None


def _trial_or_better(design: Design, parts: Parts) -> Design:
    """A trial is a randomised one where its own abstract says so."""
    if design is Design.TRIAL and "random" not in parts.title.lower():
        return Design.RANDOMISED_TRIAL if _own(Design.RANDOMISED_TRIAL, parts) else design
    return design


def _told(parts: Parts, votes: Votes) -> Design:
    """What the abstract says of its own work, the first design that fits."""
    if _is_modelled(parts, votes):
        return Design.MODELLING
    for design, _ in ABSTRACTS:
        if not _own(design, parts):
            continue
        if design in {Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW} and not SEARCHED.search(
            f"{parts.done} {parts.methods[:3000]}"
        ):
            continue
        if design in {Design.COHORT, Design.CROSS_SECTIONAL} and _is_diagnostic(parts):
            return Design.DIAGNOSTIC
        return design
    if _is_diagnostic(parts) and votes.people:
        return Design.DIAGNOSTIC
    return Design.NOT_STATED


def _own(design: Design, parts: Parts) -> bool:
    """Whether a sentence of the abstract names this design, and not as other people's."""
    words = dict(ABSTRACTS)[design]
    return any(
        words.search(sentence) and not RETELLING.search(sentence)
        for sentence in sentences(parts.done)
        if "random" in sentence.lower()
        or design is not Design.RANDOMISED_TRIAL
        or "blind" in sentence
    )


def _is_diagnostic(parts: Parts) -> bool:
    return bool(DIAGNOSES.search(parts.title) and ACCURACY.search(parts.done))


def _is_modelled(parts: Parts, votes: Votes) -> bool:
    """Whether its words are those of models, and hardly any tell of people, animals or cells."""
    if votes.people > 1 or votes.cared:
        return False
    if SIMULATED.search(parts.done) and not votes.people:
        return True
    told = f"{parts.title}. {parts.abstract}"
    words = {found[0].lower() for found in MODELLED.finditer(told)}
    nobody = not (votes.mentioned or votes.dish or votes.cultured)
    sure = sum(bool(SURE_MODEL.search(word)) for word in words)
    return sure > 0 and len(words) >= _MODEL_WORDS - (nobody and sure > 1)
