"""Articles as a list, a few a page, with buttons to the pages beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.saying import say
from bot.rendering.limits import LAYOUT_TEXT, LONGEST_ACTION, length
from bot.rendering.page import Page, Press
from bot.rendering.references import reference_line
from bot.rendering.text import clipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Reference
    from bot.language.language import Language

PER_PAGE: Final = 5
_HEAD: Final = 500
_FOOT: Final = 200


def article_list(
    entries: Sequence[Reference],
    *,
    head: str,
    empty: str,
    language: Language,
    foot: str = "",
    presses: tuple[Press, ...] = (),
) -> Page:
    """A page that lists articles under a sentence.

    Args:
        entries: Of this page, in order.
        head: What they are; inert Markdown.
        empty: Said in place of all else where there are none.
        language: Of the reader.
        foot: Said under them.
        presses: Buttons.
    """
    room = LAYOUT_TEXT - _HEAD - _FOOT
    lines: list[str] = []
    for entry in entries:
        line = reference_line(entry, number=None, language=language)
        room -= length(line) + 1
        if room < 0:
            break
        lines.append(line)
    if not lines:
        return Page((empty,))
    small = f"-# {foot}" if foot else ""
    return Page(tuple(block for block in (head, "\n".join(lines), small) if block), presses)


def turning(
    action: str, *, at: int, pages: int, words: str, language: Language
) -> tuple[Press, ...]:
    """Buttons to the pages beside this one, counted from 0; a press asks `action:at:words`.

    None where Discord would not hold the words, as those of 70 emoji.
    """
    return tuple(
        Press(f"{action}:{place}:{words}", say(language, key))
        for place, key in ((at - 1, "button.previous"), (at + 1, "button.next"))
        if 0 <= place < pages and length(f"{action}:{place}:{words}") <= LONGEST_ACTION
    )


def latest_head(topic: str, outlet: str, language: Language) -> str:
    """What a list of newest articles is of."""
    parts = [
        say(language, "list.latest"),
        say(language, "list.on", topic=clipped(topic, _FOOT)) if topic else "",
        say(language, "list.from", outlet=clipped(outlet, _FOOT)) if outlet else "",
    ]
    return f"**{' '.join(part for part in parts if part)}**"
