"""What somebody meant who mistyped a word: the library's own word that lies a slip or two from it.

Only a word that nobody knows is changed, neither the library nor `index.words.english`, or one that many
write who mean another ("goverment"). A word in capitals is a name, unless the whole question shouts; one
with a number in it is a code, and never is changed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from index.words.english import (
    american,
    common_slip,
    is_english,
    plain,
    right_words,
    share,
)
from index.words.question_words import SMALL_WORDS
from index.words.slips import Neighbours
from index.words.typed import WORD, as_written, is_named, may_be_mistyped, words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

_SHORTEST: Final = 4
_LONGEST: Final = 40
"""Letters of a word that is worth keeping; what is longer is an address or noise."""

_CERTAIN_FROM: Final = 6
_SEEN: Final = 2
"""Of words under so many letters, only one that the library says so often is meant by what sounds
otherwise: "nexin" is a slip from "nexis" by chance, and "bovie" from "bovine" hardly."""

_SOME_WORDS: Final = 100_000
"""A text of so many words says "really" a hundred times, though a small library of science never does."""

_MOST: Final = 300_000
"""Words kept, the most frequent; what is rarer in so large a library is more often a slip itself."""

_ALIKE: Final = 5
"""How many times as likely a slip is that leaves the word sounding as it should."""


class Repair(NamedTuple):
    """A word of a question that is looked up as another.

    Attributes:
        start: Where it stands.
        end: Where what follows it stands.
        meant: The library's word.
    """

    start: int
    end: int
    meant: str


@dataclass(frozen=True)
class Spelling:
    """The words of a library, in lower case and without accents, and how often each stands there."""

    counts: Mapping[str, int]

    def meant(
        self,
        question: str,
        *,
        known: Callable[[str], int],
        kin: Callable[[str, str], bool] = str.__eq__,
    ) -> str:
        """The question with every word that nobody knows as the word it most likely is.

        Args:
            question: As typed.
            known: How many passages hold a word in some form.
            kin: Whether two words are forms of one.
        """
        parts: list[str] = []
        behind = 0
        for repair in self.repairs(question, known=known, kin=kin):
            parts += [question[behind : repair.start], repair.meant]
            behind = repair.end
        return "".join(parts) + question[behind:]

    def repairs(
        self,
        question: str,
        *,
        known: Callable[[str], int],
        kin: Callable[[str, str], bool] = str.__eq__,
    ) -> Iterator[Repair]:
        """Each word that is changed, in the question's order; arguments as of `meant`."""
        found: dict[str, str] = {}
        for word in words_in(question) if self.counts else ():
            if not may_be_mistyped(word):
                continue
            typed = word.group()
            if is_named(word) and common_slip(plain(typed)):
                continue  # "Ponting" is nobody's "pointing"
            bare = plain(typed)
            if bare not in found:
                found[bare] = self._taken_for(bare, known, kin)
            if meant := found[bare]:
                yield Repair(word.start(), word.end(), as_written(meant, typed))

    def _taken_for(
        self, typed: str, known: Callable[[str], int], kin: Callable[[str, str], bool]
    ) -> str:
        """The word that `typed` most likely is; "" where it is one, or may be one the library lacks."""
        times = self.counts.get(typed, 0)
        # What an article misspells once is a slip there as well.
        meant = common_slip(typed) if times <= 1 else ""
        if meant or times:
            return meant
        if is_english(typed):
            return "" if known(typed) else self._variant(typed)
        return self._written_right(typed, kin) if known(typed) else self._nearest(typed, known)

    def _variant(self, typed: str) -> str:
        """The library's spelling of a British word, or an American one; "" where it holds neither."""
        same = (w for w in self._neighbours.heard_as(typed) if american(w) == american(typed))
        return next(same, "")

    def _written_right(self, typed: str, kin: Callable[[str, str], bool]) -> str:
        """The library's spelling of a form that it holds: "expectancy" for "expectency"; "" for none."""
        heard = [word for word in self._neighbours.sounding_like(typed) if kin(word, typed)]
        # "Rotationally" is no slip where the library says "rotational".
        if any(map(typed.startswith, heard)):
            return ""
        return max(heard, key=self.counts.__getitem__, default="")

    def _nearest(self, typed: str, known: Callable[[str], int]) -> str:
        """The likeliest of the words that `typed` may be a slip from; "" for none.

        Where the library says "real" and "eliminate", somebody may have meant "really" and "eliminating".
        """
        # Two slips apart lie other drugs too, such as prednisone and prednisolone; what people
        # misspell twice they spell as it sounds, or double a letter.
        own, right = self._neighbours, right_words()
        heard = own.sounding_like(typed)
        alike = {*heard, *right.sounding_like(typed)}
        slips = {
            **own.doubled_apart(typed),
            **right.one_slip_from(typed),
            **own.one_slip_from(typed),
            **heard,
        }
        small = alike & SMALL_WORDS
        times = {
            word: max(self._times(word, known), share(word) * self._length * (word in small))
            for word in slips
        }
        ranked = [
            (slips[word], -times[word] * (_ALIKE if word in alike else 1), word)
            for word in slips
            # Nobody types "co" before "expressed" by a slip, but many a first letter twice.
            if times[word]
            and word != typed
            and (typed[0] == word[0] or not typed.endswith(word))
            and (word in alike or len(typed) >= _CERTAIN_FROM or times[word] >= _SEEN)
        ]
        return min(ranked)[-1] if ranked else ""

    def _times(self, word: str, known: Callable[[str], int]) -> int:
        """How often the library says the word; once where it says another form of it."""
        return self.counts.get(word, 0) or min(known(word), 1)

    @cached_property
    def _length(self) -> int:
        """How many words there are, or would be in a library of some size."""
        return max(sum(self.counts.values()), _SOME_WORDS)

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self.counts)


def learned_words(texts: Iterable[str]) -> Spelling:
    """The words of these texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(WORD.findall(plain(text)))
    kept = (
        (word, times) for word, times in counts.most_common() if _SHORTEST <= len(word) <= _LONGEST
    )
    return Spelling(dict(sorted(pair for pair, _ in zip(kept, range(_MOST), strict=False))))


def write_words(path: Path, spelling: Spelling) -> None:
    """Write a line a word: the word, a tab, how often it stands there.

    Raises:
        OSError: The disk is full or the folder cannot be written.
    """
    lines = (f"{word}\t{times}\n" for word, times in spelling.counts.items())
    path.write_text("".join(lines), encoding="utf-8")


def read_words(path: Path) -> Spelling:
    """Those in the file.

    Raises:
        ValueError: The file holds something else.
        OSError: It cannot be read.
    """
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return Spelling({word: int(times) for word, times in rows})
