"""One article of a generation in short: enough to filter and to look up, small enough to keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.article import Medium
from index.evidence_card import Design

if TYPE_CHECKING:
    from index.article import ArticleId, Metadata, Status


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
