"""Digests, notes, gaps, settings, panels, help: whatever stands in them, Discord takes them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from hypothesis import given, settings, strategies as st

from bot.answering.looking.lookup import Shelf
from bot.commands.alerts import alerts_text
from bot.improving.gaps import Gap
from bot.language.language import Language
from bot.language.saying import say
from bot.rendering import limits
from bot.rendering.about import about_page, help_page
from bot.rendering.answers.notes import note_message
from bot.rendering.articles.digests import digest_blocks
from bot.rendering.gaps import REASON_KEYS, gaps_text
from bot.rendering.page import Page, Press
from bot.rendering.panel import panel_page
from bot.speaking.lacking import THREADS, WRITING, LackingError
from bot.state.alerts import Alert
from bot.state.feedback import HumanRequest
from bot.state.revisions import Change
from bot.state.servers import ServerRules
from bot.views.feedback import call_page, reasons_form, resolved_page
from bot.views.questions import asking_form, asking_here_form, following_form
from bot.views.settings_page import settings_page
from index.article import Status
from tests.bot import wire
from tests.bot.rendering.holding import holds, taken
from tests.bot.rendering.hostile import answers, lists_of, texts

if TYPE_CHECKING:
    from discord import ui

    from bot.answering.answer import Answer, Reference

languages = st.sampled_from(Language)
ids = st.integers(10**17, 2**63 - 1)
ID = "0" * 32


def posted(body: dict[str, Any]) -> None:
    request = SimpleNamespace(
        json={"allowed_mentions": {"parse": []}, **body}, method="POST", path="/channels/1/messages"
    )
    assert wire.check([cast("Any", request)]) == wire.DOCUMENT.is_file()


@given(texts, lists_of, st.one_of(st.none(), answers), languages)
@settings(max_examples=20)
def test_a_digest(
    topic: str, news: list[Reference], changed: Answer | None, language: Language
) -> None:
    blocks = digest_blocks(topic, news, changed, language)
    ends = Press(f"unsubscribe:{ID}:{ID}", say(language, "button.unsubscribe"))
    holds(Page(blocks, (ends,)))


@given(answers, st.lists(st.sampled_from(Status), max_size=20), languages)
@settings(max_examples=15)
def test_a_note_in_a_message_of_its_own(
    answer: Answer, statuses: list[Status], language: Language
) -> None:
    changes = [Change(n, "status", status) for n, status in enumerate(statuses, start=1)]
    posted({"content": note_message(answer, changes, language)})


reasons = st.lists(
    st.tuples(st.sampled_from(sorted(REASON_KEYS)), st.integers(1, 9999)), max_size=6
).map(tuple)
gaps = st.builds(
    Gap,
    question=texts,
    times=st.integers(1, 10**6),
    reasons=reasons,
    last=st.integers(0, 2**33),
    cited=st.just(()),
    wordings=st.just(()),
)


@given(st.lists(gaps, min_size=1, max_size=14), languages)
@settings(max_examples=20)
def test_gaps(found: list[Gap], language: Language) -> None:
    """All that do not fit are counted."""
    text = gaps_text(found, language)
    posted({"content": text})
    told = text.count("\n- ")
    assert 1 <= told <= len(found)
    more = say(language, "gaps.more", count=len(found) - told)
    assert (more in text) == (told < len(found))


alerts = st.builds(
    Alert,
    id=st.just(ID),
    owner=ids,
    guild=ids,
    channel=st.one_of(st.none(), ids),
    topic=texts,
    weekly=st.booleans(),
    language=languages,
    made=st.just(1),
    told_until=st.just(1),
    generation=st.just("g1"),
    answer=st.just(""),
)


@given(st.lists(alerts, max_size=50), languages)
@settings(max_examples=15)
def test_a_list_of_alerts(seen: list[Alert], language: Language) -> None:
    posted({"content": alerts_text(seen, language)})


@st.composite
def rules(draw: st.DrawFn) -> ServerRules:
    """As full as a server's choices can be."""
    named = st.lists(ids, max_size=25, unique=True).map(frozenset)
    return ServerRules(
        everywhere=draw(st.sampled_from([None, True, False])),
        allowed=draw(named),
        denied=draw(named),
        dedicated=draw(named),
        forums=draw(named),
        roles=draw(named),
        role_hours=tuple((role, 10_000) for role in draw(named)),
        human_role=draw(ids),
        language=draw(st.sampled_from(["auto", *Language])),
        tone=draw(st.sampled_from(["plain", "brief", "careful", "unknown"])),
        forum=True,
        member_hour=10_000,
        server_hour=1_000_000,
    )


FULL = ServerRules(
    **{
        kind: frozenset(range(2**62, 2**62 + 25))
        for kind in ("allowed", "denied", "dedicated", "forums", "roles")
    },  # pyright: ignore[reportArgumentType]
    role_hours=tuple((role, 10_000) for role in range(2**62, 2**62 + 25)),
    human_role=2**62,
    forum=True,
    member_hour=10_000,
    server_hour=1_000_000,
)


async def test_the_settings_of_a_server_that_chose_all_there_is() -> None:
    """In every language: as many channels and roles as are kept."""
    for language in Language:
        page = settings_page(FULL, language, everywhere=True, saved=True)
        posted({"components": page.to_components(), "flags": 1 << 15})


@given(rules(), languages)
@settings(max_examples=15)
def test_settings(chosen: ServerRules, language: Language) -> None:
    page = settings_page(chosen, language, everywhere=False, saved=True)
    posted({"components": page.to_components(), "flags": 1 << 15})


@given(texts, ids, languages)
@settings(max_examples=15)
def test_a_call_for_a_person(question: str, someone: int, language: Language) -> None:
    request = HumanRequest(ID, someone, someone, someone, someone, question, 1, 2, someone)
    taken(call_page(request, None, language))
    taken(resolved_page(request, language))


@given(st.lists(texts, max_size=20), texts, texts, languages)
@settings(max_examples=20)
def test_about_and_help(tags: list[str], newest: str, built: str, language: Language) -> None:
    shelf = Shelf(10**9, 10**9, 10**9, tags, newest, built)
    holds(about_page(shelf, newest, language))
    taken(help_page(shelf, minutes=30, language=language))


@given(texts, languages)
@settings(max_examples=20)
def test_forms_and_panels(words: str, language: Language) -> None:
    """Titles, labels and hints within what a form holds; a message stands in it cut to its length."""
    holds(panel_page(language))
    forms = (
        asking_form(language, words=words.encode("utf-8", "replace").decode()),
        asking_here_form(language),
        following_form(ID, language, private=True),
    )
    for form in forms:
        _within_a_form(form)


async def test_the_form_that_asks_why() -> None:
    for language in Language:
        _within_a_form(reasons_form(ID, language))


def _within_a_form(form: ui.Modal) -> None:
    shown = form.to_dict()
    assert len(shown["custom_id"]) <= limits.CUSTOM_ID
    assert 1 <= limits.length(shown["title"]) <= limits.MODAL_TITLE
    for label in shown["components"]:
        assert 1 <= limits.length(label["label"]) <= limits.MODAL_TITLE
        field = label["component"]
        assert limits.length(field.get("value") or "") <= field.get("max_length", 4000)
        assert limits.length(field.get("placeholder") or "") <= limits.CHOICE


def test_what_is_lacking_is_one_message() -> None:
    for language in Language:
        posted({"content": LackingError(2**62, (*WRITING, *THREADS)).told(language)})
