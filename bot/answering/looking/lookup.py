"""Looking things up in one generation, where a member wants articles or passages and no answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.answering.citing import entry_of
from bot.answering.claims.checking import checked_claim
from bot.answering.confidence import THRESHOLD, confidence_of, signs_in
from bot.answering.evidence import Sought, evidence_in
from bot.answering.looking.catalogue import Catalogue
from bot.answering.overview.composing import brief
from bot.answering.questions.chatter import bare
from index.article import SectionKind
from index.citing.references import references

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answering.answer import Reference
    from bot.answering.claims.checking import Checked
    from bot.answering.overview.nouns import Brief
    from index.article import Article
    from index.citing.references import Style
    from index.holdings.holding import Holding
    from index.searching.hits import Hit, SearchResult
    from index.searching.search import Searcher

_LIKE_WORDS: Final = 80
"""Words of an article that others are compared with; the model reads little more."""

_READ: Final = 40
"""Hits among which articles are looked for; several often share one."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the library holds.

    Attributes:
        articles: How many.
        passages: How many.
        outlets: How many.
        languages: Of the articles, the most frequent first.
        newest: The newest article's day, ISO 8601, as exact as stated; "" where none is stated.
        built: The day of the generation, ISO 8601.
    """

    articles: int
    passages: int
    outlets: int
    languages: Sequence[str]
    newest: str
    built: str


@dataclass(frozen=True, slots=True)
class Card:
    """An article as it is shown by itself.

    Attributes:
        entry: As it stands in a list.
        authors: As printed, one each.
        published: ISO 8601, as exact as stated.
        lead: Its abstract, or what it begins with.
        is_abstract: Which of the two.
    """

    entry: Reference
    authors: tuple[str, ...]
    published: str
    lead: str
    is_abstract: bool


class Lookup:
    """Looks up in one generation; safe to share between threads."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._generation = searcher.generation

    @cached_property
    def catalogue(self) -> Catalogue:
        """The articles in short; made once, out of the generation's file."""
        return Catalogue(self._searcher.holdings.articles)

    def shelf(self) -> Shelf:
        """What the library holds."""
        newest = self.catalogue.newest(limit=1)
        articles, passages = self._generation.records.counts()
        return Shelf(
            articles=articles,
            passages=passages,
            outlets=len(self.catalogue.outlets),
            languages=self.catalogue.languages,
            newest=newest[0].published if newest else "",
            built=self._generation.manifest.created[:10],
        )

    def passages(self, words: str, *, limit: int) -> SearchResult:
        """The passages nearest to these words, best first."""
        return self._searcher.search(bare(words), limit=limit)

    def card(self, article: str) -> Card | None:
        """The article with this id."""
        found = self._generation.records.article(article)
        if found is None:
            return None
        abstract = _paragraphs(found, SectionKind.ABSTRACT)
        lead = abstract or _paragraphs(found, SectionKind.BODY)[:2]
        return Card(
            entry=entry_of(found.id, found.metadata),
            authors=found.metadata.authors,
            published=found.metadata.published,
            lead=" ".join(lead),
            is_abstract=bool(abstract),
        )

    def entries(self, articles: Iterable[Holding]) -> Sequence[Reference]:
        """These articles as they stand in a list."""
        found = (self._generation.records.article(each.id) for each in articles)
        return [entry_of(each.id, each.metadata) for each in found if each]

    def similar(self, article: str, *, limit: int) -> Sequence[Reference]:
        """The articles nearest to this one in meaning and words, neither itself nor its own stories."""
        found = self._generation.records.article(article)
        if found is None:
            return ()
        lead = _paragraphs(found, SectionKind.ABSTRACT) or _paragraphs(found, SectionKind.BODY)
        words = " ".join((found.metadata.title, *lead)).split()[:_LIKE_WORDS]
        hits = self._searcher.search(" ".join(words), limit=_READ).hits
        others = [hit for hit in hits if not _same_study(hit, found)]
        return _one_each(others, limit)

    def nearest(self, words: str, *, limit: int) -> Sequence[Reference]:
        """The articles a text may be about: none where nothing in the library lies near enough."""
        result = self._searcher.search(bare(words), limit=_READ)
        sought = Sought(result.sought, result.words, self._searcher.stems)
        signs = signs_in(result.hits, evidence_in(result.hits, sought), sought)
        return _one_each(result.hits, limit) if confidence_of(signs) >= THRESHOLD else ()

    def check(self, claim: str) -> Checked:
        """What the library's studies say on a claim."""
        asked = bare(claim)
        result: SearchResult = self._searcher.search(asked, limit=_READ)
        return checked_claim(result.looked_up or asked, result, self._generation.lexical)

    def brief(self, topic: str) -> Brief:
        """What the library's studies on a topic found."""
        return brief(self._searcher, topic)

    def cited(self, article: str, style: Style) -> str:
        """The article as a bibliography cites it in this style; "" where there is none."""
        found = self._generation.records.article(article)
        if found is None:
            return ""
        day = self._generation.manifest.created[:10]
        return references([(found.id, found.metadata)], style, accessed=day).rstrip("\n")


def _paragraphs(article: Article, kind: SectionKind) -> list[str]:
    return [
        paragraph
        for section in article.sections
        if section.kind is kind
        for paragraph in section.paragraphs
    ]


def _same_study(hit: Hit, article: Article) -> bool:
    if hit.passage.article == article.id:
        return True
    return bool(hit.metadata.doi) and hit.metadata.doi == article.metadata.doi


def _one_each(hits: Iterable[Hit], limit: int) -> list[Reference]:
    """The first few articles of these hits."""
    found: dict[str, Reference] = {}
    for hit in hits:
        if hit.passage.article not in found:
            entry = entry_of(hit.passage.article, hit.metadata, number=len(found) + 1)
            found[hit.passage.article] = entry
    return list(found.values())[:limit]
