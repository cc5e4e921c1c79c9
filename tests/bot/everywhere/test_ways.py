"""Menus in direct messages, and a bot that a member brought along to a server it never saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from bot.language.language import Language
from bot.language.saying import say
from tests.bot.answering.shelf import DOI, lookup_over
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.everywhere.ways import heard_too_late, installed_by_the_member_alone, menu_in_dm
from tests.bot.fake_answerer import QUESTION, QUOTE
from tests.bot.tongues import speaking

if TYPE_CHECKING:
    from tests.bot.conftest import World
    from tests.bot.fake_answerer import FakeLibrary
    from tests.conftest import TinyLibrary

CLAIM = "Ketamine lifted mood within a day"


@pytest.fixture
def library(library: FakeLibrary, tiny_library: TinyLibrary) -> FakeLibrary:
    assert library.published
    library.published.lookup = lookup_over(tiny_library)
    return library


async def test_the_menus_of_a_message_in_direct_messages(world: World) -> None:
    """Of one's own message and of the bot's: claim, paper and question, through a restart."""
    message = await world.alice.send_dm(f"{CLAIM} https://doi.org/{DOI}")
    with speaking("de"):
        claim = await menu_in_dm(world, world.alice, "Check this claim", message)
        paper = await menu_in_dm(world, world.alice, "Find the paper", message)
        form = await menu_in_dm(world, world.alice, "Ask about this", message)
    assert say(Language.GERMAN, "claim.for") in words(claim.response)
    assert say(Language.GERMAN, "paper.named") in words(paper.response)
    await world.restart()
    answer = await world.alice.user.submit_modal(form, {"footnote:question": QUESTION})
    assert QUOTE in words(answer.response)
    own = world.alice.user.dm_channel.last_message
    found = await menu_in_dm(world, world.alice, "Check this claim", own)
    assert english("answer.none") in words(
        found.response
    )  # our answers are layouts, and are read too


async def test_a_member_brings_the_bot_to_a_server_it_never_saw(world: World) -> None:
    """Commands, menus, buttons and forms work there by Discord's own replies alone."""
    message = await world.bob.send(world.channel, CLAIM)
    with installed_by_the_member_alone():
        asked = await world.alice.slash(world.channel, "ask", question=QUESTION)
        assert QUOTE in words(asked.response)
        assert asked.response
        more = await world.bob.click(asked.response, label="More")
        assert english("depth.none") in words(more.response)
        refused = await world.bob.click(asked.response, label="Forget this conversation")
        assert refused.followups[0].content == english("notice.not-your-conversation")
        form = await world.bob.click(asked.response, label="Follow up")
        await world.restart()
        result = await world.bob.submit_modal(form, {"footnote:question": "and in children?"})
        assert world.answerer.asked[-1] == "Does ketamine lift mood in children?"
        assert english("answer.none") in words(result.response)
        claim = await world.alice.context_menu(world.channel, "Check this claim", message)
        assert english("claim.for") in words(claim.response)
        private = await world.alice.slash(world.channel, "ask", question=QUESTION, private=True)
        assert private.response
        shared = await world.alice.click(private.response, label="Share")
        assert "Shared by alice" in words(shared.response)


async def test_what_was_heard_too_late_is_logged_as_that(world: World) -> None:
    """A warning, for the machine is too slow; a message that is gone is nobody's fault."""
    asked = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert asked.response
    with heard_too_late(), capture_logs() as logged:
        await world.alice.slash(world.channel, "ask", question=QUESTION)
        await world.alice.slash(world.channel, "ask", question="?!")
        await world.bob.click(asked.response, label="Passages")
    told = [(e["log_level"], e["where"]) for e in logged if e["event"].endswith("too late")]
    assert told == [("warning", where) for where in ("/ask", "/ask", "ShowPassages")]
    world.env._errors_acknowledged = len(world.env.errors)
