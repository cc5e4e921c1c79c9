from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from index.passages.sentences import cut_at_words, sentence_bounds

PROSE = st.text(
    st.sampled_from("aé字。\uff0c,.;:()[]-\u2014 \u00a0\u2003'\"?!09")
    | st.characters(exclude_categories=("Cs",)),
    max_size=300,
)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("  \n ", [], id="only white space"),
        pytest.param("No stop at the end", ["No stop at the end"], id="no stop"),
        pytest.param(
            "Jones et al. saw it twice. Others did not.",
            ["Jones et al. saw it twice.", "Others did not."],
            id="et al.",
        ),
        pytest.param(
            "By Eq. (3) the rate doubles. It then falls.",
            ["By Eq. (3) the rate doubles.", "It then falls."],
            id="an equation",
        ),
        pytest.param(
            "Growth of E. coli slowed, see Fig. 2 for all strains. Heat was the cause.",
            ["Growth of E. coli slowed, see Fig. 2 for all strains.", "Heat was the cause."],
            id="a species and a figure",
        ),
        pytest.param(
            "It fell by 3.5 % (p < 0.05). Nobody knows why.",
            ["It fell by 3.5 % (p < 0.05).", "Nobody knows why."],
            id="decimals",
        ),
        pytest.param(
            "The data are at https://example.org/a.b?c=1. Ask for a key.",
            ["The data are at https://example.org/a.b?c=1.", "Ask for a key."],
            id="an address",
        ),
        pytest.param(
            'She said "It works." Then she left.',
            ['She said "It works."', "Then she left."],
            id="a quotation",
        ),
        pytest.param("(He left.) She stayed.", ["(He left.)", "She stayed."], id="parentheses"),
        pytest.param(
            "One paragraph\n\nanother, with no stop between",
            ["One paragraph", "another, with no stop between"],
            id="a blank line ends a sentence",
        ),
        pytest.param(
            "第一句话在这里。第二句话呢？是的！",
            ["第一句话在这里。", "第二句话呢？", "是的！"],
            id="Chinese has no blanks",
        ),
        pytest.param("他说「好。」", ["他说「好。」"], id="a Chinese quotation keeps its mark"),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    """Abbreviations, numbers, addresses and quotations do not break a sentence in two."""
    assert [text[start:end] for start, end in sentence_bounds(text)] == sentences


@given(PROSE)
def test_sentences_cover_everything_but_white_space(text: str) -> None:
    """No word of an article is lost between two sentences, and none is in two."""
    bounds = sentence_bounds(text)
    offsets = [offset for start, end in bounds for offset in range(start, end)]
    assert offsets == sorted(set(offsets))
    left = set(range(len(text))) - set(offsets)
    assert all(text[offset].isspace() for offset in left)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in bounds)


@given(PROSE.map(str.strip).filter(bool), st.integers(1, 60))
def test_cuts_cover_everything_but_white_space(text: str, parts: int) -> None:
    """However short the parts, each has words in it, in order, and nothing is lost between them."""
    bounds = cut_at_words(text, 0, len(text), parts=parts)
    assert 1 <= len(bounds) <= parts
    assert all(text[start:end].strip() for start, end in bounds)
    offsets = [offset for start, end in bounds for offset in range(start, end)]
    assert offsets == sorted(set(offsets))
    assert all(text[offset].isspace() for offset in set(range(len(text))) - set(offsets))


@pytest.mark.parametrize(
    ("text", "parts", "pieces"),
    [
        pytest.param("one two three four", 2, ["one two", "three four"], id="between words"),
        pytest.param(
            "one two three, four five six seven",
            2,
            ["one two three,", "four five six seven"],
            id="a clause's end wins over a word's",
        ),
        pytest.param(
            "we link https://example.org/very/long/address/here here",
            2,
            ["we link", "https://example.org/very/long/address/here here"],
            id="never inside a word that a part can hold",
        ),
        pytest.param("x" * 10_000, 4, ["x" * 2500] * 4, id="a word longer than a part"),
    ],
)
def test_cuts_fall_between_words(text: str, parts: int, pieces: list[str]) -> None:
    """A piece of a long sentence is still words somebody can read."""
    bounds = cut_at_words(text, 0, len(text), parts=parts)
    assert [text[start:end] for start, end in bounds] == pieces
