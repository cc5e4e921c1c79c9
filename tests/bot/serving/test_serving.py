"""Serving without Discord: deadlines in real time, swaps, and what an answer brings along."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from bot.desk.excerpt import citations_by_passage, excerpt_of
from bot.errors import NotReadyError, TooSlowError
from bot.serving.lending import Lending
from bot.serving.pool import Pool
from bot.serving.serving import Serving
from index.errors.library import NoGenerationError
from tests.bot.fake_answerer import (
    QUESTION,
    QUOTE,
    FakeAnswerer,
    FakeLibrary,
    answer_of,
    citation_of,
    passage_of,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path


@pytest.fixture
async def serving(library: FakeLibrary) -> AsyncGenerator[Serving]:
    made = serving_of(library, seconds=0.3)
    yield made
    if library.published:
        library.published.gate.set()
    await made.close()


def serving_of(library: FakeLibrary, *, seconds: float) -> Serving:
    return Serving(
        open_answerer=library.open,
        current_generation=library.current,
        pool=Pool(workers=1, line=1),
        seconds=seconds,
    )


async def test_an_answer_brings_the_passages_it_cites(serving: Serving) -> None:
    await serving.look()
    answer, excerpts = await serving.ask(QUESTION)
    assert answer.statements
    (excerpt,) = excerpts
    (mark,) = excerpt.marks
    assert excerpt.text[slice(*mark)] == QUOTE


async def test_a_hung_answerer_does_not_hang_the_member(
    serving: Serving, library: FakeLibrary
) -> None:
    assert library.published
    await serving.look()
    library.published.gate.clear()
    with pytest.raises(TooSlowError):
        await serving.ask(QUESTION)


async def test_who_asks_while_the_library_opens_waits_for_it(serving: Serving) -> None:
    """A member should not have to ask twice because the bot has just started."""
    early = asyncio.create_task(serving.ask(QUESTION))
    await asyncio.sleep(0.05)
    await serving.look()
    answer, _ = await early
    assert answer.generation == "g1"


async def test_a_library_that_never_opens_is_given_up(serving: Serving) -> None:
    with pytest.raises(TooSlowError):
        await serving.ask(QUESTION)


async def test_waiting_for_the_library_counts(library: FakeLibrary) -> None:
    """Else a member would wait twice the time, and Discord would have forgotten the question."""
    assert library.published
    serving = serving_of(library, seconds=1)
    began = monotonic()
    early = asyncio.create_task(serving.ask(QUESTION))
    await asyncio.sleep(0.8)
    library.published.gate.clear()
    await serving.look()
    with pytest.raises(TooSlowError, match="within 1 second "):
        await early
    assert monotonic() - began < 1.6
    library.published.gate.set()
    await serving.close()


async def test_nothing_published_is_said_at_once(tmp_path: Path) -> None:
    empty = FakeLibrary()
    empty.trouble = NoGenerationError(tmp_path)
    serving = serving_of(empty, seconds=5)
    await serving.look()
    with pytest.raises(NotReadyError):
        await serving.ask(QUESTION)
    assert serving.generation is None
    assert str(tmp_path) in serving.trouble
    await serving.close()


async def test_a_panic_while_opening_is_not_the_end_of_looking() -> None:
    """It is an error like any other to whoever looks, and the health check tells of it."""

    class PanicError(BaseException):
        """As tantivy's binding raises it."""

    def open_answerer() -> FakeAnswerer:
        raise PanicError

    library = FakeLibrary()
    library.publish(FakeAnswerer("g1"))
    serving = Serving(
        open_answerer=open_answerer,
        current_generation=library.current,
        pool=Pool(workers=1, line=1),
        seconds=1,
    )
    with pytest.raises(RuntimeError, match="PanicError"):
        await serving.look()
    assert "did not open" in serving.trouble
    with pytest.raises(NotReadyError):
        await serving.ask(QUESTION)
    await serving.close()


async def test_closing_lets_the_generation_go(serving: Serving, library: FakeLibrary) -> None:
    await serving.look()
    await serving.close()
    assert library.published
    assert library.published.closed


async def test_a_generation_published_while_another_opens_is_opened_next(
    serving: Serving, library: FakeLibrary
) -> None:
    await serving.look()
    library.publish(FakeAnswerer("g2"))
    await serving.look()
    library.publish(FakeAnswerer("g3"))
    await serving.look()
    assert serving.generation == "g3"
    assert library.opened == 3


class Book:
    """Something to lend."""

    def __init__(self) -> None:
        self.closed = False

    def close(self) -> None:
        assert not self.closed, "closed twice"
        self.closed = True


class TestLending:
    def test_a_replaced_thing_is_closed_after_its_last_user(self) -> None:
        lending: Lending[Book] = Lending()
        old, new = Book(), Book()
        lending.replace(old)
        with lending.borrow() as first, lending.borrow() as second:
            assert first is second is old
            lending.replace(new)
            with lending.borrow() as third:
                assert third is new
            assert not old.closed
        assert old.closed
        assert not new.closed

    def test_an_idle_thing_is_closed_at_once(self) -> None:
        lending: Lending[Book] = Lending()
        old = Book()
        lending.replace(old)
        lending.replace(None)
        assert old.closed
        with lending.borrow() as nothing:
            assert nothing is None

    def test_a_user_who_fails_gives_it_back(self) -> None:
        lending: Lending[Book] = Lending()
        old = Book()
        lending.replace(old)
        with pytest.raises(ZeroDivisionError), lending.borrow():  # noqa: PT012 - both belong inside
            lending.replace(None)
            _ = 1 // 0
        assert old.closed


class TestExcerpts:
    def test_overlapping_citations_make_marks_that_stand_apart(self) -> None:
        """Bold inside bold would show stars."""
        passage = passage_of(text="One two three four.")
        excerpt = excerpt_of(
            passage,
            [citation_of(passage, "two three four."), citation_of(passage, "One two three")],
        )
        assert [excerpt.text[a:b] for a, b in excerpt.marks] == ["One two three", " four."]

    def test_a_citation_beyond_its_passage_is_cut(self) -> None:
        """Offsets that disagree with the passage must not fail a member's answer."""
        passage = passage_of(text="Short.")
        citation = citation_of(passage, "Short.")
        wild = type(citation)(1, "x", 0, 5000, "p0", "")
        assert excerpt_of(passage, [wild]).marks == ((0, 6),)

    def test_a_passage_cited_twice_is_shown_once(self) -> None:
        passage = passage_of()
        statements = answer_of().statements * 2
        grouped = citations_by_passage(answer_of(statements=statements))
        assert list(grouped) == [passage.id]
        assert len(grouped[passage.id]) == 2
