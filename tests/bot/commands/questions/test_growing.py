"""An answer that a language model words, as members see it grow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.answering.model.endpoint import Endpoint
from bot.answering.model.failures import ModelError, Reason
from bot.answering.model.prompts import read_prompt
from bot.answering.model.writer import Writer
from bot.answering.support.check import SupportCheck
from index.words.lexical import Stemmer
from tests.bot.answering.hits import hit_of
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION, QUOTE

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tests.bot.conftest import World

WRITING = english("answer.writing")
SECOND = "Placebo lifted mood within a day in 28 % of patients."
WROTE = f"{QUOTE[:-1]} [1]. @everyone See https://evil.example [1]. {SECOND[:-1]} [1]. "


class Deaf:
    """Finds every text like every other, so that the rules and the words decide."""

    def embed_passages(self, texts):
        return np.ones((len(texts), 1), dtype=np.float32)


class Dictated:
    """A model that writes what it is told to, and then fails if it is to."""

    def __init__(self, text: str, failure: Reason | None = None) -> None:
        self._text = text
        self._failure = failure

    async def pieces(self, system: str, user: str) -> AsyncGenerator[str]:  # noqa: ARG002 - it obeys nobody
        for word in self._text.split(" "):
            yield f"{word} "
        if self._failure:
            raise ModelError(self._failure)

    async def probe(self, *, seconds: float) -> None:
        """It can always be asked."""

    async def close(self) -> None:
        """Nothing to let go of."""


def given(world: World, model: Dictated) -> None:
    """Let this model word the bot's answers."""
    world.answerer.hits = [hit_of(QUOTE, SECOND)]
    world.answerer.support = SupportCheck(Stemmer(), Deaf())
    writer = Writer(model, Endpoint("http://127.0.0.1:9/v1", "small"), read_prompt())
    world.bot.serving._writer = writer


def drafts(world: World) -> list[str]:
    return [str(r.json) for r in world.env.http_requests if WRITING in str(r.json)]


async def test_an_asked_answer_grows_and_ends_in_the_models_name(world: World) -> None:
    """Only what is borne out is ever shown, and nothing can be pressed before the end."""
    given(world, Dictated(WROTE))
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    said = words(result.response)
    assert "Put into words by small" in said
    assert QUOTE in said
    assert "28 %" in said
    assert drafts(world)
    for draft in drafts(world):
        assert "custom_id" not in draft
    sent = "".join(str(r.json) for r in world.env.http_requests)
    assert "evil.example" not in sent
    assert "everyone" not in sent
    assert "Passages" in str(result.response.components if result.response else "")


async def test_what_was_looked_into_stands_over_every_draft(world: World) -> None:
    given(world, Dictated(WROTE))
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, outlet="Nature")
    assert drafts(world)
    for shown in (*drafts(world), words(result.response)):
        assert "Looked only into: Nature." in shown


async def test_a_mention_grows_in_one_message(world: World) -> None:
    """The reply is sent once and edited."""
    given(world, Dictated(WROTE))
    assert world.bot.user
    before = len(world.channel.history(viewer=world.alice))
    await world.alice.send(world.channel, f"<@{world.bot.user.id}> {QUESTION}")
    history = world.channel.history(viewer=world.alice)
    assert len(history) == before + 2
    assert "Put into words by small" in "".join(words(message) for message in history)
    assert drafts(world)


@pytest.mark.parametrize("text", [WROTE, "Whales sing at night [1]. "])
async def test_a_model_that_fails_is_nobodys_trouble(world: World, text: str) -> None:
    """The extractive answer stands in the end, also where a draft was seen."""
    given(world, Dictated(text, Reason.UNREACHABLE))
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    said = words(result.response)
    assert QUOTE in said
    assert "Put into words" not in said
    assert WRITING not in said
