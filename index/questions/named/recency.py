"""Whether a question asks for what is new: "the latest on sleep", "any recent studies about bees".

The words leave the question, since no article calls itself the newest. "New drugs" and "recent infections" are
the matter. Where newer studies are held against older ones, what both are about is asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.questions.named.denial import denied_from
from index.questions.named.times import KINDS
from index.sources.rules.title_key import title_words
from index.words.question_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKS: Final = (
    rf"(?:{KINDS}|findings?|evidence|results?|work|science|literature|advances|developments|stuff)"
)
"""What may be new."""

DESIGNED: Final = (
    r"(?:scientific|clinical|randomi[sz]ed|controlled|systematic|published|peer-?\s?reviewed)"
)
"""How such works are made, whatever they are about."""

_DESIGNS: Final = rf"(?:{DESIGNED}\s+)*"
_NEWEST: Final = r"(?:(?:the\s+)?(?:very\s+)?(?:most\s+recent|newest|latest|most\s+up\W?to\W?date))"
NEW: Final = rf"(?:{_NEWEST}|(?:(?:more\s+)?recent|new|newer|up\W?to\W?date|recently\s+published))"
OLD: Final = r"(?:older|earlier|previous|prior|past|former|old|original)"
_OF: Final = r"(?:on|about|regarding|concerning|into)"
_ANY_OF: Final = rf"(?:\s+(?:{_OF}|of|for|that)\b)?"
_AGAINST: Final = (
    r"(?:contradict|chang|overturn|refut|challeng|disprov|revis|alter|updat|question)\w*"
)
_WITH: Final = r"(?:(?:dis)?agree\w*\s+with|confirm\w*|support\w*|differ\w*\s+from|than|from|with|and|versus|vs)"
_OLDER: Final = re.compile(
    rf"(?:\b(?:{_AGAINST}|{_WITH})\s+)?(?:\bthe\s+)?"
    rf"\b{OLD}\s+(?:ones?\b|{_DESIGNS}{WORKS}\b){_ANY_OF}",
    re.IGNORECASE,
)
_KNOWN: Final = (
    r"(?:what\s+(?:we|is|was|people|scientists|doctors)\s+(?:\w+\s+)?(?:know|knew|known|believed?|thought|think|said?)"
    r"|(?:the|our|this)\s+(?:views?|idea|belief|notion|understanding|picture|claim|conclusions?))"
)
_CHANGED: Final = re.compile(
    rf"\b{NEW}\s+{_DESIGNS}{WORKS}\s+(?:(?:has|have|had|now|since|ever|also|really)\s+){{0,3}}{_AGAINST}"
    rf"(?:\s+{_KNOWN}{_ANY_OF})?",
    re.IGNORECASE,
)
_NEWER: Final = re.compile(rf"\b{NEW}\s+{_DESIGNS}{WORKS}\b{_ANY_OF}", re.IGNORECASE)
_RULES: Final = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        # What kind of works they are stays, to be read by whoever asks for that.
        rf"\b{NEW}\s+(?={_DESIGNS}{WORKS}\b)",
        # "The latest Chen paper", and no paper of New York.
        rf"\b{_NEWEST}\s+(?=(?-i:[^\W\d_a-z])[\w'’-]+\s+{WORKS}\b)",
        rf"(?:\bwhat(?:\W?s|\s+is|\s+are)?\s+)?\b{_NEWEST}\s+(?:{_OF}|with|in)\b",
        rf"\bwhat(?:\W?s|\s+is|\s+are)?\s+new\s+(?:{_OF}|with|in|for)\b",
        r"^\W*(?:anything|something|what(?:\W?s|\s+is))\s+new\b(?:\s+(?:on|about|regarding|with|in)\b)?",
        r"\b(?:newest|latest|most\s+recent)(?:\s+(?:ones?\s+)?first)?\W*$",
    )
)


_CALLED_NEW: Final = re.compile(rf"\b{NEW}\s+(?:{_DESIGNS}{WORKS}\b|\Z)", re.IGNORECASE)
_NEAR: Final = 160
"""Letters before the end of the words in which they call something new."""

_EMPTY: Final = frozenset(FUNCTION_WORDS) | {"contradict", "contradicts", "ever", "still"}


def calls_new(works: str) -> bool:
    """Whether the words call works new: "Chen's latest paper", "newest", before "studies by Chen"."""
    return _CALLED_NEW.search(works, max(0, len(works) - _NEAR)) is not None


def without_recency(question: str) -> str | None:
    """What is left of a question that asks for what is new; None where none is asked for."""
    if _OLDER.search(question) or _CHANGED.search(question):
        return _held_against(question)
    for found in _asked(question):
        if denied_from(question, found.start()) is None:
            return f"{question[: found.start()]} {question[found.end() :]}"
    return None


def _held_against(question: str) -> str | None:
    """What newer works are held against older ones for, or against what was known; None where it is not said."""
    rest = question
    for rule in (_CHANGED, _OLDER, _NEWER):
        rest = rule.sub(" ", rest)
    told = any(word not in _EMPTY for word in title_words(rest))
    return rest if told and _NEWER.search(question) else None


def _asked(question: str) -> Iterator[re.Match[str]]:
    for rule in _RULES:
        yield from rule.finditer(question)
