"""Words of others are shown as written and do nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from bot.rendering.limits import length
from bot.rendering.text import clipped, clipped_start, escaped, plain
from tests.bot.rendering.hostile import texts


def shown(markdown: str) -> str:
    """What Discord shows of text without live markup: its escapes taken away."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", markdown)


@pytest.mark.parametrize(
    ("written", "inert"),
    [
        pytest.param("2 * 3 * 4", r"2 \* 3 \* 4", id="stars"),
        pytest.param("a_b_c", r"a\_b\_c", id="underscores"),
        pytest.param("@everyone", r"\@everyone", id="everyone"),
        pytest.param("<@123>", r"\<\@123\>", id="mention"),
        pytest.param("[a](https://b.c)", r"\[a\](https\://b.c)", id="masked link"),
        pytest.param("see https://b.c", r"see https\://b.c", id="bare link"),
        pytest.param("discord.gg/abc", r"discord\.gg/abc", id="invite"),
        pytest.param("discord.com/invite/abc", r"discord\.com/invite/abc", id="long invite"),
        pytest.param("# big", r"\# big", id="heading"),
        pytest.param("-# small", r"\-# small", id="subtext"),
        pytest.param("- item", r"\- item", id="bullet"),
        pytest.param("12. item", r"12\. item", id="number"),
        pytest.param("12.5 % of them", "12.5 % of them", id="a number that is no list"),
        pytest.param("well-known # 5", "well-known # 5", id="inside a line"),
        pytest.param("C:\\temp", "C:\\\\temp", id="backslash"),
        pytest.param("α = 0.05; p < 0.001", r"α = 0.05; p \< 0.001", id="statistics"),
    ],
)
def test_markup_is_shown_not_obeyed(written: str, inert: str) -> None:
    assert escaped(written) == inert


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        pytest.param("safe\u202egnp.exe", "safegnp.exe", id="reading direction turned around"),
        pytest.param("pass\u200bword", "password", id="zero-width space"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="Persian needs its non-joiner"),  # noqa: RUF001 - Persian
        pytest.param("👩\u200d👧", "👩\u200d👧", id="families need joiners"),
        pytest.param("a \u200d b", "a b", id="a joiner that joins nothing"),
        pytest.param("a\u0301", "a\u0301", id="an accent"),
        pytest.param("a" + "\u0301" * 40, "a" + "\u0301" * 4, id="a tower of accents"),
        pytest.param("two\nlines\tand\u2028more", "two lines and more", id="on one line"),
        pytest.param("half \ud83d of a pair", "half of a pair", id="what JSON cannot carry"),
        pytest.param("bell\x07 and null\x00", "bell and null", id="control letters"),
        pytest.param("❤️", "❤️", id="a red heart stays red"),
    ],
)
def test_what_cannot_be_seen_or_sent_is_left_out(written: str, kept: str) -> None:
    assert plain(written) == kept


@given(texts)
def test_escaping_changes_nothing_a_reader_sees(text: str) -> None:
    assert shown(escaped(text)) == plain(text)


@given(texts)
def test_nothing_live_is_left(text: str) -> None:
    """No markup stands without a backslash before it."""
    bare = re.sub(r"\\[^0-9A-Za-z\s]", "·", escaped(text))
    assert not re.search(r"[*_~`|\[\]<>@\\]|://", bare)
    assert not re.match(r"[#+-]|\d+[.)](\s|$)", bare) or escaped(text)[0] == "\\"
    assert "\n" not in bare


@given(texts, st.integers(0, 400))
def test_a_cut_text_fits_and_is_still_inert(text: str, room: int) -> None:
    cut = clipped(text, room)
    assert length(cut) <= room
    assert shown(cut).rstrip("…").rstrip() in plain(text)
    assert not re.search(r"(?<!\\)(\\\\)*\\$", cut)
    cut.encode("utf-8")


@given(texts, st.integers(0, 400))
def test_the_end_of_a_text_fits(text: str, room: int) -> None:
    cut = clipped_start(text, room)
    assert length(cut) <= room or not cut
    assert plain(text).endswith(shown(cut).removeprefix("… "))


def test_a_cut_is_made_at_a_words_end() -> None:
    assert clipped("one two three four", 10) == "one two…"
    assert clipped("one two", 7) == "one two"
    assert clipped("x" * 50, 10) == "x" * 9 + "…"
    assert clipped_start("one two three four", 12) == "… three four"
