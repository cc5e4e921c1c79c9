"""Debian's Chromium, headless and with a profile of its own."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import pytest
from playwright.async_api import async_playwright

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from playwright.async_api import Page

CHROMIUM: Final = Path("/usr/bin/chromium")

needs_chromium = pytest.mark.skipif(
    not CHROMIUM.exists(), reason="no /usr/bin/chromium here; Debian's package is `chromium`"
)

# Nothing may call home, or ask anybody anything on a first run.
_ARGUMENTS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@asynccontextmanager
async def browser_page(
    *, width: int = 1000, height: int = 900, scale: int = 2, bypass_csp: bool = True
) -> AsyncGenerator[Page]:
    """An empty page; `scale` pixels make one of a picture's points."""
    with TemporaryDirectory(prefix="chromium-") as profile:
        async with async_playwright() as playwright:
            context = await playwright.chromium.launch_persistent_context(
                profile,
                executable_path=CHROMIUM,
                args=_ARGUMENTS,
                viewport={"width": width, "height": height},
                device_scale_factor=scale,
                bypass_csp=bypass_csp,  # a picture hides what is not the conversation by a style of its own
            )
            context.set_default_timeout(60_000)  # milliseconds; the machine may be busy
            try:
                yield context.pages[0]
            finally:
                await context.close()
