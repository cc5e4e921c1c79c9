"""Two printings of one title are known for one: by their letters and figures, whatever stands between."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")


def title_words(text: str) -> list[str]:
    """Words in lower case without accents; "Covid-19" and "COVID 19" are the same two."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(mark for mark in bare if not unicodedata.combining(mark)))


def title_key(title: str) -> str:
    """The same for every printing of a title; "" where it has no letter."""
    return " ".join(title_words(title))
