"""What somebody asks, whatever slips of the keys they asked it with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.questions.blanks import Blanks
from index.questions.tongues import foreign_language

if TYPE_CHECKING:
    from index.store.generation import Generation


def as_meant(question: str, generation: Generation) -> str:
    """The question in the library's words; as it was typed where it is in another language."""
    lexical = generation.lexical

    def held(word: str) -> bool:
        return holds(generation, word)

    def passages(word: str) -> int:
        return max(map(lexical.frequency, lexical.terms(word)), default=0)

    def kin(one: str, other: str) -> bool:
        return lexical.terms(one) == lexical.terms(other)

    def beside(first: str, second: str) -> int:
        stems = lexical.terms(f"{first} {second}")
        return lexical.pair_frequency(*stems) if len(stems) == len((first, second)) else 0

    spelling = generation.spelling
    if not spelling.counts:
        return question
    blanks = Blanks(spelling.counts, held, beside)
    # What is split would be repaired piece by piece; what is run together is no slip of one word.
    meant = blanks.parted(spelling.meant(blanks.joined(question), known=passages, kin=kin))
    return question if meant != question and foreign_language(meant, held) else meant


def holds(generation: Generation, word: str) -> bool:
    """Whether the library holds the word in some form."""
    lexical = generation.lexical
    return any(map(lexical.frequency, lexical.terms(word)))
