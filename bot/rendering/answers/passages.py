"""The passages an answer rests on, one a page, the cited words in bold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.language import Language
from bot.language.saying import say
from bot.language.terms import SECTION, term
from bot.rendering.limits import LAYOUT_TEXT, length
from bot.rendering.page import Page, Press
from bot.rendering.references import bracketed, reference_line
from bot.rendering.text import clipped, clipped_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Reference
    from bot.desk.excerpt import Excerpt

_SECTION: Final = 200
_BEFORE: Final = 500
"""How much of a long passage is shown before the cited words."""


def passage_page(
    excerpts: Sequence[Excerpt],
    references: Sequence[Reference],
    *,
    at: int,
    answer_id: str,
    language: Language = Language.ENGLISH,
) -> Page:
    """The passage at this place, counted from 0, with buttons to those beside it."""
    if not excerpts:
        return Page((say(language, "passage.none"),))
    at = min(max(at, 0), len(excerpts) - 1)
    excerpt = excerpts[at]
    named = next((r for r in references if r.number == excerpt.number), None)
    lines = [
        reference_line(named, number=named.number, language=language)
        if named
        else bracketed(excerpt.number),
        _place(excerpt, language),
    ]
    head = "\n".join(line for line in lines if line)
    foot = f"-# {say(language, 'passage.of', number=at + 1, total=len(excerpts))}"
    presses = [
        Press(f"page:{answer_id}:{place}", say(language, key))
        for place, key in ((at - 1, "button.previous"), (at + 1, "button.next"))
        if 0 <= place < len(excerpts)
    ]
    body = marked_passage(excerpt, room=LAYOUT_TEXT - length(head) - length(foot))
    return Page(tuple(block for block in (head, body, foot) if block), tuple(presses))


def marked_passage(excerpt: Excerpt, *, room: int) -> str:
    """The passage with its cited words in bold, cut around the first of them where too long."""
    pieces: list[str] = []
    left = room
    for text, cited in _pieces(excerpt):
        if left <= 0:
            break
        piece = _piece(text, cited=cited, first=not pieces, room=left)
        if piece:
            pieces.append(piece)
            left -= length(piece) + 1
    return " ".join(pieces)


def _piece(text: str, *, cited: bool, first: bool, room: int) -> str:
    if cited:
        words = clipped(text, room - 4) if room > 8 else ""  # noqa: PLR2004 - four stars and a word
        return f"**{words}**" if words else ""
    return clipped_start(text, min(_BEFORE, room)) if first else clipped(text, room)


def _pieces(excerpt: Excerpt) -> list[tuple[str, bool]]:
    """The passage in order, cut where cited words begin and end."""
    found: list[tuple[str, bool]] = []
    at = 0
    for start, end in excerpt.marks:
        found += [(excerpt.text[at:start], False), (excerpt.text[start:end], True)]
        at = end
    return [*found, (excerpt.text[at:], False)]


def _place(excerpt: Excerpt, language: Language) -> str:
    parts = [
        term(language, SECTION, excerpt.kind, otherwise=""),
        clipped(excerpt.section, _SECTION),
    ]
    named = " · ".join(dict.fromkeys(part for part in parts if part))
    return f"*{named}*" if named else ""
