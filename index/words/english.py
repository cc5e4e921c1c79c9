"""What an educated reader of English knows: the words of a dictionary, and those that people write today.

A dictionary knows how a word is spelt and no statin, opioid or microbiome; what people write holds those,
and common slips, so that a word is taken from there only if it is not rare, and no dictionary word misspelt.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_FREQUENT: Final = 2.5e-7
"""Of a word people write, its share of all words: one in four million. "Statins" and "kombucha" are more
frequent; rarer are "rythm" and "enviroment", and more molecules than slips are lost with them."""

_ENDINGS: Final = ("s", "es", "'s")

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
    return any(one in dictionary() or one in _written_today() for one in _forms(word))


def plain(text: str) -> str:
    """In lower case, without accents."""
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


def _forms(word: str) -> list[str]:
    singular = [word[: -len(end)] for end in _ENDINGS if word.endswith(end)]
    return [
        form for one in (word, *singular) for form in (one, *(p.sub(a, one) for p, a in _BRITISH))
    ]


@lru_cache(maxsize=1)
def _written_today() -> frozenset[str]:
    # A quarter of a second, likewise.
    from wordfreq import get_frequency_dict, get_frequency_list  # noqa: PLC0415

    shares = get_frequency_dict("en", wordlist="large")
    written = [plain(word) for word, share in shares.items() if share >= _FREQUENT]
    # It would keep all of its 300,000 words, twice.
    get_frequency_dict.cache_clear()
    get_frequency_list.cache_clear()
    # Many write "comming" and "recieve".
    right = frozenset(map(_as_often_misspelt, dictionary()))
    return frozenset(word for word in written if _as_often_misspelt(word) not in right)


def _as_often_misspelt(word: str) -> str:
    """The same for words between which people choose wrongly: of double letters, and of "ie" and "ei"."""
    return re.sub(r"(.)\1+", r"\1", word).replace("ei", "ie")
