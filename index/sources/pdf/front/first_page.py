"""The title of a paper, and what stands between it and the text: authors, affiliations, notices.

The title is what the file states where the page prints it, else what is set largest above the abstract.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from index.sources.pdf.kinds import is_notice
from index.sources.pdf.layout.headings import heading_of
from index.sources.pdf.wording import (
    ABSTRACT,
    INTRODUCTION,
    KIND_OF_PIECE,
    LICENCE,
    REFERENCES,
    RUN_IN_ABSTRACT,
)
from index.sources.rules.prose import is_prose, words
from index.sources.rules.title_key import title_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.sources.pdf.layout.blocks import Block
    from index.sources.pdf.layout.hyphens import Vocabulary

_PAGES = 3
"""A library's cover sheet or two may stand before the paper."""

_SAME = 0.04
_LARGER = 1.04
_LONGEST_TITLE, _FEWEST_WORDS = 60, 4
_BRIEF = 0.6
_LONG_PROSE = 20


class FirstPage(NamedTuple):
    """Where a paper begins.

    Attributes:
        title: As printed; "" where none can be told.
        page: The page it stands on, counted from 0.
        people: The places of the blocks between title and text that may name the authors.
        begins: The place of the first block of the text.
        left_out: The places, behind that, of notices of the first page.
    """

    title: str
    page: int
    people: tuple[int, ...]
    begins: int
    left_out: frozenset[int] = frozenset()


class _Run(NamedTuple):
    """Blocks in a row that are set alike."""

    start: int
    end: int
    size: float
    text: str


def first_page_of(
    blocks: Sequence[Block], *, body: float, stated: str, known: Vocabulary
) -> FirstPage:
    """Where the paper begins, and by what title.

    Args:
        blocks: In reading order.
        body: The size of its running text.
        stated: The title that the file claims.
        known: For words that the ends of lines cut.
    """
    runs = [run for run in _runs(blocks, known) if 1 < words(run.text) <= _LONGEST_TITLE]
    title = _printed(runs, stated) or _largest(runs, blocks, body)
    title = title and (_printed(runs, title.text) or title)
    if title is None:
        begins = _text_begins(blocks, 0, fewest=1)
        return FirstPage("", _page(blocks, begins), (), begins)
    begins = _text_begins(blocks, title.end)
    page = blocks[title.start].page
    notices = frozenset(
        place
        for place in range(begins, len(blocks))
        if blocks[place].page == page and is_notice(blocks[place])
    )
    said = stated if title_key(stated) == title_key(title.text) and title.text.isupper() else ""
    return FirstPage(said or title.text, page, tuple(range(title.end, begins)), begins, notices)


def is_abstract(block: Block) -> bool:
    """Whether the block heads an abstract, or begins with its name."""
    return bool(ABSTRACT.fullmatch(heading_of(block.raw).text) or RUN_IN_ABSTRACT.match(block.raw))


def is_introduction(block: Block) -> bool:
    """Whether the block heads the introduction."""
    return bool(INTRODUCTION.fullmatch(heading_of(block.raw).text))


def _runs(blocks: Sequence[Block], known: Vocabulary) -> Iterator[_Run]:
    places = [place for place, block in enumerate(blocks) if block.page < _PAGES]
    alike = groupby(places, key=lambda place: (blocks[place].page, *_look(blocks[place])))
    for _, group in alike:
        run = list(group)
        start, end = run[0], run[-1] + 1
        said = " ".join(block.text(known) for block in blocks[start:end])
        yield _Run(start, end, blocks[start].size, said)


def _look(block: Block) -> tuple[float, bool]:
    return round(block.size * 2) / 2, block.bold


def _printed(runs: Sequence[_Run], stated: str) -> _Run | None:
    """The largest run that prints this title, of equals the last: a cover sheet prints it first."""
    wanted = title_key(stated)
    if not wanted or words(stated) < _FEWEST_WORDS:
        return None
    found = [run for run in runs if _agree(title_key(run.text), wanted)]
    return max(found, key=lambda run: (run.size, run.start), default=None)


def _agree(one: str, other: str) -> bool:
    brief, full = sorted((one, other), key=len)
    return bool(brief) and full.startswith(brief) and len(brief) > _BRIEF * len(full)


def _largest(runs: Sequence[_Run], blocks: Sequence[Block], body: float) -> _Run | None:
    """What is set largest above the abstract or the first paragraph; a name of few words counts for less."""
    able = [
        run
        for run in runs
        if run.size > _LARGER * body
        and run.start < _text_begins(blocks, run.end)
        and not _is_no_title(run.text)
        and not any(map(_is_long_prose, blocks[: run.start]))
    ]
    return max(able, key=_weight, default=None)


def _weight(run: _Run) -> tuple[float, int]:
    return run.size * (1 if words(run.text) >= _FEWEST_WORDS else _BRIEF), -run.start


def _is_no_title(text: str) -> bool:
    said = heading_of(text)
    return bool(
        said.depth
        or KIND_OF_PIECE.fullmatch(said.text)
        or ABSTRACT.fullmatch(said.text)
        or INTRODUCTION.fullmatch(said.text)
        or REFERENCES.fullmatch(said.text)
        or LICENCE.search(text)
        or "@" in text
    )


def _text_begins(blocks: Sequence[Block], start: int, fewest: int = _LONG_PROSE) -> int:
    """The place of the abstract, of the first section, or of a paragraph of so many words, from `start` on."""
    for place in range(start, len(blocks)):
        block = blocks[place]
        if is_abstract(block) or is_introduction(block) or _is_numbered(block):
            return place
        if _is_long_prose(block, fewest) and not is_notice(block):
            return place
    return start


def _is_numbered(block: Block) -> bool:
    """Whether a bold number and words head a section."""
    return block.bold and bool(heading_of(block.raw).depth)


def _is_long_prose(block: Block, fewest: int = _LONG_PROSE) -> bool:
    return is_prose(block.raw) and words(block.raw) >= fewest


def _page(blocks: Sequence[Block], place: int) -> int:
    return blocks[place].page if place < len(blocks) else 0
