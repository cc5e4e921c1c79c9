"""The pictures of the guides: commands used in the preview, as a member sees what comes of them.

`python -m tests.end_to_end.pictures LIBRARY FOLDER` takes them. Look at each against what `SHOWN` says of
it: a picture that a program took may still show nothing.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image
from playwright.async_api import expect

from bot.preview import preview
from tests.end_to_end.preview_page import PATIENCE_MS, preview_page

if TYPE_CHECKING:
    from tests.end_to_end.preview_page import PreviewPage

_COLOURS: Final = 24
_WIDTH: Final = 760


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture.

    Attributes:
        name: Of its file.
        command: That is used, without its slash.
        options: By name.
        must_show: What whoever looks at it must find there.
    """

    name: str
    command: str
    must_show: tuple[str, ...]
    options: dict[str, str]


SHOWN: Final = (
    Shown("search", "search", ("passages with numbers", "the nearest sentence in bold", "Next"), {"words": "bees and mites"}),
    Shown("article", "article", ("title as a link", "authors, outlet and day", "kind of work and status", "Similar and Cite"), {"article": "10.1371/journal.pmed.0020171"}),
)  # fmt: skip


async def use(page: PreviewPage, shown: Shown) -> None:
    """Type the command and its options, and wait for what comes of it."""
    before = await page.messages.count()
    composer = page.page.locator("#channel-composer-input")
    await composer.click()
    await composer.press_sequentially(f"/{shown.command}")
    await expect(page.page.get_by_role("option")).not_to_have_count(0, timeout=PATIENCE_MS)
    await composer.press("Enter")
    for name, value in shown.options.items():
        option = page.page.locator(f'input[data-option="{name}"]')
        await option.fill(value)
        await option.press("Enter")
    await expect(page.messages).to_have_count(before + 1, timeout=PATIENCE_MS)


async def take_pictures(library: Path, folder: Path) -> None:
    """Take every picture, each in a preview of its own, with few colours so that it stays small."""
    for shown in SHOWN:
        file = folder / f"{shown.name}.png"
        async with (
            preview(library) as served,
            preview_page(served.url, width=760, height=1400) as page,
        ):
            await use(page, shown)
            await page.page.wait_for_timeout(500)  # a picture within the page loads after its words
            await page.picture(file)
        taken = Image.open(file).convert("RGB")
        taken.thumbnail((_WIDTH, taken.height))
        taken.quantize(colors=_COLOURS).save(file, optimize=True)


if __name__ == "__main__":
    asyncio.run(take_pictures(Path(sys.argv[1]), Path(sys.argv[2])))
