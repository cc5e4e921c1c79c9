"""Who took part in a study, and how many, where its words say so plainly.

A number counts where it stands with people (or with the animals of an animal study) and is told of
the whole: shares, arms, subgroups, studies of a meta-analysis and those who were only asked do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.enrichment.participants.beings import ANIMALS_COUNTED, PEOPLE
from index.enrichment.participants.counting import (
    ARM,
    ASKED,
    BACKWARD,
    CUE,
    DID,
    DONE_ON,
    FELL,
    GAP,
    LONGEST,
    NOTE,
    PART,
    PLACES,
    RIVALS,
    SET,
    SEVERAL,
    SHARE,
    THEY_WERE,
    TITLE_WORDS,
    TOKEN,
    TRAILING,
    UNSURE,
    WHO_AFTER,
    WHOLE,
    YEARS,
)
from index.enrichment.participants.numerals import numbers_in
from index.enrichment.parts import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.enrichment.parts import Parts

_PEOPLE: Final = frozenset(PEOPLE)
_ANIMALS: Final = frozenset(ANIMALS_COUNTED)
_WITHIN: Final = 9
"""Words between a number and its noun: "46 desert nomadic and coastal urban Moroccan individuals"."""

_SURE, _SUREST = 2, 5
"""How sure a number of the abstract, and of the methods, must be."""

_LEAST: Final = 2
_FEW: Final = 5
"""Fewer are mostly some of those who took part, unless they are the total."""

_DOUBT: Final = 3
_SAID_BEFORE: Final = ((WHOLE, 5), (CUE, 2), (DONE_ON, 1), (THEY_WERE, 2), (PART, -4))
_SAID_AFTER: Final = ((DID, 2), (FELL, -3), (SET, -2), (ASKED, -2))
"""What words around a number are worth; tuned on half of the labelled papers."""


@dataclass(frozen=True, slots=True)
class Participants:
    """Who took part and how many; "" and None where not stated."""

    population: str = ""
    n: int | None = None


@dataclass(frozen=True, slots=True)
class _Count:
    """A number with its people, and how surely they are all who took part."""

    n: int
    who: str
    surety: int
    whole: bool
    did: bool
    rivals: bool


def participants_of(
    parts: Parts, *, animals: bool = False, only_whole: bool = False, titled: bool = True
) -> Participants:
    """Who took part by the title, the abstract, and only then the methods.

    Args:
        parts: The words of the article.
        animals: Whether animals are counted, and not people.
        only_whole: Whether only "a total of" counts, as where cases stand beside controls.
        titled: Whether a title without a number may tell who took part; a headline is no such title.
    """
    noun = _ANIMALS if animals else _PEOPLE
    several = SEVERAL.search(parts.abstract) or any(map(SEVERAL.search, parts.headings))
    counted = None
    if not several:
        counted = (
            _best(parts.title, noun, least=0, only_whole=only_whole)
            or _best(parts.done, noun, least=_SURE + animals, only_whole=only_whole)
            or _best(parts.setting, noun, least=_SUREST, only_whole=only_whole)
        )
    who = _titled(parts.title) if titled and not animals else ""
    if counted is None:
        return Participants(who)
    bare = " " not in counted.who
    return Participants(who if bare and who else counted.who, counted.n)


def _best(text: str, noun: frozenset[str], *, least: int, only_whole: bool) -> _Count | None:
    """The surest count; the first of several as sure."""
    best: _Count | None = None
    totals: set[int] = set()
    for sentence in sentences(text):
        for count in _counts(sentence, noun):
            # "25 patients, 13 relatives and 28 controls": none of these is how many took part.
            if count.rivals or ((only_whole or count.n < _FEW) and not count.whole):
                continue
            if noun is _ANIMALS and not (count.whole or count.did):
                continue
            if count.whole:
                totals.add(count.n)
            if count.surety >= least and (best is None or count.surety > best.surety):
                best = count
    # "A total of 24 … a total of 15": each is that of a part.
    return None if best is not None and best.whole and len(totals) > 1 else best


def _counts(sentence: str, noun: frozenset[str]) -> Iterator[_Count]:
    shared = {sentence[: found.start()].rstrip()[-25:] for found in SHARE.finditer(sentence)}
    plain = NOTE.sub("", sentence)
    places = list(numbers_in(plain))
    for start, end, n in places:
        who = _who(plain, end, noun)
        if n < _LEAST or who is None or (start == 0 and plain[end : end + 2][1:].isupper()):
            continue  # a sentence of its own begins after a note's number: "13 Patients were"
        before, after = plain[max(0, start - 70) : start], plain[who : who + 130]
        surety = _surety(before, after)
        if any(plain[:place].endswith(tail) for tail in shared for place in (end, who)):
            surety -= _DOUBT
        whole = bool(WHOLE.search(before))
        if n in YEARS and not whole and plain[start:end].isdigit():
            surety -= _DOUBT
        said = _described(plain, end, who)
        rivals = (_more(after) and bool(RIVALS.match(after))) or bool(ARM.search(said))
        yield _Count(n, said, surety, whole, bool(DID.match(after)), rivals)


def _surety(before: str, after: str) -> int:
    """How surely the words around a number make it that of all who took part."""
    surety = 1 + sum(weight for words, weight in _SAID_BEFORE if words.search(before))
    return surety + sum(weight for words, weight in _SAID_AFTER if words.match(after))


def _more(after: str) -> bool:
    """Whether another number may follow at all; the pattern for it is dear."""
    return " and " in after or "," in after or " or " in after or " v" in after or "plus" in after


def _who(text: str, start: int, noun: frozenset[str]) -> int | None:
    """Where the people end that a number before `start` counts; None where it counts none."""
    found = None
    for steps, token in enumerate(TOKEN.finditer(text, start, start + 130)):
        word = token[0]
        if word.lower() in noun:
            found = token.end()
        elif found is not None or steps >= _WITHIN or word in ".;:()":
            return found
        elif word[0].isdigit() or GAP.fullmatch(word):
            return None
    return found


def _described(text: str, start: int, end: int) -> str:
    """The people between a number and `end`, and what is said of them after it."""
    more = WHO_AFTER.match(text, end)
    who = text[start : more.end() if more else end].strip(" ,")
    who = TRAILING.sub("", PLACES.sub("", who))
    return who if len(who) <= LONGEST else text[start:end].strip(" ,")[:LONGEST]


def _titled(title: str) -> str:
    """Whom a title names: "overweight individuals without co-morbidities"."""
    words = list(re.finditer(r"[^\s,:;?()]+", title))
    for place, found in enumerate(words):
        noun = found[0].lower()
        if noun not in _PEOPLE or noun in UNSURE or place == 0:
            continue
        first = place
        while first > max(0, place - TITLE_WORDS) and _joins(title, words[first - 1], words[first]):
            first -= 1
        if first == 0 or words[first - 1][0].lower() in BACKWARD:
            if first < place and words[first][0].endswith("ing"):
                first += 1
            more = WHO_AFTER.match(title, found.end())
            end = more.end() if more else found.end()
            return TRAILING.sub("", title[words[first].start() : end])[:LONGEST]
    return ""


def _joins(title: str, word: re.Match[str], following: re.Match[str]) -> bool:
    return word[0].lower() not in BACKWARD and title[word.end() : following.start()].isspace()
