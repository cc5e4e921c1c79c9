"""A name in any form goes straight to its article."""

from __future__ import annotations

import pytest

from index.article import ArticleId, Metadata
from index.holdings.holding import holding_of
from index.holdings.holdings import Holdings
from index.questions.intents import intent_of
from tests.index.questions.shelf import TODAY, WORKS, understood


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("M. Smith", 2),
        ("Smith, Maria", 2),
        ("Zhang Wei", 3),
        ("Smith JR", 3),
        ("PMID 16060722", 2),
        ("pmid:16060722", 2),
        ("https://pubmed.ncbi.nlm.nih.gov/16060722/", 2),
        ("what does PMID 16060722 say about falls?", 2),
        ("https://doi.org/10.5555/magnets#abstract", 4),
        ("https://dx.doi.org/10.5555/magnets?from=mail", 4),
        ("www.example.org/magnets", 4),
        ("example.org/magnets/", 4),
        ("https://example.org/magnets/?utm_source=mail#top", 4),
        ("what does www.example.org/magnets/ say about ankles?", 4),
    ],
)
def test_a_name_in_any_form_goes_straight_to_its_article(question: str, row: int) -> None:
    """Initials, the family name first, a number of PubMed's, an address out of a browser's bar."""
    assert understood(question).filters.articles == (str(row),)


@pytest.mark.parametrize("printed", ["https://[half/x", "https://x]y/z", "https://a\u2100b/x"])
def test_an_article_of_no_proper_address_stops_no_look_up(printed: str) -> None:
    """Whatever a record printed as one."""
    magnets = WORKS[4]
    held = Holdings(
        holding_of(ArticleId(str(row)), row, range(row, row + 1), known)
        for row, known in enumerate((Metadata(title="Odd", url=printed), magnets))
    )
    for question in (magnets.url, f"what does {magnets.url} say of ankles?"):
        assert intent_of(question, held, today=TODAY).filters.articles == ("1",)
    assert intent_of(printed, held, today=TODAY).question == printed


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("10.5555/magnets, newest first?", "Magnets heal ankles"),
        ('what does "Magnets heal ankles" find, newest first?', "Magnets heal ankles"),
        ("does 10.5555/magnets treat sore ankles, newest first?", "does treat sore ankles,"),
    ],
)
def test_of_one_article_none_is_the_newest(question: str, rest: str) -> None:
    """Who asks for the newest of it is not given what speaks of new things."""
    intent = understood(question)
    assert (intent.question, intent.filters.articles) == (rest, ("4",))


@pytest.mark.parametrize(
    ("question", "rest", "newest"),
    [
        ("Coffee and the heart, newest first?", "Coffee and the heart", True),
        ("what's the latest on coffee and the heart", "coffee and the heart", True),
        ("Coffee and the heart", "Coffee and the heart", False),
        ("Recent trials of tea", "Recent trials of tea", False),
    ],
)
def test_newer_articles_on_what_a_title_says_may_be_asked_for(
    question: str, rest: str, *, newest: bool
) -> None:
    """A title may itself tell of recent studies."""
    titles = ("Coffee and the heart", "Recent trials of tea")
    held = Holdings(
        holding_of(ArticleId(str(row)), row, range(row, row + 1), Metadata(title=title))
        for row, title in enumerate(titles)
    )
    intent = intent_of(question, held, today=TODAY)
    assert (intent.question, intent.newest) == (rest, newest)
    assert intent.preferred.articles
