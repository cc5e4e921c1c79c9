"""Which of many short texts hold given words or beginnings of words; in memory, quick to ask."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD: Final = re.compile(r"\w+")
_LAST_LETTER: Final = "\U0010ffff"


def folded(text: str) -> str:
    """`text` as it is compared: small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


class WordIndex:
    """Texts by number, from 0 in the order given."""

    def __init__(self, texts: Iterable[str]) -> None:
        found: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for word in set(_WORD.findall(folded(text))):
                found.setdefault(word, []).append(number)
        self._words = sorted(found)
        self._texts = [found[word] for word in self._words]

    def holding(self, words: str) -> set[int] | None:
        """The texts in which each of these words, or a longer one that begins so, stands.

        None where `words` holds no word.
        """
        wanted = sorted(set(_WORD.findall(folded(words))), key=len, reverse=True)
        if not wanted:
            return None
        held = self._beginning(wanted[0])
        for word in wanted[1:]:
            if not held:
                break
            held &= self._beginning(word)
        return held

    def _beginning(self, letters: str) -> set[int]:
        first = bisect_left(self._words, letters)
        last = bisect_left(self._words, letters + _LAST_LETTER)
        return set[int]().union(*self._texts[first:last])
