"""The preview's page as a member's hands use it."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Final

from playwright.async_api import TimeoutError as PatienceError, expect

from tests.bot.english import english
from tests.end_to_end.browser import browser_page

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping
    from pathlib import Path

    from playwright.async_api import Locator, Page

PATIENCE_MS: Final = 60_000

_CONVERSATION_ALONE: Final = "conversation-alone"
_STYLE: Final = f"""
.{_CONVERSATION_ALONE} :is([data-workbench], .channel-composer, .timeline-day-divider,
.message-context-actions, .history-button, .channel-header, .left-out) {{ display: none !important; }}
"""
_TURN_STYLE: Final = f"on => document.body.classList.toggle('{_CONVERSATION_ALONE}', on)"
_LEAVE_OUT: Final = """
last => [...document.querySelectorAll('.channel-message')].forEach(
  (one, place, all) => one.classList.toggle('left-out', last && place < all.length - last))
"""

_REFRESHES: Final = 3
_SUGGESTED_MS: Final = 5_000
_SETTLING_MS: Final = 300
"""The conversation moves a while after what surrounds it is gone."""

_ROOM: Final = 8
"""Pixels around the messages of a picture."""

_IDLE: Final = "() => !window.simcordPreview?.pendingAction"


class PreviewPage:
    """One page of the preview."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.names: dict[str, str] = {}
        """What stands in messages for names in braces."""

    @property
    def messages(self) -> Locator:
        """The messages of the channel, oldest first."""
        return self.page.locator(".channel-message")

    @property
    def form(self) -> Locator:
        """The form that is open."""
        return self.page.locator(".modal-dialog")

    async def use(self, command: str, options: Mapping[str, str]) -> None:
        """Type a command and its options, choosing from what is suggested, and send it."""
        composer = self.page.locator("#channel-composer-input")
        await composer.click()
        await composer.press_sequentially(f"/{command}")
        named = re.compile(rf"^/{command}(?![a-z -])")  # its description follows, with no space
        await self.page.get_by_role("option").filter(has_text=named).first.click()
        for name, value in options.items():
            await self._option(name, value)
        await self.page.locator("#send-message").click()
        await self._done()

    async def _option(self, name: str, value: str) -> None:
        field = self.page.locator(f'input[data-option="{name}"]')
        if not await field.count():
            await self.page.locator(".command-ghost").click()
            label = self.page.locator(".command-suggestion-label")
            await label.get_by_text(name, exact=True).click()
        await field.fill(value)
        if await field.get_attribute("role") == "combobox":
            offered = self.page.locator(".command-suggestion").filter(has_text=value).first
            with suppress(PatienceError):  # nothing like it is suggested: it is sent as typed
                await offered.click(timeout=_SUGGESTED_MS)

    async def start_over(self) -> None:
        """Leave whatever is half done: a form, or a command in the composer."""
        await self.close_form()
        leave = self.page.locator(".command-context-close")
        if await leave.count():
            await leave.click()
        await self.page.locator("#channel-composer-input").fill("")

    async def ask(self, question: str) -> Locator:
        """Ask with /ask; the answer, once it is shown."""
        shown = await self.messages.count()
        await self.use("ask", {"question": question})
        await expect(self.messages).to_have_count(shown + 1, timeout=PATIENCE_MS)
        return self.messages.nth(shown)

    async def show_passages(self, answer: Locator) -> Locator:
        """Press the button; the passages, once they are shown."""
        shown = await self.messages.count()
        await answer.get_by_role("button", name=english("button.passages")).click()
        await expect(self.messages).to_have_count(shown + 1, timeout=PATIENCE_MS)
        return self.messages.nth(shown)

    async def press(self, label: str) -> None:
        """Press the last button with this label."""
        button = self.messages.get_by_role("button", name=label, exact=True).last
        for _ in range(_REFRESHES):
            # What is drawn while an act is pending stays disabled until the next one is done.
            if await button.get_attribute("aria-disabled") != "true":
                break
            await self.refresh()
        await button.click()
        await self._done()

    async def fill(self, words: str, *, choice: str = "", send: bool = True) -> None:
        """Fill in the form that is open."""
        await expect(self.form).to_be_visible(timeout=PATIENCE_MS)
        if choice:
            await self.form.locator("button[aria-haspopup], [role=combobox]").first.click()
            await self.page.get_by_role("option", name=choice).click()
        if words:
            await self.form.locator("textarea, input[type=text]").last.fill(words)
        if send:
            await self.form.locator("button[type=submit], .modal-submit").last.click()
            await self._done()

    async def close_form(self) -> None:
        """Leave the form, if one is open."""
        if await self.form.count():
            await self.page.keyboard.press("Escape")
            await expect(self.form).to_have_count(0)

    async def say(self, words: str) -> None:
        """Send an ordinary message."""
        composer = self.page.locator("#channel-composer-input")
        await composer.fill(words.format_map(self.names))
        await composer.press("Enter")
        await self._done()

    async def sit_down_as(self, name: str) -> None:
        """Look at the channel as another member."""
        await self.page.locator("#viewer-picker").select_option(label=name)
        await self._done()

    async def refresh(self) -> None:
        """Show what the bot said by itself meanwhile."""
        await self.page.locator("#refresh").click()
        await self._done()

    async def _done(self) -> None:
        # An act is done once simcord says that nothing of the bot's is left to do.
        await self.page.wait_for_timeout(100)
        await self.page.wait_for_function(_IDLE, timeout=PATIENCE_MS)
        await self.page.wait_for_timeout(100)

    async def picture(self, file: Path, *, last: int = 0) -> None:
        """The last messages alone, or all of them where it is 0."""
        await self.page.evaluate(_LEAVE_OUT, last)
        await self.page.evaluate(_TURN_STYLE, True)
        await self.page.mouse.move(0, 0)
        await self.page.wait_for_timeout(_SETTLING_MS)
        boxes = [await one.bounding_box() for one in (await self.messages.all())[-last:]]
        assert any(boxes), "there is no message to see"
        tops = [box["y"] for box in boxes if box]
        bottom = max(box["y"] + box["height"] for box in boxes if box)
        width = (self.page.viewport_size or {"width": 0})["width"]
        top = max(0, min(tops) - _ROOM)
        clip = {"x": 0, "y": top, "width": width, "height": bottom + _ROOM - top}
        await self.page.screenshot(path=file, clip=clip)  # pyright: ignore[reportArgumentType] - four floats
        await self.page.evaluate(_TURN_STYLE, False)

    async def picture_of_form(self, file: Path) -> None:
        """The form that is open."""
        await self.form.screenshot(path=file)


@asynccontextmanager
async def preview_page(
    address: str, *, width: int = 1000, height: int = 900, scale: int = 2
) -> AsyncGenerator[PreviewPage]:
    """The preview at this address, in a browser; `scale` pixels make one of a picture's points."""
    async with browser_page(width=width, height=height, scale=scale) as page:
        await page.goto(address)
        await page.add_style_tag(content=_STYLE)
        await expect(page.locator("#channel-composer-input")).to_be_visible(timeout=PATIENCE_MS)
        yield PreviewPage(page)
