"""Looking more closely at an answer: by words, by More, and by the row of buttons under what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.answering.answer import Statement
from bot.answering.depth.views import Depth
from bot.language.language import Language
from bot.language.saying import say
from bot.rendering.answers.depths import DEPTH_KEYS
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION, answer_of, citation_of, passage_of, reference_of
from tests.bot.tongues import speaking

if TYPE_CHECKING:
    from simcord import ResponseMessage

    from tests.bot.conftest import World

TOLD = {depth: f"The articles tell of {depth.value}." for depth in Depth}


def tell_all(world: World) -> None:
    for depth, text in TOLD.items():
        world.answerer.looked[depth] = (Statement(text, (citation_of(passage_of()),)),)


async def asked(world: World, **options: Any) -> ResponseMessage:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, **options)
    assert result.response
    return result.response


async def more_of(world: World, answer: ResponseMessage) -> ResponseMessage:
    pressed = await world.alice.click(answer, label="More")
    assert pressed.ephemeral
    assert pressed.response
    return pressed.response


def buttons(message: Any) -> dict[str, bool]:
    """Each label, and whether it can be pressed."""
    return {
        button["label"]: not button.get("disabled", False)
        for row in message.components
        for button in (row.get("components") or [])
        if button.get("label")
    }


@pytest.mark.parametrize("private", [False, True], ids=["public", "private"])
async def test_more_opens_a_message_that_its_buttons_turn(world: World, *, private: bool) -> None:
    """Each look in place, the one that is shown not to be pressed, through restarts; the answer stays."""
    tell_all(world)
    answer = await asked(world, private=private)
    await world.restart()
    tell_all(world)
    who = world.alice if private else world.bob
    shown = await who.click(answer, label="More")
    assert shown.ephemeral
    assert shown.response
    assert shown.response.id != answer.id
    said = words(shown.response)
    assert TOLD[Depth.MORE] in said
    assert f"> {QUESTION}" in said
    labels = [english(key) for key in DEPTH_KEYS.values()]
    assert labels == ["More", "Methods", "Numbers", "Limitations", "Disagreements"]
    for depth, label in zip(Depth, labels, strict=True):
        if depth is not Depth.MORE:
            await world.restart()
            tell_all(world)
            turned = await who.click(shown.response, label=label)
            assert turned.response is None or turned.response.id == shown.response.id
        assert TOLD[depth] in words(shown.response)
        assert buttons(shown.response) == {each: each != label for each in labels}
    assert TOLD[Depth.METHODS] not in words(answer)


async def test_a_look_asked_for_in_words_can_be_turned_by_anybody_for_themselves(
    world: World,
) -> None:
    """Nothing is looked up; what stands in the channel is not turned under its readers' eyes."""
    tell_all(world)
    await asked(world)
    before = list(world.answerer.asked)
    result = await world.alice.slash(world.channel, "ask", question="show me the numbers")
    assert result.response
    assert world.answerer.asked == before
    assert TOLD[Depth.NUMBERS] in words(result.response)
    turned = await world.bob.click(result.response, label="Limitations")
    assert turned.ephemeral
    assert TOLD[Depth.LIMITATIONS] in words(turned.response)
    assert TOLD[Depth.NUMBERS] in words(result.response)


async def test_where_the_sources_say_no_more_that_is_said(world: World) -> None:
    """With the sources themselves, and the other looks still at hand."""
    answer = await asked(world)
    shown = await more_of(world, answer)
    assert english("depth.none") in words(shown)
    assert reference_of().title in words(shown)
    tell_all(world)
    await world.alice.click(shown, label="Methods")
    assert TOLD[Depth.METHODS] in words(shown)


async def test_of_what_was_not_answered_there_is_no_other_look(world: World) -> None:
    """It has no sources that could say more."""
    await world.alice.slash(world.channel, "ask", question="Who won the cup?")
    result = await world.alice.slash(world.channel, "ask", question="show me the numbers")
    assert english("answer.none") in words(result.response)
    assert english("depth.none") not in words(result.response)
    assert result.response
    assert "Limitations" not in str(result.response.components)


async def test_a_long_look_is_paged(world: World) -> None:
    """Every sentence of it is on one of the pages, each with its source."""
    told = [f"Finding {n}. " + "word " * 120 for n in range(1, 13)]
    world.answerer.looked[Depth.MORE] = tuple(
        Statement(text.strip(), (citation_of(passage_of()),)) for text in told
    )
    answer = await asked(world)
    shown = await more_of(world, answer)
    seen = words(shown)
    assert "Page 1 of" in seen
    await world.restart()
    world.answerer.looked[Depth.MORE] = tuple(
        Statement(text.strip(), (citation_of(passage_of()),)) for text in told
    )
    for _ in range(12):
        if "Next" not in buttons(shown):
            break
        await world.alice.click(shown, label="Next")
        seen += words(shown)
    assert all(seen.count(f"Finding {n}.") == 1 for n in range(1, 13))
    assert "Previous" in buttons(shown)


@pytest.mark.parametrize("locale", ["de", "ja"])
async def test_the_looks_speak_the_readers_language(world: World, locale: str) -> None:
    tell_all(world)
    answer = await asked(world)
    language = Language(locale)
    with speaking(locale):
        shown = await more_of(world, answer)
        assert say(language, "answer.quoted") in words(shown)
        await world.alice.click(shown, label=say(language, "button.disagreements"))
    assert TOLD[Depth.DISAGREEMENTS] in words(shown)
    assert list(buttons(shown)) == [say(language, key) for key in DEPTH_KEYS.values()]


async def test_looks_at_an_answer_no_longer_kept(world: World) -> None:
    tell_all(world)
    answer = await asked(world)
    shown = await more_of(world, answer)
    await world.bot.state.answers.forget_before(2**40)
    turned = await world.alice.click(shown, label="Numbers")
    assert turned.followups[0].content == english("notice.forgotten")
    assert turned.followups[0].ephemeral
    assert TOLD[Depth.MORE] in words(shown)
    again = await world.alice.click(answer, label="More")
    assert again.response
    assert again.response.content == english("notice.forgotten")


async def test_an_answer_of_two_sources_keeps_their_numbers(world: World) -> None:
    """A number means the same source in the answer and in every look at it."""
    answer = answer_of()
    world.answerer.looked[Depth.MORE] = (Statement("More of it.", (citation_of(passage_of()),)),)
    world.answerer.answers[QUESTION] = lambda: answer
    shown = await more_of(world, await asked(world))
    assert r"More of it. [\[1\]](<" in words(shown)
