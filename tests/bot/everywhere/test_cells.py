"""Every command, menu and button: as asker and stranger, where it is allowed and banned, in two languages.

Each table is held against what the bot registers, so that a new command or button needs a row here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord import app_commands

from bot.language.language import Language
from bot.language.saying import say
from bot.state.servers import ServerRules
from tests.bot.answering.shelf import DOI, bees, lookup_over
from tests.bot.commands.administrators.administrator import administrator
from tests.bot.conftest import words
from tests.bot.everywhere.ways import menu_in_dm
from tests.bot.fake_answerer import QUESTION, answer_of, reference_of
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
    bee = reference_of(article_id=str(bees().id))
    library.published.answers[QUESTION] = lambda: answer_of(references=(bee,))
    return library


@dataclass(frozen=True)
class Row:
    """What is done, what of a reply's words tells that it worked, and whether a server may ban it.

    `key` is a message's, said in the reader's language with `values`; what a value is unknown of ends it.
    """

    name: str
    key: str
    options: dict[str, Any] = field(default_factory=dict[str, Any])
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    banned: bool = True

    def said(self, language: Language) -> str:
        return say(language, self.key, **self.values)


COMMANDS = [
    Row("ask", "answer.strong", {"question": QUESTION}),
    Row("search", "search.title", {"words": "bees"}, {"words": "bees"}),
    Row("article", "card.read", {"article": DOI}),
    Row("similar", "list.similar", {"article": DOI}),
    Row("latest", "list.latest"),
    Row("cite", "cite.title", {"article": DOI}, {"style": "APA"}),
    Row("trends", "trends.caveat"),
    Row("brief", "brief.attached", {"topic": "ketamine and mood"}),
    Row("about", "about.what"),
    Row("help", "help.limits"),
    Row("alerts list", "alert.none", banned=False),
    Row("privacy", "privacy.nothing", banned=False),
]
MENUS = [
    Row("Check this claim", "claim.for"),
    Row("Find the paper", "paper.maybe"),
    Row("Ask about this", "modal.ask.title"),
]
ADMINISTRATORS = [
    Row("footnote channels", "settings.saved", {"everywhere": True}),
    Row("footnote roles", "settings.title"),
    Row("footnote limits", "settings.saved", {"member": 5}),
    Row("footnote language", "settings.saved", {"language": "fr"}),
    Row("footnote tone", "settings.saved", {"tone": "brief"}),
    Row("footnote mention-replies", "settings.saved", {"on": False}),
    Row("footnote forum", "settings.saved", {"on": True}),
    Row("footnote settings", "settings.title"),
    Row("footnote panel", "panel.posted", values={"panel": "…"}),
    Row("footnote gaps", "gaps.none"),
    Row("footnote export", "export.done"),
    Row("footnote health", "health.title"),
]
BUTTONS = {
    "more": "depth.none", "passages": "passage.of", "similar": "list.similar", "follow-up": "modal.follow-up.title",
    "helpful": "feedback.thanks", "unhelpful": "feedback.title",
}  # fmt: skip
"""Under an answer, for anybody, with what they show."""

OWN = {"delete": "notice.not-yours", "forget": "notice.not-your-conversation"}
"""For the asker, with how a stranger is refused."""

LANGUAGES = [Language.GERMAN, Language.JAPANESE]


def shown(world: World, result: Any) -> str:
    """All that one interaction led to: a reply, what follows it, a form, the names of files."""
    sent = "\n".join(words(message) for message in (result.response, *result.followups) if message)
    form = str(world.env.http_requests[-1].json)
    return f"{sent}\n{form}"


def acknowledge(world: World) -> None:
    world.env._errors_acknowledged = len(world.env.errors)


def test_every_command_has_a_row(world: World) -> None:
    found: set[str] = set()
    for command in world.bot.tree.get_commands():
        parts = command.commands if isinstance(command, app_commands.Group) else [command]
        found |= {part.qualified_name for part in parts}
    for menu in world.bot.tree.get_commands(type=discord.AppCommandType.message):
        found.add(menu.name)
    elsewhere = {"alerts add", "alerts remove"}  # tests.bot.keeping.test_alerts
    assert found - elsewhere == {row.name for row in (*COMMANDS, *MENUS, *ADMINISTRATORS)}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_askers(world: World, language: Language) -> None:
    """Every command and menu answers in its reader's language, in a server and in direct messages."""
    message = await world.bob.send(world.channel, CLAIM)
    direct = await world.alice.send_dm(CLAIM)
    with speaking(language):
        # What is kept of a member is told first, while there is nothing.
        for row in sorted(COMMANDS, key=lambda row: row.name != "privacy"):
            result = await world.bob.slash(world.channel, row.name, **row.options)
            assert row.said(language) in shown(world, result), row.name
            alone = await world.bob.user.slash(row.name, **row.options)
            if row.name != "privacy":
                assert row.said(language) in shown(world, alone), row.name
        for row in MENUS:
            result = await world.alice.context_menu(world.channel, row.name, message)
            assert row.said(language) in shown(world, result), row.name
            result = await menu_in_dm(world, world.alice, row.name, direct)
            assert row.said(language) in shown(world, result), row.name


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_banned_channel(world: World, language: Language) -> None:
    """Everything that tells of articles is refused, to whoever tried alone, in their language."""
    message = await world.bob.send(world.channel, CLAIM)
    answer = (await world.alice.slash(world.channel, "ask", question=QUESTION)).response
    assert answer
    await world.bot.desk.door.choose(
        world.guild.id, ServerRules(denied=frozenset({world.channel.id}))
    )
    await world.restart()
    before = list(world.answerer.asked)
    refusal = say(language, "notice.not-here-nor-elsewhere")
    with speaking(language):
        for row in COMMANDS:
            result = await world.alice.slash(world.channel, row.name, **row.options)
            assert (refusal in shown(world, result)) == row.banned, row.name
            assert result.ephemeral, row.name
        for row in MENUS:
            result = await world.alice.context_menu(world.channel, row.name, message)
            assert refusal in shown(world, result), row.name
            assert result.ephemeral, row.name
        form = await world.bob.click(answer, label="Follow up")
        assert refusal in shown(world, form)
    assert world.answerer.asked == before
    acknowledge(world)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_administrators_and_strangers(world: World, language: Language) -> None:
    """Each setting answers its administrator alone, also in a banned channel; a stranger changes nothing."""
    chief = administrator(world)
    (command,) = [c for c in await world.bot.tree.fetch_commands() if c.name == "footnote"]
    with speaking(language):
        world.guild.set_command_permissions(command, {world.alice: True})
        for row in ADMINISTRATORS:
            result = await world.alice.slash(world.channel, row.name, **row.options)
            assert say(language, "notice.not-allowed") in shown(world, result), row.name
            assert result.ephemeral, row.name
        kept = await world.bot.state.servers.rules(world.guild.id)
        assert kept == ServerRules()
        await world.bot.desk.door.choose(
            world.guild.id, ServerRules(denied=frozenset({world.channel.id}))
        )
        await world.restart()
        for row in ADMINISTRATORS:
            result = await chief.slash(world.channel, row.name, **row.options)
            assert row.said(language).split("…")[0] in shown(world, result), row.name
            assert result.ephemeral, row.name
    acknowledge(world)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_buttons(world: World, language: Language) -> None:
    """After a restart, in the language of whoever presses; a stranger is refused where it is the asker's."""
    with speaking(language):
        asked = await world.alice.slash(world.channel, "ask", question=QUESTION)
        private = await world.alice.slash(world.channel, "ask", question=QUESTION, private=True)
        assert asked.response
        assert private.response
        await world.restart()
        for button, key in BUTTONS.items():
            pressed = await world.bob.click(asked.response, label=say(language, f"button.{button}"))
            said = say(language, key, number=1, total=1)
            assert said in shown(world, pressed), button
            assert said in shown(
                world,
                await world.alice.click(private.response, label=say(language, f"button.{button}")),
            ), button
        for button, key in OWN.items():
            pressed = await world.bob.click(asked.response, label=say(language, f"button.{button}"))
            assert say(language, key) in shown(world, pressed), button
        forgot = await world.alice.click(asked.response, label=say(language, "button.forget"))
        assert say(language, "notice.forgot") in shown(world, forgot)
        under = labels(private.response)
        shared = await world.alice.click(private.response, label=say(language, "button.share"))
        assert say(language, "answer.shared", member="alice") in shown(world, shared)
        deleted = asked.response.id
        await world.alice.click(asked.response, label=say(language, "button.delete"))
        assert deleted not in {message.id for message in world.channel.history()}
    every = (*BUTTONS, *OWN, "share")
    assert under == {say(language, f"button.{button}") for button in every}


def labels(message: Any) -> set[str]:
    return {
        button["label"]
        for row in message.components
        for button in row.get("components") or []
        if button.get("label")
    }
