"""On whom a finding was made, where it was not people: said in the sentence itself.

Who reads "the drug halved tumours" thinks of patients. Where an article's card, or the words around a
sentence, tell of mice and of nobody else, the sentence begins with "In mice:".
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from index.evidence_card import Design, Subjects

if TYPE_CHECKING:
    from index.searching.hits import Hit

_SPECIES: Final = {
    "mice": r"mice|mouse|murine",
    "rats": r"rats?",
    "hamsters": r"hamsters?",
    "guinea pigs": r"guinea\s+pigs?",
    "ferrets": r"ferrets?",
    "rabbits": r"rabbits?",
    "zebrafish": r"zebrafish",
    "monkeys": r"macaques?|monkeys?|marmosets?",
    "fruit flies": r"drosophila|fruit\s+fl(?:y|ies)",
    "nematode worms": r"C\.\s+elegans|nematodes?",
    "dogs": r"dogs?|canine",
    "cats": r"cats?|feline",
    "pigs": r"pigs?|piglets?|porcine",
    "sheep": r"sheep|ovine",
    "cattle": r"cattle|cows?|calves|bovine",
    "chickens": r"chickens?|poultry",
}
"""Animals that stand in for people in a laboratory, or are treated as people are.

Bees and sharks are studied for themselves: nobody takes "it slaps its tail" for people.
"""

_ANIMAL: Final = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _SPECIES.items()
}
_IN_VITRO: Final = re.compile(
    r"\bin\s+vitro\b|\bcell\s+(?:lines?|cultures?)\b|\bcultured\s+(?:\w+\s+){0,2}cells\b|\borganoids?\b"
    r"|\b(?:HeLa|HEK\s?-?293T?|A549|Vero|CHO|Caco-2|Huh-?7)\b(?:\s+E6)?(?:\s+cells)?",
    re.IGNORECASE,
)
_MODEL: Final = re.compile(r"\banimals?\b", re.IGNORECASE)
_PEOPLE: Final = re.compile(
    r"\b(?:patients?|participants?|people|persons?|humans|wom[ae]n|m[ae]n|children|child|infants?|adults?|volunteers?"
    r"|adolescents?|individuals?|subjects?|students?|nurses?|workers|mothers?|citizens?|respondents?|clinical)\b",
    re.IGNORECASE,
)
_ANY_ANIMAL: Final = re.compile(
    r"\b(?:animals?|" + "|".join(_SPECIES.values()) + r"|in\s+vivo|cells?|tissues?)\b",
    re.IGNORECASE,
)
_TOLD_AS_DONE: Final = re.compile(
    r"\b(?:was|were|had|did|became|fell|rose|grew|led|showed|found|\w{3,}ed)\b"
)
"""A finding is told in the past; what is true of all the world ("IL-6 is a cytokine") in the present."""


def marked(text: str, hit: Hit) -> str:
    """The statement with those it was found in before it, where they are no people and it does not say so."""
    where = _where(text, hit)
    return f"In {where}: {text}" if where else text


def tells_of_asked(question: str, hit: Hit) -> bool:
    """Whether the hit may answer of the animals that were asked of; True where none were.

    "Does the drug help in mice?" is not answered by a trial in people that holds all its other words.
    """
    asked = [words for words in _ANIMAL.values() if _asks_of(words, question)]
    if not asked or Subjects.ANIMALS in hit.metadata.card.subjects:
        return True
    around = f"{hit.metadata.title}\n{hit.passage.section}\n{hit.passage.text}"
    return any(words.search(around) for words in asked)


def _asks_of(words: re.Pattern[str], question: str) -> bool:
    # A CAT scan is no cat, unless everything is shouted.
    shouted = question.isupper()
    return any(shouted or not found.isupper() for found in words.findall(question))


def _where(text: str, hit: Hit) -> str:
    if _PEOPLE.search(text) or _ANY_ANIMAL.search(text) or _IN_VITRO.search(text):
        return ""
    card = hit.metadata.card
    around = f"{hit.metadata.title}\n{hit.passage.section}\n{hit.passage.text}"
    told = _species(around)
    if card.not_in_humans:
        if Subjects.ANIMALS in card.subjects or card.design is Design.ANIMAL:
            return told or ("animals" if _MODEL.search(around) else "")
        # Nobody takes what is told of plants or microbes for people.
        in_dish = Subjects.CELLS in card.subjects or card.design is Design.IN_VITRO
        return "cells or tissue" if in_dish else ""
    if card.subjects or _PEOPLE.search(around) or not _TOLD_AS_DONE.search(text):
        return ""
    return told or ("laboratory cultures" if _IN_VITRO.search(around) else "")


def _species(around: str) -> str:
    counts = Counter({name: len(words.findall(around)) for name, words in _ANIMAL.items()})
    name, most = counts.most_common(1)[0]
    return name if most else ""
