"""What a generation holds, article by article: enough to filter and to look up, small enough to keep."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from index.article import Medium
from index.evidence_card import Design
from index.sources.rules.title_key import title_key, title_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.article import ArticleId, Metadata, Status
    from index.filters import Filters

_LONGEST_KEYED: Final = 400
_SHORTEST_OUTLET: Final = 4
_INITIALS_BEHIND: Final = re.compile(
    r"(?P<family>[^\W\d_][\w'’-]+(?: [\w'’-]+)??) (?P<initials>(?:[A-Z]\.?[ -]?){1,3})"
)


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
        pmid: PubMed's number, likewise.
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
    pmid: str
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
        pmid=known.pmid,
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
        printed = (" ".join(each.outlet.split()) for each in self.articles)
        names = {name for name in printed if len(name) >= _SHORTEST_OUTLET}
        return sorted(names, key=lambda name: (-len(name), name))

    @cached_property
    def outlet_families(self) -> Mapping[str, Sequence[str]]:
        """The outlets by the first word of their names, in small letters."""
        families: dict[str, list[str]] = {}
        for outlet in self.outlets:
            families.setdefault(outlet.split()[0].casefold(), []).append(outlet)
        return families

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
        ends = dict.fromkeys((*words[-1:], *words[:1], *_given_first(name)[-1:]))
        known = {each.row: each for end in ends for each in self._family.get(end, ())}
        return [known[row] for row in sorted(known) if is_author(name, known[row].authors)]


def is_author(name: str, authors: Iterable[str]) -> bool:
    """Whether one of `authors` may be meant by `name`: a family name, alone or with given ones.

    Given names may be initials, stand behind ("Smith, J.", "Smith JR") or be some of several.
    """
    wanted = _given_first(name)
    return bool(wanted) and any(
        wanted == words[-len(wanted) :]
        or (wanted[-1] == words[-1] and _abbreviates(wanted[:-1], words[:-1]))
        or (len(wanted) > 1 and sorted(wanted) == sorted(words))
        for words in map(title_words, authors)
        if words
    )


def _given_first(name: str) -> list[str]:
    """The name's words as most authors print them: "Smith, J. R." and "Smith JR" as "J R Smith"."""
    family, comma, given = name.partition(",")
    if comma and "," not in given:
        return title_words(f"{given} {family}")
    if found := _INITIALS_BEHIND.fullmatch(name.strip()):
        return title_words(f"{' '.join(found['initials'])} {found['family']}")
    return title_words(name)


def _abbreviates(some: Sequence[str], given: Sequence[str]) -> bool:
    """Whether each of some given names is one of these, or the first letter of one, in their order."""
    rest = iter(given)
    return all(
        any(
            one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
            for other in rest
        )
        for one in some
    )


def _key(title: str) -> str:
    return title_key(title[:_LONGEST_KEYED])
