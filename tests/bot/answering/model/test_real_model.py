"""A real llama.cpp server with a small model: what it says is borne out, or the articles speak."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.answering.answer import Answer
from bot.answering.answerer import Answerer, Found
from bot.answering.model.endpoint import ChatEndpoint, Endpoint
from bot.answering.model.failures import Reason
from bot.answering.model.prompts import read_prompt
from bot.answering.model.writer import Writer
from bot.answering.support.check import SupportCheck
from index.searching.search import Searcher
from index.words.lexical import Stemmer
from tests.bot.answering.hits import hit_of
from tests.bot.answering.model.llama_server import llama_server, needs_llama

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from index.store.library import Library
    from index.vectors.embedding import SentenceTransformerEmbedder

    Result = TypeVar("Result")

pytestmark = [pytest.mark.enable_socket, pytest.mark.timeout(240), needs_llama]

SLAPS = (
    "The tip of the shark's tail moved at a mean speed of 14.03 metres per second.",
    "Larger sharks with longer tails slapped faster.",
    "About one third of the tail slaps ended with the shark collecting fish.",
)
SPEED = "how fast is a thresher shark's tail slap?"


TRIES = 6
"""So small a model says now and then nothing that is borne out."""


async def apart(job: Callable[[], Result], /) -> Result:
    return await asyncio.to_thread(job)


def writer_for(url: str) -> Writer:
    asked = Endpoint(url, "SmolLM2", seconds=120, context_tokens=900, answer_tokens=90)
    return Writer(ChatEndpoint(asked), asked, read_prompt())


async def test_a_small_model_words_an_answer(embedder: SentenceTransformerEmbedder) -> None:
    """In sentences that each rest on the passage; it grows while the model writes."""
    plain = Answer(SPEED, False, 0.9, (), (), (), "g1", "extractive")
    found = Found(plain, [hit_of(*SLAPS)], SupportCheck(Stemmer(), embedder))
    answer, told = plain, list[Answer]()
    async with llama_server() as url:
        for _ in range(TRIES):
            told.clear()
            writer = writer_for(url)
            answer = await writer.answer(found, apart=apart, told=told.append)
            await writer.close()
            if writer.trouble is None:
                break
            assert (writer.trouble, told, answer) == (Reason.UNSUPPORTED, [], plain)
    assert answer.answerer == "SmolLM2"
    assert told
    assert found.support
    for statement in answer.statements:
        quotes = [citation.quote for citation in statement.citations]
        assert any(verdict.supported for verdict in found.support.verdicts(statement.text, quotes))
        assert all(quote in " ".join(SLAPS) for quote in quotes)


async def test_over_a_library_every_statement_is_borne_out(
    sample_library: Library, embedder: SentenceTransformerEmbedder
) -> None:
    """What it cannot word is answered without it, and nothing is made up."""
    answerer = Answerer(Searcher(sample_library.open(), embedder))
    async with llama_server() as url:
        writer = writer_for(url)
        for question in (
            "can you tell if someone is lying by where they look?",
            "does acupuncture help with depression?",
        ):
            found = answerer.found(question)
            answer = await writer.answer(found, apart=apart)
            assert answer.statements
            if writer.trouble:
                assert answer == found.answer
                continue
            for statement in answer.statements:
                for citation in statement.citations:
                    article = answerer.article(answer.references[citation.reference - 1].article_id)
                    assert article
                    assert article.text[citation.start : citation.end] == citation.quote
                    assert answerer.support.verdict(statement.text, citation.quote).supported
        await writer.close()
    answerer.close()
