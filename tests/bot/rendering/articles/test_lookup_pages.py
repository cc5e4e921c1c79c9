"""What look-ups show: whatever an article says, Discord takes the page and the page does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings, strategies as st

from bot.answering.answer import Citation, Statement
from bot.answering.citing import entry_of
from bot.answering.links import doi_address, web_address, with_fragment
from bot.answering.looking.lookup import Shelf
from bot.answering.overview.nouns import Brief, Finding, Group
from bot.language.language import Language
from bot.rendering import limits
from bot.rendering.about import about_page
from bot.rendering.answers.claims import claim_page
from bot.rendering.answers.limited import limits_note
from bot.rendering.articles.briefs import brief_page
from bot.rendering.articles.cards import card_page
from bot.rendering.articles.cited import reference_page
from bot.rendering.articles.found import PER_PAGE, found_page
from bot.rendering.articles.lists import article_list, latest_head, turning
from index.article import Metadata
from index.citing.references import Style
from index.holdings.filters import Filters
from index.searching.hits import SearchResult
from index.words.question_words import QuestionWords
from tests.bot.english import english
from tests.bot.rendering.articles.found import briefs, cards, claims, hits, lists, metadatas
from tests.bot.rendering.holding import LIVE, holds, taken, unlinked
from tests.bot.rendering.hostile import texts

if TYPE_CHECKING:
    from bot.answering.answer import Reference
    from bot.answering.claims.checking import Checked
    from bot.answering.looking.lookup import Card
    from index.searching.hits import Hit

languages = st.sampled_from(Language)


@given(cards, languages)
@settings(max_examples=60)
def test_a_card(card: Card, language: Language) -> None:
    holds(card_page(card, language))


@given(
    st.text(max_size=limits.LONGEST_QUESTION),
    st.lists(hits(), max_size=7),
    st.integers(-2, 9),
    st.text(max_size=limits.LONGEST_QUESTION),
    languages,
)
@settings(max_examples=60)
def test_found_passages(
    words: str, found: list[Hit], at: int, looked_up: str, language: Language
) -> None:
    """As many of a page as there are, however long they are."""
    result = SearchResult(words, words, "g", found, QuestionWords({}, {}), looked_up=looked_up)
    page = found_page(words, result, at=at, language=language)
    holds(page)
    if found:
        assert 3 <= len(page.blocks) <= PER_PAGE + 3


@given(claims, languages)
@settings(max_examples=60)
def test_a_claim(checked: Checked, language: Language) -> None:
    """Whatever its first study says, it is shown."""
    page = claim_page(checked, language)
    holds(page)
    assert len(page.blocks) >= (3 if checked.witnesses else 1)


@given(lists, texts, texts, st.integers(0, 9), languages)
@settings(max_examples=60)
def test_a_list(
    entries: list[Reference], topic: str, outlet: str, at: int, language: Language
) -> None:
    presses = turning("latest", at=at, pages=10, words=topic + outlet, language=language)
    page = article_list(
        entries,
        head=latest_head(topic, outlet, language),
        empty=english("list.none-latest"),
        foot="1",
        language=language,
        presses=presses,
    )
    holds(page)
    assert bool(entries) == (page.blocks != (english("list.none-latest"),))


@given(briefs(), languages)
@settings(max_examples=60)
def test_a_brief(brief: Brief, language: Language) -> None:
    """Its first finding is always told; what is not is counted; the files hold all of it."""
    page = brief_page(brief, language)
    holds(page)
    assert bool(page.enclosures) == bool(brief.groups)
    if brief.groups:
        told = sum(block.count("\n- ") for block in page.blocks)
        assert 1 <= told <= brief.studies
        markdown, html = (file.content.decode() for file in page.enclosures)
        assert markdown.count("\n- ") == brief.studies
        assert "<script" not in html


def test_a_long_brief_is_cut_at_a_study_and_counted() -> None:
    """The message says how many did not fit; the files hold them."""
    link = "https://example.org/" + "x" * 400
    findings = tuple(
        Finding(
            Statement("word " * 80, (Citation(n, "word", 0, 4, "p", link),)),
            n,
            "2017",
            "",
            "current",
            2,
        )
        for n in range(1, 13)
    )
    entries = tuple(
        entry_of("a", Metadata(title=f"Study {n}", url=link), number=n) for n in range(1, 13)
    )
    page = brief_page(
        Brief("sleep", "g1", (Group("cohort study", findings),), entries, 12, 0, 0, ()),
        Language.ENGLISH,
    )
    holds(page)
    told = page.blocks[1].count("\n- ")
    assert 1 <= told < 12
    assert english("brief.cut", count=12 - told) in page.blocks[-1]
    assert english("brief.stories", count=2) in page.blocks[1]
    assert page.enclosures[0].content.decode().count("\n- ") == 12


@example("half a letter: \ud800", Style.APA, Language.ENGLISH)
@given(texts, st.sampled_from(Style), languages)
@settings(max_examples=60)
def test_a_reference(written: str, style: Style, language: Language) -> None:
    """As code that nothing ends early, or as a file."""
    page = reference_page(written, style, language)
    if page.enclosures:
        return holds(page)
    title, code = page.blocks
    assert code == f"```\n{written.encode('utf-8', 'replace').decode()}\n```"
    assert "`" not in written
    taken(page)
    return holds(type(page)((title,)))


@given(metadatas, languages)
@settings(max_examples=30)
def test_limits_of_a_question(known: Metadata, language: Language) -> None:
    filters = Filters(
        outlets=(known.outlet,),
        topics=(known.title,),
        designs=(known.card.design,),
        statuses=(known.status,),
    )
    note = limits_note(filters, language)
    assert limits.length(note) <= 420
    assert not LIVE.search(note)


def test_half_a_letter_leads_nowhere() -> None:
    """A broken text costs a link its place on the page, never the page."""
    assert with_fragment("https://example.org/a", "a \ud800 b") == "https://example.org/a"
    assert web_address("https://example.org/\ud800") == ""
    assert doi_address("10.1234/\ud800") == ""


@pytest.mark.parametrize(
    "live", ["[a](javascript:x)", "@everyone", "`code`", "<@1>", r"\\@here", "](<ftp://x>)"]
)
def test_what_is_live_is_seen(live: str) -> None:
    """The check itself: it would notice."""
    assert LIVE.search(unlinked(live))
    assert not LIVE.search(unlinked(r"[a \@b](<https://example.org/@c>) \`x"))


def test_languages_are_named_as_the_reader_calls_them() -> None:
    """Each once, whatever country writes it; a tag that is no language's stays a tag."""
    shelf = Shelf(3, 9, 1, ("en", "en-GB", "fr", "x-*odd*"), "2021-06-11", "2024-01-02")
    page = "\n".join(about_page(shelf, "000001-a", Language.GERMAN).blocks)
    assert r"Englisch, Französisch, x-\*odd\*" in page
