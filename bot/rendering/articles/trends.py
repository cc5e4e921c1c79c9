"""How many articles the library holds by year or month: a chart, and in words what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.saying import say
from bot.rendering.articles.charts import bar_chart
from bot.rendering.page import Enclosure, Page
from bot.rendering.text import clipped, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.looking.catalogue import Period
    from bot.language.language import Language

_TOPIC: Final = 100
_MOST_BARS: Final = 120
"""Bars that are drawn, the last ones: ten years of months."""


def trends_page(
    counts: Sequence[tuple[str, int]], *, period: Period, topic: str, language: Language
) -> Page:
    """The chart of these counts, in order of time."""
    counts = counts[-_MOST_BARS:]
    if not counts:
        return Page((say(language, "trends.none"),))
    on = say(language, "list.on", topic=clipped(topic, _TOPIC)) if topic else ""
    title = " ".join(part for part in (say(language, f"trends.title.{period}"), on) if part)
    peak, most = max(counts, key=lambda count: count[1])
    said = say(
        language,
        "trends.alt",
        total=sum(count for _, count in counts),
        first=counts[0][0],
        last=counts[-1][0],
        peak=peak,
        most=most,
    )
    chart = Enclosure("trends.png", bar_chart(counts), plain(said))
    foot = f"-# {say(language, 'trends.caveat')}"
    return Page((f"**{title}**\n{said}", foot), enclosures=(chart,))
