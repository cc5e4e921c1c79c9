"""An endpoint that hangs, floods, breaks its protocol or refuses is a reason, never an accident."""

from __future__ import annotations

import gzip
import json
from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from bot.answering.model.endpoint import MOST_LETTERS, ChatEndpoint, Endpoint
from bot.answering.model.failures import ModelError, Reason
from bot.answering.model.wire import MOST_BYTES
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
    from collections.abc import Iterator

    from tests.bot.answering.model.scripted import Handler, Scripted

pytestmark = pytest.mark.enable_socket

KEY = "sk-hunter2"


async def written(url: str, *, key: str = KEY, seconds: float = 5.0, system: str = "S") -> str:
    asked = ChatEndpoint(Endpoint(url, "small", key=key, seconds=seconds))
    try:
        async with aclosing(asked.pieces(system, "U")) as pieces:
            return "".join([piece async for piece in pieces])
    finally:
        await asked.close()


async def failure(does: Handler, *, seconds: float = 5.0) -> ModelError:
    async with scripted(does) as endpoint:
        with pytest.raises(ModelError) as failed:
            await written(endpoint.url, seconds=seconds)
    return failed.value


def flood(part: bytes, size: int) -> Iterator[bytes]:
    for _ in range(size // len(part) + 1):
        yield part


async def test_it_is_asked_as_agreed_and_tells_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither `OPENAI_` variables nor this machine's make are sent along."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-another")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-another")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project-another")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Secret: another")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    async with scripted(says("It ", "helped.")) as endpoint:
        assert await written(endpoint.url) == "It helped."
        assert endpoint.asked[0]["model"] == "small"
        assert endpoint.asked[0]["messages"][0] == {"role": "system", "content": "S"}
        names = {name.lower() for name in endpoint.headers[0]}
        assert names <= {
            "host", "accept", "connection", "content-type", "content-length", "accept-encoding",
            "user-agent", "authorization",
        }  # fmt: skip
        assert endpoint.headers[0]["Authorization"] == f"Bearer {KEY}"
        assert "another" not in str(endpoint.headers)

        await written(endpoint.url, key="", system="")
        assert "authorization" not in {name.lower() for name in endpoint.headers[1]}
        assert [m["role"] for m in endpoint.asked[1]["messages"]] == ["user"]


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        pytest.param(fails(401, f"wrong key {KEY}"), Reason.REFUSED, id="401"),
        pytest.param(fails(403), Reason.REFUSED, id="403"),
        pytest.param(fails(404), Reason.UNKNOWN, id="404"),
        pytest.param(fails(400, "context too long"), Reason.BROKEN, id="400"),
        pytest.param(fails(429), Reason.BUSY, id="429"),
        pytest.param(fails(500, "<html>oops"), Reason.BROKEN, id="500"),
        pytest.param(fails(503), Reason.BUSY, id="503"),
        pytest.param(fails(302, headers={"Location": "http://127.0.0.1:9/"}), Reason.BROKEN, id="elsewhere"),
        pytest.param(breaks_off, Reason.UNREACHABLE, id="breaks off"),
        pytest.param(sends([b"data: {nonsense\n\n"]), Reason.MALFORMED, id="no JSON"),
        pytest.param(sends([b"data: [1, 2]\n\n"]), Reason.MALFORMED, id="a list"),
        pytest.param(sends([b'data: {"choices": "many"}\n\n']), Reason.MALFORMED, id="no choices"),
        pytest.param(sends([b'data: {"choices": [{"delta": 7}]}\n\n']), Reason.MALFORMED, id="no delta"),
        pytest.param(sends([b"data: \xff\xfe\n\n"]), Reason.MALFORMED, id="no UTF-8"),
        pytest.param(sends([b'data: {"error": {"message": "sk-hunter2"}}\n\n']), Reason.BROKEN, id="an error in the stream"),
        pytest.param(sends([b"data: " + b"[" * 100_000 + b"\n\n"]), Reason.MALFORMED, id="nested"),
        pytest.param(sends(flood(b"x" * 65536, MOST_BYTES)), Reason.FLOOD, id="a line without end"),
        pytest.param(sends(flood(b": ping\n\n" * 4096, MOST_BYTES)), Reason.FLOOD, id="comments without end"),
        pytest.param(says(*["word " * 500] * (MOST_LETTERS // 2500 + 1)), Reason.FLOOD, id="words without end"),
    ],
)  # fmt: skip
async def test_what_goes_wrong_is_a_reason(does: Handler, reason: Reason) -> None:
    """And repeats nothing that the endpoint said."""
    error = await failure(does)
    assert error.reason is reason
    assert KEY not in str(error)
    assert error.__cause__ is None


async def test_who_says_nothing_is_too_slow() -> None:
    assert (await failure(hangs, seconds=0.3)).reason is Reason.SLOW


async def test_nobody_there_is_told_at_once() -> None:
    with pytest.raises(ModelError) as failed:
        await written("http://127.0.0.1:9/v1")
    assert failed.value.reason is Reason.UNREACHABLE


async def test_packed_answers_are_not_unpacked() -> None:
    """A few kilobytes may unpack to gigabytes."""

    async def packed(_: web.Request, __: Scripted) -> web.StreamResponse:
        bomb = gzip.compress(event("word " * 1000))
        return web.Response(
            body=bomb, headers={"Content-Encoding": "gzip", "Content-Type": "text/event-stream"}
        )

    assert (await failure(packed)).reason is Reason.MALFORMED


async def test_the_time_that_an_endpoint_asks_for_is_known() -> None:
    """In seconds; dates and nonsense are passed over, and nobody is put off for days."""
    assert (await failure(fails(429, headers={"Retry-After": "7"}))).wait == 7
    assert (await failure(fails(429, headers={"Retry-After": "999999"}))).wait == 900
    assert (await failure(fails(429, headers={"Retry-After": "Fri, 31 Dec"}))).wait == 0
    assert (await failure(fails(429, headers={"Retry-After": "nan"}))).wait == 0


async def test_newer_models_are_asked_in_their_words() -> None:
    """Hosted models refuse the usual names of two options, and say which."""

    async def picky(request: web.Request, state: Scripted) -> web.StreamResponse:
        told = state.asked[-1]
        for name in ("max_tokens", "temperature"):
            if name in told:
                error = {"message": "unsupported", "param": name, "code": "unsupported_parameter"}
                return await fails(
                    400, json.dumps({"error": error}), {"Content-Type": "application/json"}
                )(request, state)
        return await says("It helped.")(request, state)

    async with scripted(picky) as endpoint:
        assert await written(endpoint.url) == "It helped."
        assert endpoint.asked[-1]["max_completion_tokens"] == 400
        assert len(endpoint.asked) == 3


def body(**error: object) -> str:
    return json.dumps({"error": error})


JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        pytest.param(
            fails(404, body(message='model "small" not found, try pulling it first', type="api_error", param=None, code=None), JSON),
            Reason.UNKNOWN, id="Ollama, a model not pulled",
        ),
        pytest.param(fails(400, body(message="json: cannot unmarshal", type="invalid_request_error"), JSON), Reason.BROKEN, id="Ollama, a bad request"),
        pytest.param(fails(404, "404 page not found"), Reason.UNKNOWN, id="Ollama, no /v1"),
        pytest.param(
            fails(404, json.dumps({"object": "error", "message": "The model `small` does not exist.", "type": "NotFoundError", "param": None, "code": 404}), JSON),
            Reason.UNKNOWN, id="vLLM, another model",
        ),
        pytest.param(fails(401, json.dumps({"error": "Unauthorized"}), JSON), Reason.REFUSED, id="vLLM, another key"),
        pytest.param(
            fails(400, json.dumps({"object": "error", "message": "maximum context length is 1024 tokens", "type": "BadRequestError", "param": None, "code": 400}), JSON),
            Reason.BROKEN, id="vLLM, too long",
        ),
        pytest.param(fails(503, body(message="Loading model", type="unavailable_error", code=503), JSON), Reason.BUSY, id="llama.cpp, loading"),
        pytest.param(fails(400, body(message="the request exceeds the available context size", type="exceed_context_size_error", code=400), JSON), Reason.BROKEN, id="llama.cpp, too long"),
    ],
)  # fmt: skip
async def test_what_known_servers_say_when_they_refuse(does: Handler, reason: Reason) -> None:
    """As their documentation and their users report it; a probe tells the same reason as a question."""
    assert (await failure(does)).reason is reason
    assert (await probed(does)) is reason


async def probed(does: Handler, *, seconds: float = 5.0) -> Reason | None:
    async with scripted(does) as endpoint:
        asked = ChatEndpoint(Endpoint(endpoint.url, "small", key=KEY))
        try:
            await asked.probe(seconds=seconds)
        except ModelError as error:
            return error.reason
        finally:
            await asked.close()
        return None


async def test_a_probe_hangs_up_once_the_model_begins() -> None:
    assert await probed(says(*["word "] * 1000, pause=0.05)) is None
    assert await probed(hangs, seconds=0.2) is Reason.SLOW


async def test_a_template_without_a_systems_part_is_told_all_in_one() -> None:
    """Gemma's refuses it; the next question is asked in one part from the start."""

    async def gemma(request: web.Request, state: Scripted) -> web.StreamResponse:
        if any(message["role"] == "system" for message in state.asked[-1]["messages"]):
            refused = body(message="System role not supported", type="BadRequestError", code=400)
            return await fails(400, refused, JSON)(request, state)
        return await says("It helped.")(request, state)

    async with scripted(gemma) as endpoint:
        asked = ChatEndpoint(Endpoint(endpoint.url, "small"))
        for _ in range(2):
            async with aclosing(asked.pieces("Rules.", "Passages.")) as pieces:
                assert [piece async for piece in pieces] == ["It helped."]
        await asked.close()
        assert [len(told["messages"]) for told in endpoint.asked] == [2, 1, 1]
        assert endpoint.prompt == "Rules.\n\nPassages."


async def test_a_long_question_costs_no_later_one_its_rules() -> None:
    """Another refusal than of the system's part is no reason to leave it out from then on."""
    tries = iter([400, 400, 200])

    async def full(request: web.Request, state: Scripted) -> web.StreamResponse:
        if next(tries) == 400:
            return await fails(400, body(message="too long"), JSON)(request, state)
        return await says("It helped.")(request, state)

    async with scripted(full) as endpoint:
        asked = ChatEndpoint(Endpoint(endpoint.url, "small"))
        with pytest.raises(ModelError):
            async with aclosing(asked.pieces("Rules.", "Passages.")) as pieces:
                [piece async for piece in pieces]
        async with aclosing(asked.pieces("Rules.", "Passages.")) as pieces:
            assert [piece async for piece in pieces] == ["It helped."]
        await asked.close()
        assert [len(told["messages"]) for told in endpoint.asked] == [2, 1, 2]


async def test_thoughts_beside_the_answer_are_no_answer() -> None:
    """Ollama and vLLM send them in a field of their own."""
    thought = b'data: {"choices": [{"index": 0, "delta": {"reasoning": "Hm.", "reasoning_content": "Hm.", "content": ""}}]}\n\n'
    parts = [thought, event("It helped."), b"data: [DONE]\n\n"]
    async with scripted(sends(parts)) as endpoint:
        assert await written(endpoint.url) == "It helped."
