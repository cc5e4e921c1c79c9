"""Passages that a search found, a few a page, the sentence nearest to the words in bold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.citing import entry_of
from bot.answering.links import link_to
from bot.desk.excerpt import Excerpt
from bot.language.saying import say
from bot.rendering.answers.answer import looked_up
from bot.rendering.answers.passages import marked_passage
from bot.rendering.articles.lists import turning
from bot.rendering.limits import LAYOUT_TEXT, length
from bot.rendering.page import Page
from bot.rendering.references import reference_line, short_line
from bot.rendering.text import clipped

if TYPE_CHECKING:
    from bot.language.language import Language
    from index.searching.hits import Hit, SearchResult

PER_PAGE: Final = 3
PAGES: Final = 5

LONGEST_WORDS: Final = 70
"""Letters of what is searched for: they stand in the buttons, which outlive a restart without being kept."""

_AROUND: Final = 700
"""What the words above and below the passages take at most."""

_LONGEST_LINE: Final = 600


def found_page(words: str, result: SearchResult, *, at: int, language: Language) -> Page:
    """The page at this place, counted from 0, of the passages found for `words`."""
    hits = result.hits
    said = clipped(words, 2 * LONGEST_WORDS)
    if not hits:
        return Page((say(language, "search.none", words=said),))
    meant = looked_up(result.looked_up, language)
    pages = -(-len(hits) // PER_PAGE)
    at = min(max(at, 0), pages - 1)
    room = (LAYOUT_TEXT - _AROUND) // PER_PAGE
    first = at * PER_PAGE
    shown = [
        _passage(hit, number=number, room=room, language=language)
        for number, hit in enumerate(hits[first : first + PER_PAGE], start=first + 1)
    ]
    foot = say(language, "search.footer", page=at + 1, pages=pages)
    presses = turning("found", at=at, pages=pages, words=words, language=language)
    title = f"**{say(language, 'search.title', words=said)}**"
    # Something is always nearest, even to letters typed at random.
    far = () if any(hit.lexical > 0 for hit in hits) else (say(language, "search.far"),)
    return Page((title, *meant, *far, *shown, f"-# {foot}"), presses)


def _passage(hit: Hit, *, number: int, room: int, language: Language) -> str:
    offset = hit.passage.start
    best = max(hit.spans, key=lambda span: span.similarity, default=None)
    marks = ((best.start - offset, best.end - offset),) if best else ()
    link = link_to(hit.metadata, best.text if best else "")
    entry = entry_of(hit.passage.article, hit.metadata, number=number, link=link)
    line = reference_line(entry, number=number, language=language)
    if length(line) > _LONGEST_LINE:
        line = short_line(entry, number=number, language=language)
    kind = hit.passage.kind.value
    excerpt = Excerpt(number, hit.passage.section, kind, hit.passage.text, marks, link)
    return f"{line}\n{marked_passage(excerpt, room=room - length(line) - 1)}"
