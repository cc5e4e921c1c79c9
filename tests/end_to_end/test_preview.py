"""A newcomer's first look: the preview in a browser, from its command to its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.bot.english import english
from tests.end_to_end.browser import needs_chromium
from tests.end_to_end.preview_page import preview_page
from tests.end_to_end.processes import module_process

if TYPE_CHECKING:
    from pathlib import Path

    from index.store.library import Library
    from tests.end_to_end.preview_page import PreviewPage

pytestmark = [pytest.mark.enable_socket, pytest.mark.timeout(240)]

STARTING = 90.0
STOPPING = 15.0
QUESTION = "can you identify a person from hair without DNA?"
"""The shelf answers it."""


@pytest.mark.browser
@needs_chromium
async def test_a_newcomer_asks_in_a_browser(sample_library: Library, tmp_path: Path) -> None:
    """With no token: /ask, a cited answer, its passages, a picture of both, and Ctrl-C."""
    command = ("scripts.preview", "--library", str(sample_library.folder))
    async with module_process(*command, home=tmp_path) as serving:
        told = await serving.says("http://127.0.0.1:", seconds=STARTING)
        found = re.search(r"http://127\.0\.0\.1:\d+/\S+", told)
        assert found
        async with preview_page(found[0]) as page:
            answer = await page.ask(QUESTION)
            assert QUESTION in await answer.inner_text()
            assert english("answer.quoted") in await answer.inner_text()
            numbers = answer.get_by_role("link", name="[1]")
            assert await numbers.count() > 0
            address = await numbers.first.get_attribute("href")
            assert address is not None
            assert address.startswith("https://")
            passages = await page.show_passages(answer)
            assert (
                english("passage.of", number=1, total=1).partition(" of")[0]
                in await passages.inner_text()
            )
            assert "Only you can see this" in await passages.inner_text()
            sentence = await passages.locator("strong:not(.message-author)").first.inner_text()
            # What is shown with a statement is read on; the statement stands in it.
            said = (await answer.inner_text()).partition(QUESTION)[2].partition(" [1]")[0]
            assert said.strip() in sentence
            await _another_member_right_clicks(page)
            await page.picture(tmp_path / "answer.png")
            assert (tmp_path / "answer.png").read_bytes().startswith(b"\x89PNG")
        serving.interrupt()
        assert await serving.ends(seconds=STOPPING) == 130, serving.output
        assert "Traceback" not in serving.output


async def _another_member_right_clicks(page: PreviewPage) -> None:
    """The menu on a message, which simcord's page does not show; seen by who uses it alone."""
    await page.sit_down_as("Sasha")
    await page.say("Honeybees get a virus from mites.")
    menu = {"menu": english("menu.check-claim.name"), "message": "Honeybees get a virus"}
    await page.use("right-click", menu)
    checked = await page.messages.last.inner_text()
    assert "Only you can see this" in checked
    assert "mite" in checked
    await page.sit_down_as("Robin")
    await expect(page.messages).to_have_count(3)  # what Sasha alone saw is not here
