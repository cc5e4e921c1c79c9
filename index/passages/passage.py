"""The unit that is ranked and shown, and the sentences inside it that one vector each stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.article import SectionKind

if TYPE_CHECKING:
    from index.article import ArticleId


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a part of a very long one, or short ones joined.

    Attributes:
        id: Stable from build to build while the article and this text stay the same.
        article: The article it belongs to.
        ordinal: Its place among the article's passages, from 0.
        section: The heading it stands under, "" for none.
        kind: Body, abstract or caption.
        text: Verbatim: `article.text[start:end] == text`.
        start: Offset of its first character in the article's text.
        end: Offset after its last character.
    """

    id: str
    article: ArticleId
    ordinal: int
    section: str
    text: str
    start: int
    end: int
    kind: SectionKind = SectionKind.BODY


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence of a passage, by its offsets in the article's text."""

    start: int
    end: int


def whole_of(title: str, text: str) -> str:
    """What one vector of a passage as a whole is made of: its article's title, and all its words.

    The model may drop the last words of a passage that only just fits without the title; their own
    spans' vectors hold them.
    """
    return f"{title}\n{text}".strip()
