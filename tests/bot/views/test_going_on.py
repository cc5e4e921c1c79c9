"""Going on from an answer: follow-ups by button, reply and message, sharing, forgetting, after restarts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.bot.answering.shelf import bees, lookup_over
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION, QUOTE, answer_of, reference_of

if TYPE_CHECKING:
    from simcord import ResponseMessage

    from tests.bot.conftest import World
    from tests.conftest import TinyLibrary

IN_CHILDREN = "Does ketamine lift mood in children?"


async def asked(world: World, *, private: bool = False) -> ResponseMessage:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, private=private)
    assert result.response
    return result.response


def labels(message: Any) -> list[str]:
    found: list[str] = []

    def walk(parts: Any) -> None:
        for part in parts or []:
            found.extend([part["label"]] if part.get("label") else [])
            walk(part.get("components"))

    walk(message.components)
    return found


async def test_the_buttons_of_an_answer(world: World) -> None:
    """Share stands under a private answer alone; every label says what it does, without emoji."""
    public = await asked(world)
    assert labels(public) == [
        "More", "Passages", "Similar", "Follow up", "Delete", "Helpful", "Not helpful", "Forget this conversation",
    ]  # fmt: skip
    private = await asked(world, private=True)
    assert "Share" in labels(private)


async def test_a_follow_up_by_command_takes_its_topic_from_before(world: World) -> None:
    """What is looked up is shown, so that a wrong guess is seen; a restart loses nothing."""
    await asked(world)
    await world.restart()
    result = await world.alice.slash(world.channel, "ask", question="and in children?")
    assert world.answerer.asked[-1] == IN_CHILDREN
    assert f"> {IN_CHILDREN}" in words(result.response)
    await world.alice.slash(world.channel, "ask", question="How do bees dance?")
    await world.alice.slash(world.channel, "ask", question="and wasps?")
    assert world.answerer.asked[-2:] == ["How do bees dance?", "How do wasps dance?"]


async def test_a_fact_of_the_study_behind_an_answer_is_asked_of_that_study_alone(
    world: World,
) -> None:
    """And the conversation goes on from the question before it."""
    await asked(world)
    await world.alice.slash(world.channel, "ask", question="was it a randomised trial?")
    assert world.answerer.asked[-1] == "was it a randomised trial?"
    assert world.answerer.limited[-1].articles == ("a1",)
    await world.alice.slash(world.channel, "ask", question="and in children?")
    assert world.answerer.asked[-1] == IN_CHILDREN
    assert not world.answerer.limited[-1]


async def test_a_conversation_is_one_members_in_one_channel(world: World) -> None:
    await asked(world)
    await world.bob.slash(world.channel, "ask", question="and in children?")
    elsewhere = world.guild.create_text_channel("elsewhere")
    await world.alice.slash(elsewhere, "ask", question="and in children?")
    assert world.answerer.asked[-2:] == ["and in children?", "and in children?"]


async def test_what_was_asked_alone_is_not_carried_into_public(world: World) -> None:
    await asked(world, private=True)
    await world.alice.slash(world.channel, "ask", question="and in children?")
    assert world.answerer.asked[-1] == "and in children?"
    await asked(world, private=True)
    await world.alice.slash(world.channel, "ask", question="and in children?", private=True)
    assert world.answerer.asked[-1] == IN_CHILDREN


class TestNoMemory:
    @pytest.fixture
    def settings(self) -> dict[str, Any]:
        return {"conversation_minutes": 0}

    async def test_an_operator_can_switch_it_off(self, world: World) -> None:
        await asked(world)
        await world.alice.slash(world.channel, "ask", question="and in children?")
        assert world.answerer.asked[-1] == "and in children?"


async def test_direct_messages_go_on(world: World) -> None:
    await world.alice.send_dm(QUESTION)
    await world.alice.send_dm("why?")
    assert world.answerer.asked[-1] == "Why does ketamine lift mood?"


async def test_a_reply_goes_on_from_what_it_replies_to(world: World) -> None:
    """Anybody's reply, and from that answer rather than from the last one."""
    assert world.bot.user
    mention = f"<@{world.bot.user.id}>"
    await world.alice.send(world.channel, f"{mention} {QUESTION}")
    first = world.channel.last_message
    assert first
    await world.alice.send(world.channel, f"{mention} How do bees dance?")
    await world.restart()
    await world.bob.send(world.channel, f"{mention} and in children?", reply_to=first)
    assert world.answerer.asked[-1] == IN_CHILDREN
    assert f"> {IN_CHILDREN}" in words(world.channel.last_message)


async def test_follow_up_by_its_button_after_a_restart(world: World) -> None:
    """The form is read from what comes back, also when another process showed it."""
    answer = await asked(world)
    await world.restart()
    shown = await world.bob.click(answer, label="Follow up")
    await world.restart()
    result = await world.bob.submit_modal(shown, {"footnote:question": "and in children?"})
    assert world.answerer.asked[-1] == IN_CHILDREN
    assert not result.ephemeral
    assert f"> {IN_CHILDREN}" in words(result.response)


async def test_a_private_answer_is_gone_on_from_in_private(world: World) -> None:
    answer = await asked(world, private=True)
    shown = await world.alice.click(answer, label="Follow up")
    result = await world.alice.submit_modal(shown, {"footnote:question": "?!"})
    assert result.response
    assert result.response.content == english("notice.no-words")
    shown = await world.alice.click(answer, label="Follow up")
    result = await world.alice.submit_modal(shown, {"footnote:question": "why?"})
    assert result.ephemeral
    assert world.answerer.asked[-1] == "Why does ketamine lift mood?"


async def test_forget_ends_the_conversation_for_its_asker_alone(world: World) -> None:
    answer = await asked(world)
    refused = await world.bob.click(answer, label="Forget this conversation")
    assert refused.followups[0].content == english("notice.not-your-conversation")
    pressed = await world.alice.click(answer, label="Forget this conversation")
    assert pressed.followups[0].content == english("notice.forgot")
    assert pressed.followups[0].ephemeral
    await world.alice.slash(world.channel, "ask", question="and in children?")
    assert world.answerer.asked[-1] == "and in children?"


async def test_share_shows_a_private_answer_to_all_once(world: World) -> None:
    """With who shared it, inert; the shared answer has buttons of its own, which outlive a restart."""
    answer = await asked(world, private=True)
    await world.restart()
    shared = await world.alice.click(answer, label="Share")
    assert not shared.ephemeral
    said = words(shared.response)
    assert "Shared by alice" in said
    assert f"> {QUESTION}" in said
    assert QUOTE in said
    assert "Share" not in labels(shared.response)
    again = await world.alice.click(answer, label="Share")
    assert again.ephemeral
    assert again.response
    assert again.response.content == english("notice.shared-already")
    assert shared.response
    passages = await world.bob.click(shared.response, label="Passages")
    assert f"**{QUOTE}**" in words(passages.response)
    refused = await world.bob.click(shared.response, label="Delete")
    assert refused.followups[0].content == english("notice.not-yours")


async def test_similar_articles_of_an_answer(world: World, tiny_library: TinyLibrary) -> None:
    """To whoever asks, alone; by the first source."""
    world.answerer.lookup = lookup_over(tiny_library)
    world.answerer.answers[QUESTION] = lambda: answer_of(
        references=(reference_of(article_id=str(bees().id)),)
    )
    answer = await asked(world)
    shown = await world.bob.click(answer, label="Similar")
    assert shown.ephemeral
    assert "Wasps do not dance" in words(shown.response)


@pytest.mark.parametrize("label", ["Similar", "Share"])
async def test_buttons_of_an_answer_no_longer_kept(world: World, label: str) -> None:
    answer = await asked(world, private=True)
    await world.bot.state.answers.forget_before(2**40)
    shown = await world.alice.click(answer, label=label)
    assert shown.response
    assert shown.response.content == english("notice.forgotten")


async def test_ask_about_a_message(world: World) -> None:
    """The message stands in the form, to be cut down; the answer is for the member alone."""
    message = await world.bob.send(world.channel, "I read that ketamine\nlifts mood")
    shown = await world.alice.context_menu(world.channel, "Ask about this", message)
    assert "I read that ketamine lifts mood" in str(world.env.http_requests[-1].json)
    await world.restart()
    result = await world.alice.submit_modal(shown, {"footnote:question": QUESTION})
    assert result.ephemeral
    assert QUOTE in words(result.response)


async def test_colour_and_words_tell_how_sure_an_answer_is(world: World) -> None:
    """The colour is never alone: the footer says the same."""
    seen: dict[str, int] = {}
    for confidence, said in ((0.9, "Strong match"), (0.7, "Good match"), (0.61, "Weak match")):
        world.answerer.answers[QUESTION] = lambda c=confidence: answer_of(confidence=c)
        message = await asked(world)
        assert said in words(message)
        seen[said] = message.components[0]["accent_color"]
    result = await world.alice.slash(world.channel, "ask", question="Do volcanoes sing?")
    assert result.response
    seen["none"] = result.response.components[0]["accent_color"]
    assert len(set(seen.values())) == 4
