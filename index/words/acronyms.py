"""What short forms stand for, learned from "long form (SF)" wherever a library's texts say so.

The rule is Schwartz and Hearst's (A simple algorithm for identifying abbreviation definitions in
biomedical text, PSB 2003): the letters of the short form stand in the long one, in order, the first at
the beginning of a word, and the shortest such stretch before the bracket is meant.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_BRACKET: Final = re.compile(r"\(([^()]{2,12})\)")
_SHORT: Final = re.compile(r"[A-Za-z0-9][\w\-/+.]{1,9}")
_WORD: Final = re.compile(r"\w[\w\-/+.]*\w|\w")
_LOWER: Final = re.compile(r"\b[a-z]+\b")

_READ_BACK: Final = 120
"""Letters before a bracket among which a long form is looked for: twelve words and more."""

_AGREED: Final = 0.5
"""The share of the articles that spell a short form out which must mean the same by it: of "PD" in a
library of Parkinson's disease and panic disorder, nobody knows which is asked for."""


class Meaning(NamedTuple):
    """What a short form stands for.

    Attributes:
        short: As it is written.
        long: As it is spelt out, in lower case.
        cased: Whether the library also writes it as an everyday word, as it may "WHO" and "AIDS": then
            only its own spelling means it.
    """

    short: str
    long: str
    cased: bool


@dataclass(frozen=True, slots=True)
class Acronyms:
    """A library's short forms, by how each is written."""

    meanings: Mapping[str, Meaning]

    def asked(self, question: str) -> tuple[Meaning, ...]:
        """Those of which the question says one form and not the other, in the question's order."""
        written = [match.group() for match in _WORD.finditer(question)]
        found = {m.short: m for word in written if (m := self._meaning(word)) is not None}
        plain = _plain(question)
        # Short forms are many and questions short: looking for each would read the whole table.
        for short in self._spelt_out(plain):
            found.setdefault(short.short, short)
        return tuple(
            m
            for m in found.values()
            if not (f" {m.long} " in plain and f" {m.short.lower()} " in plain)
        )

    def _meaning(self, word: str) -> Meaning | None:
        exact = self.meanings.get(word)
        if exact is not None:
            return exact
        folded = self.meanings.get(word.upper())
        return folded if folded is not None and not folded.cased else None

    def _spelt_out(self, plain: str) -> Iterator[Meaning]:
        return (m for m in self.meanings.values() if f" {m.long} " in plain)


def defined_in(text: str) -> Iterator[tuple[str, str]]:
    """Each short form that the text explains, with its long form."""
    for match in _BRACKET.finditer(text):
        short = match.group(1).strip()
        if not _SHORT.fullmatch(short) or sum(map(str.isupper, short)) < min(2, len(short) - 1):
            continue
        long = _long_form(short, text[max(0, match.start() - _READ_BACK) : match.start()])
        if long is not None:
            yield short, long


def learned(texts: Iterable[str]) -> Acronyms:
    """What the texts, one an article, agree that short forms mean."""
    meant: defaultdict[str, Counter[str]] = defaultdict(Counter)
    everyday: set[str] = set()
    for text in texts:
        everyday.update(_LOWER.findall(text))
        for short, long in {(short, _plain(long).strip()) for short, long in defined_in(text)}:
            meant[short][long] += 1
    return Acronyms(
        {
            short: Meaning(short, long, short.lower() in everyday)
            for short, longs in sorted(meant.items())
            for long, times in sorted(longs.items(), key=lambda each: (-each[1], each[0]))[:1]
            if times > _AGREED * longs.total() or len(longs) == 1
        }
    )


def write_acronyms(path: Path, acronyms: Acronyms) -> None:
    """Write them as JSON.

    Raises:
        OSError: The disk is full or the folder cannot be written.
    """
    rows = [list(meaning) for meaning in acronyms.meanings.values()]
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def read_acronyms(path: Path) -> Acronyms:
    """Those in the file.

    Raises:
        ValueError: The file holds something else.
        OSError: It cannot be read.
    """
    try:
        rows = [Meaning(*row) for row in json.loads(path.read_text(encoding="utf-8"))]
    except TypeError as error:
        raise ValueError(str(error)) from error
    return Acronyms({meaning.short: meaning for meaning in rows})


def _long_form(short: str, before: str) -> str | None:
    """The shortest stretch at the end of `before` that spells `short` out."""
    before = before.rstrip()
    at = len(before)
    letters = [letter for letter in short.lower() if letter.isalnum()]
    for place, letter in reversed(list(enumerate(letters))):
        at -= 1
        while at >= 0 and not (
            before[at].lower() == letter and (place > 0 or at == 0 or not before[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
    long = before[at:]
    words = long.split()
    # Their bounds: no more words than the short form could begin, and more letters than it has.
    most = min(len(letters) + 5, 2 * len(letters))
    fits = len(words) <= most and len(long) > len(short) and short not in words
    return long if fits and not re.search(r"[.;:!?]\s", long) else None


def _plain(text: str) -> str:
    """In lower case, words apart by single blanks, with one at each end."""
    return f" {' '.join(match.group().lower() for match in _WORD.finditer(text))} "
