"""A page as Discord's Components V2.

Why not content: 2,000 letters do not hold three sentences with links to their very words. Why not an
embed: members can switch embeds off, and then see nothing. Plain notices are sent as content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord
from discord import ui

from bot.rendering.limits import BUTTON_LABEL, PICTURE_SAID, ROW_BUTTONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.rendering.page import Enclosure, Page, Press

PREFIX: Final = "footnote:"
"""Every custom_id of ours begins so."""


def layout_of(page: Page) -> ui.LayoutView:
    """The page, ready to be sent.

    It is no running view: `discord.py` would keep each one in memory for as long as the bot runs.
    Presses reach the `DynamicItem`s of `bot.views`, before and after a restart.
    """
    view = ui.LayoutView(timeout=None)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=page.tone.value)
    for place, block in enumerate(page.blocks):
        if place:
            box.add_item(ui.Separator(visible=False))
        box.add_item(ui.TextDisplay(block))
    for enclosure in page.enclosures:
        box.add_item(_enclosed(enclosure))
    view.add_item(box)
    for row in _rows(page.presses):
        view.add_item(ui.ActionRow(*(button_of(press) for press in row)))
    view.stop()
    return view


def button_of(press: Press) -> ui.Button[Any]:
    """A button, found again by its custom_id."""
    return ui.Button(
        style=discord.ButtonStyle.secondary,
        label=press.label[:BUTTON_LABEL],
        custom_id=PREFIX + press.action,
        disabled=press.here,
    )


def _enclosed(enclosure: Enclosure) -> ui.Item[Any]:
    place = f"attachment://{enclosure.name}"
    if not enclosure.said:
        return ui.File(place)
    gallery: ui.MediaGallery[Any] = ui.MediaGallery()
    return gallery.add_item(media=place, description=enclosure.said[:PICTURE_SAID])


def _rows(presses: tuple[Press, ...]) -> Iterator[tuple[Press, ...]]:
    for first in range(0, len(presses), ROW_BUTTONS):
        yield presses[first : first + ROW_BUTTONS]
