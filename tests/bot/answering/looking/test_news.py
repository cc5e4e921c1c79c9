"""Which new articles bear on a topic, with the real model over the sample shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.answerer import Answerer
from index.searching.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Generator

    from index.store.library import Library
    from index.vectors.embedding import SentenceTransformerEmbedder


@pytest.fixture
def answerer(sample_library: Library, embedder: SentenceTransformerEmbedder) -> Generator[Answerer]:
    with sample_library.open() as generation:
        yield Answerer(Searcher(generation, embedder))


def titles(answerer: Answerer, topic: str, articles: tuple[str, ...]) -> list[str]:
    return [reference.title for reference in answerer.news(topic, articles)]


def test_each_article_is_news_on_its_own_title(answerer: Answerer) -> None:
    """Of all of the shelf; and on the topic of another, none is."""
    everything = answerer.article_ids()
    assert len(everything) >= 16
    for article_id in everything:
        article = answerer.article(article_id)
        assert article
        (alone,) = titles(answerer, article.metadata.title, (article_id,))
        assert alone == article.metadata.title
        assert titles(answerer, "how to bake sourdough bread at home", (article_id,)) == []


def test_only_the_articles_asked_for(answerer: Answerer) -> None:
    everything = answerer.article_ids()
    first = answerer.article(everything[0])
    assert first
    assert titles(answerer, first.metadata.title, everything[1:2]) == [] or (
        first.metadata.title not in titles(answerer, first.metadata.title, everything[1:])
    )
    assert titles(answerer, first.metadata.title, ()) == []
