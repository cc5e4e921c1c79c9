"""Blanks that slipped: words run together ("brownfat") and split ("anti biotics"), as the library has them.

Two words are parted or joined only on the library's word: parted where it says them side by side, joined
where it says them as one. A word that somebody knows is never parted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from index.words.english import dictionary, is_english, plain
from index.words.question_words import FUNCTION_WORDS
from index.words.typed import as_written, may_be_mistyped, words_in

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Mapping

_SHORTEST: Final = 3
"""Letters of a part of what was run together."""

_LONGEST: Final = 20
_TOGETHER: Final = 7
"""Letters from which a word is looked at for two: nobody runs shorter ones together by a slip."""

_SEEN: Final = 2
"""How often the library says a word that two known ones are joined to, or that a small one is parted from."""

_MOST_PARTS: Final = 4


@dataclass(frozen=True)
class Blanks:
    """Sets blanks where they belong.

    Attributes:
        counts: How often the library says each word.
        known: Whether it says a word in another form.
        beside: How often it says two words side by side.
    """

    counts: Mapping[str, int]
    known: Callable[[str], bool]
    beside: Callable[[str, str], int]

    def joined(self, question: str) -> str:
        """The question with every word that was split as one."""
        words = list(words_in(question))
        cut: list[tuple[int, int, str]] = []
        for first, second in pairwise(words):
            between = question[first.end() : second.start()]
            free = not cut or cut[-1][1] <= first.start()
            if free and between.isspace() and self._is_split(first, second):
                together = as_written(plain(first.group() + second.group()), first.group())
                cut.append((first.start(), second.end(), together))
        return _replaced(question, cut)

    def parted(self, question: str) -> str:
        """The question with every word that was run together as two or more."""
        cut: list[tuple[int, int, str]] = []
        for word in words_in(question):
            typed = plain(word.group())
            if len(typed) >= _TOGETHER and may_be_mistyped(word) and not self._is_held(typed):
                parts = () if typed in dictionary() else self._parts(typed, _MOST_PARTS)
                if parts:
                    cut.append(
                        (word.start(), word.end(), as_written(" ".join(parts), word.group()))
                    )
        return _replaced(question, cut)

    def _is_split(self, first: re.Match[str], second: re.Match[str]) -> bool:
        parts = plain(first.group()), plain(second.group())
        one = "".join(parts)
        # "Lamin A" and "hepatitis a" are names, and a word's last letter seldom slips off.
        named = second.group().istitle() or len(second.group()) == 1
        if named or one not in self.counts or self.beside(*parts):
            return False
        if not all(self._is_word(part) for part in parts):
            return True
        # "The rapist" and "be low" are two words as well.
        return self.counts[one] >= _SEEN and not any(part in FUNCTION_WORDS for part in parts)

    def _parts(self, typed: str, most: int) -> tuple[str, ...]:
        """The fewest words, each beside the next in the library, that the letters are; empty for none."""
        found: list[tuple[str, ...]] = []
        for at in range(_SHORTEST, min(len(typed) - _SHORTEST, _LONGEST) + 1):
            first, rest = typed[:at], typed[at:]
            if not self._is_held(first) and first not in FUNCTION_WORDS:
                continue
            whole = self._is_held(rest) or rest in self._small
            rests: list[tuple[str, ...]] = [(rest,)] if whole else []
            if most > len(("first", "second")):
                rests.append(self._parts(rest, most - 1))
            found += [(first, *more) for more in rests if more and self._follow(first, more[0])]
        return min(found, key=lambda parts: (len(parts), -self._weight(parts)), default=())

    def _follow(self, first: str, second: str) -> bool:
        small = first in self._small or second in self._small
        other = second if first in self._small else first
        return self.beside(first, second) > 0 or (
            small and len(other) > _SHORTEST + 1 and self.counts.get(other, 0) >= _SEEN
        )

    def _weight(self, parts: Iterable[str]) -> int:
        return min(self.beside(*pair) for pair in pairwise(parts))

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(word for word in FUNCTION_WORDS if len(word) >= _SHORTEST)

    def _is_held(self, word: str) -> bool:
        # "Ors" has the stem of "or", which stands beside every word.
        stem_of_small = word.removesuffix("s") in FUNCTION_WORDS
        return word in self.counts or (self.known(word) and not stem_of_small)

    def _is_word(self, part: str) -> bool:
        return part in FUNCTION_WORDS or self._is_held(part) or is_english(part)


def _replaced(question: str, cut: Iterable[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    behind = 0
    for start, end, meant in cut:
        parts += [question[behind:start], meant]
        behind = end
    return "".join(parts) + question[behind:]
