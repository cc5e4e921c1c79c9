"""How many: the number that stands before what was to be counted, and no other number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.brief.nearness import nearest
from bot.answering.quoting.vocabulary import any_of
from bot.answering.support.quantities import quantities
from bot.answering.support.vocabulary import NUMERALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.brief.nearness import Bounds
    from bot.answering.brief.tokens import Token
    from bot.answering.evidence import Sought

_COUNTED: Final = re.compile(
    r"\bhow\s+many\s+(?:of\s+(?:the|these|those|all)\s+)?((?:[\w'’-]+\s+){0,3}?(?:people|persons|children|women|men|mice|[\w'’-]{2,}(?<![usi])s)\b)",
    re.IGNORECASE,
)
_PART_OF: Final = re.compile(
    rf"(?<![\w.,-])([\d,]*\d|{any_of(NUMERALS)})\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?$",
    re.IGNORECASE,
)
"""Stands before the whole of which a part was counted: "68 of 101 people"."""
_ONE_IN: Final = re.compile(r"\bone\s+(?:in|of|out\s+of)\s+(?:every\s+|about\s+)?$", re.IGNORECASE)
"""Stands before a chance: "one in 12,500 people" counts nobody."""
_NONE: Final = re.compile(r"\bnone\b", re.IGNORECASE)
_PEOPLE: Final = frozenset(
    {
        "people", "persons", "patients", "participants", "subjects", "volunteers", "individuals", "adults", "children",
        "women", "men", "respondents", "students", "adolescents", "infants", "girls", "boys",
    }
)  # fmt: skip
_REACH: Final = 3
"""Words from a number to what it counts: "66 healthy American adults"."""


def count_in(
    text: str, found: Sequence[Bounds], tokens: Sequence[Token], sought: Sought
) -> Bounds | None:
    """A number before what was to be counted; before nothing told where the question tells nothing."""
    if _NONE.search(text):
        return None  # "of 186 patients none had it": the number that stands there is another's
    asked = _COUNTED.search(sought.question)
    if not asked:
        best = nearest([b for b in found if _counts_alone(text, b, tokens)], tokens)
        return with_noun(tokens, best) if best else None
    head = asked.group(1).split()[-1].lower()
    stems = {s for word in (_PEOPLE if head in _PEOPLE else {head}) for s in sought.stems(word)}
    found = [b for b in found if not _ONE_IN.search(text[: b[0]])]
    ends = {b: _counted_till(text, b, tokens, stems, sought) for b in found}
    best = nearest([b for b, end in ends.items() if end], tokens)
    if best is None:
        return None
    part = _PART_OF.search(text[: best[0]])
    return (part.start(1) if part else best[0]), ends[best]


def _counts_alone(text: str, bounds: Bounds, tokens: Sequence[Token]) -> bool:
    """Whether a number stands for things unnamed: "214 died", not "10 sessions", "82 %" or "1.5"."""
    amount, after = text[slice(*bounds)], after_bounds(tokens, bounds)
    if "." in amount or "%" in amount or any(quantity.unit for quantity in quantities(amount)):
        return False
    return after is None or (after.parts and (not after.weight or after.text.endswith("ed")))


def _counted_till(
    text: str, bounds: Bounds, tokens: Sequence[Token], nouns: set[str], sought: Sought
) -> int:
    """Where the noun with one of these stems ends that the number counts; 0 where it counts none."""
    if nouns.intersection(sought.stems(text[slice(*bounds)])):
        return bounds[1]  # "8 hours" is a number with its unit
    end = 0
    for token in [token for token in tokens if token.start >= bounds[1]][:_REACH]:
        if not token.is_word or token.text[0].isdigit():
            break
        if nouns.intersection(sought.stems(token.text)):
            end = token.end  # of "adult patients" the last
    return end


def with_noun(tokens: Sequence[Token], bounds: Bounds) -> Bounds:
    """With what is counted, where it was asked for, and "per minute"."""
    start, end = bounds
    while (after := after_bounds(tokens, (start, end))) and after.is_word:
        if after.text.lower() == "per":
            unit = after_bounds(tokens, (start, after.end))
            return start, unit.end if unit else end
        if not after.weight or after.text.endswith("ed"):
            break
        end = after.end
    return start, end


def after_bounds(tokens: Sequence[Token], bounds: Bounds) -> Token | None:
    """The token behind these bounds."""
    return next((token for token in tokens if token.start >= bounds[1]), None)
