"""Short forms mean what a library says they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from index.searching.search import Searcher
from index.words.acronyms import defined_in, learned, read_acronyms, write_acronyms
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from pathlib import Path

ARTHRITIS = "Patients with rheumatoid arthritis (RA) were asked to rest."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(ARTHRITIS, [("RA", "rheumatoid arthritis")], id="two_words"),
        pytest.param("levels of interleukin 6 (IL-6)", [("IL-6", "interleukin 6")], id="digits"),
        pytest.param("Of the 40 patients (men), half slept.", [], id="a_plain_word"),
        pytest.param("Smith wrote so (ABC) once.", [], id="letters_that_do_not_fit"),
        pytest.param("It ended. Asked again (EA) later.", [], id="over_a_full_stop"),
        pytest.param("messenger RNA (mRNA) decays", [("mRNA", "messenger RNA")], id="lower_first"),
        pytest.param("(RA) stood alone", [], id="nothing_before"),
    ],
)
def test_a_short_form_is_explained_by_the_words_before_it(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert list(defined_in(text)) == found


@given(st.text(max_size=200))
def test_no_text_breaks_the_rule(text: str) -> None:
    """Whatever stands in brackets; what is found stands in the text."""
    for short, long in defined_in(text):
        assert long in text
        assert short in text


def test_a_form_the_articles_disagree_on_means_nothing() -> None:
    """Of panic disorder and Parkinson's disease, nobody knows which is asked for."""
    told = learned(["panic disorder (PD)", "Parkinson disease (PD)", ARTHRITIS])
    assert [meaning.short for meaning in told.meanings.values()] == ["RA"]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        pytest.param("What eases RA?", ["RA"], id="short"),
        pytest.param("what eases ra?", ["RA"], id="in_lower_case"),
        pytest.param("What eases Rheumatoid Arthritis?", ["RA"], id="long"),
        pytest.param("What eases rheumatoid arthritis (RA)?", [], id="both"),
        pytest.param("Who counts them?", [], id="an_everyday_word"),
        pytest.param("What does the WHO say?", ["WHO"], id="its_own_spelling"),
        pytest.param("What is a radiator?", [], id="part_of_a_word"),
    ],
)
def test_a_question_may_say_either_form(question: str, asked: list[str]) -> None:
    told = learned([ARTHRITIS, "The World Health Organization (WHO) knows who is ill."])
    assert [meaning.short for meaning in told.asked(question)] == asked


def test_they_are_read_as_they_were_written(tmp_path: Path) -> None:
    told = learned([ARTHRITIS])
    write_acronyms(tmp_path / "acronyms.json", told)
    assert read_acronyms(tmp_path / "acronyms.json") == told


@pytest.mark.parametrize("text", ["[1]", "[[]]", "{"])
def test_a_file_of_something_else_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "acronyms.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"."):
        read_acronyms(tmp_path / "acronyms.json")


@pytest.mark.parametrize(
    ("question", "title"),
    [
        pytest.param("What eases RA?", "Warmth", id="short_asked"),
        pytest.param("What worsens rheumatoid arthritis?", "Frost", id="long_asked"),
    ],
)
def test_a_passage_is_found_by_the_form_it_does_not_use(
    tmp_path: Path, question: str, title: str
) -> None:
    """Warmth's article spells the illness out, frost's only writes the short form."""
    library = library_of(
        tmp_path,
        article("Rest", f"{ARTHRITIS} {FILLER}"),
        article("Warmth", f"Warmth eases rheumatoid arthritis. {FILLER}"),
        article("Frost", f"Frost worsens RA. {FILLER}"),
        article("Bread", f"Warmth worsens and eases bread. {FILLER}"),
    )
    with library.open() as generation:
        searcher = Searcher(generation, HashingEmbedder())
        found = searcher.search(question).hits
    words = {hit.metadata.title: hit.lexical for hit in found}
    assert max(words, key=lambda name: words[name]) == title
