"""What a generation holds, article by article: enough to filter and to look up, small enough to keep."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from index.article import Medium
from index.evidence_card import Design
from index.sources.rules.title_key import title_key, title_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.article import ArticleId, Metadata, Status
    from index.filters import Filters

_LONGEST_KEYED: Final = 400
_SHORTEST_OUTLET: Final = 4


@dataclass(frozen=True, slots=True)
class Holding:
    """One article of a generation.

    Attributes:
        id: The article's.
        row: Its row among the generation's articles.
        passages: The rows of its passages.
        title: As printed.
        outlet: As printed.
        published: ISO 8601, as exact as stated; "" for not stated.
        authors: As `Metadata.authors`.
        topics: As `Metadata.topics`.
        designs: Its own, and that of the paper it reports.
        status: What became of it.
        doi: Its own, or that of the paper it reports.
        url: Canonical.
        is_story: Whether citations lead to a page, as those of news, and not to a paper by its DOI.
        language: BCP 47; "" for not stated.
    """

    id: ArticleId
    row: int
    passages: range
    title: str
    outlet: str
    published: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    designs: frozenset[Design]
    status: Status
    doi: str
    url: str
    is_story: bool
    language: str


def holding_of(article: ArticleId, row: int, passages: range, known: Metadata) -> Holding:
    """The article in short."""
    return Holding(
        id=article,
        row=row,
        passages=passages,
        title=known.title,
        outlet=known.outlet,
        published=known.published,
        authors=known.authors,
        topics=known.topics,
        designs=frozenset({known.card.design, known.reported.design} - {Design.NOT_STATED}),
        status=known.status,
        doi=known.doi,
        url=known.url,
        is_story=known.medium is not Medium.PAPER,
        language=known.language,
    )


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
        """The outlets' names, longer ones first; names of under four letters are left out."""
        names = {each.outlet for each in self.articles if len(each.outlet) >= _SHORTEST_OUTLET}
        return sorted(names, key=lambda name: (-len(name), name))

    def admitted(self, filters: Filters) -> list[Holding]:
        """The articles that `filters` admits."""
        return [each for each in self.articles if filters.admits(each)]

    def titled(self, title: str) -> Sequence[Holding]:
        """The articles of just this title, whatever its capitals and stops."""
        return self._titled.get(_key(title), ())

    def by_author(self, name: str) -> Sequence[Holding]:
        """The articles by somebody of this name: a family name, or with some of the given ones."""
        words = title_words(name)
        known = self._family.get(words[-1], ()) if words else ()
        return [each for each in known if is_author(name, each.authors)]


def is_author(name: str, authors: Iterable[str]) -> bool:
    """Whether one of `authors` may be meant by `name`: a family name, with given names or without."""
    wanted = title_words(name)
    return bool(wanted) and any(
        wanted == words[-len(wanted) :] or (wanted[-1] == words[-1] and set(wanted) <= set(words))
        for words in map(title_words, authors)
        if words
    )


def _key(title: str) -> str:
    return title_key(title[:_LONGEST_KEYED])
