"""Authors in the parts a bibliography sorts by."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from index.article import Metadata, Name
from index.citing.names import name_of, names_of, particle_and_rest


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        pytest.param("Robin Doe", Name("Doe", "Robin"), id="two_words"),
        pytest.param("R. A. Doe", Name("Doe", "R. A."), id="initials"),
        pytest.param("Ludwig van Beethoven", Name("van Beethoven", "Ludwig"), id="particle"),
        pytest.param("Jan van der Berg", Name("van der Berg", "Jan"), id="particles"),
        pytest.param("Seán Ó Súilleabháin", Name("Ó Súilleabháin", "Seán"), id="Irish"),
        pytest.param("Maria De Luca", Name("De Luca", "Maria"), id="particle_with_capital"),
        pytest.param("Martin King Jr.", Name("King", "Martin", "Jr."), id="suffix"),
        pytest.param("Martin King, Jr.", Name("King", "Martin", "Jr."), id="suffix_after_comma"),
        pytest.param("Henry Ford III", Name("Ford", "Henry", "III"), id="numeral"),
        pytest.param("Robin Doe, PhD", Name("Doe", "Robin"), id="degree"),
        pytest.param("Dr. Robin Doe", Name("Doe", "Robin"), id="title"),
        pytest.param("Doe, Robin A.", Name("Doe", "Robin A."), id="turned"),
        pytest.param("van der Berg, Jan", Name("van der Berg", "Jan"), id="turned_with_particles"),
        pytest.param("Jean-Luc O'Neill-Smith", Name("O'Neill-Smith", "Jean-Luc"), id="hyphens"),
        pytest.param("Reuters", Name(body="Reuters"), id="one_word"),
        pytest.param(
            "World Health Organization", Name(body="World Health Organization"), id="body"
        ),
        pytest.param("The Editors", Name(body="The Editors"), id="with_an_article"),
        pytest.param("Footnote maintainers", Name(body="Footnote maintainers"), id="a_common_noun"),
        pytest.param("Johnson & Johnson", Name(body="Johnson & Johnson"), id="firm"),
        pytest.param(
            "on behalf of the MERIT Study Group", Name(body="MERIT Study Group"), id="on_behalf"
        ),
        pytest.param(
            "for the TARGET Investigators", Name(body="TARGET Investigators"), id="for_the"
        ),
        pytest.param("王小明", Name(body="王小明"), id="undivided_script"),
        pytest.param("", Name(), id="nothing"),
    ],
)
def test_a_printed_name_is_divided_as_people_would(printed: str, name: Name):
    """Particles belong to the family name; what nobody can divide stays whole."""
    assert name_of(printed) == name


def test_parts_that_the_source_states_win_over_a_guess():
    """Spanish families have two names, and Chinese ones stand first."""
    names = (Name("García Márquez", "Ana"), Name("Li", "Xiaoming", family_first=True))
    known = Metadata(authors=("Ana García Márquez", "Li Xiaoming"), names=names)
    assert names_of(known) == names


def test_authors_written_down_by_a_maintainer_win_over_the_parts_of_the_file():
    """A sidecar names other authors than the file: its names are divided anew."""
    known = Metadata(authors=("Robin Doe",), names=(Name("Roe", "Jamie"),))
    assert names_of(known) == (Name("Doe", "Robin"),)


def test_a_name_whose_parts_are_not_stated_is_divided():
    """A `string-name` of JATS holds the whole name."""
    known = Metadata(authors=("Robin Doe",), names=(Name(given="Robin Doe"),))
    assert names_of(known) == (Name("Doe", "Robin"),)


@pytest.mark.parametrize(
    ("family", "parts"),
    [
        pytest.param("van der Berg", ("van der", "Berg"), id="small"),
        pytest.param("Van Gogh", ("", "Van Gogh"), id="capital"),
        pytest.param("García Márquez", ("", "García Márquez"), id="none"),
        pytest.param("de", ("", "de"), id="nothing_follows"),
    ],
)
def test_particles_in_small_letters_come_apart(family: str, parts: tuple[str, str]):
    """Some styles sort by what follows them."""
    assert particle_and_rest(family) == parts


@given(st.text(max_size=80))
def test_no_name_breaks_it_and_none_gets_lost(printed: str):
    """Any text gives one name, and one with something in it where the text has any letter."""
    name = name_of(printed)
    assert name.said or not any(letter.isalpha() for letter in printed)
