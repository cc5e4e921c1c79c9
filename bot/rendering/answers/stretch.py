"""Sentences that fit together, each with numbers that open its sources and the entries these need.

Sentences are taken in order for as long as all of it fits: so a number never stands without its entry,
and no article's text can make a page too long.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.rendering.limits import length
from bot.rendering.links import masked
from bot.rendering.references import bracketed, reference_line, short_line, status_words
from bot.rendering.text import clipped, escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Reference, Statement
    from bot.language.language import Language

_SENTENCE: Final = 700
_SHORT_SENTENCE: Final = 400
_CITATIONS: Final = 3


@dataclass(frozen=True, slots=True)
class _Ways:
    """How much of a sentence's sources is told."""

    citations: int = _CITATIONS
    longest: int = _SENTENCE
    whole_entries: bool = True


_USUAL: Final = _Ways()
_FOR_THE_FIRST: Final = (
    _USUAL,
    _Ways(citations=1),
    _Ways(citations=1, longest=_SHORT_SENTENCE, whole_entries=False),
)
"""The first sentence is shown whatever its title and links are: with all, with one source, with its title."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What fits.

    Attributes:
        sentences: In order, inert Markdown with linked numbers.
        entries: Of the references they name, by number.
    """

    sentences: tuple[str, ...]
    entries: tuple[str, ...]

    @property
    def blocks(self) -> tuple[str, ...]:
        """The sentences, and under them the entries."""
        return tuple(part for part in ("\n".join(self.sentences), "\n".join(self.entries)) if part)


def stretch_of(
    statements: Sequence[Statement],
    references: Sequence[Reference],
    language: Language,
    *,
    room: int,
) -> Stretch:
    """The first of these statements that fit; the very first in any case.

    Args:
        statements: In order.
        references: That they cite.
        language: Of the words around the articles' own.
        room: Letters; `_SHORT_SENTENCE` and two of the longest links are the least that can be kept to.
    """
    known = {reference.number: reference for reference in references}
    sentences: list[str] = []
    entries: dict[int, str] = {}
    for statement in statements:
        sentence, wanted, cost = "", dict[int, str](), 0
        for ways in (_USUAL,) if sentences else _FOR_THE_FIRST:
            sentence, entered = _told(statement, known, language, ways)
            wanted = {number: line for number, line in entered.items() if number not in entries}
            cost = sum(length(line) + 1 for line in (sentence, *wanted.values()))
            if cost <= room:
                break
        if sentences and cost > room:
            break
        room -= cost
        sentences.append(sentence)
        entries |= wanted
    return Stretch(tuple(sentences), tuple(entries[number] for number in sorted(entries)))


def _told(
    statement: Statement, known: dict[int, Reference], language: Language, ways: _Ways
) -> tuple[str, dict[int, str]]:
    """The sentence, and the entries it needs by their numbers."""
    cited = dict.fromkeys(citation.reference for citation in statement.citations)
    numbers = list(cited)[: ways.citations]
    line = reference_line if ways.whole_entries else short_line
    entries = {
        number: line(known[number], number=number, language=language)
        for number in numbers
        if number in known
    }
    return _sentence(statement, known, numbers, language, ways.longest), entries


def _sentence(
    statement: Statement,
    known: dict[int, Reference],
    numbers: Sequence[int],
    language: Language,
    longest: int,
) -> str:
    """The statement's words, then a linked number for each source, then what befell a source."""
    first = {citation.reference: citation.link for citation in reversed(statement.citations)}
    marks = "".join(" " + masked(bracketed(number), first[number]) for number in numbers)
    fates = [status_words(known[n], language) for n in numbers if n in known]
    warning = "".join(f" **({fate})**" for fate in dict.fromkeys(fates) if fate)
    return _words(statement, longest) + marks + warning


def _words(statement: Statement, longest: int) -> str:
    """The statement's words, the short answer among them in bold where all of it fits."""
    whole = clipped(statement.text, longest)
    short = escaped(statement.bold)
    if statement.short is None or not short:
        return whole
    start, end = statement.short
    before, after = statement.text[:start], statement.text[end:]
    gaps = [" " if part.endswith(" ") else "" for part in (before, after[:1])]
    bold = f"{escaped(before)}{gaps[0]}**{short}**{gaps[1]}{escaped(after)}"
    return bold if length(bold) <= longest else whole
