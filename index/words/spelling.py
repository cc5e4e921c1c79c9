"""What somebody meant who mistyped a word: the library's own word that lies a slip or two from it.

Only a word that nobody knows is changed: neither the library nor `index.words.english`. A word in capitals is a
name, unless the whole question shouts; one with a number in it is a code, and never is changed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.words.english import american, dictionary, is_english, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_WORD: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?!['’](?:t|re|ve|ll|d|m)\b)")
"""But not the "doesn" of "doesn't"."""

_CHUNK: Final = re.compile(r"\S+")
_CODED: Final = re.compile(r"[\d_/@\\#]|\w\.\w")
"""In what stands between two blanks: an address, a DOI, the name of a gene, a number with its unit."""

_SHORTEST: Final = 4
_LONGEST: Final = 40
"""Letters of a word that is worth keeping; what is longer is an address or noise."""

_SLIP_FROM: Final = 5
"""Letters from which one slip is looked for: a shorter word is a slip from too many others."""

_NAME_FROM: Final = 6
"""The same for a word with a capital inside a sentence, which may be a name."""

_CERTAIN_FROM: Final = 6
_SEEN: Final = 2
"""Of words under so many letters, only one that the library says so often is meant by what sounds
otherwise: "nexin" is a slip from "nexis" by chance, and "bovie" from "bovine" hardly."""

_SHOUTED: Final = 3
"""Words in capitals from which all capitals are the writer's voice."""

_TWO_FROM: Final = 7
_THREE_FROM: Final = 12
"""Letters from which two slips are looked for, and three."""

_MOST: Final = 300_000
"""Words kept, the most frequent; what is rarer in so large a library is more often a slip itself."""

_ALIKE: Final = 5
"""How many times as likely a slip is that leaves the word sounding as it should."""

_SOUNDS: Final = (("ph", "f"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("ck", "k"), ("x", "ks"))
_SILENT: Final = str.maketrans("cqz", "kks", "aeiouyh")
_TWICE: Final = re.compile(r"(.)\1+")


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

    def meant(self, question: str, *, known: Callable[[str], bool]) -> str:
        """The question with every word that nobody knows as the word it most likely is.

        Args:
            question: As typed.
            known: Whether the library holds a word in another form.
        """
        parts: list[str] = []
        behind = 0
        for repair in self.repairs(question, known=known):
            parts += [question[behind : repair.start], repair.meant]
            behind = repair.end
        return "".join(parts) + question[behind:]

    def repairs(self, question: str, *, known: Callable[[str], bool]) -> Iterator[Repair]:
        """Each word that is changed, in the question's order; arguments as of `meant`."""
        for word in words_in(question) if self.counts else ():
            if not may_be_mistyped(word):
                continue
            typed = word.group()
            if found := self._taken_for(plain(typed), known):
                yield Repair(word.start(), word.end(), as_written(found, typed))

    def _taken_for(self, typed: str, known: Callable[[str], bool]) -> str:
        """The word that `typed` most likely is; "" where it is one, or may be one the library lacks."""
        if typed in self.counts or known(typed):
            return ""
        if is_english(typed):
            return self._variant(typed)
        # Where the library says "eliminate", somebody may have meant "eliminating".
        return self._nearest(typed) or (
            _english().one_slip_from(typed, known) if len(typed) >= _CERTAIN_FROM else ""
        )

    def one_slip_from(self, typed: str, known: Callable[[str], bool]) -> str:
        """The most frequent of its words that are known and one slip from `typed`; "" for none."""
        near = _near(typed, self._by_letter.get(typed[0], ()), slips=1)
        ranked = sorted(near, key=lambda word: (-self.counts[word], word))
        return next(filter(known, ranked), "")

    def _variant(self, typed: str) -> str:
        """The library's spelling of a British word, or an American one; "" where it holds neither."""
        same = (w for w in self._by_sound.get(_hull(typed), ()) if american(w) == american(typed))
        return next(same, "")

    def _nearest(self, typed: str) -> str:
        """The likeliest of the library's words that `typed` may be a slip from; "" for none."""
        # Two slips apart lie other drugs too, such as prednisone and prednisolone; what people
        # misspell twice they spell as it sounds.
        slips = 1 + (len(typed) >= _TWO_FROM) + (len(typed) >= _THREE_FROM)
        alike = _near(typed, self._by_sound.get(_hull(typed), ()), slips=slips)
        near = _near(typed, self._by_letter.get(typed[0], ()), slips=1)
        if len(typed) < _CERTAIN_FROM:
            near = {word: slips for word, slips in near.items() if self.counts[word] >= _SEEN}
        ranked = [
            (slips, -self.counts[word] * (_ALIKE if word in alike else 1), word)
            for word, slips in (near | alike).items()
            # Nobody types "co" before "expressed" by a slip, but many a first letter twice.
            if typed[0] == word[0] or not typed.endswith(word)
        ]
        return min(ranked)[-1] if ranked else ""

    @cached_property
    def _by_letter(self) -> Mapping[str, Sequence[str]]:
        """The words by their first letters, which people seldom miss."""
        return _sorted_by(self.counts, lambda word: word[0])

    @cached_property
    def _by_sound(self) -> Mapping[str, Sequence[str]]:
        return _sorted_by(self.counts, _hull)


def learned_words(texts: Iterable[str]) -> Spelling:
    """The words of these texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_WORD.findall(plain(text)))
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


def _near(typed: str, words: Sequence[str], *, slips: int) -> dict[str, int]:
    """Those of the words that so many slips or fewer lie between, with how many do."""
    found = process.extract(typed, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return {word: int(distance) for word, distance, _ in found}


def _sorted_by(words: Iterable[str], of: Callable[[str], str]) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        found[of(word)].append(word)
    return dict(found)


def _hull(word: str) -> str:
    """The consonants of a word as they sound, double ones once."""
    word = _TWICE.sub(r"\1", word)
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _TWICE.sub(r"\1", word.translate(_SILENT))


def may_be_mistyped(word: re.Match[str]) -> bool:
    """Whether the word of a question is long enough, and in no capitals that would make it a name."""
    typed = word.group()
    least = _NAME_FROM if typed.istitle() and word.start() else _SLIP_FROM
    written = typed.islower() or typed.istitle() or (typed.isupper() and _shouts(word.string))
    return len(typed) >= least and written


def words_in(question: str) -> Iterator[re.Match[str]]:
    """The words of a question, none out of an address or a code."""
    for chunk in _CHUNK.finditer(question):
        if not _CODED.search(chunk.group()):
            yield from _WORD.finditer(question, chunk.start(), chunk.end())


def as_written(meant: str, typed: str) -> str:
    """The word with the capitals of another."""
    if typed.isupper():
        return meant.upper()
    return meant.capitalize() if typed.istitle() else meant


def _shouts(question: str) -> bool:
    """Whether all of it stands in capitals, so that they say nothing."""
    words = [word for word in _WORD.findall(question) if len(word) >= _SHORTEST]
    return question.isupper() and len(words) >= _SHOUTED


@lru_cache(maxsize=1)
def _english() -> Spelling:
    return Spelling(dictionary())
