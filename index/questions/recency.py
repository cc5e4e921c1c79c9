"""Whether a question asks for what is new: "the latest on sleep", "any recent studies about bees".

The words leave the question, since no article calls itself the newest. "New drugs" and "recent infections" are
the matter; where newer studies are held against older ones, or against what is known, both are asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.questions.denial import denied_from
from index.questions.times import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORKS: Final = (
    rf"(?:{KINDS}|findings?|evidence|results?|work|science|literature|advances|developments|stuff)"
)
_DESIGNS: Final = r"(?:(?:scientific|clinical|randomi[sz]ed|controlled|systematic|published|peer-?\s?reviewed)\s+)*"
_NEWEST: Final = r"(?:(?:the\s+)?(?:very\s+)?(?:most\s+recent|newest|latest|most\s+up\W?to\W?date))"
_NEW: Final = rf"(?:{_NEWEST}|(?:recent|new|newer|up\W?to\W?date|recently\s+published))"
_HELD_AGAINST: Final = re.compile(
    rf"\b(?:older|earlier|previous|prior|past|former|old|original)\s+(?:ones?\b|{_DESIGNS}{_WORKS}\b)"
    rf"|\b{_NEW}\s+{_DESIGNS}{_WORKS}\s+(?:(?:has|have|had|now|since|ever|also|really)\s+)*"
    r"(?:contradict|chang|overturn|refut|challeng|disprov|revis|alter|updat|question)\w*",
    re.IGNORECASE,
)
"""Newer works against older ones, or against what was known: "has newer research changed this"."""

_OF: Final = r"(?:on|about|regarding|concerning|into)"
_RULES: Final = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        # What kind of works they are stays, to be read by whoever asks for that.
        rf"\b{_NEW}\s+(?={_DESIGNS}{_WORKS}\b)",
        rf"(?:\bwhat(?:\W?s|\s+is|\s+are)?\s+)?\b{_NEWEST}\s+(?:{_OF}|with|in)\b",
        rf"\bwhat(?:\W?s|\s+is|\s+are)?\s+new\s+(?:{_OF}|with|in|for)\b",
        r"^\W*(?:anything|something|what(?:\W?s|\s+is))\s+new\b(?:\s+(?:on|about|regarding|with|in)\b)?",
        r"\b(?:newest|latest|most\s+recent)(?:\s+(?:ones?\s+)?first)?\W*$",
    )
)


def without_recency(question: str) -> str | None:
    """What is left of a question that asks for what is new; None where none is asked for."""
    if _HELD_AGAINST.search(question):
        return None
    for found in _asked(question):
        if denied_from(question, found.start()) is None:
            return f"{question[: found.start()]} {question[found.end() :]}"
    return None


def _asked(question: str) -> Iterator[re.Match[str]]:
    for rule in _RULES:
        yield from rule.finditer(question)
