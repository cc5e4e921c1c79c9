"""Whether a sentence can stand alone, and what it takes with it where it cannot.

A sentence that says "This increased by 40 %" is true and useless without the one before it. Some
words at a sentence's start always point back ("It", "These results"); some often do ("The drug").
What points back is quoted together with what it points to; what cannot be is not quoted at all.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.search import SpanScore

_DEEPEST: Final = 2
"""Sentences a quote may take along: a chain longer than this is no longer a short answer."""


class Lean(IntEnum):
    """How much a sentence needs the one before it."""

    NONE = 0
    SOME = 1
    MUCH = 2


_OPENING: Final = r"""^[\s"'“”‘’(\[]*"""
_CONNECTIVE: Final = (
    r"(?:(?:however|moreover|furthermore|additionally|therefore|thus|hence|consequently|similarly|"
    r"likewise|instead|nevertheless|nonetheless|meanwhile|also|indeed|finally|then|still|yet|but|and|"
    r"so|or|in addition|in contrast|by contrast|in comparison|on the other hand|as a result|"
    r"for example|for instance|in particular|in fact|in turn|conversely|specifically|accordingly|"
    r"importantly|interestingly|notably|overall|surprisingly|unfortunately|again|rather|otherwise|"
    r"at the same time|after that|afterwards|subsequently|second|secondly|third|thirdly|next|"
    r"in this (?:case|way|context|respect|regard)|for this (?:reason|purpose)|to this end|to do so)"
    r"\b,?\s+)*"
)
_ARTICLE_ITSELF: Final = (
    r"(?:study|paper|article|review|work|trial|analysis|meta-analysis|report|guideline|statement|"
    r"survey|investigation|research|manuscript|essay|editorial|commentary|summary|experiment|"
    r"experiments|project|section|chapter)"
)
# "It is likely that …" points nowhere; "It lowered …" does.
_EMPTY_IT: Final = (
    r"it\s+(?:is|was|has\s+been|had\s+been|will\s+be|would\s+be|may\s+be|might\s+be|can\s+be|"
    r"could\s+be|should\s+be|remains?|seems?|appears?|turns?\s+out|follows)\s+"
    r"(?:also\s+|now\s+|not\s+|still\s+|therefore\s+|thus\s+|well\s+|widely\s+|generally\s+|often\s+|"
    r"very\s+|highly\s+|currently\s+|yet\s+|un)?"
    r"(?:important|known|likely|unlikely|possible|impossible|clear|unclear|unknown|estimated|thought|"
    r"believed|assumed|expected|suggested|recommended|noted|shown|found|reported|difficult|easy|"
    r"necessary|essential|interesting|worth|noteworthy|plausible|conceivable|evident|apparent|"
    r"established|accepted|recognized|recognised|understood|proposed|hypothesi[sz]ed|argued|said|"
    r"observed|demonstrated|concluded|hoped|true|hard|common|crucial|critical|useful|that|to\b)"
)
_MUCH: Final = re.compile(
    _OPENING
    + _CONNECTIVE
    + r"(?:"
    + rf"(?!{_EMPTY_IT})it\b|(?:they|he|she|its|their|his|her|him|them|theirs|hers|such|these|those)\b"
    + rf"(?!\s+(?:\w+\s+)?{_ARTICLE_ITSELF}\b)"
    + rf"|(?:this|that)\b(?!\s+(?:\w+\s+){{0,2}}?{_ARTICLE_ITSELF}\b)"
    + r"|(?:the\s+)?(?:former|latter)\b|both\s+of\b|neither\s+of\b|(?:one|some|many|most|all|none|each|"
    + r"few|several|half)\s+of\s+(?:them|these|those|which|whom)\b|(?:the\s+)?others?\b"
    + r"|(?:the\s+)?same\b|another\b|here\b|doing\s+so\b|which\b|who\b|whose\b|as\s+such\b"
    + r"|not\s+only\s+(?:this|that|it)\b|only\s+(?:these|those|then)\b|at\s+(?:this|that)\b"
    + r"|(?:in|on|of|for|with|from|by|after|before|during|among|under|unlike|like|despite|besides|"
    + r"through|because\s+of|based\s+on|given|using|to|as|following|beyond|since|until|via|within)\s+"
    + rf"(?:these|those|them|it|(?:this|that)\b(?!\s+(?:\w+\s+){{0,2}}?{_ARTICLE_ITSELF}\b))"
    + r")",
    re.IGNORECASE,
)
_GENERIC: Final = (
    r"(?:drug|drugs|compound|treatment|therapy|disease|disorder|condition|virus|vaccine|procedure|"
    r"device|technique|method|effects?|differences?|increases?|decreases?|reduction|changes?|findings?|"
    r"results?|patients?|participants?|subjects?|volunteers?|groups?|animals?|mice|rats|children|women|"
    r"men|protein|gene|infection|symptoms?|intervention|programme|program|model|researchers?|team|"
    r"scientists?|investigators?|association|relationship|correlation|rate|rates|risk|figure|number|"
    r"numbers|proportion|percentage|second|third|first|last|remaining|rest|two|three|four|five|"
    r"resulting|corresponding|above|following|reason|reasons|answer|question|problem|pattern|trend|"
    r"approach|system|process|dose|doses|species|population|cells?|bacteria|tests?|samples?|sites?)"
)
_SOME: Final = re.compile(
    _OPENING
    + _CONNECTIVE
    + rf"(?:(?:both|all|each|either|neither)\s+)?(?:the\s+)(?:\w+\s+)?{_GENERIC}\b"
    rf"(?!\s+(?:of|in|for|with|who|that|whose|between|from|at|on|to|under|among)\b)",
    re.IGNORECASE,
)
_LEADS_WITH_CONNECTIVE: Final = re.compile(_OPENING + _CONNECTIVE, re.IGNORECASE)
_REPORTED: Final = re.compile(
    r"[,”\"]\s*(?:he|she|they)\s+(?:said|says|added|adds|noted|explained|told|wrote|concluded|continued)\b"
    r"|[,”\"]\s*(?:said|says|added|explained)\s+(?:he|she|they)\b",
    re.IGNORECASE,
)
_FINISHED: Final = re.compile(r"""[.!?。！？…]["'”’)\]]*$""")


def lean_of(sentence: str) -> Lean:
    """How much `sentence` needs what stands before it."""
    if _MUCH.match(sentence) or _REPORTED.search(sentence):
        return Lean.MUCH
    connective = _LEADS_WITH_CONNECTIVE.match(sentence)
    if _SOME.match(sentence) or (connective and connective.group().strip(" \"'“”‘’([")):
        return Lean.SOME
    return Lean.NONE


def is_sentence(text: str) -> bool:
    """Whether the text is a whole sentence rather than a heading, a cell or a cut-off line."""
    first = next((letter for letter in text if letter.isalnum()), "")
    return bool(first) and not first.islower() and bool(_FINISHED.search(text.rstrip()))


def grounded(spans: Sequence[SpanScore], at: int) -> tuple[int, int] | None:
    """The first and last index of the spans that must be quoted for `spans[at]` to stand alone.

    None where even `_DEEPEST` sentences before it would leave it hanging.
    """
    first = at
    while (lean := lean_of(spans[first].text)) is not Lean.NONE:
        if first == 0 or at - first == _DEEPEST or not is_sentence(spans[first - 1].text):
            # "The drug …" at a passage's head usually means what the title names.
            return (
                (at, at)
                if lean_of(spans[at].text) is Lean.SOME
                else ((first, at) if lean is Lean.SOME else None)
            )
        first -= 1
    return first, at
