"""The articles of one generation in short, in memory: what is typed, dated, filed and counted by.

Discord waits three seconds for suggestions and nothing may be deferred, so no file is read here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import StrEnum
from functools import cached_property
from heapq import nsmallest
from typing import TYPE_CHECKING, Final, TypeVar

from bot.answering.looking.word_index import WordIndex, folded
from index.sources.rules.addresses import place_of
from index.sources.rules.names import doi_of, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.holdings.holding import Holding

_Key = TypeVar("_Key", str, tuple[str, str, str])

_MONTH: Final = len("2017-03")
_YEAR: Final = len("2017")


class Period(StrEnum):
    """What articles are counted by."""

    YEAR = "year"
    MONTH = "month"


class Catalogue:
    """All articles of a generation."""

    def __init__(self, articles: Iterable[Holding]) -> None:
        self.articles: Sequence[Holding] = tuple(articles)
        self._by_id: dict[str, Holding] = {each.id: each for each in self.articles}
        self._names = WordIndex(" ".join((each.title, *each.authors)) for each in self.articles)
        self._subjects = WordIndex(" ".join((each.title, *each.topics)) for each in self.articles)
        self._titles = [folded(each.title) for each in self.articles]
        # A name is looked up while a command waits for its first response: no article is walked over.
        self._by_title = _numbered(self._titles)
        self._by_doi = _numbered(each.doi for each in self.articles)
        self._by_place = _numbered(place_of(each.url) for each in self.articles)
        self._authors = _by_frequency(name for each in self.articles for name in each.authors)
        self._author_names = WordIndex(self._authors)

    def __len__(self) -> int:
        return len(self.articles)

    @cached_property
    def outlets(self) -> Sequence[str]:
        """The outlets, those with most articles first."""
        return _by_frequency(each.outlet for each in self.articles)

    def authors(self, typed: str, *, limit: int) -> Sequence[str]:
        """Names in which words begin as typed, those with most articles first; of all where nothing is."""
        found = self._author_names.holding(typed)
        if found is None:
            return self._authors[:limit]
        return [self._authors[number] for number in nsmallest(limit, found)]

    @cached_property
    def topics(self) -> Sequence[str]:
        """What the articles are filed under, the most frequent first."""
        return _by_frequency(topic for each in self.articles for topic in each.topics)

    @cached_property
    def languages(self) -> Sequence[str]:
        """The languages the articles are written in, the most frequent first."""
        return _by_frequency(each.language for each in self.articles)

    def by_id(self, article: str) -> Holding | None:
        """The article with this id."""
        return self._by_id.get(article)

    def suggested(self, typed: str, *, limit: int) -> Sequence[Holding]:
        """What may be meant by the beginning of a title, an author's name or a DOI.

        Titles that begin so come first, then the newer ones; the newest of all where nothing is typed.
        """
        start = folded(typed.strip()).removeprefix("https://doi.org/")
        found = self._dois(start) if start.startswith("10.") else self._names.holding(start)
        if found is None:
            found = set(range(len(self.articles)))
        elif not found:
            # Scripts that set no blanks between words have no beginnings of words either.
            found = {number for number, title in enumerate(self._titles) if start in title}
        best = nsmallest(
            limit,
            found,
            key=lambda number: (not self._titles[number].startswith(start), *self._age(number)),
        )
        return [self.articles[number] for number in best]

    def named(self, name: str) -> Holding | None:
        """The one article that an id, a DOI, an address or a whole title names; a paper before its stories."""
        name = name.strip()
        if known := self.by_id(name):
            return known
        place = place_of(web_address(name))
        same = {
            *self._by_doi.get(doi_of(name), ()),
            *(self._by_place.get(place, ()) if place else ()),
            *self._by_title.get(folded(name), ()),
        }
        found = (self.articles[number] for number in sorted(same))
        return min(found, key=lambda each: each.is_story, default=None)

    def newest(self, *, topic: str = "", outlet: str = "", limit: int) -> Sequence[Holding]:
        """The newest articles on a topic, of an outlet, or of all; those without a date come last."""
        return [
            self.articles[n] for n in nsmallest(limit, self._about(topic, outlet), key=self._age)
        ]

    def counted(self, period: Period, *, topic: str = "") -> Sequence[tuple[str, int]]:
        """How many articles on a topic each year or month had, from the first to the last, gaps too.

        Months are given as "2017-03"; an article with no month counts in no month.
        """
        letters = _YEAR if period is Period.YEAR else _MONTH
        dates = (self.articles[number].published for number in self._about(topic, ""))
        counts = Counter(date[:letters] for date in dates if len(date) >= letters)
        return [(name, counts[name]) for name in _periods(counts, period)]

    def _dois(self, start: str) -> set[int]:
        return {n for n, each in enumerate(self.articles) if each.doi.startswith(start)}

    def _about(self, topic: str, outlet: str) -> set[int]:
        found = self._subjects.holding(topic) if topic else None
        numbers = set(range(len(self.articles))) if found is None else found
        wanted = folded(outlet.strip())
        if not wanted:
            return numbers
        return {number for number in numbers if wanted in folded(self.articles[number].outlet)}

    def _age(self, number: int) -> tuple[list[int], str, str]:
        article = self.articles[number]
        return [*(-ord(letter) for letter in article.published), 1], article.title, article.id


def _by_frequency(names: Iterable[str]) -> Sequence[str]:
    return [name for name, _ in Counter(name for name in names if name).most_common()]


def _numbered(keys: Iterable[_Key | None]) -> Mapping[_Key, Sequence[int]]:
    """The numbers at which each key stands."""
    found: defaultdict[_Key, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if key:
            found[key].append(number)
    return dict(found)


def _periods(counts: Counter[str], period: Period) -> list[str]:
    """Every period from the first to the last that is counted."""
    known = sorted(name for name in counts if name.replace("-", "").isdigit())
    if not known:
        return []
    if period is Period.YEAR:
        return [f"{year:04}" for year in range(int(known[0]), int(known[-1]) + 1)]
    first, last = (
        12 * int(name[:_YEAR]) + int(name[_YEAR + 1 :]) - 1 for name in (known[0], known[-1])
    )
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]
