"""Looking up articles and passages in a real library of six articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.claims.checking import Outcome
from bot.answering.looking.catalogue import Period
from bot.answering.questions.pointers import pointed_at, pointers_in, spoken
from index.citing.references import Style
from tests.bot.answering.shelf import DOI, bees, ketamine, lookup_over, story, wasps

if TYPE_CHECKING:
    from bot.answering.looking.lookup import Lookup
    from tests.conftest import TinyLibrary


@pytest.fixture
def lookup(tiny_library: TinyLibrary) -> Lookup:
    return lookup_over(tiny_library)


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("ketam", ["Ketamine lifts mood: a randomised trial"]),
        ("MULLER", ["Ketamine lifts mood: a randomised trial"]),
        ("chen mood", ["Ketamine lifts mood: a randomised trial"]),
        ("dance", ["Wasps do not dance", "Bees dance in the dark"]),
        ("bees d", ["Bees dance in the dark"]),
        (DOI, ["A club drug against sadness", "Ketamine lifts mood: a randomised trial"]),
        ("睡眠", ["睡眠と運動"]),
        ("と運動", ["睡眠と運動"]),
        ("no such thing", []),
    ],
)
def test_suggestions_by_title_author_and_doi(lookup: Lookup, typed: str, titles: list[str]) -> None:
    """Beginnings of words will do, without accents and capitals; newer ones come first."""
    assert [each.title for each in lookup.catalogue.suggested(typed, limit=25)] == titles


def test_the_newest_are_suggested_before_anything_is_typed(lookup: Lookup) -> None:
    found = lookup.catalogue.suggested("", limit=2)
    assert [each.title for each in found] == [
        "Statins and falls in older people",
        wasps().metadata.title,
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        pytest.param(DOI, ketamine().metadata.title, id="a DOI names the paper before its story"),
        pytest.param(f"https://doi.org/{DOI}", ketamine().metadata.title, id="a DOI's address"),
        pytest.param("http://bees.example/dance", bees().metadata.title, id="an address in another dress"),
        pytest.param(" bees DANCE in the dark", bees().metadata.title, id="a whole title"),
        pytest.param(str(bees().id), bees().metadata.title, id="an id"),
    ],
)  # fmt: skip
def test_an_article_is_named_by_id_doi_address_or_title(
    lookup: Lookup, name: str, title: str
) -> None:
    found = lookup.catalogue.named(name)
    assert found
    assert found.title == title


@pytest.mark.parametrize("name", ["", "   ", "bees", "https://bees.example/", "10.1/none"])
def test_what_names_no_article_names_none(lookup: Lookup, name: str) -> None:
    assert lookup.catalogue.named(name) is None


def test_latest_by_topic_and_outlet(lookup: Lookup) -> None:
    newest = lookup.catalogue.newest(topic="animals", limit=5)
    assert [each.published for each in newest] == ["2019-11-02", "2019"]
    ours = lookup.catalogue.newest(outlet="journal of", limit=2)
    assert [each.published for each in ours] == ["2021-06-30", "2019"]
    assert lookup.catalogue.newest(topic="ketamine", outlet="insects", limit=5) == []
    assert lookup.catalogue.newest(limit=50)[-1].published == ""


def test_counts_leave_no_gap(lookup: Lookup) -> None:
    """A year in which nothing was published is a bar of no height, not a missing one."""
    years = lookup.catalogue.counted(Period.YEAR)
    assert years == [("2017", 2), ("2018", 0), ("2019", 2), ("2020", 0), ("2021", 1)]
    months = lookup.catalogue.counted(Period.MONTH, topic="ketamine")
    assert months == [("2017-03", 1)]
    assert lookup.catalogue.counted(Period.YEAR, topic="volcano") == []


def test_what_the_library_holds(lookup: Lookup) -> None:
    shelf = lookup.shelf()
    assert (shelf.articles, shelf.outlets, shelf.newest) == (6, 4, "2021-06-30")
    assert list(shelf.languages) == ["en", "ja"]
    assert lookup.catalogue.outlets[0] == "Journal of Examples"
    assert lookup.catalogue.topics == ["animals", "depression"]


def test_a_card_has_the_abstract_or_the_beginning(lookup: Lookup) -> None:
    card = lookup.card(ketamine().id)
    assert card
    assert card.is_abstract
    assert card.lead == "We tried ketamine against placebo."
    plain = lookup.card(bees().id)
    assert plain
    assert not plain.is_abstract
    assert plain.lead.startswith("Bees dance in the dark to tell")
    assert lookup.card("nothing") is None


def test_similar_articles_are_other_work(lookup: Lookup) -> None:
    """Neither the article itself nor the story on it, and each once."""
    similar = lookup.similar(bees().id, limit=3)
    assert similar[0].title == wasps().metadata.title
    assert len({entry.article_id for entry in similar}) == len(similar)
    others = {entry.article_id for entry in lookup.similar(ketamine().id, limit=10)}
    assert others.isdisjoint({ketamine().id, story().id})
    assert lookup.similar("nothing", limit=3) == ()


def test_passages_for_words(lookup: Lookup) -> None:
    found = lookup.passages("where do bees dance?", limit=3)
    assert found.hits[0].metadata.title == bees().metadata.title


def test_a_mistyped_word_is_looked_up_as_the_librarys_and_said(lookup: Lookup) -> None:
    """Passages, a claim and a brief show what they are of."""
    assert lookup.passages("depresion", limit=3).looked_up == "depression"
    assert lookup.check("ketamine eases depresion").claim == "ketamine eases depression"
    assert lookup.brief("ketamine for depresion").topic == "ketamine for depression"


def test_a_reference_in_a_style(lookup: Lookup) -> None:
    assert lookup.cited(ketamine().id, Style.BIBTEX).startswith("@article{")
    assert lookup.cited("nothing", Style.APA) == ""


def test_a_claim_has_one_witness_a_study(lookup: Lookup) -> None:
    """The paper and the story on it are one; the sentence is one of theirs."""
    checked = lookup.check("Ketamine lifted mood within a day")
    assert checked.outcome is Outcome.FOR
    assert [w.evidence.hit.metadata.doi for w in checked.witnesses].count(DOI) == 1
    assert lookup.check("Volcanoes erupt on Io").outcome is Outcome.NONE


@pytest.mark.parametrize(
    ("message", "titles"),
    [
        pytest.param(f"Read this! (https://doi.org/{DOI}).", ["Ketamine lifts mood: a randomised trial"], id="a DOI in brackets"),
        pytest.param("<https://www.bees.example/dance/?page=2>", [], id="another query is another page"),
        pytest.param("see https://bees.example/dance, wow", ["Bees dance in the dark"], id="a link before a comma"),
        pytest.param("New: “Wasps do not dance” 🐝", ["Wasps do not dance"], id="a quoted title"),
        pytest.param("# Wasps do not dance\nlol", ["Wasps do not dance"], id="a title as a heading"),
        pytest.param("I read that bees dance in the DARK somewhere", ["Bees dance in the dark"], id="a title within a sentence"),
        pytest.param("[Wasps do not dance](https://x.example)", ["Wasps do not dance"], id="a masked link"),
        pytest.param("hello there", [], id="nothing"),
        pytest.param("", [], id="empty"),
    ],
)  # fmt: skip
def test_what_a_message_points_at(lookup: Lookup, message: str, titles: list[str]) -> None:
    assert [each.title for each in pointed_at(message, lookup.catalogue)] == titles


def test_links_keep_the_brackets_that_are_theirs() -> None:
    links = pointers_in("(https://a.example/b_(c)) and https://a.example/d).").links
    assert links == ("https://a.example/b_(c)", "https://a.example/d")


def test_a_text_no_title_names_may_still_be_about_an_article(lookup: Lookup) -> None:
    near = lookup.nearest("they say ketamine lifted mood within a day", limit=3)
    assert near
    assert "mood" in near[0].title or "sadness" in near[0].title
    assert list(lookup.nearest("zebra crossing paint", limit=3)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Coffee cures gout https://a.example/x?y=1 they say", "Coffee cures gout they say"),
        ("[Coffee cures gout](<https://a.example/b>)", "Coffee cures gout"),
        ("<https://a.example/only>", ""),
        ("> **Coffee** cures\n-# gout", "Coffee cures gout"),
    ],
)
def test_a_claim_is_checked_without_its_links(text: str, said: str) -> None:
    """An address holds words that the claim does not."""
    assert " ".join(spoken(text).split()) == said
