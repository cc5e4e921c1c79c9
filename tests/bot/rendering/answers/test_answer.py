"""Answers as pages: what they say, and that Discord takes each of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from bot.answering.answer import Answer, Statement
from bot.language.language import Language
from bot.language.saying import say
from bot.rendering import limits
from bot.rendering.answers.answer import answer_page
from bot.views.layout import layout_of
from index.article import Status
from index.holdings.filters import Filters
from tests.bot.english import english
from tests.bot.fake_answerer import (
    LINK,
    QUESTION,
    QUOTE,
    abstention_of,
    answer_of,
    citation_of,
    passage_of,
    reference_of,
)
from tests.bot.rendering.hostile import answers

if TYPE_CHECKING:
    from bot.rendering.page import Page


def words(page: Page) -> str:
    return "\n".join(page.blocks)


def fits(page: Page) -> bool:
    return (
        sum(map(limits.length, page.blocks)) <= limits.LAYOUT_TEXT
        and all(page.blocks)
        and len(page.presses) <= 2 * limits.ROW_BUTTONS
        and all(len(press.action) <= limits.CUSTOM_ID - 20 for press in page.presses)
    )


@given(answers)
def test_every_answer_fits_a_message(answer: Answer) -> None:
    """No text of any article makes Discord refuse the reply."""
    page = answer_page(answer, answer_id="0" * 16, repeat_question=True)
    assert fits(page)
    assert len(page.blocks) >= 3  # the question, a sentence or an abstention, and the footer
    words(page).encode("utf-8")


@given(answers)
def test_every_number_in_an_answer_has_its_entry(answer: Answer) -> None:
    """And every entry is cited: a reader never meets a number that leads nowhere."""
    if answer.abstained:
        return
    known = {reference.number for reference in answer.references}
    page = answer_page(replace(answer, looked_up="", facts=(), unanswered=()))
    sentences, entries = page.blocks[0], "\n".join(page.blocks[1:-1])
    listed = {int(line[2:].split("\\]")[0]) for line in entries.splitlines()}
    linked = {int(n) for n in re.findall(r" \[\\\[(\d+)\\\]\]\(<", sentences)}
    bare = {int(n) for n in re.findall(r"\\\[(\d+)\\\]", sentences)}
    assert linked & known <= listed <= bare & known


def test_thousands_of_references_are_cut_at_a_sentence() -> None:
    """What did not fit is counted, not hidden."""
    statements = tuple(
        Statement(f"Finding number {n}.", (citation_of(passage_of(), reference=n),))
        for n in range(1, 3001)
    )
    references = tuple(reference_of(number=n, title=f"Paper {n}") for n in range(1, 3001))
    page = answer_page(answer_of(statements=statements, references=references))
    assert fits(page)
    shown = words(page).count("Finding number")
    assert shown >= 5
    assert english("answer.left-out", count=3000 - shown) in words(page)


def test_a_retracted_source_is_named_so_in_the_sentence_itself() -> None:
    """Nobody has to read the references to learn it."""
    page = answer_page(answer_of(references=(reference_of(status="retracted"),)))
    assert rf"[\[1\]](<{LINK}>) **(RETRACTED)**" in page.blocks[0]
    assert "**RETRACTED**" in page.blocks[1]


@pytest.mark.parametrize(
    ("confidence", "word"),
    [
        pytest.param(1.0, "Strong", id="sure"),
        pytest.param(0.7, "Good", id="likely"),
        pytest.param(0.5, "Weak", id="hardly"),
    ],
)
def test_how_sure_an_answer_is_stands_in_words(confidence: float, word: str) -> None:
    assert word in answer_page(answer_of(confidence=confidence)).blocks[-1]


def test_a_language_model_is_named() -> None:
    assert "some-model" in answer_page(answer_of(answerer="some-model")).blocks[-1]
    assert "word for word" not in answer_page(answer_of(answerer="some-model")).blocks[-1]


@pytest.mark.parametrize("abstained", [False, True])
def test_a_question_that_was_mistyped_is_shown_as_it_was_looked_up(*, abstained: bool) -> None:
    """Above what was found, and above that nothing was: who meant another word sees it at once."""
    answer = abstention_of("depresion?") if abstained else answer_of()
    page = answer_page(replace(answer, looked_up="does *it* help depression?"))
    assert page.blocks[0] == r"-# Looked up as: does \*it\* help depression?"


def test_an_abstention_says_what_the_question_was_limited_to() -> None:
    """Nothing of Smith's since 2020 is not nothing at all."""
    within = Filters(since="2020", outlets=("The *Hive*",), authors=("Smith",))
    near = replace(abstention_of("papers by Smith since 2020?"), within=within)
    for nearest in (near.nearest, ()):
        page = answer_page(replace(near, nearest=nearest))
        assert r"I looked only into: since 2020 · The \*Hive\* · Smith." in page.blocks[0]
        assert (english("answer.none-near") in page.blocks[0]) == bool(nearest)
        assert english("answer.none-nothing-near") not in page.blocks[0]
    many = Filters(outlets=tuple(f"Hive {number}" for number in range(9)))
    assert "Hive 5 · …." in answer_page(replace(near, within=many)).blocks[0]
    shut_out = (Filters(outlets=("Science",)), Filters(since="2013", until="2013"))
    said = answer_page(replace(near, within=None, without=shut_out)).blocks[0]
    assert "I looked only into: not Science · not 2013." in said
    said = answer_page(replace(near, without=(Filters(statuses=(Status.RETRACTED,)),))).blocks[0]
    assert r"The \*Hive\* · Smith · not RETRACTED." in said
    of_one = answer_page(replace(near, within=Filters(articles=("a",))))
    assert of_one == answer_page(replace(near, within=None))


def test_what_is_not_answered_of_several_questions_is_named() -> None:
    page = answer_page(answer_of(unanswered=("who *gets* gout?",)))
    assert page.blocks[1] == r"-# My library does not answer: who \*gets\* gout?"


def test_an_abstention_offers_no_passages() -> None:
    page = answer_page(abstention_of(QUESTION), answer_id="abc")
    assert english("button.passages") not in [press.label for press in page.presses]
    assert english("button.delete") in [press.label for press in page.presses]
    assert english("answer.none") in page.blocks[0]


@pytest.mark.parametrize(
    ("tongue", "told"),
    [("de", Language.GERMAN), ("ja", Language.JAPANESE), ("fi", Language.ENGLISH)],
)
def test_a_question_in_a_language_that_is_not_read_is_told_so(tongue: str, told: Language) -> None:
    """In that language where it is spoken; never that the library holds no answer."""
    page = answer_page(replace(abstention_of(QUESTION), language=tongue))
    assert say(told, "answer.none-read") in page.blocks[0]
    assert english("answer.none") not in "".join(page.blocks)
    assert english("answer.none-footer") not in "".join(page.blocks)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("What is gout? And who gets it?", "answer.one-at-a-time"),
        ("What is gout???", "answer.none-footer"),
    ],
)
def test_several_questions_at_once_are_told_to_come_one_by_one(question: str, key: str) -> None:
    """Where nothing was found, and they were looked up as one; shouting is one question."""
    answer = abstention_of(question)
    assert english(key) in answer_page(answer).blocks[-1]
    apart = replace(answer, unanswered=("What is gout?", "Who gets it?"))
    assert english("answer.none-footer") in answer_page(apart).blocks[-1]


def test_an_empty_library_has_nothing_near() -> None:
    page = answer_page(answer_of(abstained=True, statements=(), references=(), nearest=()))
    assert english("answer.none-nothing-near") in page.blocks[0]


def test_a_link_that_is_none_leaves_a_number() -> None:
    statements = (Statement(QUOTE, (citation_of(passage_of(), link="javascript:alert(1)"),)),)
    page = answer_page(answer_of(statements=statements))
    assert page.blocks[0] == rf"{QUOTE} \[1\]"


@given(answers)
@settings(max_examples=30)
async def test_a_page_becomes_a_layout_discord_knows(answer: Answer) -> None:
    """As many components and letters as Discord takes, and every button leads back to us."""
    page = answer_page(answer, answer_id="0" * 16, repeat_question=True)
    view = layout_of(page)
    parts = view.to_components()
    assert view.content_length() <= limits.LAYOUT_TEXT
    assert view.total_children_count <= limits.LAYOUT_COMPONENTS
    box, *rows = parts
    assert box["type"] == 17
    assert all(
        row["type"] == 1 and 1 <= len(row["components"]) <= limits.ROW_BUTTONS for row in rows
    )
    assert sum(len(row["components"]) for row in rows) == len(page.presses) > 0
    assert view.is_finished()
