"""What somebody asks, whatever slips of the keys they asked it with."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from index.questions.blanks import Blanks
from index.questions.codes import as_coded
from index.questions.tongues import foreign_language

if TYPE_CHECKING:
    from index.store.generation import Generation


def as_meant(question: str, generation: Generation) -> str:
    """The question in the library's words; as it was typed where it is in another language."""

    def held(word: str) -> bool:
        return holds(generation, word)

    lexical = generation.lexical
    # The ways to write a long name share their pairs, each of which is a search.
    pair_frequency = cache(lexical.pair_frequency)

    def beside(first: str, second: str) -> int:
        stems = lexical.terms(f"{first} {second}")
        return pair_frequency(*stems) if len(stems) == len((first, second)) else 0

    def written(name: str) -> bool:
        """Whether the library has the name's words side by side."""
        stems = lexical.terms(name)
        if len(stems) == 1:
            return lexical.frequency(stems[0]) > 0
        return bool(stems) and all(pair_frequency(*pair) for pair in pairwise(stems))

    spelling = generation.spelling
    if not spelling.counts:
        return question
    blanks = Blanks(spelling.counts, held, beside)
    # What is split would be repaired piece by piece; what is run together is no slip of one word.
    coded = as_coded(question, written)
    meant = blanks.parted(spelling.meant(blanks.joined(coded), known=held))
    return question if meant != question and foreign_language(meant, held) else meant


def holds(generation: Generation, word: str) -> bool:
    """Whether the library holds the word in some form."""
    lexical = generation.lexical
    return any(map(lexical.frequency, lexical.terms(word)))
