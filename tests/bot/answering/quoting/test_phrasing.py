"""A statement says what its quote says, without the furniture of a paper."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from bot.answering.quoting.phrasing import phrased


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        pytest.param("Bees dance [12, 14–16].", "Bees dance.", id="numbered marks"),
        pytest.param("Bees (Frisch et al., 1967) dance.", "Bees dance.", id="author and year"),
        pytest.param("Bees dance (see Fig. 2A).", "Bees dance.", id="pointer to a figure"),
        pytest.param(
            "Bees (e.g., Frisch et al., 1967; Seeley 1995a, 1996) dance.", "Bees dance.", id="works"
        ),
        pytest.param("Bees (Figs. 2A, B and Table S1) dance.", "Bees dance.", id="places"),
        *(
            pytest.param(said, said, id=name)
            for name, said in (
                ("a finding beside a work", "Fewer died (not significant; Lee et al., 2010) then."),
                ("a finding beside a table", "It helped (see Table 2 for 40 % who did not gain)."),
                ("a range behind a number", "The median age was 54 [45–63] years."),
                ("a figure behind a share", "Of these 40 % [12] danced."),
            )
        ),
        pytest.param("Bees dance worldwide (1).", "Bees dance worldwide.", id="a note's number"),
        pytest.param("8, 9, 11 Bees dance.", "Bees dance.", id="notes of the sentence before"),
        pytest.param(
            "32 While bees dance, wasps sting.", "While bees dance, wasps sting.", id="one of them"
        ),
        pytest.param(
            "12 HIV patients danced.", "12 HIV patients danced.", id="a count at the start"
        ),
        pytest.param("Bees came back (80%).", "Bees came back (80%).", id="a share at the end"),
        pytest.param("However, bees dance.", "Bees dance.", id="however"),
        pytest.param("RESULTS: Bees dance.", "Bees dance.", id="an abstract's label"),
        pytest.param("Bees\ndance.", "Bees dance.", id="one line"),
        pytest.param("Ten (50 %) danced.", "Ten (50 %) danced.", id="a figure of its own stays"),
        pytest.param("Results were good.", "Results were good.", id="a word, no label"),
        pytest.param("Thus bees dance.", "Thus bees dance.", id="no comma, no cut"),
    ],
)
def test_a_quote_reads_as_a_statement(quote: str, statement: str) -> None:
    """Citation marks, labels and a leading "However," go; words stay."""
    assert phrased(quote) == statement


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=300))
def test_phrasing_invents_no_word(quote: str) -> None:
    """Every word of a statement stands in its quote, but for a first letter made large."""
    kept = phrased(quote).casefold()
    source = " ".join(quote.split()).casefold()
    assert all(word.strip(".,;:!?") in source for word in kept.split())


def test_a_long_bracket_is_read_in_no_time() -> None:
    """What points and then tells is kept, however many ways there are to part it."""
    told = f"It grew (Figure 6, Figure S5; Text S1, {'A B C, and ' * 200}of Contig14.0) in mice."
    assert phrased(told) == told
