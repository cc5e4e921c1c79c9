"""A member reads sentences that the articles bear out, or the extractive answer; never an error."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.answering.answerer import Answerer
from bot.answering.model.endpoint import ChatEndpoint, Endpoint
from bot.answering.model.failures import Reason
from bot.answering.model.prompts import read_prompt
from bot.answering.model.writer import Writer
from bot.answering.questions.chatter import bare
from index.searching.search import Searcher
from tests.bot.answering.model.scripted import (
    breaks_off,
    event,
    fails,
    hangs,
    says,
    scripted,
    sends,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import TypeVar

    from bot.answering.answer import Answer
    from bot.answering.answerer import Found
    from index.store.library import Library
    from index.vectors.embedding import SentenceTransformerEmbedder
    from tests.bot.answering.model.scripted import Handler, Scripted

    Result = TypeVar("Result")

pytestmark = pytest.mark.enable_socket

QUESTION = "does acupuncture help with depression?"
TRUE = "Acupuncture and counselling lowered depression scores more than usual care [{n}]."


async def apart(job: Callable[[], Result], /) -> Result:
    return await asyncio.to_thread(job)


@pytest.fixture(scope="module")
def answerer(sample_library: Library, embedder: SentenceTransformerEmbedder) -> Generator[Answerer]:
    opened = Answerer(Searcher(sample_library.open(), embedder))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def found(answerer: Answerer) -> Found:
    return answerer.found(QUESTION)


def writer_for(endpoint: Scripted, *, seconds: float = 10.0, at_once: int = 2) -> Writer:
    asked = Endpoint(endpoint.url, "small", seconds=seconds)
    return Writer(ChatEndpoint(asked), asked, read_prompt(), at_once=at_once)


async def asked(
    does: Handler, found: Found, *, seconds: float = 10.0, told: list[Answer] | None = None
) -> tuple[Answer, Reason | None]:
    async with scripted(does) as endpoint:
        writer = writer_for(endpoint, seconds=seconds)
        answer = await writer.answer(
            found, apart=apart, told=told.append if told is not None else None
        )
        await writer.close()
    return answer, writer.trouble


def source(found: Found, at: int = 0) -> str:
    """A sentence of the best passage, in its own words."""
    best = max(found.hits[at].spans, key=lambda span: span.similarity)
    return " ".join(best.text.split())


def assert_stands(answer: Answer, answerer: Answerer) -> None:
    """Every quote is in its article, at its place, and bears its statement out."""
    for statement in answer.statements:
        assert statement.citations
        for citation in statement.citations:
            reference = answer.references[citation.reference - 1]
            article = answerer.article(reference.article_id)
            assert article
            assert article.text[citation.start : citation.end] == citation.quote
            assert answerer.support.verdict(statement.text, citation.quote).supported


async def test_what_the_passages_bear_out_is_said_in_the_models_words(
    found: Found, answerer: Answerer
) -> None:
    """With its name, and with the extractive answer's question, confidence and generation."""
    text = source(found).rstrip(".")
    answer, trouble = await asked(says(f"{text} [1].", " Whales sing at night [1]."), found)
    assert trouble is None
    assert (answer.answerer, len(answer.statements)) == ("small", 1)
    assert answer.statements[0].text == f"{text}."
    assert (answer.question, answer.confidence) == (QUESTION, found.answer.confidence)
    assert "model" in answer.timings_ms
    assert_stands(answer, answerer)


async def test_a_wrong_figure_gives_way_to_its_source(found: Found, answerer: Answerer) -> None:
    """Beside a sentence that is borne out, one that is not is told in the article's words."""
    hit = next(h for h in found.hits if any("755" in s.text for s in h.spans))
    number = found.hits.index(hit) + 1
    text = next(s.text for s in hit.spans if "755" in s.text)
    lie = " ".join(text.replace("755", "7550").split()).rstrip(".")
    answer, _ = await asked(says(f"{source(found).rstrip('.')} [1].", f" {lie} [{number}]."), found)
    assert answer.answerer == "small"
    assert "7550" not in "".join(s.text for s in answer.statements)
    assert_stands(answer, answerer)


async def test_a_wrong_number_is_put_right(found: Found, answerer: Answerer) -> None:
    """A sentence is cited where it stands, whatever passage the model names; who names none says nothing."""
    text = source(found).rstrip(".")
    answer, trouble = await asked(says(f"{text} [7]."), found)
    assert trouble is None
    assert answer.statements[0].text == f"{text}."
    assert_stands(answer, answerer)
    assert (await asked(says(f"{text}."), found))[1] is Reason.UNSUPPORTED


async def test_it_grows_sentence_by_sentence(found: Found, answerer: Answerer) -> None:
    """What is shown on the way is borne out too, and the last of it is the answer's beginning."""
    first, second = source(found).rstrip("."), source(found, 1).rstrip(".")
    told: list[Answer] = []
    pieces = f"{first} [1]. Whales sing at night [2]. {second} [2]. The end".split(" ")
    answer, _ = await asked(says(*(f"{piece} " for piece in pieces)), found, told=told)
    assert told
    for draft in told:
        assert draft.answerer == "small"
        assert_stands(draft, answerer)
        assert answer.statements[: len(draft.statements)] == draft.statements


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        pytest.param(says("NO ANSWER"), Reason.UNSUPPORTED, id="as told"),
        pytest.param(says("I'm sorry, but I can't help with that."), Reason.UNSUPPORTED, id="a refusal"),
        pytest.param(says(""), Reason.UNSUPPORTED, id="nothing"),
        pytest.param(says("ðŸ \x00 )(*&^ \ud83d"), Reason.UNSUPPORTED, id="garbage"),
        pytest.param(says("Acupuncture cures 99 % of all patients [1]."), Reason.UNSUPPORTED, id="a lie"),
        pytest.param(says("Acupuncture helps people with depression, as everybody knows."), Reason.UNSUPPORTED, id="no citation"),
        pytest.param(says("Acupuncture helps [0] [17] [99], see [the study](http://evil.example) [1]."), Reason.UNSUPPORTED, id="forged citations and a link"),
        pytest.param(says("@everyone <@123> read https://evil.example now [1]."), Reason.UNSUPPORTED, id="a ping"),
        pytest.param(hangs, Reason.SLOW, id="hangs"),
        pytest.param(says(*["slow "] * 100, pause=0.2), Reason.SLOW, id="drips"),
        pytest.param(sends([event("Acupuncture helps [1]. ")] * 40_000), Reason.FLOOD, id="a flood of one sentence"),
        pytest.param(sends([event("word " * 300)] * 40_000), Reason.FLOOD, id="a flood"),
        pytest.param(breaks_off, Reason.UNREACHABLE, id="breaks off"),
        pytest.param(sends([b"data: {\n\n"]), Reason.MALFORMED, id="malformed"),
        pytest.param(fails(401), Reason.REFUSED, id="401"),
        pytest.param(fails(429), Reason.BUSY, id="429"),
        pytest.param(fails(500), Reason.BROKEN, id="500"),
    ],
)  # fmt: skip
async def test_else_the_extractive_answer_stands(
    found: Found, does: Handler, reason: Reason
) -> None:
    """As if there were no model; the operator can read why."""
    told: list[Answer] = []
    answer, trouble = await asked(does, found, seconds=2.0, told=told)
    assert answer == found.answer
    assert trouble is reason
    assert told == []


async def test_a_dead_endpoint_is_not_waited_for_by_everybody(found: Found) -> None:
    """After two who waited in vain the next are not sent to it."""
    async with scripted(hangs) as endpoint:
        writer = writer_for(endpoint, seconds=0.4)
        for _ in range(4):
            assert await writer.answer(found, apart=apart) == found.answer
        assert len(endpoint.asked) == 2
        assert writer.trouble is Reason.PAUSED
        await writer.close()


async def test_a_members_own_lack_of_time_is_not_held_against_the_model(found: Found) -> None:
    """Who waited long in line leaves little for the model."""
    async with scripted(hangs) as endpoint:
        writer = writer_for(endpoint, seconds=30)
        for _ in range(3):
            assert await writer.answer(found, apart=apart, seconds=0.3) == found.answer
        assert await writer.answer(found, apart=apart, seconds=-1) == found.answer
        assert len(endpoint.asked) == 3
        await writer.close()


async def test_so_many_are_asked_at_a_time(found: Found) -> None:
    """A local model that answers one after the other is not made to answer all too late."""
    busy, most = 0, 0

    async def counts(request, state):
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        response = await says("NO ", "ANSWER", pause=0.05)(request, state)
        busy -= 1
        return response

    async with scripted(counts) as endpoint:
        writer = writer_for(endpoint, at_once=1)
        await asyncio.gather(*(writer.answer(found, apart=apart) for _ in range(3)))
        await writer.close()
        assert (most, len(endpoint.asked)) == (1, 3)


async def test_the_model_is_not_asked_what_the_library_does_not_know(answerer: Answerer) -> None:
    """Nor where there is nothing to check its words by."""
    unknown = answerer.found("can vitamin D prevent migraine?")
    assert unknown.answer.abstained
    known = replace(answerer.found(QUESTION), support=None)
    async with scripted(hangs) as endpoint:
        writer = writer_for(endpoint)
        assert await writer.answer(unknown, apart=apart) is unknown.answer
        assert await writer.answer(known, apart=apart) is known.answer
        await writer.close()
        assert endpoint.asked == []


async def test_passages_and_question_are_data_behind_a_mark_nobody_can_guess(found: Found) -> None:
    """A new one for each question, in the system's part and around both."""
    marks: set[str] = set()
    async with scripted(says("NO ANSWER")) as endpoint:
        writer = writer_for(endpoint)
        for _ in range(2):
            await writer.answer(found, apart=apart)
            system, user = (message["content"] for message in endpoint.asked[-1]["messages"])
            mark = user.split("<passages ")[1].split(">")[0]
            assert len(mark) == 16
            assert mark in system
            assert f"<question {mark}>\n{QUESTION}\n</question {mark}>" in user
            marks.add(mark)
        await writer.close()
    assert len(marks) == 2


async def test_the_model_is_asked_what_was_looked_up(found: Found) -> None:
    """A follow-up as the whole question it was resolved to, without what people say around it."""
    asked_so = f"hey footnote, can you tell me {QUESTION} thanks!!"
    chatty = replace(found, answer=replace(found.answer, question=asked_so))
    async with scripted(says("NO ANSWER")) as endpoint:
        writer = writer_for(endpoint)
        await writer.answer(chatty, apart=apart)
        await writer.close()
        assert f">\n{bare(asked_so)}\n</question" in endpoint.prompt
        assert "footnote" not in endpoint.prompt.split("<question ")[1]


async def test_health_is_asked_of_the_model_itself() -> None:
    """Whatever the breaker thinks of it."""
    async with scripted(fails(401)) as endpoint:
        writer = writer_for(endpoint)
        assert await writer.health() is Reason.REFUSED
        endpoint.does = says("Yes.")
        assert await writer.health() is None
        await writer.close()
