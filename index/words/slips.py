"""Words a slip of the keys apart, and words that sound the same however they are spelt."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_TWO_FROM: Final = 7
_THREE_FROM: Final = 12
"""Letters from which a word that sounds the same may lie two slips away, and three."""

_SOUNDS: Final = (("ph", "f"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("ck", "k"), ("x", "ks"))
_SILENT: Final = str.maketrans("cqz", "kks", "aeiouyh")
_TWICE: Final = re.compile(r"(.)\1+")


class Neighbours:
    """What of these words lies near another.

    Args:
        words: In lower case without accents, none of them empty.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)

    def one_slip_from(self, typed: str) -> Mapping[str, int]:
        """The words with its first letter that one slip or none lies between, with how many do."""
        return _near(typed, self._by_letter.get(typed[0], ()), slips=1)

    def doubled_apart(self, typed: str) -> Mapping[str, int]:
        """The long words that one slip lies between, beside letters that one of the two has doubled."""
        once = _once(typed)
        if len(once) < _TWO_FROM or typed[0] not in self._by_single:
            return {}
        singles = self._by_single[typed[0]]
        near = _near(once, tuple(singles), slips=1)
        return {w: int(OSA.distance(typed, w)) for single in near for w in singles[single]}

    def sounding_like(self, typed: str) -> Mapping[str, int]:
        """The words that sound the same and lie a slip away, or more where they are long."""
        slips = 1 + (len(typed) >= _TWO_FROM) + (len(typed) >= _THREE_FROM)
        return _near(typed, self.heard_as(typed), slips=slips)

    def heard_as(self, typed: str) -> Sequence[str]:
        """The words with the same consonants, as they sound."""
        return self._by_sound.get(_hull(typed), ())

    @cached_property
    def _by_letter(self) -> Mapping[str, Sequence[str]]:
        """The words by their first letters, which people seldom miss."""
        return _sorted_by(self._words, lambda word: word[0])

    @cached_property
    def _by_single(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The words by their first letters, and each with no letter twice in a row."""
        return {letter: _sorted_by(words, _once) for letter, words in self._by_letter.items()}

    @cached_property
    def _by_sound(self) -> Mapping[str, Sequence[str]]:
        return _sorted_by(self._words, _hull)


def _near(typed: str, words: Sequence[str], *, slips: int) -> dict[str, int]:
    found = process.extract(typed, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return {word: int(distance) for word, distance, _ in found}


def _sorted_by(words: Iterable[str], of: Callable[[str], str]) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        found[of(word)].append(word)
    return dict(found)


def _hull(word: str) -> str:
    """The consonants of a word as they sound, double ones once."""
    word = _once(word)
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _once(word.translate(_SILENT))


def _once(word: str) -> str:
    return _TWICE.sub(r"\1", word)
