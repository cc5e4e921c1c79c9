"""What a question asks once what it says of articles is cut out: its matter."""

from __future__ import annotations

import re
from typing import Final

from index.questions.named.people import SAYS
from index.questions.named.times import PIECES
from index.sources.rules.title_key import title_words
from index.words.question_words import FUNCTION_WORDS

_OF_ALL: Final = re.compile(
    rf"{PIECES}|{SAYS}|summar\w+|explain\w*|abstract|results?|findings?|conclusions?|main|please|tell|about|doi|title"
    r"|everything|anything|all|list|new|show|give|find|mean|check|read|reading|see|think|thoughts|opinion|worth"
    r"|good|ok|okay|still|valid|reliable|trustworthy|legit",
    re.IGNORECASE,
)
"""Words about an article that ask for nothing in it, or whether it is any good."""

LEFT_OVER: Final = " ,;:.-–"
"""What may stand at the ends of what is left."""

_BEHIND: Final = " ,;:(["
_ANY: Final = re.compile(
    r"(?:(?:show|give|find|get)\s+)?(?:(?:are|is)\s+there\s+)?(?:(?:any|some|all|the|an?|which|what|me|are|is)\s+)*"
    r"(?:articles?|papers?|study|studies|story|stories|research|news|findings|evidence|results|literature|stuff|things|info(?:rmation)?)"
    r"(?:\s+(?:are|is)\s+there)?(?:\s+(?:on|about|regarding|into)\s+|,\s*)",
    re.IGNORECASE,
)
"""What is left of a question before its matter, and stands in no article: "any papers on"."""


def left_of(question: str) -> str:
    """What is left to ask once what was said of articles is cut out; "" where nothing is."""
    rest = " ".join(question.split()).lstrip(LEFT_OVER).rstrip(_BEHIND)
    matter = rest[found.end() :] if (found := _ANY.match(rest)) else rest
    return matter if asks(matter) else ""


def asks(rest: str) -> bool:
    """Whether the rest of a question that names an article asks for something in it."""
    words = (word for word in title_words(rest) if word not in FUNCTION_WORDS)
    return not all(map(_OF_ALL.fullmatch, words))
