"""What plain text is: NFC, one blank between words, nothing that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Controls that are no white space, surrogates, private use (icon fonts), noncharacters, and what has
# no width: soft hyphens, joiners, marks of direction, byte-order marks, variation selectors.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"
    "\U000f0000-\U000fffff\U00100000-\U0010ffff]"
)


def plain(text: str) -> str:
    """`text` in NFC without unseen characters, white space collapsed to single blanks.

    `plain(plain(text)) == plain(text)`.
    """
    return " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", text)).split())


def plain_all(texts: Iterable[str]) -> tuple[str, ...]:
    """Every text in plain words, in order, none empty and none twice."""
    return tuple(dict.fromkeys(text for text in map(plain, texts) if text))
