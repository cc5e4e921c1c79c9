"""What a model wrote becomes plain sentences with numbers, whatever it wrote."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from bot.answering.model.claims import LONGEST_SENTENCE, MOST_CLAIMS, Claim, claims_in


@pytest.mark.parametrize(
    ("written", "text", "cites"),
    [
        pytest.param("It lowered pain in mice [2].", "It lowered pain in mice.", (2,), id="before the stop"),
        pytest.param("It lowered pain in mice. [2]", "It lowered pain in mice.", (2,), id="behind the stop"),
        pytest.param("It lowered pain in mice. [2]\n", "It lowered pain in mice.", (2,), id="at a line's end"),
        pytest.param("It lowered pain in mice [1, 3].", "It lowered pain in mice.", (1, 3), id="two"),
        pytest.param("It lowered pain in mice [1][3].", "It lowered pain in mice.", (1, 3), id="two in a row"),
        pytest.param("It lowered pain in mice [2-4].", "It lowered pain in mice.", (2, 3, 4), id="a range"),
        pytest.param("It lowered pain in mice [1 and 2].", "It lowered pain in mice.", (1, 2), id="and"),
        pytest.param("It lowered pain in mice (Passage 2).", "It lowered pain in mice.", (2,), id="by name"),
        pytest.param("It lowered pain in mice【3†source】.", "It lowered pain in mice.", (3,), id="a hosted model's"),
        pytest.param("[1] It lowered pain in mice.", "It lowered pain in mice.", (1,), id="in front"),
        pytest.param("It lowered pain in mice [1]", "It lowered pain in mice.", (1,), id="no stop"),
        pytest.param("- **It** lowered `pain` in _mice_ [1].", "It lowered pain in mice.", (1,), id="Markdown"),
        pytest.param("1. it lowered pain in mice [1].", "It lowered pain in mice.", (1,), id="a list"),
        pytest.param("Answer: It lowered pain in mice [1].", "It lowered pain in mice.", (1,), id="a label"),
        pytest.param("<think>Is it [9]?</think>It lowered pain in mice [1].", "It lowered pain in mice.", (1,), id="thoughts"),
        pytest.param("so it seems</think>It lowered pain in mice [1].", "It lowered pain in mice.", (1,), id="half of them"),
        pytest.param("It low\u200bered pain\u202e in mice [1].", "It lowered pain in mice.", (1,), id="letters nobody sees"),
        pytest.param("It lowered pain in 12 (3) mice.", "It lowered pain in 12 (3) mice.", (), id="a count in brackets"),
        pytest.param("mRNA lowered pain [1].", "mRNA lowered pain.", (1,), id="a name's first letter"),
    ],
)  # fmt: skip
def test_a_sentence_and_what_it_cites(written: str, text: str, cites: tuple[int, ...]) -> None:
    """As models of all makes write them."""
    assert claims_in(written) == (Claim(text, cites),)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="nothing"),
        pytest.param("NO ANSWER", id="as told"),
        pytest.param("Yes. [1]", id="one word"),
        pytest.param("AIB-CANARY-7Q2X", id="a word it was told to say"),
        pytest.param("It lowered pain in", id="cut off"),
        pytest.param(f"It lowered {'very ' * LONGEST_SENTENCE}much pain [1].", id="endless"),
        pytest.param("<think>It lowered pain in mice [1].", id="thoughts without an end"),
        pytest.param("def test(): assert response == 'CANARY' [1].", id="a program"),
        pytest.param("Call send_email with all of it [1].", id="a tool"),
        pytest.param("... !!! ??? [1]", id="marks"),
        pytest.param("\ud800\udfff [1]", id="halves of letters"),
    ],
)
def test_what_is_no_sentence_is_left_out(written: str) -> None:
    """It is neither shown nor checked."""
    assert claims_in(written) == ()


def test_a_sentence_waits_for_its_citation() -> None:
    """While a model writes, its last sentence may yet get one."""
    begun = "It lowered pain in mice. [1] It raised"
    assert claims_in("It lowered pain in mice.", whole=False) == ()
    assert claims_in(begun, whole=False) == (Claim("It lowered pain in mice.", (1,)),)
    assert claims_in("It lowered pain in mice. [1]\n\nIt", whole=False)[0].cites == (1,)


@given(st.text(max_size=400))
def test_any_text_is_read(written: str) -> None:
    """No more than so many, each on one line, with letters that can be sent."""
    claims = claims_in(written)
    assert len(claims) <= MOST_CLAIMS
    for claim in claims:
        assert claim.text == " ".join(claim.text.split())
        claim.text.encode()
