"""The words of a question: its stems, which of them say anything, and how rare they are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from index.words.fragments import Fragments
from index.words.telling import telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.words.acronyms import Meaning

Stems = tuple[str, ...]

FUNCTION_WORDS: Final = (
    "a", "about", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are",
    "as", "at", "be", "because", "been", "before", "being", "below", "between", "both", "but",
    "by", "can", "could", "did", "do", "does", "doing", "done", "during", "each", "few", "for",
    "from", "further", "had", "has", "have", "having", "he", "her", "here", "hers", "him", "his",
    "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "may", "me", "might",
    "more", "most", "must", "my", "no", "nor", "not", "of", "off", "on", "once", "only", "or",
    "other", "our", "ours", "out", "over", "own", "same", "shall", "she", "should", "so", "some",
    "such", "than", "that", "the", "their", "theirs", "them", "then", "there", "these", "they",
    "this", "those", "through", "to", "too", "under", "until", "up", "upon", "us", "very", "via",
    "was", "we", "were", "what", "when", "where", "whether", "which", "while", "who", "whom",
    "why", "will", "with", "within", "without", "would", "you", "your", "yours",
)  # fmt: skip
"""Words that hold a sentence together and say nothing of its subject."""

_TALK: Final = (
    "please", "thanks", "thank", "hi", "hello", "hey", "tell", "know", "heard", "hear", "think", "really",
    "actually", "someone", "anyone", "somebody", "anybody", "something", "anything", "ppl", "u", "ur", "im",
    "ive", "whats", "hows", "wondering", "wat", "wot", "wut", "wats", "pls", "plz", "thx", "cuz", "coz", "teh",
)  # fmt: skip
"""Words of people who ask, which no article is about."""

SMALL_WORDS: Final = frozenset(FUNCTION_WORDS + _TALK)
"""Words that a question holds whatever it asks."""


_SHORTENED: Final = re.compile(
    r"\b(?:(?:ca|wo|sha|ai|do|does|did|is|are|was|were|has|have|had|could|would|should|must|need)n['’]?t"
    r"|(?:what|who|how|where|when|why|that|it|there|here|he|she|let|i|you|we|they)['’](?:s|re|ve|ll|d|m))\b",
    re.IGNORECASE,
)
"""Function words run together. Cut at the apostrophe, "doesn" would be the question's rarest word; and "t" and
"d" may not be left out wherever they stand, for there are T cells and vitamin D."""


_WORD: Final = re.compile(r"[^\W_]+")

_KNOWN_BY: Final = 50
"""Passages by which a word's rarity is known as well as English tells it. Chosen on libraries of one
article each: `python -m scripts.bench.alone`."""


class Stemming(Protocol):
    """Cuts texts into stems."""

    def terms(self, text: str) -> tuple[str, ...]:
        """The stems of a text, in order, repeats kept."""
        ...


class Statistics(Stemming, Protocol):
    """What a library knows of its words."""

    @property
    def mean_length(self) -> float:
        """Stems of a passage, on average."""
        ...

    def __len__(self) -> int:
        """How many passages there are."""
        ...

    def frequency(self, term: str) -> int:
        """How many passages hold this stem."""
        ...

    def pair_frequency(self, first: str, second: str) -> int:
        """How many passages hold these stems side by side."""
        ...


class Counts(NamedTuple):
    """How often a question's words, and pairs of them side by side, stand in a text."""

    words: Counter[str]
    pairs: Counter[tuple[str, str]]


@dataclass(frozen=True)
class QuestionWords:
    """A question's words and what they weigh in one library.

    Attributes:
        weights: Inverse document frequency by stem, Lucene's form, less for common English where the
            library is small; without function words, but where the question has no others.
        pairs: The same for stems that stand side by side.
        unheard: What a word weighs that stands in no passage; none weighs more.
        spelt: Other forms of what is asked for, as stems, each with the question's own form: where
            an acronym is asked for, what it is short for, and the other way round.
        known: How well the library knows which words are rare, 0 to 1: the better, the more passages it has.
    """

    weights: dict[str, float]
    pairs: dict[tuple[str, str], float]
    unheard: float = 1.0
    spelt: tuple[tuple[Stems, Stems], ...] = ()
    known: float = 1.0

    @cached_property
    def total(self) -> float:
        """What all words weigh together."""
        return sum(self.weights.values())

    @cached_property
    def fragments(self) -> Fragments:
        """The words' fragments."""
        return Fragments(self.weights)

    @cached_property
    def sought(self) -> frozenset[str]:
        """The stems by which a passage may be found: the question's, and those of the other forms."""
        return frozenset(self.weights).union(*(other for other, _ in self.spelt))

    def counted(self, stems: Sequence[str]) -> Counts:
        """How often each of the words, and each pair of them side by side, stands among `stems`.

        Another form of what is asked for counts as the question's own.
        """
        words = Counter(stem for stem in stems if stem in self.weights)
        for other, own in self.spelt:
            times = _times(other, stems)
            if times:
                words.update({stem: times for stem in own if stem in self.weights})
        pairs: Counter[tuple[str, str]] = Counter()
        if words and self.pairs:
            pairs.update(pair for pair in pairwise(stems) if pair in self.pairs)
        return Counts(words, pairs)


def words_of(question: str, library: Statistics, meanings: Sequence[Meaning] = ()) -> QuestionWords:
    """The words of `question` as `library` weighs them.

    Args:
        question: As asked.
        library: What it knows of its words.
        meanings: The acronyms of which the question says one form.
    """
    stems = library.terms(_SHORTENED.sub(" ", question))
    plain = function_stems(library)
    kept = [stem for stem in stems if stem not in plain] or list(stems)
    pairs = [pair for pair in pairwise(stems) if not plain.issuperset(pair)]
    size = len(library)
    known = size / (size + _KNOWN_BY)
    prior = _prior(question, library, 1 - known)
    return QuestionWords(
        weights={stem: rarity(library.frequency(stem), size) * prior.get(stem, 1) for stem in kept},
        pairs={pair: rarity(library.pair_frequency(*pair), size) for pair in pairs},
        unheard=rarity(0, size),
        spelt=tuple(_other_forms(stems, library, meanings)),
        known=known,
    )


def _prior(question: str, library: Statistics, share: float) -> dict[str, float]:
    """What is left of each stem's weight, the less the fewer passages there are to know it by."""
    found: dict[str, float] = {}
    for word in _WORD.findall(question.lower()):
        left = telling(word) ** share
        for stem in library.terms(word):
            found[stem] = min(left, found.get(stem, 1.0))
    return found


def _other_forms(
    asked: Sequence[str], library: Stemming, meanings: Sequence[Meaning]
) -> Iterator[tuple[Stems, Stems]]:
    """The form of each that the question lacks, with the form it says."""
    for meaning in meanings:
        short, long = library.terms(meaning.short), library.terms(meaning.long)
        if short and long:
            yield (long, short) if _times(short, asked) else (short, long)


def _times(form: Stems, stems: Sequence[str]) -> int:
    """How often `form` stands among `stems`, all of it side by side."""
    first, size = form[0], len(form)
    if first not in stems:
        return 0
    return sum(
        stem == first and tuple(stems[at : at + size]) == form for at, stem in enumerate(stems)
    )


def rarity(holding: int, passages: int) -> float:
    """Inverse document frequency as Lucene's BM25 has it: never negative."""
    return log(1 + (passages - holding + 0.5) / (holding + 0.5))


def function_stems(stemming: Stemming) -> frozenset[str]:
    """The function words as this library stems them."""
    return frozenset(stem for word in SMALL_WORDS for stem in stemming.terms(word))
