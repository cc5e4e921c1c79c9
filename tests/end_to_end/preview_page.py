"""The preview's page as a member's hands use it, and the picture of it that the README shows.

`python -m tests.end_to_end.preview_page LIBRARY "question" FILE` takes the picture.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playwright.async_api import expect

from bot.preview import preview
from tests.bot.english import english
from tests.end_to_end.browser import browser_page

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from playwright.async_api import Locator, Page

PATIENCE_MS: Final = 60_000

_CONVERSATION_ALONE: Final = """
[data-workbench], .channel-composer, .timeline-day-divider, .message-context-actions,
.history-button { display: none !important; }
"""


class PreviewPage:
    """One page of the preview."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def messages(self) -> Locator:
        """The messages of the channel, oldest first."""
        return self.page.locator(".channel-message")

    async def ask(self, question: str) -> Locator:
        """Type /ask and a question; the answer, once it is shown."""
        shown = await self.messages.count()
        composer = self.page.locator("#channel-composer-input")
        await composer.click()
        await composer.press_sequentially("/ask")
        await expect(self.page.get_by_role("option")).not_to_have_count(0, timeout=PATIENCE_MS)
        await composer.press("Enter")
        option = self.page.locator('input[data-option="question"]')
        await option.fill(question)
        await option.press("Enter")
        await expect(self.messages).to_have_count(shown + 1, timeout=PATIENCE_MS)
        return self.messages.nth(shown)

    async def show_passages(self, answer: Locator) -> Locator:
        """Press the button; the passages, once they are shown."""
        shown = await self.messages.count()
        await answer.get_by_role("button", name=english("button.passages")).click()
        await expect(self.messages).to_have_count(shown + 1, timeout=PATIENCE_MS)
        return self.messages.nth(shown)

    async def picture(self, file: Path) -> None:
        """The conversation alone, cropped to its last word."""
        await self.page.add_style_tag(content=_CONVERSATION_ALONE)
        await self.page.mouse.move(0, 0)
        boxes = [await message.bounding_box() for message in await self.messages.all()]
        bottom = max(box["y"] + box["height"] for box in boxes if box)
        width = (self.page.viewport_size or {"width": 0})["width"]
        clip = {"x": 0, "y": 0, "width": width, "height": bottom + 16}
        await self.page.screenshot(path=file, clip=clip)  # pyright: ignore[reportArgumentType] - four floats


@asynccontextmanager
async def preview_page(
    address: str, *, width: int = 1000, height: int = 900
) -> AsyncGenerator[PreviewPage]:
    """The preview at this address, in a browser."""
    async with browser_page(width=width, height=height) as page:
        await page.goto(address)
        await expect(page.locator("#channel-composer-input")).to_be_visible(timeout=PATIENCE_MS)
        yield PreviewPage(page)


async def take_picture(library: Path, question: str, file: Path) -> None:
    """Ask the question, open the passages, and keep what a member then sees."""
    async with preview(library) as served, preview_page(served.url, width=760, height=1400) as page:
        answer = await page.ask(question)
        await page.show_passages(answer)
        await page.picture(file)


if __name__ == "__main__":
    asyncio.run(take_picture(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
