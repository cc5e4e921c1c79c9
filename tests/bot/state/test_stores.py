"""Every keeper of the state, on each database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bot.language.language import Language
from bot.state.alerts import Alert, Digest
from bot.state.chores import key_of
from bot.state.feedback import HumanRequest, Opinion, Unanswered, Witness
from bot.state.revisions import Change
from bot.state.servers import ServerRules
from tests.bot.fake_answerer import abstention_of
from tests.bot.state.test_answers import given_answer

if TYPE_CHECKING:
    from bot.state.state import State

GUILD = 2**60

RULES = ServerRules(
    everywhere=False,
    allowed=frozenset({1, 2**62}),
    denied=frozenset({3}),
    dedicated=frozenset({4}),
    forums=frozenset({5}),
    roles=frozenset({6}),
    role_hours=((6, 10), (7, 20)),
    human_role=8,
    language="de",
    tone="brief",
    mention_replies=False,
    forum=True,
    member_hour=30,
    server_hour=300,
)

OPINION = Opinion(
    answer="abc",
    member=1,
    guild=GUILD,
    private=False,
    helpful=False,
    reason="outdated",
    words="That was in 1990 🙂",
    question="Is it so?",
    generation="g1",
    evidence=(Witness("a1", "A trial", ("It was so.",)),),
    given=100,
)

ALERT = Alert(
    id="a",
    owner=1,
    guild=GUILD,
    channel=2,
    topic="ketamine",
    weekly=False,
    language=Language.GERMAN,
    made=100,
    told_until=100,
    generation="g1",
)

DIGEST = Digest(id="d", alert="a", generation="g2", page="[]", made=200)


class TestServers:
    async def test_choices_come_back_as_they_were(self, state: State) -> None:
        await state.servers.choose(GUILD, RULES, updated=1)
        assert await state.servers.rules(GUILD) == RULES
        assert await state.servers.rules(GUILD + 1) == ServerRules()

    async def test_later_choices_take_the_place_of_earlier_ones(self, state: State) -> None:
        await state.servers.choose(GUILD, RULES, updated=1)
        later = replace(RULES, allowed=frozenset({9}), role_hours=(), everywhere=None)
        await state.servers.choose(GUILD, later, updated=2)
        assert await state.servers.rules(GUILD) == later
        await state.servers.choose(GUILD, ServerRules(), updated=3)
        assert await state.servers.rules(GUILD) == ServerRules()


class TestFeedback:
    async def test_one_opinion_a_member(self, state: State) -> None:
        """The last one counts; others' stand beside it."""
        await state.feedback.give(replace(OPINION, helpful=True, reason="", words=""))
        await state.feedback.give(OPINION)
        await state.feedback.give(replace(OPINION, member=2, given=101))
        kept = await state.feedback.opinions()
        assert kept == (OPINION, replace(OPINION, member=2, given=101))

    async def test_of_one_server_and_without_what_was_private(self, state: State) -> None:
        changed: tuple[dict[str, Any], ...] = (
            {},
            {"guild": 7},
            {"private": True},
            {"guild": None},
        )
        for number, changes in enumerate(changed):
            await state.feedback.give(replace(OPINION, answer=str(number), **changes))
        of_server = await state.feedback.opinions(guild=GUILD, with_private=False)
        assert [opinion.answer for opinion in of_server] == ["0"]
        assert len(await state.feedback.opinions()) == 4

    async def test_the_unanswered(self, state: State) -> None:
        await state.answers.remember(given_answer("answered"))
        for number, (guild, private) in enumerate(
            ((GUILD, False), (GUILD, True), (None, False), (8, False))
        ):
            kept = replace(
                given_answer(str(number), given=number),
                answer=abstention_of(f"What is {number}?"),
                guild=guild,
                private=private,
            )
            await state.answers.remember(kept)
        assert len(await state.feedback.unanswered()) == 4
        public = await state.feedback.unanswered(with_private=False)
        assert [question.given for question in public] == [0, 3]
        assert await state.feedback.unanswered(guild=GUILD, with_private=False) == (
            Unanswered("What is 0?", 0),
        )

    async def test_a_person_is_called_once_and_resolves_once(self, state: State) -> None:
        call = HumanRequest("abc", GUILD, 2, 3, 4, "Is it so?", asked=5)
        assert await state.feedback.call(call)
        assert not await state.feedback.call(replace(call, member=9))
        assert await state.feedback.request("abc") == call
        assert await state.feedback.resolve("abc", by=7, at=8)
        assert not await state.feedback.resolve("abc", by=9, at=9)
        assert await state.feedback.requests(GUILD) == (replace(call, resolved=8, resolved_by=7),)
        await state.feedback.withdraw("abc")
        assert await state.feedback.request("abc") is None

    async def test_forgetting_the_old(self, state: State) -> None:
        await state.feedback.give(OPINION)
        await state.feedback.give(replace(OPINION, answer="young", given=200))
        await state.feedback.call(HumanRequest("abc", GUILD, 2, 3, 4, "?", asked=5))
        await state.feedback.forget_before(150)
        assert [opinion.answer for opinion in await state.feedback.opinions()] == ["young"]
        assert await state.feedback.request("abc") is None


class TestAlerts:
    async def test_they_come_back_by_owner_and_server(self, state: State) -> None:
        await state.alerts.add(ALERT)
        direct = replace(ALERT, id="b", guild=None, channel=None, made=101)
        await state.alerts.add(direct)
        assert await state.alerts.of_owner(1) == (ALERT, direct)
        assert await state.alerts.of_guild(GUILD) == (ALERT,)
        assert await state.alerts.count(guild=GUILD, owner=0) == 1
        assert await state.alerts.count(guild=None, owner=1) == 2
        assert await state.alerts.find("a") == ALERT
        assert await state.alerts.find("z") is None

    async def test_who_is_behind(self, state: State) -> None:
        """Those at once as soon as there is a generation, the weekly when their week is over."""
        await state.alerts.add(ALERT)
        await state.alerts.add(replace(ALERT, id="w", weekly=True))
        await state.alerts.add(replace(ALERT, id="v", weekly=True, told_until=50))

        async def behind(generation: str, told_before: int) -> list[str]:
            found = await state.alerts.behind(generation, told_before=told_before, most=9)
            return [alert.id for alert in found]

        assert await behind("g1", 1000) == []
        assert await behind("g2", 60) == ["v", "a"]
        assert await behind("g2", 100) == ["v", "a", "w"]
        await state.alerts.looked(ALERT, generation="g2", until=200, answer="x")
        assert await behind("g2", 60) == ["v"]
        assert await state.alerts.find("a") == replace(
            ALERT, generation="g2", told_until=200, answer="x"
        )

    async def test_no_piece_of_news_is_in_two_digests(self, state: State) -> None:
        await state.alerts.add(ALERT)
        write: dict[str, Any] = {"alert": ALERT, "until": 200, "answer": ""}
        assert await state.alerts.write(DIGEST, ["p1", "p2"], **write)
        assert not await state.alerts.write(replace(DIGEST, id="e"), ["p3", "p2"], **write)
        assert await state.alerts.told(["p1", "p2", "p3"], alert="a") == {"p1", "p2"}
        assert await state.alerts.unsent(most=9) == (DIGEST,)
        other = replace(ALERT, id="b")
        await state.alerts.add(other)
        assert await state.alerts.write(
            replace(DIGEST, id="f", alert="b"), ["p1"], alert=other, until=1, answer=""
        )

    async def test_what_arrived_is_not_sent_again(self, state: State) -> None:
        await state.alerts.add(ALERT)
        await state.alerts.write(DIGEST, ["p1"], alert=ALERT, until=200, answer="")
        await state.alerts.write(replace(DIGEST, id="e"), ["p2"], alert=ALERT, until=200, answer="")
        await state.alerts.arrived("d", message=2**60)
        await state.alerts.lose("e")
        assert await state.alerts.unsent(most=9) == ()
        await state.alerts.forget_before(1000)
        assert await state.alerts.told(["p1", "p2"], alert="a") == {"p1", "p2"}

    async def test_removing_one(self, state: State) -> None:
        await state.alerts.add(ALERT)
        await state.alerts.write(DIGEST, ["p1"], alert=ALERT, until=200, answer="")
        assert await state.alerts.remove("a")
        assert not await state.alerts.remove("a")
        assert await state.alerts.unsent(most=9) == ()
        assert await state.alerts.told(["p1"], alert="a") == frozenset()


class TestChores:
    async def test_marks(self, state: State) -> None:
        assert await state.chores.mark("seen") == ""
        await state.chores.set_mark("seen", "g1", at=1)
        await state.chores.set_mark("seen", "g2", at=2)
        assert await state.chores.mark("seen") == "g2"

    async def test_claims(self, state: State) -> None:
        """One winner, until the claim is released or old."""
        assert await state.chores.claim("post:1", at=1)
        assert not await state.chores.claim("post:1", at=2)
        await state.chores.release("post:1")
        assert await state.chores.claim("post:1", at=3)
        await state.chores.forget_claims_before(4)
        assert await state.chores.claim("post:1", at=5)

    async def test_which_articles_are_new(self, state: State) -> None:
        """Known since they were first seen; one that leaves and comes back is new again."""
        await state.chores.learn(["old", "long/" * 200], at=10)
        await state.chores.learn(["old", "new"], at=20)
        assert await state.chores.known_since(15) == {key_of("new")}
        assert len(await state.chores.known_since(0)) == 2
        await state.chores.learn(["old", "new", "long/" * 200], at=30)
        assert await state.chores.known_since(25) == {key_of("long/" * 200)}

    async def test_a_large_library(self, state: State) -> None:
        await state.chores.learn((f"article {n}" for n in range(12_000)), at=1)
        assert len(await state.chores.known_since(0)) == 12_000
        await state.chores.learn([], at=2)
        assert await state.chores.known_since(0) == frozenset()


class TestRevisions:
    async def test_a_change_is_found_once(self, state: State) -> None:
        changes = (Change(1, "removed"), Change(2, "status", "retracted"))
        found: dict[str, Any] = {"generation": "g2", "found": 5, "key": "k1"}
        assert await state.revisions.find("abc", changes, **found)
        assert not await state.revisions.find("abc", changes, **found)
        (revision,) = await state.revisions.of("abc")
        assert (revision.changes, revision.found, revision.told) == (changes, 5, "pending")
        await state.revisions.tell(revision.id, "edited")
        assert (await state.revisions.of("abc"))[0].told == "edited"

    async def test_they_go_with_their_answer(self, state: State) -> None:
        await state.answers.remember(given_answer())
        for key in ("k1", "k2"):
            await state.revisions.find(
                "abc", (Change(1, "reworded"),), generation="g", found=1, key=key
            )
        await state.answers.forget("abc")
        assert await state.revisions.of("abc") == ()

    async def test_answers_to_check(self, state: State) -> None:
        """Sent, with citations, young, and last held against another generation; newest first."""
        for number, given in enumerate((10, 20, 30, 40)):
            await state.answers.remember(given_answer(str(number), given=given))
            await state.answers.sent(str(number), 100 + number)
        await state.answers.remember(given_answer("unsent", given=50))
        unknown = replace(given_answer("unknown", given=60), answer=abstention_of("?"), message=1)
        await state.answers.remember(unknown)

        async def unchecked(generation: str) -> list[str]:
            found = await state.answers.unchecked(generation, since=20, most=2)
            return [given.id for given in found]

        assert await unchecked("g1") == []
        assert await unchecked("g2") == ["3", "2"]
        await state.answers.checked("3", "g2")
        assert await unchecked("g2") == ["2", "1"]


@pytest.mark.parametrize("since", [5, 6], ids=["young", "old"])
async def test_conversations(state: State, since: int) -> None:
    """The last turns, unless they are old, forgotten or another's."""
    await state.conversations.keep(1, 2, "[1]", at=4)
    await state.conversations.keep(1, 2, "[1,2]", at=5)
    await state.conversations.keep(1, 3, "[3]", at=5)
    assert await state.conversations.turns(1, 2, since=since) == ("[1,2]" if since == 5 else "")
    await state.conversations.forget(1, 2)
    assert await state.conversations.turns(1, 2, since=0) == ""
    assert await state.conversations.turns(1, 3, since=0) == "[3]"
    await state.conversations.forget_before(6)
    assert await state.conversations.turns(1, 3, since=0) == ""
