"""What kind of answer a question wants, and whether a sentence is of that kind."""

from __future__ import annotations

import re
from typing import Final

_QUANTITY: Final = re.compile(
    r"\bhow\s+(?:many|much|long|fast|old|often|big|large|tall|high|far|deep|heavy|likely|common|effective|"
    r"accurate|quickly|soon|frequent\w*|prevalent|deadly|small)\b"
    r"|\b(?:what|which)\s+(?:(?:is|was|are|were)\s+)?(?:the\s+)?(?:\w+\s+){0,3}?(?:percentage|percent|"
    r"proportion|number|rates?|share|fraction|size|length|duration|dose|amount|prevalence|incidence|"
    r"mortality|age|range|level|temperature|concentration|cost|year|date)\b"
    r"|\b(?:rates?|percentage|proportion)\b|^\W*when\b|\bwhen\s+(?:did|was|were|is)\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|thirds?|quarters?|"
    r"twice|dozens?|hundreds?|thousands?|millions?|billions?|percent|per\s+cent)\b",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(
    r"\b(?:who|whose|when|where|authors?|publish\w*|journal|paper|title|titled|called|written|wrote)\b",
    re.IGNORECASE,
)
_IMPRINT: Final = re.compile(
    r"\b(?:titled|entitled|under\s+the\s+title|published\s+(?:\w+\s+){0,3}?(?:in|on)|appeared\s+in"
    r"|(?:was|is|were|will\s+be|been)\s+(?:first\s+)?(?:published|authored))\b",
    re.IGNORECASE,
)


def asks_quantity(question: str) -> bool:
    """Whether the answer is likely a number, a rate or a date."""
    return bool(_QUANTITY.search(question))


def asks_source(question: str) -> bool:
    """Whether the question may be about who published what, where and when."""
    return bool(_SOURCE.search(question))


def has_number(sentence: str) -> bool:
    """Whether a number stands in the sentence, in figures or in words."""
    return bool(_NUMBER.search(sentence))


def is_imprint(sentence: str) -> bool:
    """Whether the sentence tells where something was published.

    Such a sentence repeats the paper's title, and so most words of a question, and answers none.
    """
    return bool(_IMPRINT.search(sentence))
