"""What each block of a text file looks like by itself, and whether a page is anything but an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from index.sources.rules.dates import find_date
from index.sources.rules.furniture import Furniture, kind_of
from index.sources.rules.prose import ends_sentence, is_prose, small_share, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.sources.texts.lines import Block

LONGEST_HEADING = 16
"""Words of a heading inside an article, or of a byline."""

MENU = 4
"""So many short lines in a row are a menu or a table."""

_LONGEST_DATE_LINE = 9
_CODE_SMALL_SHARE = 0.15
_LEAST_REFERENCES = 0.6

_BYLINE = re.compile(
    r"(?:by|written by|posted by|words by|story by|author|authors)\b:?\s*[A-Z].{0,100}",
    re.IGNORECASE,
)
_COMMENTER = re.compile(
    r".{2,60}\s(?:says?|said|wrote|commented|replied)\s*:?"
    r"|.{0,80}\b\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?.{0,40}"
    r"|.{0,60}\b\d+\s+(?:second|minute|hour|day|week|month|year)s?\s+ago.{0,30}",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"[{};]\s*$|^\s*[{}/<]|\bfunction\s*\(|\bvar\s+\w+\s*=|=>|\w\(['\"{]|^[.#@]\w[^.]*\{|^\w+\s*=\s*['\"]"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REFERENCES = re.compile(
    r"(?:list of )?(?:references|bibliography|works cited|literature cited)\W*", re.IGNORECASE
)


@dataclass(frozen=True)
class Weighed:
    """A block, and what it looks like by itself.

    Attributes:
        block: As it stands in the file.
        kind: What furniture it is, if it is any.
        prose: Whether it reads as sentences.
        coded: Whether it is a script's line, which scrapers let through.
    """

    block: Block
    kind: Furniture
    prose: bool
    coded: bool = False

    @cached_property
    def count(self) -> int:
        """Its words."""
        return words(self.block.text)

    @cached_property
    def dated(self) -> bool:
        """Whether it is a date, with hardly a word beside."""
        brief = self.count <= _LONGEST_DATE_LINE and not self.prose
        return brief and find_date(self.block.text) is not None

    @cached_property
    def signed(self) -> bool:
        """Whether it is a byline."""
        brief = self.count <= LONGEST_HEADING and not self.prose
        return brief and bool(_BYLINE.fullmatch(self.block.text))

    @cached_property
    def commenter(self) -> bool:
        """Whether it heads a comment: who, and at what time of day."""
        if self.prose or self.count > LONGEST_HEADING or not _COMMENTER.fullmatch(self.block.text):
            return False
        return self.dated or "ago" in self.block.text or ":" in self.block.text

    @cached_property
    def short(self) -> bool:
        """Whether it could be a heading, or an entry of a menu or a table."""
        return (
            not self.prose and not ends_sentence(self.block.text) and self.count <= LONGEST_HEADING
        )


def weighed(blocks: Sequence[Block]) -> list[Weighed]:
    """Every block with what it looks like."""
    found: list[Weighed] = []
    for block in blocks:
        if _CODE.search(block.text) and small_share(block.text) < _CODE_SMALL_SHARE:
            found.append(Weighed(block, Furniture.LINE, prose=False, coded=True))
        else:
            kind = kind_of(block.text)
            found.append(Weighed(block, kind, kind is Furniture.NONE and is_prose(block.text)))
    return found


def is_clean(page: Sequence[Weighed]) -> bool:
    """Whether this is an article alone, with nothing of a page around it.

    One line of furniture in forty paragraphs may be the article's own.
    """
    said = sum(
        one.kind is not Furniture.NONE and not _REFERENCES.fullmatch(one.block.text) for one in page
    )
    if said > 1 + sum(one.prose for one in page) // 40:
        return False
    run = longest = 0
    for one in page:
        run = run + 1 if one.short and one.count <= MENU and not one.block.bullet else 0
        longest = max(longest, run)
    return longest < 2 * MENU


def references_start(page: Sequence[Weighed]) -> int:
    """Where a clean article's list of references begins; its length if there is none."""
    for start in range(len(page) - 1, len(page) // 3, -1):
        if _REFERENCES.fullmatch(page[start].block.text):
            entries = page[start + 1 :]
            dated = sum(bool(_YEAR.search(one.block.text)) for one in entries)
            return start if dated >= _LEAST_REFERENCES * len(entries) else len(page)
    return len(page)
