"""What kind of study an article is: the noun that a reader weighs an answer by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

NOT_STATED: Final = "not stated"


class Design(StrEnum):
    """How a piece of work came to what it says; "not stated" is a value.

    A clinical trial is called randomised only where its types or words say so.
    """

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
    NOT_STATED = NOT_STATED


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
        """Whether it was made on animals, cells or other life, and on no people."""
        if Subjects.HUMANS in self.subjects:
            return False
        return bool(self.subjects) or self.design in {Design.ANIMAL, Design.IN_VITRO}

    def facts(self) -> dict[str, str]:
        """The card in words, fact by fact: design, subjects, population, n and preprint."""
        preprint = {True: "yes", False: "no", None: NOT_STATED}[self.preprint]
        return {
            "design": self.design.value,
            "subjects": ", ".join(self.subjects) or NOT_STATED,
            "population": self.population or NOT_STATED,
            "n": NOT_STATED if self.n is None else str(self.n),
            "preprint": preprint,
        }
