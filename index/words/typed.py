"""The words of a question as somebody typed them: which of them may be slips, and in which letters."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?!['’](?:t|re|ve|ll|d|m)\b)")
"""But not the "doesn" of "doesn't"."""

_CHUNK: Final = re.compile(r"\S+")
_CODED: Final = re.compile(r"[\d_/@\\#]|\w\.\w")
"""In what stands between two blanks: an address, a DOI, the name of a gene, a number with its unit."""

_SLIP_FROM: Final = 5
"""Letters from which one slip is looked for: a shorter word is a slip from too many others."""

_NAME_FROM: Final = 6
"""The same for a word with a capital inside a sentence, which may be a name."""

_SHOUTED: Final = 3
"""Words in capitals from which all capitals are the writer's voice."""

_COUNTED: Final = 4
"""Letters of a word whose capitals count for that."""


def may_be_mistyped(word: re.Match[str]) -> bool:
    """Whether the word of a question is long enough, and in no capitals that would make it a name."""
    typed = word.group()
    least = _NAME_FROM if is_named(word) else _SLIP_FROM
    written = typed.islower() or typed.istitle() or (typed.isupper() and _shouts(word.string))
    return len(typed) >= least and written


def is_named(word: re.Match[str]) -> bool:
    """Whether it has a capital inside a sentence."""
    return word.group().istitle() and word.start() > 0


def words_in(question: str) -> Iterator[re.Match[str]]:
    """The words of a question, none out of an address or a code."""
    for chunk in _CHUNK.finditer(question):
        if not _CODED.search(chunk.group()):
            yield from WORD.finditer(question, chunk.start(), chunk.end())


def as_written(meant: str, typed: str) -> str:
    """The word with the capitals of another."""
    if typed.isupper():
        return meant.upper()
    return meant.capitalize() if typed.istitle() else meant


@lru_cache(maxsize=32)
def _shouts(question: str) -> bool:
    """Whether all of it stands in capitals, so that they say nothing."""
    words = [word for word in WORD.findall(question) if len(word) >= _COUNTED]
    return question.isupper() and len(words) >= _SHOUTED
