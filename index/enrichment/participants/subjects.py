"""Whom or what a study was made on, from its title, its abstract and its methods.

A word counts more in a title than in an abstract; a paper's introduction counts nothing. People count
where they took part, not where a mouse paper says whom it hopes to cure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.enrichment.participants.beings import PEOPLE, Word, count_words, tokens_of
from index.enrichment.parts import sentences
from index.evidence_card import Subjects

if TYPE_CHECKING:
    from index.enrichment.parts import Parts

_TAKERS: Final = frozenset(["participants", "respondents", "volunteers", "interviewees"])
_PEOPLE: Final = frozenset(PEOPLE)
_PARTICIPATION: Final = frozenset(
    [
        "enrolled",
        "enroled",
        "recruited",
        "included",
        "randomized",
        "randomised",
        "studied",
        "followed",
        "interviewed",
        "surveyed",
        "examined",
        "genotyped",
        "assigned",
        "asked",
        "selected",
        "analyzed",
        "analysed",
        "tested",
        "underwent",
        "received",
        "completed",
        "healthy",
        "cohort",
        "survey",
        "consecutive",
        "participated",
        "screened",
        "registered",
        "hospitalized",
        "treated",
        "evaluated",
        "assessed",
        "matched",
        "compared",
        "measured",
        "collected",
        "admitted",
        "n",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
    ]
)
_BEFORE, _AFTER = 7, 8
"""Words around people in which a number or a deed says that they took part."""

_STUDIED_SO: Final = (
    "case-control", "person-years", "cohort study", "medical records", "health interview survey", "hospital admissions",
)  # fmt: skip
_CARE_OF_ANIMALS: Final = (
    "animal care", "iacuc", "institutional animal", "animal ethic", "animal experiment", "animal research",
    "animal procedures", "care and use of", "sacrificed", "euthanized", "euthanised", "animal studies were",
)  # fmt: skip
_CULTURE: Final = (
    "cell culture", "cell line", "cells were cultured", "cells were grown", "cells were maintained",
    "cells were seeded", "cells were plated", "cells were transfected", "cells were incubated",
    "atcc", "culture medium", "transfection",
)  # fmt: skip
_OWN_WORK: Final = re.compile(
    r"\bwe\b(?! (?:review|discuss|summari))|\bour (?:results|data|findings|study|work|analysis)\b|\bin (?:this|the present|the current) (?:study|report|work|paper)\b"
    r"|\bthis study\b|\b(?:was|were) (?:\w+ly |also |then )?(?:\w+ed|fed|given|found|shown|grown|kept|bred|seen|taken|held|put|done)\b"
    r"|\bhere,? we\b|\bresults (?:show|suggest|indicate|demonstrate)\b|\bherein\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Votes:
    """How much of an article's words speaks for each kind of subject.

    Attributes:
        people: Words for people who took part.
        takers: Of these, words that name nobody else, such as "participants".
        mentioned: Words for people at all.
        animals: Words for animals, those of the laboratory twice.
        laboratory: Words for animals of the laboratory.
        cells: Words for cells.
        dish: Words for work in a dish or tube.
        bench: Words of molecular work.
        microbes: Words for bacteria, fungi and other small life.
        plants: Words for plants.
        own: Whether it tells of work of its own.
        cared: Whether its methods name the care of animals.
        cultured: Whether its methods tell of cells in culture.
        alive: Whether it says "in vivo".
    """

    people: int
    takers: int
    mentioned: int
    animals: int
    laboratory: int
    cells: int
    dish: int
    bench: int
    microbes: int
    plants: int
    own: bool
    cared: bool
    cultured: bool
    alive: bool


def votes_of(parts: Parts) -> Votes:
    """Count the words that tell whom or what a study was made on."""
    words = count_words(tokens_of(parts.done))
    for word, times in count_words(tokens_of(parts.title)).items():
        words[word] += _IN_TITLE * times
    methods = parts.methods.lower()
    return Votes(
        people=_took_part(parts),
        takers=sum(token in _TAKERS for token in tokens_of(f"{parts.title} {parts.done}")),
        mentioned=words[Word.PERSON] + words[Word.HUMAN],
        animals=2 * words[Word.LAB_ANIMAL] + words[Word.ANIMAL],
        laboratory=words[Word.LAB_ANIMAL],
        cells=words[Word.CELL],
        dish=words[Word.DISH],
        bench=words[Word.BENCH],
        microbes=words[Word.MICROBE],
        plants=words[Word.PLANT],
        own=bool(methods or _OWN_WORK.search(parts.done)),
        cared=any(phrase in methods for phrase in _CARE_OF_ANIMALS),
        cultured=sum(methods.count(phrase) for phrase in _CULTURE) > 1,
        alive="in vivo" in f"{parts.title} {parts.done}".lower(),
    )


def _took_part(parts: Parts) -> int:
    """How often people stand beside a number or a deed that makes them those who were studied."""
    told = parts.done.lower()
    found = sum(told.count(phrase) for phrase in _STUDIED_SO)
    for sentence in (parts.title, *sentences(parts.done)):
        tokens = tokens_of(sentence)
        for place, token in enumerate(tokens):
            if token in _PEOPLE and (token in _TAKERS or _is_counted(tokens, place)):
                found += 1
    return found


def _is_counted(tokens: list[str], place: int) -> bool:
    around = (
        *tokens[max(0, place - _BEFORE) : place],
        *tokens[place + 1 : place + 1 + _AFTER],
    )
    before = tokens[max(0, place - _BEFORE) : place]
    return any(token in _PARTICIPATION for token in around) or any(map(str.isdigit, before))


_IN_TITLE: Final = 3
_MANY: Final = 4
_SOME: Final = 2


def subjects_of(votes: Votes) -> tuple[Subjects, ...]:
    """Whom or what a study was made on, in the order of `Subjects`; empty where nothing tells."""
    if votes.plants > _MANY * max(_SOME, votes.people, votes.animals):
        return (Subjects.PLANTS,)
    animals = _has_animals(votes)
    humans = _has_humans(votes, animals=animals)
    cells = _has_cells(votes, humans=humans, animals=animals)
    found: list[Subjects] = []
    if humans:
        found.append(Subjects.HUMANS)
    if animals and not (humans and votes.animals < votes.people):
        found.append(Subjects.ANIMALS)
    if cells:
        found.append(Subjects.CELLS)
    if found:
        return tuple(found)
    if votes.plants >= _MANY and votes.plants > votes.microbes:
        return (Subjects.PLANTS,)
    if votes.microbes >= _MANY:
        return (Subjects.MICROBES,)
    return ()


def _has_animals(votes: Votes) -> bool:
    if not votes.laboratory and votes.mentioned >= votes.animals:
        return False  # fish on a plate, cows beside a village
    if votes.people >= _SOME:
        return votes.animals >= votes.people and votes.animals >= _MANY
    return votes.animals >= _SOME + (votes.people > 0) or (votes.cared and votes.animals > 0)


def _has_humans(votes: Votes, *, animals: bool) -> bool:
    if animals:
        return votes.people > votes.animals // 2 and votes.people >= _SOME
    if votes.people >= _SOME or votes.takers:
        return True
    lab = votes.dish + votes.cultured + (votes.bench >= _MANY)
    return votes.mentioned >= _SOME and votes.mentioned > votes.cells and not lab


def _has_cells(votes: Votes, *, humans: bool, animals: bool) -> bool:
    if humans:
        return votes.dish >= _SOME and votes.dish >= votes.people
    if animals:
        return votes.dish >= _SOME
    return votes.dish > 0 or votes.cells >= _SOME + 1 or (votes.cultured and votes.cells > 0)
