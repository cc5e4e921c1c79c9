"""A word that an educated reader knows is no slip of another."""

from __future__ import annotations

import pytest

from index.words.english import american, common_slip, is_english


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
            "covid",
            "defund",
            "grammer",
        ),  # in no dictionary
        *("lamin", "telomeres", "varroa", "calcineurin"),  # seldom written
        *("aspirins", "headaches", "boxes"),  # plurals
        *("colour", "summarised", "oestrogen", "programmes"),  # British
    ],
)
def test_what_people_know_is_english(word: str) -> None:
    """However new, foreign or plural."""
    assert is_english(word)


@pytest.mark.parametrize(
    "word",
    [
        *("depresion", "acupunture", "rythm", "enviroment", "comming", "recieve", "brownfat"),
        *("goverment", "goverments", "definately", "seperate", "remeber", "becuase", "occured"),
    ],
)
def test_what_people_mistype_is_not(word: str) -> None:
    """Although many write it so."""
    assert not is_english(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("goverment", "government"),
        ("definately", "definitely"),
        ("definetly", "definitely"),
        ("statins", ""),  # its singular is written in other languages
        ("government", ""),
        ("depresion", ""),  # too few write it
    ],
)
def test_a_slip_is_common_where_the_right_word_is_written_far_more(word: str, meant: str) -> None:
    """Yet the wrong one often, and in English alone."""
    assert common_slip(word) == meant


def test_one_spelling_of_two() -> None:
    assert american("tumour") == american("tumor")
    assert american("travelling") == american("traveling")
    assert american("bleed") != american("bled")
