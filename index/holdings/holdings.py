"""All that a generation holds, to filter and to look up in."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from index.holdings.authors import given_first, is_author
from index.sources.rules.title_key import title_key, title_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.holdings.filters import Filters
    from index.holdings.holding import Holding

_ARTICLE: Final = re.compile(r"^The\s+(?=\w)", re.IGNORECASE)
_LONGEST_KEYED: Final = 400
SHORTEST_OUTLET: Final = 4
"""Letters of an outlet's name that is no letters itself, as "BBC" is."""

_LEFT_OUT: Final = 3
"""Letters of a shortened word: "cell" is not short for "cells"."""


class Holdings:
    """All articles of a generation, in the order it was built."""

    def __init__(self, articles: Iterable[Holding]) -> None:
        self.articles: Sequence[Holding] = tuple(articles)
        self._titled: dict[str, list[Holding]] = {}
        self._family: dict[str, list[Holding]] = {}
        for each in self.articles:
            self._titled.setdefault(_key(each.title), []).append(each)
            for family in {
                title_words(author)[-1] for author in each.authors if title_words(author)
            }:
                self._family.setdefault(family, []).append(each)
        self._titled.pop("", None)

    @cached_property
    def outlets(self) -> Sequence[str]:
        """The outlets' names, longer ones first; of those under four letters only ones in capitals: "BBC"."""
        printed = (" ".join(each.outlet.split()) for each in self.articles)
        names = {name for name in printed if len(name) >= SHORTEST_OUTLET or is_capitals(name)}
        return sorted(names, key=lambda name: (-len(name), name))

    @cached_property
    def newness(self) -> Mapping[int, float]:
        """By the articles' rows, which share of the dates is no later than theirs; those without one are left out."""
        dates = sorted({each.published for each in self.articles if each.published})
        share = {date: place / len(dates) for place, date in enumerate(dates, start=1)}
        return {each.row: share[each.published] for each in self.articles if each.published}

    @cached_property
    def outlet_families(self) -> Mapping[str, Sequence[str]]:
        """The outlets by the first word of their names, in small letters."""
        families: dict[str, list[str]] = {}
        for outlet in self.outlets:
            families.setdefault(outlet.split()[0].casefold(), []).append(outlet)
        return families

    def written_as(self, outlet: str) -> tuple[str, ...]:
        """The outlets that this may be, as printed: "PLoS Med" and "PLOS Medicine" are one, as are "BMJ" and "The BMJ"."""
        bare = without_article(outlet)
        firsts = dict.fromkeys((bare.split(maxsplit=1)[0].casefold(), "the"))
        family = (name for first in firsts for name in self.outlet_families.get(first, ()))
        return tuple(name for name in family if is_written_as(without_article(name), bare))

    def admitted(self, filters: Filters, *, but: Sequence[Filters] = ()) -> list[Holding]:
        """The articles that `filters` admits and none of `but` does."""
        known: Iterable[Holding] = self.articles
        if filters.authors:
            named = {each.row: each for name in filters.authors for each in self.by_author(name)}
            known = (named[row] for row in sorted(named))
        return [
            each
            for each in known
            if filters.admits(each) and not any(other.admits(each) for other in but)
        ]

    def titled(self, title: str) -> Sequence[Holding]:
        """The articles of just this title, whatever its capitals and stops."""
        return self._titled.get(_key(title), ())

    def by_author(self, name: str) -> Sequence[Holding]:
        """The articles by somebody of this name; see `is_author`."""
        words = title_words(name)
        ends = dict.fromkeys((*words[-1:], *words[:1], *given_first(name)[-1:]))
        known = {each.row: each for end in ends for each in self._family.get(end, ())}
        return [known[row] for row in sorted(known) if is_author(name, known[row].authors)]


def without_article(outlet: str) -> str:
    """The outlet's name without the "The" that many leave out."""
    return _ARTICLE.sub("", outlet)


def is_written_as(name: str, other: str) -> bool:
    """Whether two names are of the same words, whatever their capitals and how they are shortened."""
    words, others = (each.casefold().replace(".", "").split() for each in (name, other))
    return len(words) == len(others) and all(map(_is_short, words, others))


def _is_short(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    left_out = len(long) - len(short)
    return (not left_out and short == long) or (left_out >= _LEFT_OUT and long.startswith(short))


def is_capitals(name: str) -> bool:
    """Whether a name is said by its letters: "BBC", "PLoS"."""
    return name.isalpha() and sum(map(str.isupper, name)) > len(name) / 2 > 1 / 2


def _key(title: str) -> str:
    return title_key(title[:_LONGEST_KEYED])
