"""Where the main text of a page ends, and what stands in for it where no search finds it.

A broad search keeps what looks like text, and with it comments, notices and calls to subscribe in any
language; a careful one drops them, and sometimes a heading or a first paragraph too. So the careful one
decides only where the text ends, and only if it has found a good part of it.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from index.sources.pages.text_block import TextBlock
from index.sources.rules.plain import plain
from index.sources.rules.prose import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.sources.pages.json_ld import Node

_LEAST_SHARE = 0.4
_FEWEST_WORDS = 60
_MORE, _NEARLY = 1.5, 0.9
_CUT = re.compile(r"</(?:p|div|li|h[1-6]|blockquote)\s*>|<br\s*/?>|[\r\n]+", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")


def bounded(blocks: Sequence[TextBlock], careful: Sequence[TextBlock]) -> Sequence[TextBlock]:
    """The blocks up to the last one that the careful search has too."""
    kept = {block.text for block in careful}
    last = max((place for place, block in enumerate(blocks) if block.text in kept), default=-1)
    share = _count(careful) / max(1, _count(blocks))
    return blocks[: last + 1] if last >= 0 and _LEAST_SHARE <= share <= 1 else blocks


def or_stated(blocks: Sequence[TextBlock], article: Node) -> Sequence[TextBlock]:
    """The blocks, or what the page states as its article's text where that is much more."""
    stated = article.get("articleBody")
    if not isinstance(stated, str):
        return blocks
    found = [TextBlock(text) for text in _paragraphs(stated)]
    # Where trafilatura has taken the same text, it has taken it in one piece.
    wanted = _NEARLY if len(blocks) < min(2, len(found)) else _MORE
    return found if _count(found) >= max(_FEWEST_WORDS, wanted * _count(blocks)) else blocks


def _paragraphs(stated: str) -> Iterator[str]:
    """Plain paragraphs of a text that may be HTML, escaped once or not at all."""
    for piece in _CUT.split(unescape(stated)):
        if text := plain(unescape(_TAG.sub("", piece))):
            yield text


def _count(blocks: Sequence[TextBlock]) -> int:
    return sum(words(block.text) for block in blocks)
