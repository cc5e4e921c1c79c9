"""What the web's page furniture says, in any outlet: evidence for the readers of HTML and of scrapes.

A hit alone decides only where the whole line is the furniture ("Share on Twitter"); lines of running
text need one of the fixed phrases that no article is written in.
"""

from __future__ import annotations

import re
from enum import Enum

from index.sources.rules.furniture_words import (
    AROUND_SHARING,
    BUTTONS_AND_CREDITS,
    ENDS,
    FIXED_PHRASES,
    LEAD_INS,
    READ_MORE,
    RELATED,
    SHARING,
)
from index.sources.rules.prose import ends_sentence, words

_LONGEST_CHARS = 4_000
_LONGEST_LINE_WORDS = 24
_LONGEST_FIXED_WORDS = 150

_HATNOTE = re.compile(
    r"(?:see\s+also|main\s+articles?|further\s+information|details)\s*:.{0,150}", re.IGNORECASE
)
_ORNAMENTS = " \t*•·○●■▪►▶→›»|>[]()+–—-:←<«"
_BARE_LINK = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w{2,20}")
_BETWEEN = re.compile(r"\s*[|•·]\s*|\s{3,}")
_TOKEN = re.compile(r"[\w-]+")
_COUNT = re.compile(r"\d+k?")


class Furniture(Enum):
    """What kind of furniture a line is.

    LINE is a button, a menu's entry, a credit: it goes, and says nothing about what follows. RELATED
    heads a list of other articles, READ_MORE ends the teaser of one. After END comes nothing of the
    article: comments, references, the page's foot.
    """

    NONE = "none"
    LINE = "line"
    RELATED = "related"
    READ_MORE = "read more"
    END = "end"


_WHOLE_LINES = (
    (ENDS, Furniture.END),
    (READ_MORE, Furniture.READ_MORE),
    (RELATED, Furniture.RELATED),
    (BUTTONS_AND_CREDITS, Furniture.LINE),
    (LEAD_INS, Furniture.LINE),
    (_BARE_LINK, Furniture.LINE),
)


def kind_of(line: str) -> Furniture:
    """What furniture this line is, if it is any."""
    if len(line) > _LONGEST_CHARS:
        return Furniture.NONE
    bare = line.strip(_ORNAMENTS)
    if not bare:
        return Furniture.LINE
    count = words(bare)
    kind = _kind_of_line(line.strip(), bare) if count <= _LONGEST_LINE_WORDS else Furniture.NONE
    if kind is Furniture.NONE and count <= _LONGEST_FIXED_WORDS and FIXED_PHRASES.search(bare):
        return Furniture.LINE
    return kind


def _kind_of_line(line: str, bare: str) -> Furniture:
    if _HATNOTE.fullmatch(line) or _is_share_bar(bare):
        return Furniture.LINE
    bare = bare.rstrip(".") if ends_sentence(bare) else bare
    for pattern, kind in _WHOLE_LINES:
        if pattern.fullmatch(bare):
            return kind
    parts = [part for part in _BETWEEN.split(bare) if part]
    if len(parts) > 1 and all(kind_of(part) is not Furniture.NONE for part in parts):
        return Furniture.LINE
    return Furniture.NONE


def _is_share_bar(bare: str) -> bool:
    """Whether every word is a network, a verb of sharing or a count, and one is more than glue."""
    tokens = _TOKEN.findall(bare.lower())
    known = all(
        token in SHARING or token in AROUND_SHARING or _COUNT.fullmatch(token) for token in tokens
    )
    return known and any(token in SHARING for token in tokens)
