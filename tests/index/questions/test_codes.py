"""Names with numbers and Greek letters are looked up as the library writes them, and nothing else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from index.questions.codes import as_coded
from index.questions.meant import as_meant
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.store.generation import Generation

SAID = (
    "COVID-19 is the illness, SARS-CoV-2 the virus. IL6 rose, and so did TNF-alpha; IFN-γ did not. "
    "Vitamin B12 was measured. Omega-3 was not, and in 2020 there was none."
)


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generation]:
    """A library of one article."""
    folder: Path = tmp_path_factory.mktemp("codes")
    library = library_of(folder, article("Notes", f"{SAID} {FILLER}"), embedder=HashingEmbedder())
    with library.open() as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "looked_up"),
    [
        ("what is covid19?", "what is covid-19?"),
        ("what is (Covid19)", "what is (Covid-19)"),
        ("does sarscov2 spread", "does sars-cov-2 spread"),
        ("does sars-cov2 spread", "does sars-cov-2 spread"),
        ("did IL-6 rise?", "did IL6 rise?"),
        ("did IL 6 rise?", "did IL6 rise?"),
        ("did TNFα rise", "did TNF-alpha rise"),
        ("did TNF-α rise", "did TNF-alpha rise"),
        ("did IFN-gamma rise", "did IFN-γ rise"),
        ("is vitamin B-12 low", "is vitamin B12 low"),
        ("omega3 in the blood", "omega-3 in the blood"),
    ],
)
def test_a_name_is_looked_up_as_the_library_writes_it(
    generation: Generation, typed: str, looked_up: str
) -> None:
    """However it is joined, and whichever alphabet its letters are of."""
    assert as_meant(typed, generation) == looked_up


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("what is COVID-19?", id="as_written"),
        pytest.param("did IL8 or H5N1 rise?", id="not_held"),
        pytest.param("see https://example.org/covid19", id="address"),
        pytest.param("10.5555/covid19", id="doi"),
        pytest.param("what was there in 2020?", id="a_year"),
        pytest.param("a1b2c3d4e5f6 " + "x" * 3000 + "1", id="no_name"),
    ],
)
def test_what_is_no_such_name_stays(generation: Generation, question: str) -> None:
    """Or is one that the library lacks."""
    assert as_meant(question, generation) == question


@given(question=st.text(), held=st.booleans())
def test_only_what_the_library_writes_otherwise_is_changed(*, question: str, held: bool) -> None:
    """Where it writes everything just so, or nothing at all, the question stays."""
    assert as_coded(question, lambda _: held) == question
