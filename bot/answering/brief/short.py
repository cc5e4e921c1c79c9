"""Which words of a statement are the short answer: rules by what form of answer was asked for.

Of the candidates of the right form the one is taken that stands nearest to the question's words. Where
the form has no short answer there is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.brief.amounts import amounts, dates
from bot.answering.brief.counts import count_in, with_noun
from bot.answering.brief.meanings import meaning_in
from bot.answering.brief.nearness import bounds_of, nearest
from bot.answering.brief.things import thing_in
from bot.answering.brief.tokens import phrases_of, tokens_of
from bot.answering.questions.kinds import Form, form_of, subject_of
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
_UNTOLD: Final = re.compile(
    r"\bnot\s+(?:yet\s+)?(?:been\s+)?(?:identified|known|determined|established|tested|measured|clear|understood)\b"
    r"|\bun(?:known|clear|identified)\b",
    re.IGNORECASE,
)
"""That it is not known which, answers no "which?"."""
_HOW_MANY: Final = re.compile(r"\bhow\s+many\b", re.IGNORECASE)
_SPEED: Final = re.compile(r"\bhow\s+fast\b|\b(?:speed|velocity)\b", re.IGNORECASE)
_PER: Final = re.compile(r"\s?(?:/|per\b|an?\s+(?:second|minute|hour|day)\b)", re.IGNORECASE)
_SOON: Final = re.compile(r"\bhow\s+(?:old|soon|often|frequent\w*)\b", re.IGNORECASE)
_SINCE: Final = re.compile(
    r"\b(?:after|within|in|at|by|before|until|from|during|of|every|last(?:s|ed)?)\s+(?:the\s+(?:first|last|next)\s+)?$",
    re.IGNORECASE,
)
"""Stands before a time that answers "when?": "within two days", not "who lived for two years"."""
_YEAR: Final = re.compile(r"\byear\b", re.IGNORECASE)
_WHO: Final = re.compile(r"\W*who", re.IGNORECASE)
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_TIMES: Final = frozenset({"s", "ms", "min", "h", "d", "wk", "mo", "y", "dec"})
_PLACED: Final = frozenset(
    {"in", "at", "from", "to", "near", "within", "across", "throughout", "into"}
)
_JOINING: Final = frozenset(
    {"of", "and", "the", "von", "van", "der", "den", "de", "del", "da", "di", "la", "le", "al", "bin", "ter"}
)  # fmt: skip
_BEFORE_NOUN: Final = frozenset({"the", "a", "an", "city", "of"})


def short_answer(text: str, sought: Sought) -> Bounds | None:
    """Where in `text` the words stand that alone would answer the question, if any do."""
    form = form_of(sought.question)
    rule = _RULES.get(form)
    if rule is None or (form in _TELLING and _UNTOLD.search(text)):
        return None
    return rule(text, sought)


def _number(text: str, sought: Sought) -> Bounds | None:
    question = sought.question
    tokens = tokens_of(text, sought.words.weights, sought.stems)
    # "One" is seldom a count; "9 antigens" is, where antigens are asked for.
    found = [b for m in amounts(text) if m.group().lower() != "one" for b in (m.span(),)]
    if _HOW_MANY.search(question):
        return count_in(text, found, tokens, sought)
    if _SPEED.search(question):
        found = [b for b in found if _PER.match(text, b[1])]
    elif _SHARE.search(question):
        found = [b for b in found if _is_share(text[slice(*b)])] or found
    elif _SOON.search(question):
        found = [b for b in found if _is_time(text[slice(*b)])]
    elif _DURATION.search(question):
        found = [b for b in found if _is_time(text[slice(*b)])] or found
    best = nearest(found, tokens)
    return with_noun(tokens, best) if best else None


def _date(text: str, sought: Sought) -> Bounds | None:
    found = [match.span() for match in dates(text)]
    if not _YEAR.search(sought.question):
        found = [b for b in found if not text[slice(*b)].isdigit()] or found
    found = found or [
        m.span() for m in amounts(text) if _is_time(m.group()) and _SINCE.search(text[: m.start()])
    ]
    tokens = tokens_of(text, sought.words.weights, sought.stems)
    return nearest(found, tokens)


def _person(text: str, sought: Sought) -> Bounds | None:
    # "Who is Karl von Frisch?" has the name, and no other name answers it.
    own = re.search(re.escape(subject_of(sought.question)) or "$", text, re.IGNORECASE)
    if own and own.group()[:1].isupper():
        return None
    tokens = tokens_of(text, sought.words.weights, sought.stems)
    quoted = [match.span() for match in (*_QUOTED.finditer(text), *dates(text))]
    named = [
        bounds_of(tokens, p)
        for p in phrases_of(tokens)
        if _is_name(tokens, p) and not (_WHO.match(sought.question) and _in_place(tokens, p.first))
    ]
    # A title holds the question's words, and names nobody; neither does "July 2009".
    named = [b for b in named if not any(start < b[1] and b[0] < end for start, end in quoted)]
    return nearest(named, tokens)


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
    """Whether capitals begin all its words but those that join names."""
    words = [t for t in tokens[phrase.first : phrase.last + 1] if t.text.lower() not in _JOINING]
    return all(w.text[0].isupper() for w in words) and any(w.start > 0 for w in words)


def _is_share(amount: str) -> bool:
    return "%" in amount or bool(
        re.search(r"\b(?:percent|per\s+cent|half|thirds?|quarters?|fold|times)\b", amount)
    )


def _is_time(amount: str) -> bool:
    return any(quantity.unit in _TIMES for quantity in quantities(amount))


_TELLING: Final = frozenset({Form.PERSON, Form.MEANING, Form.THING})

_RULES: Final[dict[Form, Callable[[str, Sought], Bounds | None]]] = {
    Form.NUMBER: _number,
    Form.DATE: _date,
    Form.PERSON: _person,
    Form.PLACE: _place,
    Form.MEANING: meaning_in,
    Form.THING: thing_in,
}
