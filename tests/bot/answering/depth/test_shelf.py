"""Answers of the sample shelf, looked at more closely as a member would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.answerer import Answerer
from bot.answering.depth.views import Depth
from index.searching.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Generator

    from index.store.library import Library
    from index.vectors.embedding import SentenceTransformerEmbedder

QUESTIONS = ("does acupuncture help with depression?", "how do thresher sharks catch fish?")


@pytest.fixture(scope="module")
def answerer(sample_library: Library, embedder: SentenceTransformerEmbedder) -> Generator[Answerer]:
    opened = Answerer(Searcher(sample_library.open(), embedder))
    yield opened
    opened.close()


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_view_is_of_the_answers_own_articles_and_verbatim(
    answerer: Answerer, question: str
) -> None:
    """Under the answer's numbers, and nothing of it twice."""
    answer = answerer.answer(question)
    assert not answer.abstained
    numbers = {reference.number: reference.article_id for reference in answer.references}
    said = " ".join(statement.text for statement in answer.statements)
    told = 0
    for depth in Depth:
        view = answerer.view(answer, depth)
        assert view == answerer.view(answer, depth)
        told += bool(view.statements)
        assert not any(statement.text in said for statement in view.statements)
        for citation in (c for statement in view.statements for c in statement.citations):
            article = answerer.article(numbers[citation.reference])
            assert article
            assert article.text[citation.start : citation.end] == citation.quote
            assert citation.link.startswith("https://")
    assert told >= 3


def test_the_acupuncture_trial_says_what_it_cannot(answerer: Answerer) -> None:
    """A news story has no section for it, and says it all the same."""
    answer = answerer.answer(QUESTIONS[0])
    view = answerer.view(answer, Depth.LIMITATIONS).statements
    # What the answer says already is not said again.
    said = " ".join(statement.text for statement in (*answer.statements, *view))
    assert "cannot say which part of a treatment helped" in said
    assert "says nothing about milder depression" in said
    assert view


def test_an_abstention_has_no_views(answerer: Answerer) -> None:
    answer = answerer.answer("which vaccine protects cattle against anthrax?")
    assert answer.abstained
    assert all(answerer.view(answer, depth).statements == () for depth in Depth)
