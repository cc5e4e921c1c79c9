"""Text with HTML or JATS tags in it, as Crossref's abstracts and WordPress' posts, without them."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_BLOCKS: Final = r"p|div|br|li|ul|ol|tr|table|section|article|blockquote|figure|figcaption|pre|hr|title|sec|h[1-6]"
_TAG: Final = r"(?:jats:)?[A-Za-z][A-Za-z0-9]{0,15}"
_MARKUP: Final = re.compile(
    rf"</(?:jats:)?(?:{_BLOCKS}|i|b|em|strong|sub|sup|italic|bold|a|span)\s*>|<br\s*/?>",
    re.IGNORECASE,
)
_UNREAD: Final = re.compile(
    r"<(script|style|noscript|template)\b[^>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK: Final = re.compile(rf"</?(?:jats:)?(?:{_BLOCKS})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_ANY: Final = re.compile(rf"</?{_TAG}(?:\s[^<>]{{0,2000}})?/?>")


def is_markup(text: str) -> bool:
    """Whether tags are closed in it, as no running text with a "<" in it does."""
    return bool(_MARKUP.search(text))


def without_markup(text: str) -> str:
    """The words, with a blank line where a block begins or ends."""
    shown = _UNREAD.sub(" ", text)
    return unescape(_ANY.sub("", _BLOCK.sub("\n\n", shown)))
