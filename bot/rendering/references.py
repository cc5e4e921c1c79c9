"""One line for an article: number, title as link, outlet, year, and in words what befell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.language.language import Language
from bot.language.saying import say
from bot.language.terms import DESIGN, STATUS, SUBJECTS, term
from bot.rendering.links import masked, safe_link
from bot.rendering.text import clipped, plain
from index.evidence_card import NOT_STATED

if TYPE_CHECKING:
    from bot.answering.answer import Reference

_TITLE: Final = 180
_OUTLET: Final = 60
_DOI: Final = 80
_FACT: Final = 40
_YEAR: Final = re.compile(r"\d{4}")
_POPULATION: Final = 60
_REPORTED: Final = 120
_REASONS: Final = 120
_DAY: Final = 10
_IN_PEOPLE: Final = "humans"
_LABORATORY: Final = {"animal study": "animals", "in vitro study": "cells or tissue"}
"""Designs that say on whom the study was made."""


def reference_line(
    reference: Reference, *, number: int | None, language: Language = Language.ENGLISH
) -> str:
    """The entry of a list of references; a bullet where there is no number."""
    name = plain(reference.title) or say(language, "article.untitled")
    title = masked(clipped(name, _TITLE), reference.link)
    facts = [
        ", ".join(part for part in (clipped(reference.outlet, _OUTLET), _year(reference)) if part),
        *_card(reference, language),
        _reported(reference, language),
        _doi(reference),
        status_line(reference, language),
    ]
    lead = "-" if number is None else bracketed(number)
    return " · ".join([f"{lead} {title}", *(fact for fact in facts if fact)])


def short_line(reference: Reference, *, number: int, language: Language) -> str:
    """The title alone, with its number and what befell it, where a whole entry is too long."""
    name = plain(reference.title) or say(language, "article.untitled")
    fate = status_words(reference, language)
    title = masked(clipped(name, _OUTLET), reference.link)
    return f"{bracketed(number)} {title}" + (f" · **{fate}**" if fate else "")


def bracketed(number: int) -> str:
    """A reference's number as it stands in a text."""
    return rf"\[{number}\]"


def status_words(reference: Reference, language: Language = Language.ENGLISH) -> str:
    """What is said of an article that something befell, or whose paper it befell; "" else."""
    status = reference.status
    if status in {"", "current"}:
        return ""
    words = term(language, STATUS, clipped(status, _FACT))
    if not reference.evidence_card.get("reports"):
        return words
    return say(language, "article.of-reported", fate=words)


def _year(reference: Reference) -> str:
    found = _YEAR.match(reference.published)
    return found.group() if found else ""


def _card(reference: Reference, language: Language) -> list[str]:
    """What kind of study it is; that nobody took part stands out, for it is easily overlooked."""
    design = _fact(reference, "design")
    subjects = _fact(reference, "subjects")
    said = _LABORATORY.get(design, "")
    named = term(language, DESIGN, design)
    facts = [f"**{named}**" if said else named]
    made_on = subjects.split(", ")
    if subjects and said not in made_on and _IN_PEOPLE not in made_on:
        words = ", ".join(term(language, SUBJECTS, one) for one in made_on)
        facts.append(f"**{say(language, 'article.only-in', subjects=words)}**")
    facts.append(_fact(reference, "population", _POPULATION))
    if n := _fact(reference, "n"):
        facts.append(f"n = {_grouped(n)}")
    if _fact(reference, "preprint").lower() in {"yes", "true", "preprint"}:
        facts.append(say(language, "article.preprint"))
    return facts


def _grouped(number: str) -> str:
    """Thousands parted by a thin space that does not break, which every language reads."""
    return (
        f"{int(number):,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
        if number.isdecimal()
        else number
    )


def _fact(reference: Reference, name: str, room: int = _FACT) -> str:
    """A stated fact of the card; "" where it is not stated."""
    value = clipped(reference.evidence_card.get(name, ""), room)
    return "" if value == NOT_STATED else value


def _doi(reference: Reference) -> str:
    """The DOI in words, where neither the title nor the paper behind a story leads there already."""
    if not _leads_elsewhere(reference) or reference.doi == reference.evidence_card.get("reports"):
        return ""
    return masked(f"doi:{clipped(reference.doi, _DOI)}", f"https://doi.org/{reference.doi}")


def _reported(reference: Reference, language: Language) -> str:
    """The paper behind a story."""
    named = reference.evidence_card.get("reports", "")
    paper = clipped(named, _REPORTED)
    if named and named == reference.doi and _leads_elsewhere(reference):
        paper = masked(paper, f"https://doi.org/{named}")
    return say(language, "article.reports", paper=paper) if paper else ""


def _leads_elsewhere(reference: Reference) -> bool:
    """Whether the title leads to a page, and the DOI would lead to the paper."""
    leads = safe_link(reference.link).startswith("https://doi.org/")
    return bool(reference.doi) and not leads


def status_line(reference: Reference, language: Language) -> str:
    """What befell it, when, why, and when that was last looked up; "" where nothing is known to have."""
    words = status_words(reference, language)
    if not words:
        return ""
    facts = reference.evidence_card
    when, why, checked = (
        clipped(facts.get(name, ""), room)
        for name, room in (
            ("status date", _DAY),
            ("status reasons", _REASONS),
            ("status checked", _DAY),
        )
    )
    said = " ".join(part for part in (words, when) if part)
    looked_up = say(language, "article.checked", day=checked) if checked else ""
    behind = "; ".join(part for part in (why, looked_up) if part)
    return f"**{said}** ({behind})" if behind else f"**{said}**"
