"""A citation's link, followed in a real browser: the page opens at the very words."""

from __future__ import annotations

from contextlib import asynccontextmanager
from html import escape
from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from playwright.async_api import TimeoutError as PageTimeoutError

from bot.answering.links import with_fragment
from tests.end_to_end.browser import browser_page, needs_chromium

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from playwright.async_api import Page

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.browser,
    pytest.mark.timeout(240),
    needs_chromium,
]

QUOTES = {
    "short": "The bees danced longer.",
    "long": (
        "In a field trial of two summers the bees that had found the richest flowers danced for "
        "longer than those that had found none, and their sisters followed them out of the hive."
    ),
    "commas": "Red, white, and blue flowers, in that order, drew most bees.",
    "a decimal and a percentage": "The yield rose by 12.5% (95% CI 3.1–21.9), or 40 kg/ha.",
    "hyphens": "A so-called follow-up of well-fed, free-flying bees was cut short.",
    "dashes": "The queen – who never dances — laid 1,500 eggs a day all the same.",
    "curly quotes": "“It is not a language,” she said; ‘it isn’t one at all’, he agreed.",
    "straight quotes": "\"It's a dance\", said the keeper's apprentice.",
    "marks of addresses": "Does pH < 7 & salt > 3 % harm them? Ask #bees @ the lab + station!",
    "accents": "Müller, Åström and Łukasz filmed naïve bees near São Tomé.",
    "greek and signs": "An α-level of 0.05 and a χ² of 7.3 ± 0.2 µm were chosen beforehand.",
    "not latin": "蜜蜂用舞蹈告诉同伴花在哪里。",
    "russian": "Пчёлы танцуют, чтобы указать сёстрам дорогу к цветам.",
    "an emoji": "The volunteers rated the honey 🍯 as very good indeed.",
    "brackets": "They fed [the larvae] sugar water (two drops each) until dawn.",
    "one word": "Waggle.",
    "a line break and a tilde": "About ~30 hives\nwere moved:~:text=away over night.",
}

FILLER = "".join(f"<p>Paragraph {n} speaks of other things altogether.</p>" for n in range(120))
"""Screens of text before the quotes, so that a page that opens at its top shows none of them."""


DECOY = "<p>In a field trial of mice nobody danced, and that was that.</p>"
"""It begins as the long quote does, and stands before it."""


def sample_page() -> str:
    """Each quote in a paragraph of its own, far from the top and from the others."""
    quotes = "".join(
        f'<p id="q{number}">Before it stands a sentence. {escape(quote, quote=False)} After it too.</p>{FILLER}'
        for number, quote in enumerate(QUOTES.values())
    )
    linked = (
        '<p id="linked">Here <a href="/x">the keepers</a> <em>counted</em> every bee '
        "twice,<sup>3</sup> and wrote the <b>numbers</b> into a book that nobody read.</p>"
    )
    return f"<!doctype html><meta charset=utf-8><title>Bees</title>{FILLER}{DECOY}{FILLER}{quotes}{linked}{FILLER}"


@asynccontextmanager
async def served() -> AsyncGenerator[str]:
    """The sample page on loopback."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(text=sample_page(), content_type="text/html")

    application = web.Application()
    application.add_routes([web.get("/bees", answer)])
    runner = web.AppRunner(application)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}/bees"
    finally:
        await runner.cleanup()


async def in_sight(page: Page, address: str, element: str) -> bool:
    """Whether the page opens with the element on the screen."""
    await page.goto("about:blank")  # a fresh navigation: the same page would only be scrolled
    await page.goto(address)
    try:
        await page.wait_for_function(
            """id => {
                const box = document.getElementById(id).getBoundingClientRect();
                return scrollY > 0 && box.top >= 0 && box.bottom <= innerHeight;
            }""",
            arg=element,
            timeout=5_000,
        )
    except PageTimeoutError:
        return False
    return True


async def test_links_open_the_page_at_the_quoted_words() -> None:
    """Whatever marks and letters a quote has, a reader sees it without scrolling."""
    async with served() as address, browser_page() as page:
        missed = [
            name
            for number, (name, quote) in enumerate(QUOTES.items())
            if not await in_sight(page, with_fragment(address, quote), f"q{number}")
        ]
        assert not missed


async def test_notes_and_links_inside_a_quote_do_not_matter() -> None:
    """A page sets links and note marks into its sentences; the article's text has none."""
    quote = "Here the keepers counted every bee twice, and wrote the numbers into a book that nobody read."
    async with served() as address, browser_page() as page:
        assert await in_sight(page, with_fragment(address, quote), "linked")


async def test_words_that_are_not_there_open_the_page_at_its_top() -> None:
    """The check above can fail: a page that changed since opens as any page does."""
    async with served() as address, browser_page() as page:
        assert not await in_sight(page, with_fragment(address, "Wasps never dance at all"), "q0")
