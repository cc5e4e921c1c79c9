"""Words run together and split are looked up as the library has them, and nothing else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from index.questions.blanks import Blanks
from index.questions.meant import as_meant
from index.searching.search import Searcher
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.store.generation import Generation

SAID = (
    "Brown fat burns calories. Brown fat and chronic fatigue syndrome. Antibiotics during pregnancy. "
    "Antibiotics and handwashing; a handwashing station. The therapist walked below the areas, the areas. "
    "Express or impress. Retracted work. Acupuncture, acupuncture. Zebra fish. Life expectancy."
)


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generation]:
    """A library of one article."""
    folder: Path = tmp_path_factory.mktemp("blanks")
    library = library_of(folder, article("Notes", f"{SAID} {FILLER}"), embedder=HashingEmbedder())
    with library.open() as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "looked_up"),
    [
        pytest.param("does brownfat burn calories?", "does brown fat burn calories?", id="two"),
        pytest.param("Brownfat", "Brown fat", id="with its capital"),
        pytest.param("chronicfatiguesyndrome", "chronic fatigue syndrome", id="three"),
        pytest.param("antibioticsduringpregnancy", "antibiotics during pregnancy", id="with a small one"),
        pytest.param("doesacupuncture help", "does acupuncture help", id="a small one before"),
        pytest.param("anti biotics", "antibiotics", id="split"),
        pytest.param("ret racted", "retracted", id="split in two that are none"),
        pytest.param("hand washing", "handwashing", id="as the library writes it"),
        pytest.param("brownfat and anti biotcs", "brown fat and anti biotcs", id="no more than blanks"),
        pytest.param("acu puncture and depresion of brownfat", "acupuncture and depresion of brown fat", id="several"),
        pytest.param("life expectency of anti biotics", "life expectancy of antibiotics", id="a form it writes otherwise"),
        pytest.param("WHAT MAKES BROWNFAT GOOD", "WHAT MAKES BROWN FAT GOOD", id="shouted"),
    ],
)  # fmt: skip
def test_blanks_are_set_as_the_library_sets_them(
    generation: Generation, typed: str, looked_up: str
) -> None:
    """Where it says the words side by side, or as one."""
    assert as_meant(typed, generation) == looked_up


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("the rapist is below", id="two words as well"),
        pytest.param("results are as before", id="two small words"),
        pytest.param("brown fat, chronic fatigue", id="side by side in the library"),
        pytest.param("calories pregnancy", id="never as one"),
        pytest.param("caloriesfat", id="never side by side"),
        pytest.param("overexpressors", id="ends that are no words"),
        pytest.param("an interview of everybody", id="words of a dictionary"),
        pytest.param("Brown Fat Burns", id="capitals"),
        pytest.param("anti, biotics", id="a comma between"),
        pytest.param("zebr a, zebr A", id="a letter that may be a name's"),
        pytest.param("10.1/brownfat www.brownfat.org brownfat2", id="codes"),
        pytest.param("BROWNFAT", id="a name in capitals"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_may_be_meant_stays(generation: Generation, question: str) -> None:
    """A wrong blank asks for what nobody meant."""
    assert as_meant(question, generation) == question


def test_a_search_finds_what_was_run_together(generation: Generation) -> None:
    """And says how it was looked up."""
    found = Searcher(generation, HashingEmbedder()).search("brownfat")
    assert found.looked_up == "brown fat"
    assert found.hits[0].lexical > 0


@given(st.text(max_size=60))
def test_any_question_is_taken(question: str) -> None:
    """Letters of every script; no letter is lost or added."""
    held = {"brown": 9, "acupuncture": 9}
    blanks = Blanks(held, held.__contains__, lambda _first, _second: 1)
    for set_anew in (blanks.joined, blanks.parted):
        letters = "".join(set_anew(question).split())
        assert len(letters) <= len("".join(question.split())) * 3
