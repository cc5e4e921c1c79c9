"""What records hold of what was asked of a study: lines beside an answer's sentences, each with its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.saying import say
from bot.language.terms import DESIGN, SUBJECTS, term
from bot.rendering.limits import length
from bot.rendering.links import masked
from bot.rendering.references import bracketed
from bot.rendering.text import clipped
from index.evidence_card import NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Answer, HeldFact
    from bot.language.language import Language

_VALUE: Final = 150
_SAID: Final = {
    "published": ("fact.published", "day"),
    "outlet": ("fact.outlet", "outlet"),
    "authors": ("fact.authors", "names"),
    "preprint": ("fact.preprint", "value"),
    "design": ("card.design", "design"),
    "subjects": ("card.subjects", "subjects"),
    "population": ("card.population", "population"),
    "n": ("card.size", "size"),
}
"""How each fact is said: the message's key, and the name of its value there."""


def held_block(
    answer: Answer, language: Language, *, of_report: bool, shown: Sequence[int], room: int
) -> str:
    """The lines for records of studies, or of reports on them; "" where nothing of theirs was asked for.

    Args:
        answer: With the facts.
        language: Of the words around them.
        of_report: Whether those of reports are wanted, or those of studies.
        shown: The numbers of the references that are shown: no other may be named.
        room: Letters that may be taken; a record whose line is longer is left out.
    """
    by_number: dict[int, list[str]] = {}
    for fact in answer.facts:
        if fact.of_report is of_report and fact.reference in shown:
            by_number.setdefault(fact.reference, []).append(_said(fact, language))
    key = "fact.held-of-report" if of_report else "fact.held"
    lines: list[str] = []
    for number, facts in by_number.items():
        line = say(language, key, number=bracketed(number), facts=" · ".join(facts))
        if length(line) < room:
            room -= length(line) + 1
            lines.append(line)
    return "\n".join(lines)


def _said(fact: HeldFact, language: Language) -> str:
    if fact.name == "doi" and fact.value != NOT_STATED:
        return masked(f"doi:{clipped(fact.value, _VALUE)}", f"https://doi.org/{fact.value}")
    if fact.name == "preprint" and fact.value in {"yes", "no"}:
        return say(language, "article.preprint" if fact.value == "yes" else "fact.no-preprint")
    key, name = _SAID.get(fact.name, ("", ""))
    value = _worded(fact, language)
    return say(language, key, **{name: value}) if key else f"DOI: {value}"


def _worded(fact: HeldFact, language: Language) -> str:
    value = clipped(fact.value, _VALUE)
    if value == NOT_STATED:
        return say(language, "card.not-stated")
    if fact.name == "design":
        return term(language, DESIGN, value)
    if fact.name == "subjects":
        return ", ".join(term(language, SUBJECTS, one) for one in value.split(", "))
    return value
