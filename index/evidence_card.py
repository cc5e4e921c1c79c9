"""What kind of study an article is: the noun that a reader weighs an answer by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Design(StrEnum):
    """How a piece of work came to what it says; "not stated" is a value."""

    META_ANALYSIS = "meta-analysis"
    SYSTEMATIC_REVIEW = "systematic review"
    RANDOMISED_TRIAL = "randomised trial"
    TRIAL = "clinical trial"
    COHORT = "cohort study"
    CASE_CONTROL = "case-control study"
    CROSS_SECTIONAL = "cross-sectional study"
    CASE_REPORT = "case report"
    QUALITATIVE = "qualitative study"
    DIAGNOSTIC = "diagnostic accuracy study"
    ANIMAL = "animal study"
    IN_VITRO = "in vitro study"
    MODELLING = "modelling study"
    GUIDELINE = "guideline"
    PROTOCOL = "protocol"
    REVIEW = "review"
    OPINION = "opinion"
    NEWS = "news report"
    NOTICE = "notice"
    NOT_STATED = "not stated"


class Subjects(StrEnum):
    """Whom or what a study was made on."""

    HUMANS = "humans"
    ANIMALS = "animals"
    CELLS = "cells or tissue"
    PLANTS = "plants"
    MICROBES = "microbes"


@dataclass(frozen=True, slots=True)
class EvidenceCard:
    """What kind of study an article is, as far as its own types and words tell.

    Attributes:
        design: Of the work itself; a news report's is "news report", whatever it reports.
        subjects: Whom it was made on, in the order of `Subjects`; empty where not stated.
        population: Who took part, in the article's words; empty where not stated.
        n: How many took part; None where not stated.
        preprint: Whether it is one; None where nothing tells.
    """

    design: Design = Design.NOT_STATED
    subjects: tuple[Subjects, ...] = ()
    population: str = ""
    n: int | None = None
    preprint: bool | None = None

    @property
    def not_in_humans(self) -> bool:
        """Whether it was made on animals, cells or tissue, and on no people."""
        return bool(self.subjects) and Subjects.HUMANS not in self.subjects
