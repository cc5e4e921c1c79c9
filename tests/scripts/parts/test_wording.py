"""`python -m scripts.ask` with a language model: in its words where it can, and else without."""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
import structlog

from tests.bot.answering.model.scripted import fails, says, scripted
from tests.scripts.conftest import run

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from tests.bot.answering.model.scripted import Handler

pytestmark = pytest.mark.enable_socket

QUESTION = "how many dances of honeybees were filmed?"
TRUE = "In the study, 214 dances were filmed in four hives in the summer of 2020 [1]."


@pytest.fixture(autouse=True)
def logs_as_they_were() -> Generator[None]:
    """The command sends all logs to its own stderr; other tests have theirs."""
    root, configured = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.configure(**configured)
    root.handlers[:] = handlers
    root.setLevel(level)


@contextmanager
def endpoint(does: Handler, monkeypatch: pytest.MonkeyPatch) -> Generator[None]:
    """An endpoint in a thread of its own, named by the environment."""
    ready, over = Event(), Event()
    url: list[str] = []

    async def serve() -> None:
        async with scripted(does) as serving:
            url.append(serving.url)
            ready.set()
            await asyncio.to_thread(over.wait)

    thread = Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    try:
        assert ready.wait(10)
        monkeypatch.setenv("FOOTNOTE_LLM_BASE_URL", url[0])
        monkeypatch.setenv("FOOTNOTE_LLM_MODEL", "small")
        yield
    finally:
        over.set()
        thread.join()


def test_the_model_of_the_settings_words_the_answer(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the answer says whose words it is in; `--no-model` leaves it aside."""
    with endpoint(says(TRUE), monkeypatch):
        asked = run("ask", QUESTION, "--library", library, "--json")
        without = run("ask", QUESTION, "--library", library, "--json", "--no-model")
    assert (asked.code, asked.err) == (0, "")
    assert asked.json()["answerer"] == "small"
    assert [s["text"] for s in asked.json()["statements"]] == [TRUE.replace(" [1]", "")]
    assert without.json()["answerer"] == "extractive"


def test_a_model_that_fails_costs_the_answer_nothing(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stdout is as without it; stderr says why."""
    plain = run("ask", QUESTION, "--library", library)
    with endpoint(fails(500), monkeypatch):
        asked = run("ask", QUESTION, "--library", library)
    assert (asked.code, asked.out) == (0, plain.out)
    assert asked.err == "answered without the language model: it failed\n"


@pytest.mark.parametrize("command", [("ask", QUESTION), ("preview",)])
def test_settings_that_do_not_work_are_told(
    library: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """In one sentence, before anything is asked."""
    monkeypatch.setenv("FOOTNOTE_LLM_BASE_URL", "localhost")
    outcome = run(*command, "--library", library)
    assert (outcome.code, outcome.out) == (2, "")
    assert "FOOTNOTE_LLM_BASE_URL" in outcome.err
    assert len(outcome.err.splitlines()) == 1
