"""A page as what Discord is sent: Components V2, or an embed where an operator prefers those.

Components V2 is shown to everybody; embeds can be switched off by a member and then show nothing, but
old clients and bridges to other networks know them better. Buttons are the same in both.
"""

from __future__ import annotations

import re
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import discord
from discord import ui

from bot.telling import NOBODY
from bot.views.layout import button_of, layout_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.page import Enclosure, Page, Press


_SMALL: Final = re.compile(r"^-# ", re.MULTILINE)


class Form(StrEnum):
    """In what form pages are sent."""

    COMPONENTS = "components"
    EMBED = "embed"


class Dress:
    """Gives pages their form, as the arguments of discord.py's verbs.

    Args:
        form: Of every page.
    """

    def __init__(self, form: Form) -> None:
        self._form = form

    def fresh(self, page: Page) -> dict[str, Any]:
        """For a new message: nobody is pinged by it."""
        files = {"files": _files(page.enclosures)} if page.enclosures else {}
        return {**self._body(page), **files, "allowed_mentions": NOBODY}

    def over(self, page: Page) -> dict[str, Any]:
        """For a message that says something else so far, which this takes the place of."""
        files = {"attachments": _files(page.enclosures)} if page.enclosures else {}
        return {"content": None, **self._body(page), **files, "allowed_mentions": NOBODY}

    def calling(self, page: Page, role: int) -> dict[str, Any]:
        """As `fresh`, for the one message that pings a role, which is named on the page."""
        pinged = discord.AllowedMentions(
            everyone=False, users=False, roles=[discord.Object(role)], replied_user=False
        )
        # A mention within an embed is shown and pings nobody.
        outside = {"content": f"<@&{role}>"} if self._form is Form.EMBED else {}
        return {**self.fresh(page), **outside, "allowed_mentions": pinged}

    def _body(self, page: Page) -> dict[str, Any]:
        if self._form is Form.COMPONENTS:
            return {"view": layout_of(page)}
        return {"embed": _embed(page), "view": _buttons(page.presses)}


def _embed(page: Page) -> discord.Embed:
    # An embed's description holds 4,096 letters, a layout's texts 4,000 together.
    # Not every client that prefers embeds knows small print in them: it would read the marks.
    words = _SMALL.sub("", "\n\n".join(page.blocks))
    embed = discord.Embed(description=words, colour=page.tone.value)
    picture = next((enclosure for enclosure in page.enclosures if enclosure.said), None)
    if picture:
        embed.set_image(url=f"attachment://{picture.name}")
    return embed


def _buttons(presses: Sequence[Press]) -> ui.View | None:
    if not presses:
        return None
    view = ui.View(timeout=None)
    for press in presses:
        view.add_item(button_of(press))
    view.stop()  # as in `layout_of`
    return view


def _files(enclosures: Sequence[Enclosure]) -> list[discord.File]:
    return [
        discord.File(BytesIO(each.content), filename=each.name, description=each.said or None)
        for each in enclosures
    ]
