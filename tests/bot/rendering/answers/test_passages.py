"""Passages as pages: the cited words in bold, whole where they fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given, strategies as st

from bot.desk.excerpt import Excerpt
from bot.rendering import limits
from bot.rendering.answers.passages import marked_passage, passage_page
from tests.bot.english import english
from tests.bot.fake_answerer import reference_of
from tests.bot.rendering.hostile import excerpts, references

if TYPE_CHECKING:
    from bot.answering.answer import Reference


def excerpt_with(text: str, *marks: tuple[int, int]) -> Excerpt:
    return Excerpt(1, "Results", "body", text, marks, "https://example.org/")


@given(st.lists(excerpts(), max_size=4), st.lists(references, max_size=4), st.integers(-5, 20))
def test_every_passage_fits_a_message(
    found: list[Excerpt], named: list[Reference], at: int
) -> None:
    page = passage_page(found, named, at=at, answer_id="0" * 16)
    assert sum(map(limits.length, page.blocks)) <= limits.LAYOUT_TEXT
    assert all(page.blocks)
    assert all(len(press.action) < limits.CUSTOM_ID - 20 for press in page.presses)


def test_cited_words_are_bold() -> None:
    text = "First. Second thing. Third."
    assert (
        marked_passage(excerpt_with(text, (7, 20)), room=500) == "First. **Second thing.** Third."
    )


def test_two_cited_sentences_of_one_passage() -> None:
    text = "One. Two. Three. Four."
    marked = marked_passage(excerpt_with(text, (5, 9), (17, 22)), room=500)
    assert marked == "One. **Two.** Three. **Four.**"


def test_a_long_passage_is_cut_around_the_cited_words() -> None:
    """What comes right before stands, then the cited words, then what room is left."""
    text = "far " * 500 + "near. " + "The cited sentence. " + "after " * 800
    start = text.index("The cited")
    marked = marked_passage(excerpt_with(text, (start, start + 19)), room=2000)
    assert limits.length(marked) <= 2000
    assert marked.startswith("… far")
    assert "near. **The cited sentence.** after" in marked
    assert marked.endswith("…")


def test_a_caption_is_called_one() -> None:
    found = Excerpt(1, "Figure 2", "caption", "A mouse.", (), "")
    page = passage_page([found], [reference_of()], at=0, answer_id="a")
    assert f"*{english('section.caption')} · Figure 2*" in page.blocks[0]


def test_nothing_kept_says_so() -> None:
    assert passage_page([], [], at=0, answer_id="a").blocks == (english("passage.none"),)


@given(excerpts())
def test_bold_never_leaks(found: Excerpt) -> None:
    """Each bold begins and ends: article text cannot open or close it."""
    marked = marked_passage(found, room=1500)
    bare = re.sub(r"\\[^0-9A-Za-z\s]", "", marked)
    assert bare.count("**") % 2 == 0
    assert bare.replace("**", "").count("*") == 0
