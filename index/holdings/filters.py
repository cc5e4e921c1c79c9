"""Which articles a search may look into: what somebody asked for, beside what they asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

from index.article import Status  # noqa: TC001 - pydantic reads filters back
from index.errors.asked import FilterError
from index.evidence_card import Design  # noqa: TC001 - as above
from index.holdings.authors import is_author

if TYPE_CHECKING:
    from index.holdings.holding import Holding

_DATE: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_AFTER_ANY: Final = "\N{TILDE}"
"""Sorts behind every digit and dash: "2023~" is behind every day of 2023."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What an article must be to be searched; an empty value admits every article.

    Within one kind any value will do ("Nature" or "Science"); every kind that is given must fit.

    Attributes:
        since: The first day, as exact as wanted: "2023", "2023-04" or "2023-04-01".
        until: The last day, which belongs to it: "2023" reaches to its last day.
        outlets: Names, whatever their capitals.
        topics: Names, whatever their capitals; a part of a longer one fits.
        authors: Whole names or family names, whatever their capitals.
        designs: Of the study, or of the paper that a story reports.
        statuses: What became of it.
        articles: Ids.

    Raises:
        FilterError: A date is none, or the first is later than the last.
    """

    since: str = ""
    until: str = ""
    outlets: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    designs: tuple[Design, ...] = ()
    statuses: tuple[Status, ...] = ()
    articles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for day in filter(None, (self.since, self.until)):
            if not _DATE.fullmatch(day):
                raise FilterError(day)
        if self.since and self.until and self.since > self.until + _AFTER_ANY:
            raise FilterError(f"{self.since} to {self.until}")

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))

    def also(self, other: Filters) -> Filters:
        """These, and of the other's kinds those that are not given here."""
        given = {
            each.name: getattr(self, each.name) or getattr(other, each.name)
            for each in fields(self)
        }
        if given["since"] and given["until"] and given["since"] > given["until"] + _AFTER_ANY:
            return self
        return Filters(**given)

    def beside(self, other: Filters) -> Filters:
        """Of these, the kinds that the other does not give: what `other.also` takes of them."""
        if other.also(self) == other:
            return EVERYTHING
        kinds = {each.name: getattr(self, each.name) for each in fields(self)}
        return Filters(**{name: of for name, of in kinds.items() if not getattr(other, name)})

    def admits(self, holding: Holding) -> bool:
        """Whether the article is among those wanted; one without a date is never in a span of time."""
        return (
            self._in_time(holding.published)
            and (not self.articles or holding.id in self.articles)
            and (not self.statuses or holding.status in self.statuses)
            and (not self.designs or not holding.designs.isdisjoint(self.designs))
            and (not self.outlets or _folded(holding.outlet) in map(_folded, self.outlets))
            and (not self.topics or any(_held(t, holding.topics) for t in self.topics))
            and (not self.authors or any(is_author(a, holding.authors) for a in self.authors))
        )

    def _in_time(self, published: str) -> bool:
        if not self.since and not self.until:
            return True
        if not published:
            return False
        # "2023" may be any day of that year: it is in time if one of them is.
        late = not self.until or published <= self.until + _AFTER_ANY
        return late and (not self.since or published + _AFTER_ANY >= self.since)


EVERYTHING: Final = Filters()
"""Admits every article."""


def _held(topic: str, topics: tuple[str, ...]) -> bool:
    wanted = _folded(topic)
    return any(wanted in _folded(each) for each in topics)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
