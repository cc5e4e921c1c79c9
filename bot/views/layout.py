"""A page as Discord's Components V2: the one module that decides in what form answers are sent.

Why not content: 2,000 letters do not hold three sentences with links to their very words. Why not an
embed: members can switch embeds off, and then see nothing. Plain notices are sent as content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import discord
from discord import ui

from bot.rendering.limits import BUTTON_LABEL, ROW_BUTTONS

if TYPE_CHECKING:
    from bot.rendering.page import Page, Press

PREFIX: Final = "footnote:"
"""Every custom_id of ours begins so."""


def layout_of(page: Page) -> ui.LayoutView:
    """The page, ready to be sent.

    It is no running view: `discord.py` would keep each one in memory for as long as the bot runs.
    Presses reach the `DynamicItem`s of `bot.views.buttons`, before and after a restart.
    """
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container()
    for place, block in enumerate(page.blocks):
        if place:
            box.add_item(ui.Separator(visible=False))
        box.add_item(ui.TextDisplay(block))
    view.add_item(box)
    for start in range(0, len(page.presses), ROW_BUTTONS):
        row = page.presses[start : start + ROW_BUTTONS]
        view.add_item(ui.ActionRow(*(_button(press) for press in row)))
    view.stop()
    return view


def _button(press: Press) -> ui.Button[ui.LayoutView]:
    return ui.Button(
        style=discord.ButtonStyle.secondary,
        label=press.label[:BUTTON_LABEL],
        custom_id=PREFIX + press.action,
    )
