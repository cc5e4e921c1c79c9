"""Which sentences of an article tell a fact of the study itself: where, when, on how many it was made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.questions.sizes import holds
from bot.answering.quoting.answerless import is_imprint
from bot.answering.records.asked import Fact
from bot.answering.records.held import tells_of_another
from index.enrichment.participants.beings import PEOPLE

if TYPE_CHECKING:
    from bot.answering.records.asked import AskedFacts
    from index.article import Metadata
    from index.evidence_card import EvidenceCard

_DONE: Final = re.compile(
    r"\b(?:filmed|recorded|recruited|enroll?ed|conducted|carried\s+out|collected|took\s+place|surveyed|sampled|interviewed|observed"
    r"|randomi[sz]ed|randomly|followed|treated|measured|assessed|tested|examined|gathered|visited|dived|took\s+part|participated"
    r"|participants|cover(?:ed|s)|includ(?:ed|es)|involv(?:ed|es)|analy[sz](?:ed|is)|worked|cohort|stud(?:y|ied)|trials?|survey|experiments?|fieldwork|hospitals?|clinics?|schools?|universit(?:y|ies))\b",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"\b(?:in|at|from|near|around|off|across|outside|throughout)\s+(?:(?:the|a|an|one|two|three|rural|urban|northern|southern|eastern|western"
    r"|central|\d+)\s+){0,3}(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"(?!(?:Table|Fig|Figure|Section|Box|Appendix|Supplement|Study|Experiment|Phase|Group|Model)\w*\b)[A-Z][a-z]+(?!\s+(?:paper|journal|magazine))"
)
_OF_OTHERS: Final = re.compile(
    r"\b(?:studies|trials|reports|investigations|surveys|others?|previous(?:ly)?|earlier|et\s+al|in\s+contrast|compared?\s+(?:to|with))\b",
    re.IGNORECASE,
)
"""A sentence with these tells as likely of other people's work."""

_TIME: Final = re.compile(r"\b(?:19|20)\d\d\b")
_KIND: Final = re.compile(
    r"\b(?:randomi[sz]ed|randomly|controlled|placebo|trial|cohort|case-control|cross-sectional|meta-analy\w+|systematic\s+review|survey\w*"
    r"|observational|questionnaires?|experiments?|interview\w*|followed|twins?|registr(?:y|ies)|records|in\s+vitro|models?|reviewed)\b",
    re.IGNORECASE,
)
_ON_WHOM: Final = re.compile(
    r"\b(?:patients?|participants?|people|volunteers?|adults|children|women|men|students|infants|humans?|mice|mouse|rats?|monkeys?"
    r"|animals?|cells?|plants?|bacteria|blood|samples)\b",
    re.IGNORECASE,
)
_NAME: Final = r"[A-Z][\w'’.-]+(?:\s+[A-Z][\w'’.-]*){1,3}"
_BY_WHOM: Final = re.compile(
    rf"\b{_NAME}(?:,\s+{_NAME}|\s+and\s+(?:colleagues|co-?workers|others|{_NAME})|\s+et\s+al\b)|\bet\s+al\b"
    rf"|\b(?:written|led|authored|done|headed)\s+by\s+{_NAME}"
)
_IN_A_PAPER: Final = re.compile(
    r"\bin\s+(?:the\s+)?(?:[A-Z][\w&]*\s+){1,5}(?:paper|study|article|in\s+(?:19|20)\d\d|of\s+(?:19|20)\d\d)\b"
)
"""Where a report says that its study appeared: "in the PLoS ONE paper", "in Nature in 2012"."""

_COUNT: Final = re.compile(
    rf"(?<![\w.])\d[\d,\u2009\u202f ]*(?:\s+[\w-]+){{0,4}}?\s+(?:{'|'.join(sorted(PEOPLE))})\b",
    re.IGNORECASE,
)
_WORDS: Final = {
    Fact.SIZE: _COUNT,
    Fact.PLACE: _PLACE,
    Fact.TIME: _TIME,
    Fact.AUTHORS: _BY_WHOM,
    Fact.DESIGN: _KIND,
    Fact.SUBJECTS: _ON_WHOM,
    Fact.POPULATION: _ON_WHOM,
}
"""What a sentence holds that tells each."""

_OF_THE_RECORD: Final = frozenset({Fact.PUBLISHED, Fact.OUTLET, Fact.AUTHORS})
_OF_WHAT_WAS_DONE: Final = frozenset({Fact.SIZE, Fact.PLACE, Fact.TIME})

_TELLS: Final = 1.5
"""What a sentence counts that tells what is asked of the study, beside one that does not."""

SURELY: Final = 2.5
"""What one counts that holds the very number of the card, names of who did it, or a place, a year or a
number of people beside what was done there, then or with them."""


def telling(sentence: str, asked: AskedFacts, metadata: Metadata) -> float:
    """A factor of 1 or more for how surely the sentence tells something of what is asked of the study."""
    # Of itself a piece tells neither who wrote it nor when it appeared; a report tells of its study.
    idle = set[Fact]() if tells_of_another(metadata, asked) else _OF_THE_RECORD
    return max(_telling(sentence, f, metadata) if f not in idle else 1.0 for f in asked.facts)


def _telling(sentence: str, fact: Fact, metadata: Metadata) -> float:
    if fact in {Fact.PUBLISHED, Fact.OUTLET}:
        return _TELLS if is_imprint(sentence) or _IN_A_PAPER.search(sentence) else 1.0
    words = _WORDS.get(fact)
    # "Published in the Journal of Sharks in 2013" tells neither where nor when it was done.
    idle = fact in _OF_WHAT_WAS_DONE and (is_imprint(sentence) or _OF_OTHERS.search(sentence))
    if words is None or idle or not words.search(sentence):
        return 1.0
    return SURELY if _surely(sentence, fact, metadata.card) else _TELLS


def _surely(sentence: str, fact: Fact, card: EvidenceCard) -> bool:
    if fact is Fact.SIZE and card.n is not None:
        return holds(sentence, card.n)
    return fact is Fact.AUTHORS or (fact in _OF_WHAT_WAS_DONE and bool(_DONE.search(sentence)))
