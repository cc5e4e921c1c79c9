"""Follow-ups that ask nothing new, only for another view of what was just answered."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Wish(StrEnum):
    """What a member wants to see of the last answer."""

    MORE = "more"
    METHODS = "methods"
    NUMBERS = "numbers"
    LIMITATIONS = "limitations"
    DISAGREEMENTS = "disagreements"


_SHOW: Final = (
    r"(?:(?:can|could)\s+(?:you|i)\s+)?(?:(?:please\s+)?(?:show|give|tell|see|list|what\s+(?:are|were|about))\s+)?"
    r"(?:me\s+|us\s+)?(?:(?:about\s+)?(?:the|their|its|any|some|all)\s+)?"
)
_OF_IT: Final = r"(?:\s+(?:of|for|in|behind|on|about|to)\s+(?:it|this|that|them|these|those)(?:\s+(?:study|studies|paper|papers|trials?))?)?"
_ASKED: Final = {
    Wish.NUMBERS: (
        r"(?:exact\s+|actual\s+)?(?:numbers?|figures|data|statistics|stats|effect\s+sizes?|percentages?|sample\s+sizes?)",
        r"how\s+(?:many|much|big|large|strong)(?:\s+(?:was|is)\s+(?:it|that|the\s+effect))?",
        r"how\s+many\s+(?:people|patients|participants|subjects|animals)(?:\s+(?:were\s+(?:there|in\s+it|tested|studied|involved)|took\s+part|participated))?",
    ),
    Wish.METHODS: (
        r"methods?|methodology|study\s+designs?|designs?",
        r"how\s+(?:did|do)\s+(?:they|the\s+(?:authors|researchers|scientists))\s+(?:find\s+(?:out(?:\s+(?:that|this))?|(?:that|this)(?:\s+out)?)|do\s+(?:it|that|this)|know|study\s+(?:it|that|this)|measure\s+(?:it|that|this)|test\s+(?:it|that|this))",
        r"how\s+was\s+(?:it|that|this)\s+(?:studied|done|measured|tested|found(?:\s+out)?)",
        r"what\s+(?:kinds?|sorts?|types?)\s+of\s+(?:study|studies|research|evidence)(?:\s+(?:is|was|are|were)\s+(?:it|that|this|these|they))?",
    ),
    Wish.LIMITATIONS: (
        r"(?:limitations?|limits|weakness(?:es)?|caveats?|shortcomings|drawbacks\s+of\s+the\s+stud(?:y|ies))",
        r"how\s+(?:sure|certain|reliable|trustworthy|solid)(?:\s+(?:is|are)\s+(?:it|that|this|they|these))?",
        r"(?:are\s+you|is\s+(?:it|that|this))\s+(?:really\s+|quite\s+|very\s+)?(?:sure|certain|true|right)(?:\s+(?:about|of)\s+(?:it|that|this))?|really|for\s+real|seriously",
        r"can\s+(?:i|we)\s+trust\s+(?:it|that|this|them)",
    ),
    Wish.DISAGREEMENTS: (
        r"(?:disagreements?|contradictions?|conflicting\s+(?:results|findings|evidence|studies)|opposing\s+(?:views|findings))",
        r"(?:does|do|did)\s+(?:anyone|anybody|any|some|all|other)?\s*(?:other\s+)?(?:stud(?:y|ies)|papers?|researchers?|scientists|they)?\s*(?:all\s+)?(?:disagree|agree|contradict\s+(?:it|this|that))",
        r"is\s+there\s+(?:any\s+)?(?:disagreement|debate|controversy)",
    ),
    Wish.MORE: (
        r"(?:more|more\s+(?:details?|info(?:rmation)?|please)|details|go\s+on|continue|elaborate|keep\s+going)",
        r"(?:explain|expand)(?:\s+(?:it|this|that|more|further))*",
        r"(?:sources?|links?|references?|citations?|proof|evidence|papers?|articles?)(?:\s+(?:please|pls|needed))?",
        r"(?:where\s+(?:is|does|did)\s+(?:it|this|that|you)\s+(?:come\s+from|get\s+(?:it|this|that)(?:\s+from)?|from)|(?:what\W?s|what\s+is|what\s+are|where\s+(?:is|are))\s+(?:your|the)\s+sources?|says\s+who)",
        r"what\s+else(?:\s+(?:is\s+there|do\s+(?:you|they)\s+(?:say|know)))?",
    ),
}
_WISHES: Final = {
    wish: re.compile(rf"{_SHOW}(?:{'|'.join(ways)}){_OF_IT}", re.IGNORECASE)
    for wish, ways in _ASKED.items()
}
_AROUND: Final = re.compile(
    r"^(?:(?:and|but|so|ok(?:ay)?|also|please|then|well)\b[\s,]*)+|[\s,]+(?:please|then|too|thanks)(?=[\s?.!]*$)",
    re.IGNORECASE,
)


def wish_in(text: str) -> Wish | None:
    """The view that the whole of `text` asks for; None where it asks something else."""
    asked = _AROUND.sub("", " ".join(text.split()).strip(" ?.!,;:")).strip(" ?.!,;:")
    return next((wish for wish, way in _WISHES.items() if way.fullmatch(asked)), None)
