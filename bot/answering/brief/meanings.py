"""What something is: "X is a …", or the long form before "(X)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.brief.things import thing_in
from bot.answering.questions.kinds import IS_SAID, subject_of

if TYPE_CHECKING:
    from bot.answering.brief.nearness import Bounds
    from bot.answering.evidence import Sought

_OF: Final = re.compile(r"\s(?:of|for|to|in|by|between|behind)\s")
_LONGEST: Final = 12
"""Words of a short answer at most: more is a sentence."""

_EXTRA: Final = 2
"""Words that a long form may have beside one for each letter of the short one."""

_CAPITALS: Final = 2
"""Of a short form: "RVPs", "qRT-PCR"."""

_CLAUSE_END: Final = re.compile(
    r"[;:.]\s|\s(?:on|in|at|by|of|for|from|to|with)\s+(?:which|whom)\b|\s[(–—-]\s?|,\s|\b(?:that|which|who|whose|where|when|and\s+(?:is|are|was)|with|used|found|known|because)\b|[.;:]?$"
)
_DOING: Final = re.compile(
    r"(?:\w+ly\s+)?(?:\w{3,}(?:ed|ing)|not|no|more|less|also|likely|in|of|at|on|to|as|so|very)\b",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"(?:an?|the|one\s+of\s+the)\s+", re.IGNORECASE)


def meaning_in(text: str, sought: Sought) -> Bounds | None:
    """Where it is told what the question's subject is, or which thing the subject names."""
    acronym = re.sub(r"\s*\([^)]*\)?", "", subject_of(sought.question))
    subject = re.escape(acronym)
    if not subject:
        return thing_in(text, sought)
    spelt_out = re.search(rf"((?:[\w-]+\s+){{1,8}})\({subject}\)", text, re.IGNORECASE)
    if spelt_out and sum(map(str.isupper, acronym)) >= _CAPITALS:
        return _long_form(spelt_out.group(1), spelt_out.start(1), acronym)
    said = re.search(rf"\b{subject}(?:s|es)?\b(?:{IS_SAID}|\s*,?\s*(?=an?\s))", text, re.IGNORECASE)
    if not said:
        # What a clause says of one bare word is seldom what it is: "its authors had found XMRV".
        told = _OF.search(acronym) or f"({acronym}" in text
        return thing_in(text, sought) if told else None
    start = said.end()
    if _DOING.match(text, start):
        return None  # "XMRV is involved in …" tells what becomes of it
    article = _ARTICLE.match(text, start)
    start = article.end() if article else start
    end = _CLAUSE_END.search(text, start)
    return _kept(text, start, end.start() if end else len(text))


def _long_form(before: str, at: int, acronym: str) -> Bounds | None:
    """The words before "(ABC)" whose first begins as the acronym does."""
    words = list(re.finditer(r"[\w-]+", before))
    starts = [w for w in words if w.group()[0].lower() == acronym[0].lower()]
    near = [w for w in starts if len(words) - words.index(w) <= len(acronym) + _EXTRA]
    return (at + near[0].start(), at + len(before.rstrip())) if near else None


def _kept(text: str, start: int, end: int) -> Bounds | None:
    words = text[start:end].split()
    return (start, start + len(text[start:end].rstrip())) if 0 < len(words) <= _LONGEST else None
