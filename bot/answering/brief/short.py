"""Which words of a statement are the short answer: rules by what form of answer was asked for.

Of the candidates of the right form the one is taken that stands nearest to the question's words. Where
the form has no short answer there is none, and where the words around leave it in doubt neither: a
wrong short answer is worse than none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.brief.amounts import amounts, dates
from bot.answering.brief.meanings import meaning_in
from bot.answering.brief.names import person_in, place_in
from bot.answering.brief.nearness import nearest
from bot.answering.brief.numbers import is_time, number_in
from bot.answering.brief.things import thing_in
from bot.answering.brief.tokens import tokens_of
from bot.answering.questions.kinds import Form, form_of, tells_meaning
from bot.answering.quoting.answerless import is_imprint

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.brief.nearness import Bounds
    from bot.answering.evidence import Sought

_UNTOLD: Final = re.compile(
    r"\bnot\s+(?:yet\s+)?(?:been\s+)?(?:identified|known|determined|established|tested|measured|clear|understood)\b"
    r"|\bun(?:known|clear|identified)\b",
    re.IGNORECASE,
)
"""That it is not known which, answers no "which?"."""
_SINCE: Final = re.compile(
    r"\b(?:after|within|in|at|by|before|until|from|during|of|every|last(?:s|ed)?)\s+(?:the\s+(?:first|last|next)\s+)?$",
    re.IGNORECASE,
)
"""Stands before a time that answers "when?": "within two days", not "who lived for two years"."""
_YEAR: Final = re.compile(r"\byear\b", re.IGNORECASE)
_OF_WORKS: Final = re.compile(
    r"\b(?:publish\w*|wr[io]t\w+|report\w*|appear\w*|come\s+out|released|printed|paper|article|book)\b",
    re.IGNORECASE,
)
_LED: Final = re.compile(r"(?:By contrast, )?(?:(?:a|an|in) )?[a-z -]+: (?=\S)", re.IGNORECASE)
"""What stands before the article's own words: "By contrast, a cohort study: In mice: …"."""


def short_answer(text: str, sought: Sought, *, first: bool = True) -> Bounds | None:
    """Where in `text` the words stand that alone would answer the question, if any do.

    Args:
        text: A statement.
        sought: What is answered.
        first: Whether it is the answer's first statement. A thing is told in what answers best or
            nowhere; a number or a date may follow.
    """
    form = form_of(sought.question)
    rule = _RULES.get(form)
    if rule is None or (form in _TELLING and _UNTOLD.search(text)):
        return None
    if not first and (
        form is Form.THING or (form is Form.MEANING and not tells_meaning(text, sought.question))
    ):
        return None
    found = rule(text, sought)
    led = _led(text)
    return found if found and found[0] >= led else None


def _led(text: str) -> int:
    """Where the article's own words begin."""
    at = 0
    while led := _LED.match(text, at):
        at = led.end()
    return at


def _date(text: str, sought: Sought) -> Bounds | None:
    if is_imprint(text) and not _OF_WORKS.search(sought.question):
        return None  # when it was published is not when it was done
    found = [match.span() for match in dates(text)]
    if not _YEAR.search(sought.question):
        found = [b for b in found if not text[slice(*b)].isdigit()] or found
    found = found or [
        m.span() for m in amounts(text) if is_time(m.group()) and _SINCE.search(text[: m.start()])
    ]
    tokens = tokens_of(text, sought.words.weights, sought.stems)
    return nearest(found, tokens)


_TELLING: Final = frozenset({Form.PERSON, Form.MEANING, Form.THING})

_RULES: Final[dict[Form, Callable[[str, Sought], Bounds | None]]] = {
    Form.NUMBER: number_in,
    Form.DATE: _date,
    Form.PERSON: person_in,
    Form.PLACE: place_in,
    Form.MEANING: meaning_in,
    Form.THING: thing_in,
}
