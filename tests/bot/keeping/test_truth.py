"""Answers that stay true: noted once on the message, or told to who alone may know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.keeping.truth import changes_in, key_of
from bot.language.language import Language
from bot.rendering.answers.notes import note_lines
from bot.rendering.limits import LAYOUT_TEXT
from bot.state.revisions import Change, Revision
from index.article import Status
from tests.bot.conftest import words
from tests.bot.fake_answerer import (
    QUESTION,
    QUOTE,
    TEXT,
    FakeAnswerer,
    answer_of,
    article_of,
)

if TYPE_CHECKING:
    from index.article import Article
    from tests.bot.conftest import World

TITLE = "Ketamine and mood: a trial"


def generation(name: str, *articles: Article, passages: bool = False) -> FakeAnswerer:
    made = FakeAnswerer(name)
    made.articles = {str(article.id): article for article in articles}
    if not passages:
        made.passages = {}
    return made


def trial(text: str = TEXT, **known: Any) -> Article:
    return article_of("a1", TITLE, text, **known)


@pytest.mark.parametrize(
    ("now", "found"),
    [
        pytest.param(generation("g", trial()), (), id="as it was"),
        pytest.param(generation("g", trial(TEXT.replace(" ", "\n  "))), (), id="white space"),
        pytest.param(
            generation("g", article_of("a2", "Another", TEXT), passages=True), (), id="its passage"
        ),
        pytest.param(generation("g"), (Change(1, "removed"),), id="gone"),
        pytest.param(
            generation("g", trial("It says another thing.")),
            (Change(1, "reworded"),),
            id="reworded",
        ),
        pytest.param(
            generation("g", trial(status=Status.RETRACTED)),
            (Change(1, "status", "retracted"),),
            id="retracted",
        ),
        pytest.param(
            generation("g", trial("Withdrawn.", status=Status.RETRACTED)),
            (Change(1, "reworded"), Change(1, "status", "retracted")),
            id="both",
        ),
    ],
)
def test_what_befell_a_source(now: FakeAnswerer, found: tuple[Change, ...]) -> None:
    assert changes_in(answer_of(), now) == found


def test_the_same_changes_have_the_same_key() -> None:
    one, other = Change(1, "removed"), Change(2, "status", "retracted")
    assert key_of("a", (one, other)) == key_of("a", (other, one))
    assert key_of("a", (one,)) != key_of("b", (one,)) != key_of("b", (other,))


def test_notes_leave_room_for_the_answer() -> None:
    """Of a hundred, the newest stay."""
    many = [
        Revision(n, "a", (Change(n % 9, "reworded"),), 86_400 * n, "edited") for n in range(100)
    ]
    lines = note_lines(many, Language.ENGLISH)
    assert lines
    assert str(86_400 * 99) in lines[-1]
    assert sum(map(len, lines)) < LAYOUT_TEXT / 4


async def publish(world: World, now: FakeAnswerer, turns: int = 3) -> None:
    world.library.publish(now)
    for _ in range(turns):
        await world.look()


def edits(world: World, since: int) -> int:
    return sum(
        r.method == "PATCH" and "/channels/" in r.path for r in world.env.http_requests[since:]
    )


async def test_a_retraction_is_noted_on_the_answer(world: World) -> None:
    """With its day, once for each change, and the answer stays readable."""
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    since = len(world.env.http_requests)
    await publish(world, generation("g2", trial(status=Status.RETRACTED)))
    said = words(world.channel.last_message)
    assert "Since this answer" in said
    assert "<t:" in said
    assert r"\[1\] is now marked: RETRACTED" in said
    assert QUOTE in said
    assert f"> {QUESTION}" in said
    await world.restart()
    await publish(world, generation("g3", trial(status=Status.RETRACTED)))
    assert edits(world, since) == 1
    await publish(world, generation("g4"))
    said = words(world.channel.last_message)
    assert said.count("Since this answer") == 2
    assert "no longer in the library" in said
    assert edits(world, since) == 2


async def test_who_shared_an_answer_stays_said(world: World) -> None:
    """Whatever is noted on it, after a restart too."""
    asked = await world.alice.slash(world.channel, "ask", question=QUESTION, private=True)
    assert asked.response
    await world.alice.click(asked.response, label="Share")
    await world.restart()
    await publish(world, generation("g2", trial(status=Status.RETRACTED)))
    said = words(world.channel.last_message)
    assert "Since this answer" in said
    assert "Shared by alice" in said


async def test_of_a_reply_to_a_mention_too(world: World) -> None:
    us = world.bot.user
    assert us
    await world.alice.send(world.channel, f"{us.mention} {QUESTION}")
    await publish(world, generation("g2"))
    assert "no longer in the library" in words(world.channel.last_message)


async def test_what_stands_is_left_alone(world: World) -> None:
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    await world.alice.slash(world.channel, "ask", question="Who won the cup?")
    since = len(world.env.http_requests)
    await publish(world, generation("g2", trial()))
    assert edits(world, since) == 0


async def test_a_private_answer_is_noted_to_its_asker(world: World) -> None:
    """Nobody else learns what they asked."""
    await world.alice.slash(world.channel, "ask", question=QUESTION, private=True)
    for name in ("g2", "g3"):
        await publish(world, generation(name, trial(status=Status.RETRACTED)))
        await world.restart()
    (message,) = [m for m in world.alice.user.dm_channel.history() if m.author.bot]
    assert QUESTION in message.content
    assert TITLE in message.content
    assert "RETRACTED" in message.content
    assert world.channel.history(viewer=world.bob) == []


async def test_a_message_deleted_while_the_bot_was_away_is_not_mourned(world: World) -> None:
    """Had it been there, it would have forgotten the answer at once."""
    us = world.bot.user
    assert us
    await world.bot.remove_cog("Deletions")
    await world.alice.send(world.channel, f"{us.mention} {QUESTION}")
    message = world.channel.last_message
    assert message
    await world.mod.delete(message)
    await publish(world, generation("g2"))
    assert [m for m in world.alice.user.dm_channel.history() if m.author.bot] == []
    (kept,) = await world.bot.state.answers.unchecked("g3", since=0, most=9)
    (revision,) = await world.bot.state.revisions.of(kept.id)
    assert revision.told == "lost"


async def test_many_are_noted_a_few_at_a_time(world: World) -> None:
    for _ in range(8):
        await world.alice.slash(world.channel, "ask", question=QUESTION)
    since = len(world.env.http_requests)
    world.library.publish(generation("g2"))
    await world.look()
    await world.look()
    assert 0 < edits(world, since) <= 6
    for _ in range(4):
        await world.look()
    assert edits(world, since) == 8


@pytest.mark.parametrize("settings", [{"recheck_days": 0}], ids=["none"])
async def test_the_operator_can_switch_it_off(world: World) -> None:
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    since = len(world.env.http_requests)
    await publish(world, generation("g2"))
    assert edits(world, since) == 0
