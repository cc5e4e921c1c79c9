"""Backups of the file while the bot writes to it, and the way back."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING

import pytest

from bot.errors import StateError
from bot.state.backup import back_up
from bot.state.database import FILE
from bot.state.state import State
from tests.bot.state.test_answers import given_answer
from tests.making import names

if TYPE_CHECKING:
    from pathlib import Path


async def test_while_the_bot_writes(tmp_path: Path) -> None:
    """The copy opens, and holds every answer that was kept before it was begun."""
    state = State(tmp_path / "state")
    await state.open()
    for number in range(20):
        await state.answers.remember(given_answer(f"before{number}"))
    copy = tmp_path / "copy.sqlite"

    async def write() -> None:
        for number in range(60):
            await state.answers.remember(given_answer(f"during{number}"))

    writing = asyncio.create_task(write())
    await asyncio.sleep(0.02)
    assert await asyncio.to_thread(back_up, tmp_path / "state", copy) > 0
    await writing
    await state.close()
    assert names(tmp_path) == ["copy.sqlite", "state"]
    restored = tmp_path / "restored"
    restored.mkdir()
    shutil.copy(copy, restored / FILE)
    again = State(restored)
    await again.open()
    for number in range(20):
        assert await again.answers.recall(f"before{number}") == given_answer(f"before{number}")
    await again.answers.remember(given_answer("after"))
    await again.close()


async def test_an_older_copy_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_text("old")
    with pytest.raises(StateError, match="FOOTNOTE_STATE"):
        back_up(tmp_path / "nowhere", copy)
    (tmp_path / FILE).write_bytes(b"this is no database" * 100)
    with pytest.raises(StateError, match="cannot copy"):
        back_up(tmp_path, copy)
    assert copy.read_text() == "old"
    assert names(tmp_path) == ["copy.sqlite", FILE]
