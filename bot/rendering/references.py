"""One line for an article: number, title as link, outlet, year, and in words what befell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.rendering import wording
from bot.rendering.links import masked, safe_link
from bot.rendering.text import clipped, plain

if TYPE_CHECKING:
    from bot.answering.answer import Reference

_TITLE: Final = 180
_OUTLET: Final = 60
_DOI: Final = 80
_FACT: Final = 40
_YEAR: Final = re.compile(r"\d{4}")
_FACTS: Final = ("design", "population", "n")
"""What of an evidence card a line has room for."""


def reference_line(reference: Reference, *, number: int | None) -> str:
    """The entry of a list of references; a bullet where there is no number."""
    title = masked(clipped(plain(reference.title) or wording.UNTITLED, _TITLE), reference.link)
    facts = [
        ", ".join(part for part in (clipped(reference.outlet, _OUTLET), _year(reference)) if part),
        *_card(reference),
        _doi(reference),
        _badge(reference),
    ]
    lead = "-" if number is None else bracketed(number)
    return " · ".join([f"{lead} {title}", *(fact for fact in facts if fact)])


def bracketed(number: int) -> str:
    """A reference's number as it stands in a text."""
    return rf"\[{number}\]"


def status_words(status: str) -> str:
    """What is said of an article of this status; "" for a current one."""
    if status in {"", "current"}:
        return ""
    return wording.STATUSES.get(status, clipped(status, _FACT))


def _year(reference: Reference) -> str:
    found = _YEAR.match(reference.published)
    return found.group() if found else ""


def _card(reference: Reference) -> list[str]:
    facts: list[str] = []
    for name in _FACTS:
        value = clipped(reference.evidence_card.get(name, ""), _FACT)
        if value and value != wording.NOT_STATED:
            facts.append(f"n = {value}" if name == "n" else value)
    if reference.evidence_card.get("preprint", "").lower() in {"yes", "true", "preprint"}:
        facts.append(wording.PREPRINT)
    return facts


def _doi(reference: Reference) -> str:
    """The DOI in words, where the title does not already lead there."""
    if not reference.doi or safe_link(reference.link).startswith("https://doi.org/"):
        return ""
    return masked(f"doi:{clipped(reference.doi, _DOI)}", f"https://doi.org/{reference.doi}")


def _badge(reference: Reference) -> str:
    words = status_words(reference.status)
    return f"**{words}**" if words else ""
