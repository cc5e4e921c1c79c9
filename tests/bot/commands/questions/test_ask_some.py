"""`/ask` limited to some articles: by day, outlet, topic, author, kind of study and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import QuestionError
from bot.language.language import Language
from bot.language.saying import say
from index.article import Status
from index.evidence_card import Design
from index.holdings.filters import EVERYTHING, Filters
from tests.bot.answering.shelf import lookup_over
from tests.bot.commands.questions.test_ask import reasons
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION, QUOTE, FakeAnswerer
from tests.bot.tongues import speaking

if TYPE_CHECKING:
    from tests.bot.conftest import World
    from tests.bot.fake_answerer import FakeLibrary
    from tests.conftest import TinyLibrary


@pytest.fixture
def library(library: FakeLibrary, tiny_library: TinyLibrary) -> FakeLibrary:
    assert library.published
    library.published.lookup = lookup_over(tiny_library)
    return library


async def test_options_limit_what_is_searched(world: World) -> None:
    """And the answer says so, for whoever reads it cannot see the options."""
    options = {
        "since": "2016-02", "until": " 2020", "outlet": "Journal of Examples", "topic": "depression",
        "author": "Müller", "design": "randomised trial", "status": "current",
    }  # fmt: skip
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, **options)
    assert world.answerer.limited == [
        Filters(
            since="2016-02",
            until="2020",
            outlets=("Journal of Examples",),
            topics=("depression",),
            authors=("Müller",),
            designs=(Design.RANDOMISED_TRIAL,),
            statuses=(Status.CURRENT,),
        )
    ]
    said = words(result.response)
    assert QUOTE in said
    limits = "2016-02 – 2020 · Journal of Examples · depression · Müller · randomised trial · no notice known"
    assert english("answer.limited", limits=limits) in said


async def test_without_options_all_is_searched_and_nothing_is_said_of_it(world: World) -> None:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, outlet=" ")
    assert world.answerer.limited == [EVERYTHING]
    assert english("answer.limited", limits="")[:12] not in words(result.response)


@pytest.mark.parametrize(
    "days",
    [{"since": "last year"}, {"until": "2020-13"}, {"since": "2021", "until": "2019"}],
    ids=["words", "no month", "turned round"],
)
async def test_a_date_that_is_none_is_told_in_one_sentence(
    world: World, days: dict[str, str]
) -> None:
    """To its member alone, in their language; nothing is looked up."""
    with speaking("de"):
        result = await world.alice.slash(world.channel, "ask", question=QUESTION, **days)
    assert result.ephemeral
    assert result.response
    assert result.response.content == say(Language.GERMAN, "notice.bad-dates")
    assert world.answerer.asked == []
    assert reasons(world) == [QuestionError]


async def test_the_buttons_of_a_limited_answer_outlive_a_restart(world: World) -> None:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, since="2016")
    await world.restart()
    assert result.response
    shown = await world.bob.click(result.response, label="Passages")
    assert f"**{QUOTE}**" in words(shown.response)


async def test_a_limited_question_in_a_direct_message(world: World) -> None:
    result = await world.alice.user.slash("ask", question=QUESTION, design="cohort study")
    assert english("answer.limited", limits="cohort study") in words(result.response)


async def test_outlets_topics_and_authors_are_suggested_from_memory(world: World) -> None:
    """Authors by the beginning of any of their names, with or without accents."""
    wanted = {
        ("outlet", "journal"): ["Journal of Examples"],
        ("topic", "dep"): ["depression"],
        ("author", "mull"): ["Ana Müller"],
        ("author", "bo"): ["Bo Chen"],
        ("author", "zz"): [],
    }
    for (option, typed), values in wanted.items():
        found = await world.alice.autocomplete(world.channel, "ask", option, typed)
        assert [choice["value"] for choice in found] == values
    everybody = await world.alice.autocomplete(world.channel, "ask", "author", "")
    assert "Bo Chen" in [choice["value"] for choice in everybody]
    world.bot.serving._served._lending.replace(None)
    for option, _ in wanted:
        assert await world.alice.autocomplete(world.channel, "ask", option, "x") == []


NATURE = "Looked only into: Nature."


async def test_a_follow_up_is_held_to_the_same_and_says_so(world: World) -> None:
    """By command, button and reply, after a restart; until a new topic or all articles are asked for."""
    first = await world.alice.slash(world.channel, "ask", question=QUESTION, outlet="Nature")
    await world.restart()
    assert first.response
    nature = Filters(outlets=("Nature",))
    leaned = await world.alice.slash(world.channel, "ask", question="why?")
    assert world.answerer.limited[-1] == nature
    assert NATURE in words(leaned.response)
    more = await world.alice.slash(world.channel, "ask", question="and in children?", since="2019")
    assert world.answerer.limited[-1] == Filters(outlets=("Nature",), since="2019")
    assert "Looked only into: since 2019 · Nature." in words(more.response)
    wide = await world.alice.slash(world.channel, "ask", question="and in all articles?")
    assert world.answerer.limited[-1] == EVERYTHING
    assert world.answerer.asked[-1] == world.answerer.asked[-2]
    assert "Looked only into" not in words(wide.response)
    form = await world.bob.click(first.response, label="Follow up")
    await world.bob.submit_modal(form, {"footnote:question": "why?"})
    assert world.answerer.limited[-1] == nature
    assert world.bot.user
    mention = f"<@{world.bot.user.id}>"
    await world.bob.send(world.channel, f"{mention} why?", reply_to=first.response)
    assert world.answerer.limited[-1] == nature
    assert NATURE in words(world.channel.last_message)
    other = await world.bob.slash(world.channel, "ask", question="How do bees dance?")
    assert world.answerer.limited[-1] == EVERYTHING
    assert "Looked only into" not in words(other.response)


async def test_what_was_looked_into_stays_in_every_form_of_the_answer(world: World) -> None:
    """When it is shared, looked at more closely, and noted on because a source changed."""
    private = await world.alice.slash(
        world.channel, "ask", question=QUESTION, outlet="Nature", private=True
    )
    assert private.response
    shared = await world.alice.click(private.response, label="Share")
    assert NATURE in words(shared.response)
    more = await world.alice.click(private.response, label="More")
    assert NATURE in words(more.response)
    changed = world.library.publish(FakeAnswerer("g2"))
    changed.articles = {}
    changed.passages = {}
    await world.look()
    await world.look()
    said = words(shared.response)
    assert "no longer in the library" in said
    assert NATURE in said
