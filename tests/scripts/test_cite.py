"""`python -m scripts.cite`: references by whatever an article is known by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from index.article import Medium
from tests.making import article
from tests.scripts.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

    from index.store.library import Library
    from tests.conftest import TinyLibrary

WORDS = "Bees that come home from a rich patch of flowers dance on the comb to show the way to it."
ADDRESS = "https://gazette.example/bees"
DOI = "10.5555/bees.1"


@pytest.fixture
def three(tiny_library: TinyLibrary) -> Library:
    """A paper, a story that reports it, and a text without address."""
    return tiny_library(
        article("Dances of bees", WORDS, doi=DOI, outlet="Journal of Tests", medium=Medium.PAPER),
        article("Bees dance", WORDS + " They do.", url=ADDRESS, doi=DOI, outlet="The Gazette"),
        article("Notes", WORDS + " I saw it."),
    )


@pytest.mark.parametrize(
    ("name", "title"),
    [
        pytest.param(DOI, "Dances of bees", id="doi_of_paper_and_not_of_the_story"),
        pytest.param(f"https://doi.org/{DOI.upper()}", "Dances of bees", id="doi_as_address"),
        pytest.param(f"doi:{DOI}", "Dances of bees", id="doi_with_prefix"),
        pytest.param(ADDRESS, "Bees dance", id="address"),
        pytest.param(
            "http://www.gazette.example/bees/#top", "Bees dance", id="address_written_otherwise"
        ),
    ],
)
def test_an_article_is_found_by_doi_or_address(three: Library, name: str, title: str):
    """However they are written."""
    cited = run("cite", name, "--library", three.folder, "--style", "csl-json")
    assert [entry["title"] for entry in json.loads(cited.out)] == [title]


def test_an_article_is_found_by_its_id_and_by_a_passages(three: Library):
    """As the search shows them; named twice, it is cited once."""
    with three.open() as generation:
        (article_id, title), *_ = [
            (record.article.id, record.article.metadata.title)
            for record in generation.records.articles()
        ]
        passage = generation.records.passages_of(article_id)[0].id
    for names in ([article_id], [passage], [article_id, passage]):
        cited = run("cite", *names, "--library", three.folder, "--style", "csl-json")
        assert [entry["title"] for entry in json.loads(cited.out)] == [title]


def test_all_articles_are_cited_at_once(three: Library):
    """One file for a reference manager."""
    cited = run("cite", "--all", "--library", three.folder, "--style", "bibtex")
    assert cited.code == 0
    assert cited.out.count("\n@") + cited.out.startswith("@") == 3


@pytest.mark.parametrize("style", ["bibtex", "ris", "csl-json", "apa", "vancouver"])
def test_json_tells_what_was_cited_and_from_where(three: Library, style: str):
    """The text is the one that people get."""
    said = run("cite", DOI, "--library", three.folder, "--style", style)
    told = run("cite", DOI, "--library", three.folder, "--style", style, "--json").json()
    assert told["generation"] == three.current()
    assert told["style"] == style
    assert len(told["articles"]) == 1
    assert told["references"] == said.out.rstrip("\n")


def test_a_page_was_accessed_when_its_generation_was_made(three: Library):
    """That day its words were at hand."""
    day = three.manifest(three.current()).created[:10]
    (entry,) = json.loads(
        run("cite", ADDRESS, "--library", three.folder, "--style", "csl-json").out
    )
    assert "-".join(f"{part:02d}" for part in entry["accessed"]["date-parts"][0]) == day


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["nothing-of-the-kind"], "no article of this library", id="unknown"),
        pytest.param(["10.5555/none"], "no article of this library", id="unknown_doi"),
        pytest.param(
            ["https://else.example/x"], "no article of this library", id="unknown_address"
        ),
        pytest.param([], "say which articles", id="nothing_named"),
        pytest.param(["--all", DOI], "say which articles", id="all_and_one"),
    ],
)
def test_what_cannot_be_cited_is_told(three: Library, arguments: list[str], said: str):
    """On stderr, with exit code 2."""
    outcome = run("cite", *arguments, "--library", three.folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_an_empty_library_is_told(tmp_path: Path):
    """And no folder is made."""
    outcome = run("cite", "--all", "--library", tmp_path / "none")
    assert outcome.code == 2
    assert "nothing is indexed" in outcome.err
    assert not (tmp_path / "none").exists()
