"""Whether newer work bears out what was just answered: "has newer research changed this?", "any newer studies?".

The question before is asked again, of the newest articles first: what such words say themselves stands in no article.
"""

from __future__ import annotations

import re
from typing import Final

from index.questions.named.recency import DESIGNED, NEW, OLD, WORKS

_WORKS: Final = rf"(?:(?:{WORKS}|data|ones?)\b)"
_NEW: Final = rf"(?:{NEW}|later|subsequent)"
_KIND: Final = (
    rf"(?:(?:{DESIGNED}|human|animal|observational|large|larger|good|better|solid|relevant|independent)"
    r"\s+){0,3}"
)
"""Of what kind they are; of any other word ("new cancer studies") they are about another matter."""

_NEWER: Final = rf"(?:(?:any|some|the|all|of)\s+)*{_NEW}\s+{_KIND}{_WORKS}"
_MATTER: Final = r"(?:topic|subject|question|matter|issue|point|claim)s?\b"
_IT: Final = rf"(?:(?:it|this|that|these|those|them)\b(?:\s+(?:{_WORKS}|{_MATTER}))?|(?:(?:the|these|those)\s+)?{OLD}\s+{_WORKS})"
_ON_IT: Final = rf"(?:\s+(?:on|about|of|for|to|against|with|in)\s+{_IT})?"
_DOES: Final = r"(?:(?!(?:of|on|about|in|into|with|for|among|by|from)\b)\w+\s+){1,3}"
"""What they do to it; behind a preposition stands what they are about, which is another matter."""

_ASKS: Final = re.compile(
    "|".join(
        (
            rf"(?:has|have|had|do|does|did|is|are|would|could|can)\s+{_NEWER}\s+{_DOES}{_IT}",
            rf"(?:has|have|had|do|does|did)\s+{_NEWER}\s+(?:disagree|differ|agree|say\s+otherwise)d?{_ON_IT}",
            rf"what\s+(?:do|does|did|has|have)\s+{_NEWER}\s+(?:say|show|find|found|shown|said|suggest)s?{_ON_IT}",
            rf"(?:(?:is|are)\s+there\s+)?(?:{_NEWER}|anything\s+(?:newer|more\s+recent)){_ON_IT}",
            rf"(?:what\s+about|and)\s+{_NEWER}{_ON_IT}",
        )
    ),
    re.IGNORECASE,
)
_FIRST: Final = ", newest first"


def asks_for_newer(asked: str) -> bool:
    """Whether the whole of a follow-up asks what newer work says of the question before."""
    return _ASKS.fullmatch(asked) is not None


def newest_first(question: str) -> str:
    """The question, asked of the newest articles first."""
    return f"{question.rstrip(' ?.!').removesuffix(_FIRST)}{_FIRST}?"
