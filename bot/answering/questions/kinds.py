"""What form an answer takes, by how the question is put: a number, a date, a name, a reason.

A sentence of the form asked for counts a little more. Only forms whose sentences answer better than
others on two unlike sets of questions are told apart; a place, a way and a plain yes or no are not.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import Final


class Form(Enum):
    """What a question wants to be told."""

    NUMBER = "number"
    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"
    COMPARISON = "comparison"
    MEANING = "meaning"
    YES_OR_NO = "yes or no"
    THING = "thing"
    OTHER = "other"


_ASKS: Final = (
    (Form.PLACE, r"^\W*(?:in\s+|from\s+)?where\b"),
    (Form.THING, r"^\W*(?:what|which)\s+(?:[\w-]+\s+){1,3}?(?:has|have|had|shows?|showed)\s+(?:the\s+)?(?:highest|lowest|most|least|largest|smallest|greatest)\b"),
    (Form.DATE, (r"^\W*(?:since\s+)?when\b|\b(?:what|which)\s+(?:year|date|day|month|decade|century|season)\b"
                r"|\bhow\s+long\s+ago\b|\bwhen\s+(?:did|was|were|is|do|does)\b")),
    (Form.COMPARISON, (r"\b(?:better|worse|more|less|fewer|higher|lower|faster|slower|safer|stronger|weaker|larger"
                      r"|smaller|longer|shorter|likelier|older|younger)\b.*\bthan\b|\bversus\b|\bvs\b"
                      r"|\bcompar(?:ed?|ing|isons?)\b|\bdiff(?:er(?:s|ed|ences?|ent)?)?\b")),
    (Form.NUMBER, (r"\bhow\s+(?:many|much|long|fast|old|often|big|large|tall|high|far|deep|heavy|likely|common|"
                  r"effective|accurate|quickly|soon|frequent\w*|prevalent|deadly|small)\b"
                  r"|\b(?:what|which)\s+(?:(?:is|was|are|were)\s+)?(?:the\s+)?(?:\w+\s+){0,3}?(?:percentage|percent|"
                  r"proportion|number|rates?|share|fraction|size|length|duration|dose|amount|prevalence|incidence|"
                  r"mortality|age|range|levels?|temperature|concentration|cost|similarity|threshold|thickness|distance|toll|"
                  r"count|ratio|frequency|weight|height|volume|speed|score|time|period|odds|yield)\b"
                  r"|\b(?:rates?|percentage|proportion)\b")),
    (Form.PERSON, (r"^\W*(?:who|whom|whose)\b|\b(?:what|which)\s+(?:team|compan(?:y|ies)|organi[sz]ations?|persons?|"
                  r"people|researchers?|scientists?|authors?|universit(?:y|ies)|institut(?:es?|ions?)|agenc(?:y|ies))\b")),
    (Form.PLACE, (r"\b(?:what|which)\s+(?:countr(?:y|ies)|cit(?:y|ies)|regions?|places?|"
                 r"states?|continents?)\b")),
    (Form.REASON, r"^\W*(?:why|how\s+come)\b|\bwhat\s+(?:\w+\s+)?(?:reasons?|causes?|explains?)\b|\breasons?\s+(?:for|why)\b"),
    (Form.MEANING, (r"^\W*(?:what|who)(?:\W?s|\s+is|\s+are|\s+was|\s+were)\s+(?:an?\s+|the\s+)?[\w()/-]+(?:\s+[\w()/-]+){0,3}\W*$"
                   r"|\bwhat\s+does\s+.+\s+(?:mean|stand\s+for)\b|\bdefin(?:e|ition)\b|^\W*what\s+do\s+you\s+mean\b")),
    (Form.YES_OR_NO, r"^\W*(?:do|does|did|is|are|was|were|can|could|will|would|should|has|have|had|may|might)\b"),
    (Form.THING, r"^\W*(?:(?:in|on|at|by|from|to|for|with|of|through|under)\s+)?(?:what|which)\b|\b(?:what|which)\b"),
)  # fmt: skip
"""How each form is asked for; the first that fits counts."""

_READS: Final = tuple((form, re.compile(pattern, re.IGNORECASE)) for form, pattern in _ASKS)

_NUMBER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|thirds?|quarters?|"
    r"twice|dozens?|hundreds?|thousands?|millions?|billions?|percent|per\s+cent)\b",
    re.IGNORECASE,
)
_SHOWS: Final = {
    Form.NUMBER: _NUMBER,
    Form.DATE: re.compile(
        r"\b(?:1[5-9]|20)\d\d|\b(?:January|February|March|April|May|June|July|August|September|October|November"
        r"|December)\b|\b(?:days?|weeks?|months?|years?|hours?|century|centuries|season|winter|summer|spring|autumn)\b"
    ),
    Form.PERSON: re.compile(
        r"(?<!^)(?<![.!?]\s)\b[A-Z]\w+\s+(?:[A-Z]\.\s+)?[A-Z]\w+|\b(?:researchers?|team|scientists?|authors?|company)\b"
    ),
    Form.REASON: re.compile(
        r"\b(?:because|due\s+to|owing\s+to|since|as\s+a\s+result|caused\s+by|leads?\s+to|therefore|thus|so\s+that|in\s+order"
        r"\s+to|explain\w*|attribut\w+|reasons?|contribut\w+|driven\s+by|results?\s+from|hence)\b",
        re.IGNORECASE,
    ),
    Form.COMPARISON: re.compile(
        r"\b(?:than|compared|comparison|versus|vs|whereas|while|differ\w*|similar\w*|equal\w*|same|unlike)\b",
        re.IGNORECASE,
    ),
}
_COUNTS: Final = {
    Form.NUMBER: 1.2,
    Form.DATE: 1.1,
    Form.PERSON: 1.2,
    Form.REASON: 1.1,
    Form.COMPARISON: 1.1,
    Form.MEANING: 1.15,
}
"""What a sentence of the form asked for counts, beside one that is not."""

IS_SAID: Final = (
    r"\s*(?:\([^()]*\)\s*)?,?\s*(?:(?:is|was)\s+(?:defined\s+as\s+|known\s+as\s+)?(?=(?:an?|the|one\s+of)\s)"
    r"|(?:are|were)\s+(?!(?:not|no|also|often|very|much|more|less|most|so|too|well|now|still|only|\w+(?:ed|ing|ly))\s)"
    r"|refers?\s+to\s|means?\s|stands?\s+for\s|denotes?\s)"
)
"""What stands between a thing and what it is: "X is difficult" and "X is not a Y" say neither."""

_SUBJECT: Final = re.compile(
    r"^\W*(?:what|who)(?:\W?s|\s+is|\s+are|\s+was|\s+were|\s+does|\s+do)\s+(?:an?\s+|the\s+)?(.+?)"
    r"(?:\s+(?:mean|stand\s+for))?\W*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def form_of(question: str) -> Form:
    """What the question wants to be told."""
    return next((form for form, asks in _READS if asks.search(question)), Form.OTHER)


def has_number(sentence: str) -> bool:
    """Whether a number stands in the sentence, in figures or in words."""
    return bool(_NUMBER.search(sentence))


def formed(sentence: str, question: str) -> float:
    """A factor of 1 or more for a sentence's form: the one that is asked for counts more."""
    form = form_of(question)
    if form is Form.MEANING:
        return _COUNTS[form] if tells_meaning(sentence, question) else 1.0
    shows = _SHOWS.get(form)
    return _COUNTS[form] if shows and shows.search(sentence) else 1.0


def subject_of(question: str) -> str:
    """What a question of `Form.MEANING` is about, or ""."""
    found = _SUBJECT.match(question)
    return found.group(1).strip() if found else ""


def tells_meaning(sentence: str, question: str) -> bool:
    """Whether the sentence says what the question's subject is: "X is …", "Long Name (LN)"."""
    subject = re.escape(subject_of(question))
    if not subject:
        return False
    said = rf"\b{subject}(?:s|es)?{IS_SAID}|\w\s+\({subject}\)"
    return bool(re.search(said, sentence, re.IGNORECASE))
