"""The preview's own parts: its stand-in for a message's menu, its members' languages, its new generations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.preview.page import preview
from tests.bot.conftest import words
from tests.bot.english import english
from tests.making import article, library_of

if TYPE_CHECKING:
    from pathlib import Path

    from index.vectors.embedding import SentenceTransformerEmbedder

pytestmark = pytest.mark.enable_socket

TEA = "Green tea lowered blood pressure in 200 adults who drank it daily for a month."


async def test_every_command_and_a_new_generation(
    tmp_path: Path, embedder: SentenceTransformerEmbedder
) -> None:
    """What the page does with hands is done here by word: the same members in the same server."""
    folder = tmp_path / "library"
    library_of(folder, article("Green tea and blood pressure", TEA), embedder=embedder)
    async with preview(folder) as staged:
        there, channel = staged.members, staged.members.channel
        said = await there.robin.send(channel, "Green tea lowers blood pressure.")
        menu, message = english("menu.check-claim.name"), str(said.id)
        offered = await there.robin.autocomplete(channel, "right-click", "menu", "check")
        assert [choice["value"] for choice in offered] == [menu]
        offered = await there.robin.autocomplete(channel, "right-click", "message", "green tea")
        assert [choice["value"] for choice in offered] == [message]
        checked = await there.robin.slash(channel, "right-click", menu=menu, message=message)
        assert checked.ephemeral
        assert "Green tea lowered blood pressure" in words(checked.response)
        form = await there.robin.slash(
            channel, "right-click", menu=english("menu.ask-about.name"), message=message
        )
        assert form.modal is not None
        neither = await there.robin.slash(channel, "right-click", menu="?", message="1")
        assert neither.ephemeral
        helped = await there.jonas.slash(channel, "help")
        assert "Bibliothek" in words(helped.response)
        added = await there.morgan.slash(channel, "alerts add", topic="green tea", where="here")
        assert added.ephemeral
        new = article("Green tea at night", "Green tea at night kept 40 adults awake for an hour.")
        library_of(folder, article("Green tea and blood pressure", TEA), new, embedder=embedder)
        await staged.catch_up()
        told = [words(each) for each in channel.history() if each.author.bot]
        assert any("Green tea at night" in each for each in told)
