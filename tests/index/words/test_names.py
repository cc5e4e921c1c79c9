"""One name written in several ways is known for one."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from index.words.lexical import Stemmer
from index.words.names import names_at


def names(text: str) -> frozenset[str]:
    """Every name in it."""
    return frozenset[str]().union(*names_at(Stemmer().terms(text)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("covid19", "COVID-19"),
        ("IL 6", "IL6"),
        ("sars-cov2", "SARS-CoV-2"),
        ("TNFα", "TNF-alpha"),
        ("IFN-γ", "IFN gamma"),
    ],
)
def test_a_name_is_one_however_it_is_written(one: str, other: str) -> None:
    """Whichever of the two the library writes."""
    assert names_at(Stemmer().terms(one))[0] & names(f"of {other} there is")


def test_other_names_are_others() -> None:
    """The number tells them apart."""
    assert not names_at(Stemmer().terms("IL8"))[0] & names("IL-6 rose")


@given(st.lists(st.text("abc123", max_size=8), max_size=12))
def test_every_stem_is_a_name_at_its_place(stems: list[str]) -> None:
    """Of its own, whatever stands beside it."""
    assert all(stem in own for stem, own in zip(stems, names_at(stems), strict=True))
