"""Another look at an answer's sources as a page, with buttons to the other looks and to the pages beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.depth.views import Depth
from bot.language.saying import say
from bot.rendering.answers.stretch import stretch_of
from bot.rendering.limits import LAYOUT_TEXT, length
from bot.rendering.page import Page, Press
from bot.rendering.references import reference_line
from bot.rendering.text import clipped

if TYPE_CHECKING:
    from bot.answering.answer import Answer
    from bot.answering.depth.views import View
    from bot.language.language import Language
    from bot.rendering.answers.stretch import Stretch

_QUESTION: Final = 300
_AROUND: Final = 400
"""What the view's name, its footer and its page number take at most."""

DEPTH_KEYS: Final = {
    Depth.MORE: "button.more",
    Depth.METHODS: "button.methods",
    Depth.NUMBERS: "button.numbers",
    Depth.LIMITATIONS: "button.limitations",
    Depth.DISAGREEMENTS: "button.disagreements",
}


def depth_page(
    answer: Answer,
    view: View,
    *,
    at: int,
    answer_id: str,
    language: Language,
    limits: str = "",
) -> Page:
    """The page at this place of a view, counted from 0; places beyond the last are the last.

    Args:
        answer: That is looked at.
        view: What its sources say of one kind.
        at: Which page.
        answer_id: What the buttons ask for.
        language: Of the words around the articles' own.
        limits: The line that says what was looked into; "" for everything.
    """
    asked = f"> {clipped(answer.question, _QUESTION)}"
    if not answer.statements:
        return Page((asked, say(language, "answer.none")))
    name = f"**{say(language, DEPTH_KEYS[view.depth])}**"
    head = "\n".join(part for part in (asked, limits, name) if part)
    pages = _pages(view, language, LAYOUT_TEXT - _AROUND - length(head))
    if not pages:
        presses = _presses(view.depth, answer_id, language)
        sources = _sources(answer, language, LAYOUT_TEXT - _AROUND - length(head))
        blocks = (head, say(language, "depth.none"), sources)
        return Page(tuple(block for block in blocks if block), presses)
    at = min(max(at, 0), len(pages) - 1)
    foot = [say(language, "answer.quoted")]
    if len(pages) > 1:
        foot.append(say(language, "list.page", page=at + 1, pages=len(pages)))
    beside = tuple(
        Press(f"depth:{answer_id}:{view.depth}:{place}", say(language, key))
        for place, key in ((at - 1, "button.previous"), (at + 1, "button.next"))
        if 0 <= place < len(pages)
    )
    blocks = (head, *pages[at].blocks, f"-# {' · '.join(foot)}")
    return Page(blocks, (*_presses(view.depth, answer_id, language), *beside))


def _sources(answer: Answer, language: Language, room: int) -> str:
    """What the answer cites, as under it: who asks for the source is shown it, whatever else it says."""
    lines: list[str] = []
    for reference in answer.references:
        lines.append(reference_line(reference, number=reference.number, language=language))
        room -= length(lines[-1]) + 1
        if room < 0:
            return "\n".join(lines[:-1])
    return "\n".join(lines)


def _pages(view: View, language: Language, room: int) -> list[Stretch]:
    pages: list[Stretch] = []
    left = view.statements
    while left:
        pages.append(stretch_of(left, view.references, language, room=room))
        left = left[len(pages[-1].sentences) :]
    return pages


def _presses(shown: Depth, answer_id: str, language: Language) -> tuple[Press, ...]:
    """All looks in one row, always in the same places; the one that is shown cannot be pressed."""
    return tuple(
        # Named unlike the button back to its first page: Discord takes no name twice.
        Press(f"shown:{answer_id}", say(language, key), here=True)
        if depth is shown
        else Press(f"depth:{answer_id}:{depth}:0", say(language, key))
        for depth, key in DEPTH_KEYS.items()
    )
