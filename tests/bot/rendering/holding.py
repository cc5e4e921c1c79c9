"""What is asked of every page, whatever the articles say: Discord takes it, and nothing in it acts."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from bot.rendering import limits
from bot.views.sending import Dress, Form
from tests.bot import wire

if TYPE_CHECKING:
    from bot.rendering.page import Page

LINK = re.compile(r"\(<https?://[^\s<>]*>\)")
LIVE = re.compile(r"(?<!\\)(?:\\\\)*(?:\]\(|[@`]|<)")
"""What begins a link, a mention or code where no backslash stands before it."""


def taken(page: Page) -> None:
    """Discord takes it in both forms."""
    assert page.blocks
    assert all(block.strip() for block in page.blocks)
    for form in Form:
        body = dressed(page, form)
        request = SimpleNamespace(json=body, method="POST", path="/channels/1/messages")
        held = wire.check([cast("Any", request)])
        assert held == wire.DOCUMENT.is_file()
    text = "\n\n".join(page.blocks)
    text.encode("utf-8")
    assert limits.length(text) <= limits.EMBED_DESCRIPTION


def holds(page: Page) -> None:
    """And it links to web pages alone and pings nobody."""
    taken(page)
    text = "\n\n".join(page.blocks)
    assert not LIVE.search(unlinked(text)), text


def unlinked(text: str) -> str:
    """The text without its links' addresses, for which nothing else may pass."""
    return LINK.sub("", re.sub(r"\]" + LINK.pattern, "", text))


def dressed(page: Page, form: Form) -> dict[str, Any]:
    """The body that discord.py makes of it."""
    made = Dress(form).fresh(page)
    view = made.get("view")
    body: dict[str, Any] = {"allowed_mentions": made["allowed_mentions"].to_dict()}
    if view:
        body["components"] = view.to_components()
    if form is Form.COMPONENTS:
        body["flags"] = 1 << 15
    if "embed" in made:
        body["embeds"] = [made["embed"].to_dict()]
    return body
