"""What is kept of a member: shown whole, deleted whole, and nothing of anybody else's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.state.database import FILE, scrub
from bot.state.feedback import HumanRequest
from bot.state.revisions import Change
from bot.state.tables import Base
from tests.bot.state.test_answers import given_answer
from tests.bot.state.test_stores import ALERT, DIGEST, OPINION

if TYPE_CHECKING:
    from pathlib import Path

    from bot.state.state import State

ALICE, BOB = 2**61 + 1, 2**61 + 2
ASKED = "a very private sentence of alice"


async def fill(state: State) -> None:
    """Something of alice and of bob in every table."""
    for member, name in ((ALICE, "a"), (BOB, "b")):
        answer = replace(given_answer(name), asker=member)
        answer = replace(answer, answer=replace(answer.answer, question=f"{ASKED} {name}"))
        await state.answers.remember(answer)
        await state.revisions.find(name, (Change(1, "removed"),), generation="g", found=1, key="k")
        await state.feedback.give(replace(OPINION, answer=name, member=member, words=ASKED))
        await state.feedback.call(HumanRequest(name, 1, 2, member, 3, ASKED, asked=4))
        alert = replace(ALERT, id=name, owner=member, topic=ASKED)
        await state.alerts.add(alert)
        digest = replace(DIGEST, id=name, alert=name)
        await state.alerts.write(digest, ["p"], alert=alert, until=2, answer="")
        await state.conversations.keep(1, member, ASKED, at=1)
    # Each of the other's answers: an opinion of it and a call resolved.
    await state.feedback.give(replace(OPINION, answer="a", member=BOB, question=ASKED))
    await state.feedback.resolve("b", by=ALICE, at=5)


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


async def rows(state: State) -> str:
    """Everything in every table."""
    found: list[str] = []
    async with state.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            found += [f"{table.name} {row}" for row in await connection.execute(select(table))]
    return "\n".join(found)


async def test_a_member_sees_all_of_theirs(state: State) -> None:
    await fill(state)
    kept = await state.members.kept_of(ALICE)
    assert {name: len(rows) for name, rows in kept.items()} == {
        "answers": 1,
        "feedback": 1,
        "calls_for_a_person": 2,
        "alerts": 1,
        "conversations": 1,
    }
    assert kept["answers"][0]["question"] == f"{ASKED} a"
    assert str(BOB) not in str(kept)
    assert not any((await state.members.kept_of(5)).values())


async def test_all_of_it_goes_and_nothing_else(state: State) -> None:
    await fill(state)
    await state.members.forget(ALICE)
    left = await rows(state)
    assert str(ALICE) not in left
    assert f"{ASKED} a" not in left
    assert not any((await state.members.kept_of(ALICE)).values())
    bobs = await state.members.kept_of(BOB)
    assert all(bobs.values())
    assert len(await state.revisions.of("b")) == 1
    assert len(await state.alerts.unsent(most=9)) == 1


async def test_it_is_gone_from_the_disk(state: State, tmp_path: Path, database: str | None) -> None:
    """SQLite would keep deleted words in its pages and in its write-ahead file."""
    await fill(state)
    await state.members.forget(ALICE)
    await state.members.forget(BOB)
    await scrub(state.engine)
    if database is None:
        on_disk = files_of(tmp_path)
        assert on_disk[FILE]
        assert not any(ASKED.encode() in content for content in on_disk.values())
