"""How much a word tells who knows English alone."""

from __future__ import annotations

from hypothesis import given, strategies as st

from index.words.telling import telling


def test_common_words_tell_little() -> None:
    """And what few people write, much."""
    assert telling("people") < telling("sleep") < telling("rituximab") == telling("il8") == 1
    assert telling("cafe") == telling("Café") < 1
    assert telling("睡眠") == telling("2019") == 1


@given(st.text())
def test_no_word_tells_nothing_or_more_than_all(word: str) -> None:
    """Whatever is typed."""
    assert 0 < telling(word) <= 1
