"""What a question says of the articles it wants is understood, and what it asks is left whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from index.article import ArticleId, Medium, Metadata, Status
from index.evidence_card import Design
from index.holdings.filters import Filters
from index.holdings.holding import holding_of
from index.holdings.holdings import Holdings
from index.questions.intents import Intent, intent_of
from index.searching.search import Searcher
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import article, library_of

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2021, 3, 20)


def understood(question: str, holdings: Holdings | None = None) -> Intent:
    """What the question says, asked on a day in spring 2021."""
    return intent_of(question, holdings or HOLDINGS, today=TODAY)


PAPER, STORY = ArticleId("paper"), ArticleId("story")
HOLDINGS = Holdings(
    [
        holding_of(
            STORY,
            0,
            range(2),
            Metadata(
                title="Do bees sleep in winter?",
                authors=("Maria Long",),
                outlet="New Hive Times",
                published="2020-02-01",
                doi="10.5555/bees",
                url="https://hive.example/story/",
            ),
        ),
        holding_of(
            PAPER,
            1,
            range(2, 4),
            Metadata(
                title="Winter rest of Apis mellifera",
                authors=("John R. Smith", "Long-Covid Study Group"),
                outlet="Science",
                published="2019",
                doi="10.5555/bees",
                medium=Medium.PAPER,
            ),
        ),
    ]
)


@pytest.mark.parametrize(
    ("question", "rest", "filters"),
    [
        ("What does Smith say about winter rest?", "winter rest?", Filters(authors=("Smith",))),
        ("what did dr john smith find about mites", "mites", Filters(authors=("john smith",))),
        ("papers by Smith on mites", "mites", Filters(authors=("Smith",))),
        ("According to Smith et al., do bees sleep?", "do bees sleep?", Filters(authors=("Smith",))),
        ("Smith's paper on winter", "winter", Filters(authors=("Smith",))),
        ("what was reported in Science about bees", "what was reported about bees", Filters(outlets=("Science",))),
        ("bees in the new hive times", "bees", Filters(outlets=("New Hive Times",))),
        ("articles published since 2020 on bees", "on bees", Filters(since="2020")),
        ("studies from 2019 to 2020 about sleep", "about sleep", Filters(since="2019", until="2020")),
        ("papers before 2020 on sleep", "on sleep", Filters(until="2019")),
        ("research published after 2019 on sleep", "on sleep", Filters(since="2020")),
        ("stories published in 2020 about bees", "about bees", Filters(since="2020", until="2020")),
        ("papers after March 2019 on sleep", "on sleep", Filters(since="2019-03")),
        ("papers from Jan. 2019 until february 2020 on sleep", "on sleep", Filters(since="2019-01", until="2020-02")),
        ("What do Long and Smith say about rest?", "rest?", Filters(authors=("Long", "Smith"))),
        ("what does the New Hive Times say about bees", "bees", Filters(outlets=("New Hive Times",))),
        ("what does 10.5555/bees say about mites?", "what does say about mites?", Filters(articles=(PAPER, STORY))),
        ("what is 10.5555/bees about?", "Winter rest of Apis mellifera", Filters(articles=(PAPER, STORY))),
        ("Summarise “Do bees sleep in winter?”", "Do bees sleep in winter?", Filters(articles=(STORY,))),
    ],
)  # fmt: skip
def test_what_is_said_of_articles_limits_the_search(
    question: str, rest: str, filters: Filters
) -> None:
    """And it leaves the question, whose answer need not hold these words."""
    intent = understood(question)
    assert (intent.question, intent.filters) == (rest, filters)


@pytest.mark.parametrize(
    "question",
    [
        "What does long covid show about sleep?",
        "what do bees say to each other",
        "is science sure about bees",
        "bees by night",
        "What does Jones say about bees?",
        "How many bees died in 2020?",
        "What do Long and Jones say about bees?",
        "what does science say about bees",
        'does "sleep in winter" mean rest?',
        "what is 10.5555/other about?",
        "studies between 2020 and 2019 on bees",
        "",
        "…",
    ],
)
def test_what_may_be_said_of_the_matter_limits_nothing(question: str) -> None:
    """Nor does what no article of the library is."""
    intent = understood(question)
    assert not intent.filters
    assert intent.question == question


@pytest.mark.parametrize(
    ("question", "preferred"),
    [
        ("How many bees died in 2020?", Filters(since="2020", until="2020")),
        ("randomised controlled trials of mite sprays", Filters(designs=(Design.RANDOMISED_TRIAL,))),
        ("are there meta-analyses on bees", Filters(designs=(Design.META_ANALYSIS,))),
        ("retracted papers on bees", Filters(statuses=(Status.RETRACTED,))),
        ("Do bees sleep in winter?", Filters(articles=(STORY,))),
        ("Do bees sleep?", Filters()),
        ("what was new in Feb 2020?", Filters(since="2020-02", until="2020-02")),
        ("who wrote winter rest of apis mellifera", Filters(articles=(PAPER,))),
        ("is there rest of Apis mellifera", Filters()),
    ],
)  # fmt: skip
def test_what_may_be_of_both_moves_forward(question: str, preferred: Filters) -> None:
    """A year, a design, a title asked as a question: nothing is shut out for them."""
    assert understood(question).preferred == preferred


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        ("10.5555/BEES", (PAPER, STORY)),
        ("https://doi.org/10.5555/bees", (PAPER, STORY)),
        ("doi:10.5555/bees", (PAPER, STORY)),
        (" <https://www.hive.example/story> ", (STORY,)),
        ("John R. Smith", (PAPER,)),
        ("10.5555/other", ()),
        ("https://elsewhere.example/story", ()),
        ("Smith", ()),
    ],
)
def test_a_name_goes_straight_to_its_articles(question: str, articles: tuple[str, ...]) -> None:
    """A DOI, an address, an author's whole name; the paper before the stories on it."""
    assert understood(question).filters.articles == articles


@given(st.text(max_size=300))
def test_no_question_is_lost(question: str) -> None:
    """Whatever is typed, something is searched for."""
    intent = understood(question)
    assert bool(intent.question.strip()) == bool(question.strip())


def test_a_limited_search_looks_nowhere_else(tmp_path: Path) -> None:
    """Both engines are limited: a better passage of another article does not come first."""
    bees = article("One", "Bees dance for bees.", "Bees sleep.", published="2020", outlet="Hive")
    wasps = article("Two", "Wasps sometimes meet bees.", published="2021", outlet="Nest")
    embedder = HashingEmbedder()
    library = library_of(tmp_path / "library", bees, wasps, embedder=embedder)
    with library.open() as generation:
        searcher = Searcher(generation, embedder)
        everywhere = searcher.search("bees")
        assert {hit.passage.article for hit in everywhere.hits} == {bees.id, wasps.id}
        for filters in (Filters(since="2021"), Filters(outlets=("nest",))):
            hits = searcher.search("bees", filters=filters).hits
            assert [hit.passage.article for hit in hits] == [wasps.id]
        assert not searcher.search("bees", filters=Filters(since="2022")).hits
        told = searcher.search("what was published in the Nest about bees")
        assert (told.sought, {h.passage.article for h in told.hits}) == (
            "what was published about bees",
            {wasps.id},
        )


def test_of_two_articles_alike_the_newer_comes_first_where_what_is_new_is_asked_for(
    tmp_path: Path,
) -> None:
    """One without a date is found as well; otherwise the order is as ever."""
    said = "Bees sleep at night in the hive."
    older, newer, undated = (
        article("Bees", said, published=day, url=f"https://hive.example/{place}")
        for place, day in enumerate(("2015", "2021-04", ""))
    )
    embedder = HashingEmbedder()
    library = library_of(tmp_path / "library", older, newer, undated, embedder=embedder)
    with library.open() as generation:
        searcher = Searcher(generation, embedder)
        found = searcher.search("any recent studies on how bees sleep")
        first = dict.fromkeys(hit.passage.article for hit in found.hits)
        assert found.sought == "how bees sleep"
        assert next(iter(first)) == newer.id
        assert set(first) == {older.id, newer.id, undated.id}
        assert searcher.search("how bees sleep").hits[0].passage.article == older.id
