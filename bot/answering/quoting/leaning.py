"""Whether a sentence can stand alone, and what it takes with it where it cannot.

A sentence that says "This increased by 40 %" is true and useless without the one before it. Some
words at a sentence's start always point back ("It", "These patients"); some often do ("The drug").
What points back is quoted together with what it points to; what cannot be is not quoted at all.
The rules read English; of other languages they ask only that a sentence is finished.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from bot.answering.quoting.orders import gives_orders
from bot.answering.quoting.vocabulary import (
    ABSTRACT_LABEL,
    ARTICLE_ITSELF,
    CONNECTIVES,
    EMPTY_IT,
    GENERIC_NOUNS,
    PREPOSITIONS,
    any_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.searching.hits import SpanScore

_DEEPEST: Final = 2
"""Sentences a quote may take along: a longer chain is no longer a short answer."""


class Lean(IntEnum):
    """How much a sentence needs the one before it."""

    NONE = 0
    SOME = 1
    MUCH = 2


_START: Final = re.compile(rf"""[\s"'“”‘’(\[]*(?:{ABSTRACT_LABEL})?["“‘]?""")
_CONNECTIVE: Final = re.compile(rf"(?:{any_of(CONNECTIVES)}\b,?\s+)+", re.IGNORECASE)
# "This study …", "these two trials …": the article speaks of itself, and is named under the answer.
_SELF: Final = rf"(?:\w+\s+){{0,2}}?{any_of(ARTICLE_ITSELF)}\b"
_POINTER: Final = rf"(?:this|that|these|those)\b(?!\s+{_SELF})"
_POINTING: Final = re.compile(
    r"(?:it|they|he|she|its|their|his|her|them|such|another|others?|which|who|whose)\b"
    r"|(?:the\s+)?(?:former|latter|same|others?)\b"
    r"|(?:both|neither|one|some|many|most|all|none|each|few|several|half)\s+of\s+"
    r"(?:them|these|those|which|whom)\b"
    r"|here\b(?!,?\s+(?:we|i)\b)|(?:doing\s+so|as\s+such)\b"
    rf"|{_POINTER}|{any_of(PREPOSITIONS)}\s+(?:them|it\b|{_POINTER})",
    re.IGNORECASE,
)
# "It is likely that …" points nowhere; "It lowered …" does.
_EMPTY: Final = re.compile(EMPTY_IT, re.IGNORECASE)
# "These results suggest that …" draws a conclusion that mostly reads without them.
_CONCLUDING: Final = re.compile(
    r"(?:taken\s+together,?\s+)?(?:this|these|the)\s+(?:\w+\s+)?"
    r"(?:results?|findings?|data|observations?|evidence|analyses)\s+(?:\w+\s+)?"
    r"(?:suggest|show|indicate|demonstrate|support|imply|reveal|confirm|provide|establish)",
    re.IGNORECASE,
)
_GENERIC: Final = re.compile(
    rf"(?:(?:both|all|each|either|neither)\s+)?the\s+(?:\w+\s+)?{any_of(GENERIC_NOUNS)}\b"
    r"(?!\s+(?:of|in|for|with|who|that|whose|between|from|at|on|to|under|among)\b)",
    re.IGNORECASE,
)
# “It could help,” he said: whoever spoke was named before.
_REPORTED: Final = re.compile(
    r"[,”\"]\s*(?:(?:he|she|they)\s+(?:said|says|added|adds|noted|explained|told|wrote|concluded)"
    r"|(?:said|says|added|explained)\s+(?:he|she|they))\b",
    re.IGNORECASE,
)
# "… is carried by Ae." goes on with "aegypti"; a name's first half ends no sentence.
_CUT: Final = re.compile(
    r"(?:^|[\s(])(?:[A-Z][a-z]{0,2}|al|cf|vs|spp?|subsp|var|approx|resp|no|fig|figs|eq|ref|refs)\.$"
)
_GOES_ON: Final = re.compile(r"[a-z(\[]")
_FINISHED: Final = re.compile(r"""[.!。…]["'”’)\]]*$""")
_FIRST_WORD: Final = re.compile(r"[^\W_][\w-]*")


def lean_of(sentence: str) -> Lean:
    """How much `sentence` needs what stands before it."""
    if _REPORTED.search(sentence):
        return Lean.MUCH
    opening = _START.match(sentence)
    rest = sentence[opening.end() :] if opening else sentence
    connective = _CONNECTIVE.match(rest)
    if connective:
        rest = rest[connective.end() :]
    if _CONCLUDING.match(rest):
        return Lean.SOME
    if _POINTING.match(rest) and not _EMPTY.match(rest):
        return Lean.MUCH
    return Lean.SOME if connective or _GENERIC.match(rest) else Lean.NONE


def mended(spans: Sequence[SpanScore]) -> tuple[SpanScore, ...]:
    """The spans with every sentence whole that was cut behind an abbreviation.

    A whole sentence lies as near the question as its nearest part.
    """
    whole: list[SpanScore] = []
    for span in spans:
        before = whole[-1] if whole else None
        if before and _CUT.search(before.text) and _GOES_ON.match(span.text):
            text = f"{before.text}{' ' * (span.start - before.end)}{span.text}"
            nearest = max(before.similarity, span.similarity)
            whole[-1] = replace(before, end=span.end, text=text, similarity=nearest)
        else:
            whole.append(span)
    return tuple(whole)


def is_sentence(text: str, *, cased: bool = True) -> bool:
    """Whether the text is a whole statement: no heading, cell, question, order or cut-off line.

    Args:
        text: A span of a passage.
        cased: Whether the passage has capitals at all; some collections have none.
    """
    first = _FIRST_WORD.search(text)
    # "miR-375 bound …" and "p53 is …" begin sentences; "and in turn …" does not.
    word = first.group() if first else "."
    whole = not (cased and word.islower() and word.isalpha()) and word != "."
    return whole and bool(_FINISHED.search(text.rstrip())) and not gives_orders(text)


def grounded(spans: Sequence[SpanScore], at: int, *, cased: bool = True) -> tuple[int, int] | None:
    """The first and last index of the spans that must be quoted for `spans[at]` to stand alone.

    None where even `_DEEPEST` sentences before it would leave it hanging.
    """
    for first in range(at, max(-1, at - _DEEPEST - 1), -1):
        if not is_sentence(spans[first].text, cased=cased):
            break
        if lean_of(spans[first].text) is Lean.NONE:
            return first, at
    # "The drug …" at a passage's head mostly means what the title names.
    return (at, at) if lean_of(spans[at].text) is Lean.SOME else None
