"""Answers with all that can stand around them, and closer looks at them: whatever is said, Discord takes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings, strategies as st

from bot.answering.depth.views import Depth, View
from bot.language.language import Language
from bot.language.saying import say
from bot.rendering.answers.answer import answer_page, draft_page
from bot.rendering.answers.depths import depth_page
from bot.rendering.answers.limited import limits_note
from bot.rendering.answers.notes import note_lines
from bot.rendering.answers.passages import passage_page
from bot.state.revisions import Change, Revision
from index.holdings.filters import Filters
from tests.bot.fake_answerer import answer_of
from tests.bot.rendering.holding import holds, taken
from tests.bot.rendering.hostile import answers, excerpts, references, statements, texts

if TYPE_CHECKING:
    from bot.answering.answer import Answer, Reference, Statement
    from bot.desk.excerpt import Excerpt
    from bot.rendering.page import Page

languages = st.sampled_from(Language)
LIMITED = Filters(
    since="2019-01-01", until="2020-12-31", outlets=("字" * 100,), authors=("\\" * 100,)
)
ID = "0" * 32


@given(
    st.sampled_from(Depth),
    st.lists(statements, max_size=6),
    st.lists(references, max_size=9),
    texts,
    languages,
)
@settings(max_examples=25)
def test_every_look_at_an_answer_fits_a_message(
    depth: Depth,
    told: list[Statement],
    known: list[Reference],
    question: str,
    language: Language,
) -> None:
    """On its pages together stands every sentence, each once; a place beyond the last is the last."""
    numbered = [
        replace(statement, text=f"{n}n {statement.text}", short=None)
        for n, statement in enumerate(told, start=1)
    ]
    view = View(depth, tuple(numbered), tuple({each.number: each for each in known}.values()))
    answer = answer_of(question)
    limits = limits_note(LIMITED, language)

    def page_at(at: int) -> Page:
        return depth_page(answer, view, at=at, answer_id=ID, language=language, limits=limits)

    seen, at, onward = "", 0, True
    while onward:
        page = page_at(at)
        holds(page)
        onward = f"depth:{ID}:{depth}:{at + 1}" in {press.action for press in page.presses}
        seen += "\n" + "\n".join(page.blocks[1:])
        at += 1
    assert all(seen.count(f"\n{n}n") == 1 for n in range(1, len(told) + 1))
    assert page_at(999) == page_at(at - 1)


@given(answers, st.lists(texts, max_size=4), languages)
@settings(max_examples=25)
def test_an_answer_with_everything_around_it(
    answer: Answer, statuses: list[str], language: Language
) -> None:
    """What was looked into, what befell its sources, a reminder, and every button there is."""
    changes = tuple(Change(n, "status", status) for n, status in enumerate(statuses, start=1))
    notes = note_lines([Revision(1, "a", changes, 1_700_000_000, "pending")] * 9, language)
    page = answer_page(
        answer,
        answer_id=ID,
        repeat_question=True,
        language=language,
        notes=(limits_note(LIMITED, language), *notes),
        reminder=say(language, "answer.careful"),
        human=True,
        private=True,
    )
    taken(page)
    if answer.statements:
        assert "\\[" in "\n".join(page.blocks[2:])  # a sentence is shown, with its number


@given(answers, languages)
@settings(max_examples=15)
def test_an_answer_that_is_still_written(answer: Answer, language: Language) -> None:
    notes = (limits_note(LIMITED, language),)
    page = draft_page(answer, repeat_question=True, language=language, notes=notes)
    holds(page)
    assert not page.presses
    assert notes[0] in page.blocks


@given(st.lists(excerpts(), max_size=4), st.lists(references, max_size=4), languages)
@settings(max_examples=15)
def test_passages(found: list[Excerpt], known: list[Reference], language: Language) -> None:
    for at in range(len(found) + 1):
        holds(passage_page(found, known, at=at, answer_id=ID, language=language))
