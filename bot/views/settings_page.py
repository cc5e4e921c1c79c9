"""The settings page of a server: menus and switches that keep what is chosen at once.

They know nothing but their own names, so they work after a restart; what they change is the server
they are pressed in, and only for who may manage it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

import discord
from discord import ui
from typing_extensions import override

from bot.language.choosing import reader_of
from bot.language.language import Language
from bot.language.saying import say
from bot.refusals import NotAdministratorError
from bot.rendering.choices import TONE_KEYS, choices_text, language_name
from bot.speaking.changes import MOST_NAMED, allow_only, deny_only
from bot.speaking.tongue import OWN
from bot.telling import NOBODY, tell_failure
from bot.views.layout import PREFIX

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence
    from typing import Self

    from bot.client import FootnoteBot
    from bot.state.servers import ServerRules

    Interaction = discord.Interaction[FootnoteBot]
    Menu = ui.ChannelSelect[Any] | ui.RoleSelect[Any] | ui.Select[Any]

_SPOKEN_IN: Final = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.voice,
    discord.ChannelType.forum,
    discord.ChannelType.category,
]


def settings_page(
    rules: ServerRules, language: Language, *, everywhere: bool, saved: bool = False
) -> ui.LayoutView:
    """The page, ready to be sent; like `layout_of`'s, it is no running view."""
    view = ui.LayoutView(timeout=None)
    text = choices_text(rules, language, everywhere=everywhere)
    if saved:
        text += f"\n-# {say(language, 'settings.saved')}"
    box: ui.Container[ui.LayoutView] = ui.Container()
    box.add_item(ui.TextDisplay(text))
    for menu in _menus(rules, language):
        box.add_item(ui.ActionRow(menu))
    speaks = everywhere if rules.everywhere is None else rules.everywhere
    switches = (
        ("everywhere", "button.everywhere", speaks),
        ("mentions", "button.mentions", rules.mention_replies),
        ("forum", "button.forum", rules.forum),
    )
    box.add_item(
        ui.ActionRow(*(_switch(name, say(language, k), on=on) for name, k, on in switches))
    )
    view.add_item(box)
    view.stop()
    return view


def _menus(rules: ServerRules, language: Language) -> Sequence[Menu]:
    languages = [(OWN, say(language, "settings.language-auto"))] + [
        (known.value, language_name(known, language)) for known in Language
    ]
    tones = [(tone, say(language, key)) for tone, key in TONE_KEYS.items()]
    return (
        _channels("allowed", say(language, "settings.choose-allowed"), rules.allowed),
        _channels("denied", say(language, "settings.choose-denied"), rules.denied),
        ui.RoleSelect(
            custom_id=f"{PREFIX}set:roles",
            placeholder=say(language, "settings.choose-roles"),
            min_values=0,
            max_values=MOST_NAMED,
            default_values=[
                discord.SelectDefaultValue(id=r, type=discord.SelectDefaultValueType.role)
                for r in sorted(rules.roles)
            ],
        ),
        _options("language", languages, rules.language),
        _options("tone", tones, rules.tone),
    )


def _channels(name: str, placeholder: str, chosen: frozenset[int]) -> ui.ChannelSelect[Any]:
    return ui.ChannelSelect(
        custom_id=f"{PREFIX}set:{name}",
        placeholder=placeholder,
        channel_types=_SPOKEN_IN,
        min_values=0,
        max_values=MOST_NAMED,
        default_values=[
            discord.SelectDefaultValue(id=c, type=discord.SelectDefaultValueType.channel)
            for c in sorted(chosen)
        ],
    )


def _options(name: str, named: Sequence[tuple[str, str]], chosen: str) -> ui.Select[Any]:
    return ui.Select(
        custom_id=f"{PREFIX}set:{name}",
        options=[
            discord.SelectOption(label=label, value=value, default=value == chosen)
            for value, label in named
        ],
    )


def _switch(name: str, label: str, *, on: bool) -> ui.Button[Any]:
    # No meaning by colour alone: a mark tells what the press would find.
    mark = "☑" if on else "☐"
    style = discord.ButtonStyle.primary if on else discord.ButtonStyle.secondary
    return ui.Button(style=style, label=f"{mark} {label}", custom_id=f"{PREFIX}set:{name}")


def _changed(
    rules: ServerRules, name: str, values: Sequence[str], *, everywhere: bool
) -> ServerRules:
    """The choices after a menu or a switch was used."""
    ids = [int(value) for value in values if value.isdecimal()]
    word = values[0] if values else ""
    speaks = everywhere if rules.everywhere is None else rules.everywhere
    changes: dict[str, Callable[[], ServerRules]] = {
        "allowed": lambda: allow_only(rules, ids),
        "denied": lambda: deny_only(rules, ids),
        "roles": lambda: replace(rules, roles=frozenset(ids)),
        "language": lambda: replace(rules, language=word or OWN),
        "tone": lambda: replace(rules, tone=word or rules.tone),
        "everywhere": lambda: replace(rules, everywhere=not speaks),
        "mentions": lambda: replace(rules, mention_replies=not rules.mention_replies),
        "forum": lambda: replace(rules, forum=not rules.forum),
    }
    return changes[name]()


class SettingsMenu(
    ui.DynamicItem[ui.Item[Any]],
    template=f"{PREFIX}set:(?P<name>allowed|denied|roles|language|tone|everywhere|mentions|forum)",
):
    """A menu or a switch of the settings page."""

    def __init__(self, item: ui.Item[Any], name: str) -> None:
        super().__init__(item)
        self.name = name

    @classmethod
    @override
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(item, match["name"])

    @override
    async def callback(self, interaction: Interaction) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - only our bot dispatches it
        try:
            await self._chosen(interaction)
        except Exception as error:  # noqa: BLE001 - the one door, for menus
            await tell_failure(interaction, error, where=type(self).__name__)

    async def _chosen(self, interaction: Interaction) -> None:
        if interaction.guild_id is None or not interaction.permissions.manage_guild:
            raise NotAdministratorError
        door = interaction.client.desk.door
        values = cast("dict[str, Any]", interaction.data or {}).get("values", [])
        rules = _changed(
            await door.rules(interaction.guild_id), self.name, values, everywhere=door.everywhere
        )
        await door.choose(interaction.guild_id, rules)
        page = settings_page(rules, reader_of(interaction), everywhere=door.everywhere, saved=True)
        await interaction.response.edit_message(view=page, allowed_mentions=NOBODY)
