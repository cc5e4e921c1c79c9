"""What an answer was limited to, as its asker chose it, in one small line over the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.saying import say
from bot.language.terms import DESIGN, STATUS, term
from bot.rendering.text import clipped
from index.article import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.language.language import Language
    from index.holdings.filters import Filters

_NAME: Final = 60
_MOST: Final = 6
"""Of what a question limited itself to: of a family of journals there may be dozens."""

_MORE: Final = "\N{HORIZONTAL ELLIPSIS}"
_DASH: Final = "\N{EN DASH}"


def limits_note(filters: Filters, language: Language) -> str:
    """The line; "" where nothing was limited."""
    limits = " · ".join(_limits(filters, language))
    return f"-# {say(language, 'answer.limited', limits=limits)}" if limits else ""


def limits_said(filters: Filters, without: Iterable[Filters], language: Language) -> str:
    """What the filters are, then what was left out, the first of each where they are many; "" for none that can be said so."""
    said = [_first(filters, language, between=" · ")]
    for unwanted in without:
        limits = _first(unwanted, language, between=", ")
        said.append(say(language, "answer.not", limits=limits) if limits else "")
    return " · ".join(filter(None, _first_of(said)))


def _first(filters: Filters, language: Language, *, between: str) -> str:
    return between.join(_first_of(list(_limits(filters, language))))


def _first_of(told: Sequence[str]) -> Sequence[str]:
    return [*told[:_MOST], _MORE] if len(told) > _MOST else told


def _limits(filters: Filters, language: Language) -> Iterable[str]:
    if filters.since or filters.until:
        yield _time(filters, language)
    for named in (filters.outlets, filters.topics, filters.authors):
        yield from (clipped(name, _NAME) for name in named)
    yield from (term(language, DESIGN, design) for design in filters.designs)
    for status in filters.statuses:
        current = status is Status.CURRENT
        yield say(language, "card.current") if current else term(language, STATUS, status)


def _time(filters: Filters, language: Language) -> str:
    if filters.since and filters.since == filters.until:
        return filters.since
    if filters.since and filters.until:
        return f"{filters.since} {_DASH} {filters.until}"
    if filters.since:
        return say(language, "answer.since", day=filters.since)
    return say(language, "answer.until", day=filters.until)
