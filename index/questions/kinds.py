"""The kind of study that a question asks for, and what became of it: "reviews on …", "any retracted papers …"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from index.article import Status
from index.evidence_card import Design
from index.questions.denial import denied_from
from index.questions.times import PIECES

_STUDIES: Final = r"(?:\s+(?:stud(?:y|ies)|designs?))"
_ABOUT: Final = r"\s+(?:(?:are|is)\s+there\s+)?(?:on|of|about|for|in|into|with|that|which|say|says|show|shows|find|found|testing|comparing)\b"
_KINDS: Final = tuple(
    (re.compile(rf"\b{rule}{_ABOUT}", re.IGNORECASE), designs)
    for rule, designs in (
        (r"meta-?\s?analys[ei]s", (Design.META_ANALYSIS,)),
        (r"systematic\s+reviews?", (Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS)),
        (r"reviews?", (Design.REVIEW, Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS)),
        (r"(?:randomi[sz]ed\s+(?:controlled\s+)?(?:clinical\s+)?(?:trials?|stud(?:y|ies))|rcts?)", (Design.RANDOMISED_TRIAL,)),
        (r"clinical\s+trials?", (Design.TRIAL, Design.RANDOMISED_TRIAL)),
        (rf"cohort(?:{_STUDIES}|s)?", (Design.COHORT,)),
        (rf"case-?\s?control{_STUDIES}", (Design.CASE_CONTROL,)),
        (rf"cross-?\s?sectional{_STUDIES}", (Design.CROSS_SECTIONAL,)),
        (rf"observational{_STUDIES}", (Design.COHORT, Design.CASE_CONTROL, Design.CROSS_SECTIONAL)),
        (r"case\s+(?:reports?|series)", (Design.CASE_REPORT,)),
        (rf"animal{_STUDIES}", (Design.ANIMAL,)),
        (rf"in\s+vitro{_STUDIES}", (Design.IN_VITRO,)),
        (rf"qualitative{_STUDIES}", (Design.QUALITATIVE,)),
        (r"guidelines?", (Design.GUIDELINE,)),
    )
)  # fmt: skip
_RETRACTED: Final = (
    re.compile(
        rf"\bretracted\s+(?=(?:scientific\s+)?{PIECES}\b)|(?:\b(?:any|all|the|which)\s+)?\bretractions\s+(?:on|about)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:is|are|was|were|been|being|be|got|gets?)\s+(?:ever\s+|later\s+)?retracted\b|\bretractions?\b"
        rf"|\b{PIECES}\s+(?:[^\W\d_]+\s+)?retracted\b",
        re.IGNORECASE,
    ),
)
"""Articles called retracted, and what is asked of some."""


class Kinds(NamedTuple):
    """What kind of article had better answer a question.

    Attributes:
        designs: Any of these.
        statuses: Any of these.
        unwanted: Statuses that are not asked for.
        rest: The question without what says of articles that they are retracted.
    """

    designs: tuple[Design, ...]
    statuses: tuple[Status, ...]
    unwanted: tuple[Status, ...]
    rest: str


def kinds_named(question: str) -> Kinds:
    """What the question says of the kind of article it asks for."""
    named = ((rule.search(question), designs) for rule, designs in _KINDS)
    designs = next(
        (of for found, of in named if found and denied_from(question, found.start()) is None), ()
    )
    for rule in _RETRACTED:
        if found := rule.search(question):
            denied = denied_from(question, found.start())
            if denied is not None:
                rest = f"{question[:denied]} {question[found.end() :]}"
                return Kinds(designs, (), (Status.RETRACTED,), rest)
            called = rule is _RETRACTED[0]
            rest = f"{question[: found.start()]} {question[found.end() :]}" if called else question
            return Kinds(designs, (Status.RETRACTED,), (), rest)
    return Kinds(designs, (), (), question)
