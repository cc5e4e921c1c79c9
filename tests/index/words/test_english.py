"""A word that an educated reader knows is no slip of another."""

from __future__ import annotations

import pytest

from index.words.english import american, is_english


@pytest.mark.parametrize(
    "word",
    [
        *(
            "statins",
            "opioids",
            "metformin",
            "vaping",
            "microbiome",
            "kombucha",
        ),  # in no dictionary
        *("aspirins", "headaches", "boxes"),  # plurals
        *("colour", "summarised", "oestrogen", "programmes"),  # British
    ],
)
def test_what_people_know_is_english(word: str) -> None:
    """However new, foreign or plural."""
    assert is_english(word)


@pytest.mark.parametrize(
    "word", ["depresion", "acupunture", "rythm", "enviroment", "comming", "recieve", "brownfat"]
)
def test_what_people_mistype_is_not(word: str) -> None:
    """Although many write it so."""
    assert not is_english(word)


def test_one_spelling_of_two() -> None:
    assert american("tumour") == american("tumor")
    assert american("travelling") == american("traveling")
    assert american("bleed") != american("bled")
