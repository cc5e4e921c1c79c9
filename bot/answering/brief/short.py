"""Which words of a statement are the short answer: rules by what form of answer was asked for.

Of the candidates of the right form the one is taken that stands nearest to the question's words. Where
the form has no short answer there is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.brief.amounts import amounts, dates
from bot.answering.brief.meanings import meaning_in
from bot.answering.brief.nearness import bounds_of, nearest
from bot.answering.brief.things import thing_in
from bot.answering.brief.tokens import phrases_of, tokens_of
from bot.answering.kinds import Form, form_of
from bot.answering.support.quantities import quantities

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answering.brief.nearness import Bounds
    from bot.answering.brief.tokens import Phrase, Token
    from bot.answering.evidence import Sought

_SHARE: Final = re.compile(
    r"\b(?:percent\w*|proportion|share|fraction|rates?|prevalence|incidence|similarity|likelihood|how\s+(?:common|likely"
    r"|effective|accurate|prevalent|deadly))\b",
    re.IGNORECASE,
)
_DURATION: Final = re.compile(
    r"\bhow\s+(?:long|soon|quickly|old|often|frequent\w*)\b|\b(?:time|duration|period|age)\b",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"\bhow\s+many\b", re.IGNORECASE)  # fmt: skip
_YEAR: Final = re.compile(r"\byear\b", re.IGNORECASE)
_TIMES: Final = frozenset({"s", "ms", "min", "h", "d", "wk", "mo", "y", "dec"})
_PLACED: Final = frozenset(
    {"in", "at", "from", "to", "near", "within", "across", "throughout", "into"}
)
_BEFORE_NOUN: Final = frozenset({"the", "a", "an", "city", "of"})


def short_answer(text: str, sought: Sought) -> Bounds | None:
    """Where in `text` the words stand that alone would answer the question, if any do."""
    form = form_of(sought.question)
    rule = _RULES.get(form)
    return rule(text, sought) if rule else None


def _number(text: str, sought: Sought) -> Bounds | None:
    question = sought.question
    found = [match.span() for match in amounts(text)]
    if _SHARE.search(question):
        found = [b for b in found if _is_share(text[slice(*b)])] or found
    elif _DURATION.search(question):
        found = [b for b in found if _is_time(text[slice(*b)])] or found
    tokens = tokens_of(text, sought.words.weights, sought.stems)
    # "One" is seldom a count; "9 antigens" is, where antigens are asked for.
    found = [b for b in found if text[slice(*b)].lower() != "one"]
    counted = (
        [b for b in found if (after := _after(tokens, b)) and after.weight]
        if _COUNTED.search(question)
        else []
    )
    best = nearest(counted or found, tokens)
    return _with_noun(tokens, best) if best else None


def _with_noun(tokens: Sequence[Token], bounds: Bounds) -> Bounds:
    """With what is counted, where it was asked for, and "per minute"."""
    start, end = bounds
    while (after := _after(tokens, (start, end))) and after.is_word:
        if after.text.lower() == "per":
            unit = _after(tokens, (start, after.end))
            return start, unit.end if unit else end
        if not after.weight or after.text.endswith("ed"):
            break
        end = after.end
    return start, end


def _after(tokens: Sequence[Token], bounds: Bounds) -> Token | None:
    """The token behind these bounds."""
    return next((token for token in tokens if token.start >= bounds[1]), None)


def _date(text: str, sought: Sought) -> Bounds | None:
    found = [match.span() for match in dates(text)]
    if not _YEAR.search(sought.question):
        found = [b for b in found if not text[slice(*b)].isdigit()] or found
    found = found or [m.span() for m in amounts(text) if _is_time(m.group())]
    tokens = tokens_of(text, sought.words.weights, sought.stems)
    return nearest(found, tokens)


def _person(text: str, sought: Sought) -> Bounds | None:
    tokens = tokens_of(text, sought.words.weights, sought.stems)
    named = [p for p in phrases_of(tokens) if _is_name(tokens, p)]
    return nearest([bounds_of(tokens, p) for p in named], tokens) or thing_in(text, sought)


def _place(text: str, sought: Sought) -> Bounds | None:
    tokens = tokens_of(text, sought.words.weights, sought.stems)
    taken = [m.span() for m in (*dates(text), *amounts(text))]
    found = [bounds_of(tokens, p) for p in phrases_of(tokens) if _in_place(tokens, p.first)]
    found = [b for b in found if not any(b[0] < end and start < b[1] for start, end in taken)]
    return nearest(found, tokens)


def _in_place(tokens: Sequence[Token], first: int) -> bool:
    """Whether "in", "at" or the like stands before it."""
    before = first - 1
    while before >= 0 and tokens[before].text.lower() in _BEFORE_NOUN:
        before -= 1
    return before >= 0 and tokens[before].text.lower() in _PLACED


def _is_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    words = tokens[phrase.first : phrase.last + 1]
    return any(w.text[0].isupper() for w in words if w.start > 0) and words[0].text[0].isupper()


def _is_share(amount: str) -> bool:
    return "%" in amount or bool(
        re.search(r"\b(?:percent|per\s+cent|half|thirds?|quarters?|fold|times)\b", amount)
    )


def _is_time(amount: str) -> bool:
    return any(quantity.unit in _TIMES for quantity in quantities(amount))


_RULES: Final[dict[Form, Callable[[str, Sought], Bounds | None]]] = {
    Form.NUMBER: _number,
    Form.DATE: _date,
    Form.PERSON: _person,
    Form.PLACE: _place,
    Form.MEANING: meaning_in,
    Form.THING: thing_in,
}
