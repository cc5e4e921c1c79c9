"""Plain text: an article by itself is kept whole; from the scrape of a page its article is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.article import Metadata
from index.errors.sources import NoArticleError, OversizedSourceError
from index.sources.rules.names import dois_in
from index.sources.rules.outline import Outline
from index.sources.rules.prose import ends_sentence
from index.sources.source import Draft
from index.sources.texts.lines import blocks_of
from index.sources.texts.masthead import masthead_of
from index.sources.texts.stretch import article_stretch, kept
from index.sources.texts.teasers import not_the_articles
from index.sources.texts.titles import is_masthead_line, keyed
from index.sources.texts.weighing import is_clean, references_start, weighed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.article import Section
    from index.sources.texts.masthead import Masthead
    from index.sources.texts.weighing import Weighed

MAX_TEXT_CHARS = 2_000_000
"""A thick book. Time grows with the length: this much of the worst text takes some ten seconds."""


def sniff(text: str) -> bool:
    """Any text may be plain text; this reader is asked last."""
    return bool(text.strip())


def read(text: str) -> Sequence[Draft]:
    """The article in a text file.

    Raises:
        NoArticleError: there is no running text in it.
        OversizedSourceError: it is longer than any article.
    """
    if len(text) > MAX_TEXT_CHARS:
        raise OversizedSourceError(f"its text is longer than {MAX_TEXT_CHARS} characters")
    page = weighed(blocks_of(text))
    if not any(one.prose or ends_sentence(one.block.text) for one in page):
        raise NoArticleError("no running text in it")
    return (_whole(page) if is_clean(page) else _scraped(page),)


def _whole(page: Sequence[Weighed]) -> Draft:
    running = (
        place for place, one in enumerate(page) if one.prose and not keyed(one.block.text)[0]
    )
    start = next(running, 0)
    body = " ".join(one.block.text for one in page[start:])
    head = masthead_of(page[: start + 1], start, body)
    outline = Outline()
    for place in range(references_start(page)):
        one = page[place]
        above = place < start and (is_masthead_line(one) or one.block.text == head.byline)
        if place == head.place or above:
            continue
        if one.block.level or _is_heading(page, place):
            outline.heading(one.block.text, one.block.level or 2)
        else:
            outline.paragraph(one.block.text)
    return _draft(head, outline.sections(), page)


def _is_heading(page: Sequence[Weighed], place: int) -> bool:
    """Whether a short line of a clean text stands alone above another block.

    Alone is between two blank lines or, where the text has none, between two paragraphs.
    """
    one, after = page[place], page[place + 1 : place + 2]
    if not after or not one.short or one.block.bullet or after[0].block.level:
        return False
    between = place > 0 and page[place - 1].prose and after[0].prose and not after[0].block.gap
    return (one.block.gap and after[0].block.gap) or (between and not one.block.gap)


def _scraped(page: Sequence[Weighed]) -> Draft:
    others = not_the_articles(page)
    within = article_stretch(page, others)
    if not within:
        raise NoArticleError("only page furniture and no article text in it")
    body = " ".join(page[place].block.text for place in within if page[place].prose)
    head = masthead_of(page, within.start, body)
    printed = page[head.place].block.text if head.place >= 0 else ""
    outline = Outline()
    if 0 <= head.place < within.start:
        # The standfirst: running text between the title and the byline.
        for place in range(head.place + 1, within.start):
            if page[place].prose and place not in others:
                outline.paragraph(page[place].block.text)
    for one, heading in kept(page, within, others):
        if one.block.text in {head.title, printed} or is_masthead_line(one):
            continue
        if heading:
            outline.heading(one.block.text, one.block.level or 2)
        else:
            outline.paragraph(one.block.text)
    return _draft(head, outline.sections(), page)


def _draft(head: Masthead, sections: tuple[Section, ...], page: Sequence[Weighed]) -> Draft:
    # A story names its paper below its last line, under "Journal reference", as often as within.
    dois = dois_in("\n".join(one.block.text for one in page))
    metadata = Metadata(
        title=head.title,
        authors=head.authors,
        byline=head.byline,
        outlet=head.outlet,
        published=head.published,
        topics=head.topics,
        doi=head.doi or (dois[0] if len(dois) == 1 else ""),
        url=head.url,
    )
    return Draft(metadata, sections)
