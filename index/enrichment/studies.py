"""A story and the paper it reports are one study, so that one source never looks like several witnesses.

Precision before all: a story is linked where its DOI, the paper's printed title, or journal, author and
year together leave no second paper of the library in question.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.article import Medium
from index.enrichment.retelling import Retellings
from index.evidence_card import Design
from index.sources.rules.standing import standing_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.article import Article, ArticleId, Metadata


def study_key(metadata: Metadata, article_id: str) -> str:
    """What an article is a witness of: the same for a paper and every story that reports it."""
    return metadata.doi or metadata.reports or article_id


def with_reports(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The same articles in the same order; each story names the paper it reports, where that is here.

    A story takes over its paper's card, and its DOI where it names none, so that both have one study key.
    """
    papers = [one for one in articles if one.metadata.medium is Medium.PAPER and _is_work(one)]
    if not papers:
        return tuple(articles)
    by_id = {paper.id: paper for paper in papers}
    by_doi = _first((paper.metadata.doi, paper) for paper in papers)
    by_pmid = _first((paper.metadata.pmid, paper) for paper in papers)
    retellings = Retellings(papers)

    def linked(article: Article) -> Article:
        if article.metadata.medium is not Medium.WEB:
            return article
        paper = _named(article.metadata, by_doi, by_pmid)
        if paper is None and not (article.metadata.doi or article.metadata.pmid):
            paper = retellings.paper_of(article)
        return article if paper is None else _reporting(article, by_id[paper].metadata, paper)

    return tuple(linked(article) for article in articles)


def _is_work(article: Article) -> bool:
    """Whether it is no notice about another, whose title it would repeat."""
    return standing_of(article.metadata).relation is None


def _first(named: Iterable[tuple[str, Article]]) -> Mapping[str, ArticleId]:
    """By name, the paper that tells most; a paper may stand here as an abstract too."""
    best: dict[str, Article] = {}
    for name, paper in named:
        before = best.get(name)
        if name and (before is None or _worth(paper) > _worth(before)):
            best[name] = paper
    return {name: paper.id for name, paper in best.items()}


def _worth(paper: Article) -> tuple[bool, int, str]:
    words = sum(len(text) for section in paper.sections for text in section.paragraphs)
    return bool(paper.metadata.doi), words, paper.id


def _named(
    story: Metadata, by_doi: Mapping[str, ArticleId], by_pmid: Mapping[str, ArticleId]
) -> ArticleId | None:
    if story.doi:
        return by_doi.get(story.doi)
    return by_pmid.get(story.pmid) if story.pmid else None


def _reporting(story: Article, paper: Metadata, name: ArticleId) -> Article:
    card = story.metadata.card
    if card.design is Design.NOT_STATED:
        # However little it says of a study, it reports one.
        card = replace(card, design=Design.NEWS)
    known = replace(
        story.metadata,
        card=card,
        reports=name,
        reported=paper.card,
        doi=story.metadata.doi or paper.doi,
    )
    return replace(story, metadata=known)
