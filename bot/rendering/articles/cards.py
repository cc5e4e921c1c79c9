"""One article as a card: what it is, how it was found out, what became of it, and how it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.saying import say
from bot.language.terms import DESIGN, SUBJECTS, term
from bot.rendering.limits import LAYOUT_TEXT, length
from bot.rendering.links import masked
from bot.rendering.page import Page, Press, Tone
from bot.rendering.references import status_line, status_words
from bot.rendering.text import clipped, plain
from index.evidence_card import NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.looking.lookup import Card
    from bot.language.language import Language

_TITLE: Final = 300
_NAMES: Final = 8
_NAME: Final = 60
_OUTLET: Final = 100
_FACT: Final = 120
_DAY: Final = 10
_LEAD: Final = 1600
_LEAST_LEAD: Final = 100


def card_page(card: Card, language: Language) -> Page:
    """The card of an article, with buttons for more like it and for its reference."""
    entry = card.entry
    title = clipped(plain(entry.title) or say(language, "article.untitled"), _TITLE)
    head = f"**{masked(title, entry.link)}**\n{_origin(card, language)}".rstrip()
    evidence = "\n".join(f"- {line}" for line in _evidence(card, language))
    links = _links(card, language)
    fixed = sum(length(block) for block in (head, evidence, links))
    blocks = (head, _lead(card, LAYOUT_TEXT - fixed - _LEAST_LEAD, language), evidence, links)
    presses = (
        Press(f"like:{entry.article_id}", say(language, "button.similar")),
        Press(f"cite:{entry.article_id}", say(language, "button.cite")),
    )
    tone = Tone.UNSURE if status_words(entry, language) else Tone.PLAIN
    return Page(tuple(block for block in blocks if block), presses, tone)


def _origin(card: Card, language: Language) -> str:
    outlet = clipped(card.entry.outlet, _OUTLET)
    day = clipped(card.published, _DAY)
    named = [clipped(name, _NAME) for name in card.authors[:_NAMES]]
    if left := len(card.authors) - len(named):
        named.append(say(language, "card.and-others", count=left))
    lines = [
        say(language, "card.authors", names=", ".join(named)) if named else "",
        " · ".join(
            part
            for part in (outlet, say(language, "card.published", day=day) if day else "")
            if part
        ),
    ]
    return "\n".join(line for line in lines if line)


def _lead(card: Card, room: int, language: Language) -> str:
    if not card.lead or room < _LEAST_LEAD:
        return ""
    name = say(language, "section.abstract" if card.is_abstract else "card.lead")
    return f"*{name}*\n{clipped(card.lead, min(_LEAD, room))}"


def _evidence(card: Card, language: Language) -> Iterable[str]:
    """The evidence card, fact by fact; what is not stated is said to be so where a reader would miss it."""
    facts = card.entry.evidence_card
    unsaid = say(language, "card.not-stated")
    design = _stated(facts.get("design", ""))
    subjects = _stated(facts.get("subjects", ""))
    made_on = (
        ", ".join(term(language, SUBJECTS, one) for one in subjects.split(", "))
        if subjects
        else unsaid
    )
    yield say(language, "card.design", design=term(language, DESIGN, design) if design else unsaid)
    yield say(language, "card.subjects", subjects=made_on)
    if population := _stated(facts.get("population", "")):
        yield say(language, "card.population", population=population)
    if size := _stated(facts.get("n", "")):
        yield say(language, "card.size", size=size)
    if facts.get("preprint") == "yes":
        yield say(language, "article.preprint")
    if reported := _stated(facts.get("reports", "")):
        yield say(language, "article.reports", paper=reported)
    yield say(language, "card.status", status=_status(card, language))


def _status(card: Card, language: Language) -> str:
    if line := status_line(card.entry, language):
        return line
    checked = clipped(card.entry.evidence_card.get("status checked", ""), _DAY)
    known = say(language, "card.current")
    return f"{known} ({say(language, 'article.checked', day=checked)})" if checked else known


def _links(card: Card, language: Language) -> str:
    entry = card.entry
    doi = f"https://doi.org/{entry.doi}" if entry.doi else ""
    links = [
        masked(say(language, "card.read"), entry.url or entry.link)
        if entry.url or entry.link
        else "",
        masked(f"doi:{clipped(entry.doi, _FACT)}", doi) if doi else "",
    ]
    return " · ".join(link for link in links if link)


def _stated(value: str) -> str:
    said = clipped(value, _FACT)
    return "" if said == NOT_STATED else said
