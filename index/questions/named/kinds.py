"""The kind of study that a question asks for, and what became of it: "reviews on …", "any retracted papers …"."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final, NamedTuple

from index.article import Status
from index.evidence_card import Design
from index.questions.named.denial import denied_from
from index.questions.named.listing import JOINED, MOST_JOINED
from index.questions.named.times import PIECES

_STUDIES: Final = r"(?:\s+(?:stud(?:y|ies)|designs?))"
_ABOUT: Final = r"\s+(?:(?:are|is)\s+there\s+)?(?:on|of|about|for|in|into|with|that|which|say|says|show|shows|find|found|testing|comparing)\b"
_REVIEWS: Final = (Design.REVIEW, Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS)
_TRIALS: Final = (Design.TRIAL, Design.RANDOMISED_TRIAL)
_KINDS: Final = (
    (r"meta-?\s?analys[ei]s", "", (Design.META_ANALYSIS,)),
    (r"systematic\s+reviews?", "", (Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS)),
    (r"(?:(?:narrative|scoping)\s+)?reviews?", "", _REVIEWS),
    (r"randomi[sz]ed", r"\s+(?:controlled\s+)?(?:clinical\s+)?(?:trials?|stud(?:y|ies))", (Design.RANDOMISED_TRIAL,)),
    (r"rcts?", "", (Design.RANDOMISED_TRIAL,)),
    (r"clinical\s+trials?", "", _TRIALS),
    (r"trials", "", _TRIALS),
    (r"cohorts?", rf"{_STUDIES}?", (Design.COHORT,)),
    (r"case-?\s?control", _STUDIES, (Design.CASE_CONTROL,)),
    (r"cross-?\s?sectional", _STUDIES, (Design.CROSS_SECTIONAL,)),
    (r"observational", _STUDIES, (Design.COHORT, Design.CASE_CONTROL, Design.CROSS_SECTIONAL)),
    (r"case\s+(?:reports?|series)", "", (Design.CASE_REPORT,)),
    (r"animal", _STUDIES, (Design.ANIMAL,)),
    (r"in\s+vitro", _STUDIES, (Design.IN_VITRO,)),
    (r"qualitative", _STUDIES, (Design.QUALITATIVE,)),
    (r"guidelines?", "", (Design.GUIDELINE,)),
)  # fmt: skip
"""What a kind is called, the noun behind it, and the designs that are meant."""

_NAMED: Final = re.compile(
    rf"\b(?P<kind>{'|'.join(f'{name}{noun}' for name, noun, _ in _KINDS)}){_ABOUT}", re.IGNORECASE
)
_LISTED: Final = "|".join(f"{name}(?:{noun})?" for name, noun, _ in _KINDS)
_JOINED: Final = rf"{JOINED}(?:(?:an?|the|any|some)\s+)?"
_BEFORE: Final = re.compile(rf"(?:\b(?:{_LISTED}){_JOINED}){{1,{MOST_JOINED}}}\Z", re.IGNORECASE)
"""Of a list, the last has its noun: "cohort or case-control studies on"."""

_NEAR: Final = 160
"""Letters before the last kind of a list in which the list begins."""

_EACH: Final = tuple(
    (re.compile(f"{name}(?:{noun})?", re.IGNORECASE), designs) for name, noun, designs in _KINDS
)
_BETWEEN: Final = re.compile(_JOINED, re.IGNORECASE)
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
    # "Why was it not retracted?" asks of one that may be.
    re.compile(
        r"(?:[,;(]\s*|\b(?:but|(?:that|which)\s+(?:is|are|was|were|(?:has|have)\s+been))\s+)"
        r"(?:not|never)\s+(?P<mention>retracted)\b",
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
    designs = _designs_named(question)
    for rule in _RETRACTED:
        if found := rule.search(question):
            denied = denied_from(question, found.start(found.lastgroup or 0))
            if denied is not None:
                rest = f"{question[:denied]} {question[found.end() :]}"
                return Kinds(designs, (), (Status.RETRACTED,), rest)
            called = rule is _RETRACTED[0]
            rest = f"{question[: found.start()]} {question[found.end() :]}" if called else question
            return Kinds(designs, (Status.RETRACTED,), (), rest)
    return Kinds(designs, (), (), question)


def _designs_named(question: str) -> tuple[Design, ...]:
    found = _NAMED.search(question)
    if not found:
        return ()
    start = found.start()
    listed = _BEFORE.search(question, max(0, start - _NEAR), start)
    begin = listed.start() if listed else start
    if denied_from(question, begin) is not None:
        return ()
    parts = _BETWEEN.split(question[begin : found.end("kind")])
    meant = (of for part in parts for rule, of in _EACH if rule.fullmatch(part))
    return tuple(dict.fromkeys(chain.from_iterable(meant)))
