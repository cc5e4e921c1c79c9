"""What an educated reader of English knows: the words of a dictionary, and those that people write today.

A dictionary knows how a word is spelt and no statin, opioid or microbiome; what people write holds those,
and common slips. A slip is told by the word it slipped from, which is written many times as often, and by
being written in English alone: names and foreign words are written in other languages too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from index.words.slips import Neighbours

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FREQUENT: Final = 2.5e-7
"""Of a word people write, its share of all words: one in four million. "Statins" and "kombucha" are more
frequent."""

_SELDOM: Final = 3e-8
"""The same of a word that counts as known if it is near no other: "calcineurin", "varroa"."""

_OVERSHADOWED: Final = 10
_SLIPPED: Final = 50
"""How many times as frequent the word is that a seldom, and a frequent, word is a slip from: people
write "believe" five hundred times for each "belive", and "definitely" a hundred times for "definately"."""

_OTHERS: Final = ("de", "fr", "es", "it")
_ELSEWHERE: Final = 1 / 8
"""What a word's share in one of these languages is of its share in English, if it is a word in both."""

_CENTIBELS: Final = 100
"""Steps of ten times the frequency by which wordfreq sorts its words."""

_ENDINGS: Final = ("s", "es", "'s")
_BEFORE: Final = ("", "re", "de", "un", "non", "pre")
_BEHIND: Final = ("", "s", "es", "d", "ed", "t", "ing", "r", "er", "rs", "ers")
_SHORTEST: Final = 4
"""What a word may be made with, and how long another must be that it is made of: "defund", "dreamt"."""

_BRITISH: Final = tuple(
    (re.compile(written), american)
    for written, american in (
        (r"is(?=[aei])", "iz"), (r"ys(?=[ei])", "yz"), ("our", "or"), ("[ao]e", "e"), (r"([bt])re(?=s?$)", r"\1er"),
        (r"ll(?=ed|er|ing)", "l"), (r"mme(?=s?$)", "m"), (r"ogue(?=s?$)", "og"), (r"ence(?=s?$)", "ense"),
    )
)  # fmt: skip
"""What is written otherwise in Britain, one at a time: "summarise", "colour", "oestrogen", "programme"."""


def is_english(word: str) -> bool:
    """Whether the word is known, in lower case without accents: as it stands, American, or as a plural."""
    return any(one in dictionary() or _is_known(one) for one in _forms(word))


@lru_cache(maxsize=4096)
def common_slip(word: str) -> str:
    """What many mean who write the word, in lower case without accents: "goverment"; "" where it is no slip."""
    return _most_written_near(word) if not is_english(word) and _has_slipped(word) else ""


def plain(text: str) -> str:
    """In lower case, without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(mark for mark in apart if not unicodedata.combining(mark))


def american(word: str) -> str:
    """One spelling of what is written in two ways: "haemorrhage", "tumour", "randomised", "travelling"."""
    word = re.sub(r"[ao]e", "e", word.replace("ll", "l").replace("our", "or"))
    return re.sub(r"re$", "er", word).replace("s", "z")


@lru_cache(maxsize=1)
def dictionary() -> Mapping[str, int]:
    """An American dictionary with how frequent each word is; those with an apostrophe as typed without."""
    # Half a second, which nobody waits who types no strange word.
    from spellchecker import SpellChecker  # noqa: PLC0415

    words = SpellChecker(language="en").word_frequency.dictionary
    return {plain(word).replace("'", ""): times for word, times in words.items()}


def share(word: str) -> float:
    """A word's share of all that people write; 0 where it is seldom written."""
    return _written().get(word, 0.0)


@lru_cache(maxsize=1)
def right_words() -> Neighbours:
    """The words of the dictionary that a word may be a slip from."""
    known = dictionary()
    least = _OVERSHADOWED * _SELDOM
    return Neighbours(word for word, part in _written().items() if part >= least and word in known)


def _forms(word: str) -> list[str]:
    singular = [word[: -len(end)] for end in _ENDINGS if word.endswith(end)]
    return [
        form for one in (word, *singular) for form in (one, *(p.sub(a, one) for p, a in _BRITISH))
    ]


@lru_cache(maxsize=4096)
def _is_known(word: str) -> bool:
    """Whether people write the word, which is in no dictionary, and mean it."""
    # Many write "comming" and "recieve".
    if not share(word) or _as_often_misspelt(word) in _right():
        return False
    if share(word) >= _FREQUENT:
        return not _has_slipped(word)
    return share(_most_written_near(word)) < _OVERSHADOWED * share(word)


def _has_slipped(word: str) -> bool:
    return (
        share(word) >= _FREQUENT
        and share(_most_written_near(word)) >= _SLIPPED * share(word)
        and not _is_made_of_another(word)
        and word not in _written_elsewhere()
    )


def _most_written_near(word: str) -> str:
    """The most frequent dictionary word that this may be a slip from; "" for none."""
    right = right_words()
    # What many write is left out, added, swapped or heard so: "lamin" is no way to write "latin".
    near = {one for one in right.one_slip_from(word) if not _is_other_letter(one, word)}
    return max({*near, *right.sounding_like(word)} - {word}, key=share, default="")


def _is_other_letter(one: str, other: str) -> bool:
    return len(one) == len(other) and sorted(one) != sorted(other)


def _is_made_of_another(word: str) -> bool:
    known = dictionary()
    cut = (
        word.removeprefix(before).removesuffix(behind)
        for before in _BEFORE
        for behind in _BEHIND
        if word.startswith(before) and word.endswith(behind)
    )
    return any(len(one) >= _SHORTEST and one != word and one in known for one in cut)


@lru_cache(maxsize=1)
def _written() -> Mapping[str, float]:
    """What people write, without what is too rare to be told from noise: each word's share of all words."""
    # A quarter of a second, which the first question waits.
    written: dict[str, float] = {}
    for word, part in _shares("en", _SELDOM):
        written.setdefault(plain(word), part)
    written.pop("", None)  # of a mark that stands alone, plain letters leave nothing
    return written


@lru_cache(maxsize=1)
def _right() -> frozenset[str]:
    return frozenset(map(_as_often_misspelt, dictionary()))


@lru_cache(maxsize=1)
def _written_elsewhere() -> frozenset[str]:
    """The words that are written in other languages as well."""
    english = _written()
    return frozenset(
        word
        for language in _OTHERS
        for written, part in _shares(language, _ELSEWHERE * _SELDOM)
        if part >= _ELSEWHERE * english.get(word := plain(written), 1.0)
    )


def _shares(language: str, least: float) -> Iterator[tuple[str, float]]:
    """The words of a language with their share of all words, from the most frequent down to the least."""
    from wordfreq import get_frequency_list  # noqa: PLC0415

    for step, words in enumerate(get_frequency_list(language, wordlist="large")):
        part = 10 ** (-step / _CENTIBELS)
        if part < least:
            break
        for word in words:
            yield word, part
    # It would keep all of its words.
    get_frequency_list.cache_clear()


def _as_often_misspelt(word: str) -> str:
    """The same for words between which people choose wrongly: of double letters, and of "ie" and "ei"."""
    return re.sub(r"(.)\1+", r"\1", word).replace("ei", "ie")
