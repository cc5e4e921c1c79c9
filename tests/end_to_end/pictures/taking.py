"""Taking the pictures: the acts, the words that must be read, few colours so that the files stay small."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final

from PIL import Image
from playwright.async_api import Error as PageError

from bot.preview.page import preview
from tests.end_to_end.pictures.library import FIRST, LATER, publish
from tests.end_to_end.preview_page import preview_page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from index.vectors.embedding import Embedder
    from tests.end_to_end.pictures.shown import Shown, Sitting
    from tests.end_to_end.preview_page import PreviewPage

_COLOURS: Final = 32
_WIDTH, _HEIGHT = 680, 2200
_PATIENCE_MS: Final = 20_000
_LOADING_MS: Final = 500
"""A picture within the page loads after its words."""


async def take(
    sitting: Sitting, folder: Path, *, home: Path, embedder: Embedder, only: Collection[str] = ()
) -> list[str]:
    """Take a sitting's pictures; what is wrong with which, a line each.

    Args:
        sitting: All of it is acted, since one thing leads to the other.
        folder: For the pictures.
        home: An empty folder for the library.
        embedder: For the library.
        only: The names of the pictures to keep; all where it is empty.
    """
    library = publish(home, invented=FIRST, embedder=embedder)
    wrong: list[str] = []
    async with (
        preview(library, place=sitting.place, layout=sitting.layout) as staged,  # pyright: ignore[reportArgumentType] - both are literals of ours
        preview_page(staged.url, width=_WIDTH, height=_HEIGHT, scale=1) as page,
    ):
        page.page.set_default_timeout(_PATIENCE_MS)
        page.names["bot"] = str(staged.bot.user.id if staged.bot.user else 0)
        for place, shown in enumerate(sitting.shown):
            if place == sitting.later:
                publish(home, invented=LATER, embedder=embedder)
                await staged.catch_up()
                await page.refresh()
            file = folder / f"{shown.name}.png"
            wrong += await _taken(page, shown, file if not only or shown.name in only else None)
            sys.stderr.write(f"{shown.name}\n")
    return wrong


async def _taken(page: PreviewPage, shown: Shown, file: Path | None) -> list[str]:
    """What is wrong with this picture."""
    try:
        for act in shown.acts:
            await act(page)
        await page.page.wait_for_timeout(_LOADING_MS)
        read = await _read(page, shown)
        if file:
            await _photograph(page, shown, file)
        await page.close_form()
    except (AssertionError, PageError) as error:
        await page.start_over()
        return [f"{shown.name}: {str(error).splitlines()[0]}"]
    missing = [words for words in shown.words if words not in read]
    return [f"{shown.name}: {words!r} cannot be read in {read!r}" for words in missing]


async def _read(page: PreviewPage, shown: Shown) -> str:
    """All that can be read where the picture is taken, on one line."""
    if shown.messages:
        texts = [await one.inner_text() for one in (await page.messages.all())[-shown.messages :]]
    else:
        texts = [await page.form.inner_text()] if await page.form.count() else []
    return re.sub(r"\s+", " ", " ".join(texts))


async def _photograph(page: PreviewPage, shown: Shown, file: Path) -> None:
    if shown.messages:
        await page.picture(file, last=shown.messages)
    else:
        await page.picture_of_form(file)
    taken = Image.open(file).convert("RGB")
    taken.quantize(colors=_COLOURS, method=Image.Quantize.MAXCOVERAGE).save(file, optimize=True)


def named(sittings: Iterable[Sitting], only: Collection[str]) -> list[Sitting]:
    """The sittings that hold one of these pictures; all where none is named."""
    return [
        sitting for sitting in sittings if not only or {s.name for s in sitting.shown} & set(only)
    ]
