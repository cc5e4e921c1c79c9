"""Alerts: told once, wherever the bot is killed, and ended by who may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from structlog.testing import capture_logs

from bot.errors import LineFullError, QuestionError
from bot.keeping.news import WEEK, News
from bot.language.language import Language
from bot.refusals import NotYourAlertError, TooManyAlertsError
from bot.state.alerts import Alert
from tests.bot.commands.questions.test_ask import reasons
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION, FakeAnswerer, abstention_of, article_of
from tests.bot.tongues import speaking

if TYPE_CHECKING:
    import pytest

    from tests.bot.conftest import World


def publish(world: World, generation: str, *titles: str) -> FakeAnswerer:
    """A generation with all that the last one had, and articles of these titles."""
    before = world.answerer.articles
    made = world.library.publish(FakeAnswerer(generation))
    made.articles = {**before, **{t: article_of(t, t, "Words.") for t in titles}}
    return made


async def turns(world: World, count: int = 2) -> None:
    for _ in range(count):
        await world.look()


def told(channel: Any) -> list[str]:
    return [words(m) for m in channel.history() if m.author.bot]


async def added(world: World, who: Any, topic: str = "ketamine", **options: Any) -> Alert:
    await turns(world)
    result = await who.slash(world.channel, "alerts add", topic=topic, **options)
    assert result.ephemeral
    assert topic in words(result.response)
    return (await world.bot.state.alerts.of_owner(who.id))[-1]


async def test_new_articles_are_told_once(world: World) -> None:
    """Only new ones that bear on the topic, in one message, whatever comes after."""
    await added(world, world.mod, where="here")
    await turns(world)
    assert told(world.channel) == []
    publish(world, "g2", "Ketamine in teenagers", "Ketamine in mice", "Tea and sleep")
    await turns(world, 4)
    (digest,) = told(world.channel)
    assert "New on “ketamine”" in digest
    assert "Ketamine in teenagers" in digest
    assert "Ketamine in mice" in digest
    assert "Tea" not in digest
    assert "a trial" not in digest
    await world.restart()
    publish(world, "g3", "Tea and mood")
    await turns(world, 4)
    assert len(told(world.channel)) == 1
    publish(world, "g4", "Ketamine at last")
    await turns(world, 4)
    assert len(told(world.channel)) == 2


async def test_who_asks_for_an_alert_is_told_where_and_when(world: World) -> None:
    """As said to them, not as they chose it; a German noun keeps its capital."""
    result = await world.alice.slash(world.channel, "alerts add", topic="ketamine")
    assert words(result.response).endswith("in your direct messages, at once.")
    with speaking("de"):
        result = await world.mod.slash(world.channel, "alerts add", topic="tee", where="here")
        assert words(result.response).endswith("in diesem Kanal, sofort.")


async def test_a_line_full_of_members_makes_chores_wait(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no failure, and what is new is told a turn later."""
    await added(world, world.mod, where="here")
    consult = world.bot.serving.consult

    async def full(*_: Any) -> None:
        raise LineFullError(20)

    with capture_logs() as logged, monkeypatch.context() as patch:
        patch.setattr(world.bot.serving, "consult", full)
        publish(world, "g2", "Ketamine in teenagers")
        await turns(world, 3)
    assert {entry["log_level"] for entry in logged} == {"info"}
    assert told(world.channel) == []
    assert world.bot.serving.consult == consult
    await turns(world, 3)
    assert len(told(world.channel)) == 1


async def test_to_the_member_alone(world: World) -> None:
    await added(world, world.alice)
    publish(world, "g2", "Ketamine in teenagers")
    await turns(world, 3)
    assert told(world.channel) == []
    (digest,) = told(world.alice.user.dm_channel)
    assert "Ketamine in teenagers" in digest


async def test_once_a_week(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """All the week's news together."""
    await added(world, world.mod, where="here", when="weekly")
    for number, title in enumerate(("Ketamine one", "Ketamine two"), start=2):
        publish(world, f"g{number}", title)
        await turns(world, 3)
    assert told(world.channel) == []
    monkeypatch.setattr("bot.keeping.news.WEEK", -10)
    await turns(world, 3)
    (digest,) = told(world.channel)
    assert "Ketamine one" in digest
    assert "Ketamine two" in digest
    assert WEEK == 7 * 86_400


async def test_an_answer_that_changed(world: World) -> None:
    await added(world, world.mod, topic=QUESTION, where="here")
    new = publish(world, "g2")
    new.answers[QUESTION] = lambda: abstention_of(QUESTION, generation="g2")
    await turns(world, 3)
    assert [english("digest.no-answer") in said for said in told(world.channel)] == [True]
    publish(world, "g3")
    await turns(world, 3)
    assert len(told(world.channel)) == 2
    assert english("digest.changed") in told(world.channel)[-1]


class TestKilled:
    """Between writing a digest and knowing that it arrived."""

    async def test_before_it_was_sent(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        await added(world, world.mod, where="here")

        async def killed(*_: Any, **__: Any) -> None:
            raise RuntimeError

        with monkeypatch.context() as patch:
            patch.setattr(News, "_send", killed)
            publish(world, "g2", "Ketamine in teenagers")
            await turns(world, 3)
        assert told(world.channel) == []
        await world.restart()
        await turns(world, 3)
        assert len(told(world.channel)) == 1

    async def test_after_it_was_sent(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        await added(world, world.mod, where="here")

        async def killed(*_: Any, **__: Any) -> None:
            raise RuntimeError

        with monkeypatch.context() as patch:
            patch.setattr(type(world.bot.state.alerts), "arrived", killed)
            publish(world, "g2", "Ketamine in teenagers")
            await turns(world, 3)
        assert len(told(world.channel)) == 1
        await world.restart()
        await turns(world, 3)
        assert len(told(world.channel)) == 1
        assert await world.bot.state.alerts.unsent(most=9) == ()

    async def test_a_channel_that_is_gone(self, world: World) -> None:
        other = world.guild.create_text_channel("other")
        await turns(world)
        await world.mod.slash(other, "alerts add", topic="ketamine", where="here")
        await world.bot.get_channel(other.id).delete()  # pyright: ignore[reportAttributeAccessIssue, reportOptionalMemberAccess]
        publish(world, "g2", "Ketamine in teenagers")
        await turns(world, 4)
        assert await world.bot.state.alerts.unsent(most=9) == ()


class TestEnding:
    async def test_on_the_message_after_a_restart(self, world: World) -> None:
        alert = await added(world, world.mod, where="here")
        publish(world, "g2", "Ketamine in teenagers")
        await turns(world, 3)
        await world.restart()
        digest = world.channel.last_message
        assert digest
        refused = await world.alice.click(digest, label=english("button.unsubscribe"))
        assert words(refused.followups[0] if refused.followups else refused.response) == english(
            "notice.not-your-alert"
        )
        ended = await world.mod.click(digest, label=english("button.unsubscribe"))
        assert "Ended" in words(ended.response)
        assert await world.bot.state.alerts.find(alert.id) is None
        again = await world.mod.click(digest, label=english("button.unsubscribe"))
        assert words(again.response) == english("notice.no-alert")
        publish(world, "g3", "Ketamine again")
        await turns(world, 3)
        assert len(told(world.channel)) == 1

    async def test_by_command(self, world: World) -> None:
        alert = await added(world, world.alice)
        listed = await world.alice.slash(world.channel, "alerts list")
        assert "ketamine" in words(listed.response)
        choices = await world.alice.autocomplete(world.channel, "alerts remove", "alert", "KET")
        assert [choice["value"] for choice in choices_of(choices)] == [alert.id]
        await world.alice.slash(world.channel, "alerts remove", alert=alert.id)
        empty = await world.alice.slash(world.channel, "alerts list")
        assert words(empty.response) == english("alert.none")

    async def test_of_strangers(self, world: World) -> None:
        alert = await added(world, world.alice)
        listed = await world.bob.slash(world.channel, "alerts list")
        assert "ketamine" not in words(listed.response)
        for name in (alert.id, "nonsense"):
            await world.bob.slash(world.channel, "alerts remove", alert=name)
        assert await world.bot.state.alerts.find(alert.id)
        assert len(reasons(world)) == 2


def choices_of(found: Any) -> list[Any]:
    return found if isinstance(found, list) else found.autocomplete_choices


async def test_who_may_not(world: World) -> None:
    """A channel's alerts are its moderators'; nothing is looked for without words; and not without end."""
    await world.alice.slash(world.channel, "alerts add", topic="ketamine", where="here")
    await world.alice.slash(world.channel, "alerts add", topic="??")
    for number in range(25):
        await world.bot.state.alerts.add(
            Alert(
                id=f"{number}",
                owner=world.alice.id,
                guild=None,
                channel=None,
                topic="x",
                weekly=False,
                language=Language.ENGLISH,
                made=1,
                told_until=1,
                generation="g1",
            )
        )
    await world.alice.slash(world.channel, "alerts add", topic="ketamine")
    assert reasons(world) == [NotYourAlertError, QuestionError, TooManyAlertsError]


async def test_a_channel_the_bot_may_not_write_in(world: World) -> None:
    me = world.guild.me
    assert me
    await world.bot.get_channel(world.channel.id).set_permissions(  # pyright: ignore[reportAttributeAccessIssue, reportOptionalMemberAccess]
        me, overwrite=discord.PermissionOverwrite(send_messages=False)
    )
    result = await world.mod.slash(world.channel, "alerts add", topic="ketamine", where="here")
    assert words(result.response) == english("notice.cannot-alert-here")
    assert len(reasons(world)) == 1
