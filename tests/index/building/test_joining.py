"""Several sources of one piece are one article; two pieces stay two."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from index.article import Article, ArticleId, Medium, Metadata, Section, Status
from index.building.joining import joined
from index.building.sketches import sketch_of
from index.identity import article_id
from index.store.records import Reading

WORDS = [f"word{n}" for n in range(400)]


def essay(seed: int, *, words: int = 300) -> str:
    """A text like no other of another seed."""
    return " ".join(random.Random(seed).choices(WORDS, k=words))  # noqa: S311 - words, not secrets


def reading(locator: str, text: str, **metadata: object) -> Reading:
    """An article as the file at `locator` states it."""
    known = Metadata(**metadata)  # pyright: ignore[reportArgumentType] - named fields of many types
    article = Article(article_id(known, locator), known, (Section("", (text,)),))
    return Reading(article, "/shelf", locator, sketch=sketch_of(text))


def pieces(*readings: Reading) -> list[list[str]]:
    """The sources of each article, those its words come from first."""
    return [[r.locator for r in record.readings] for record in joined(readings, before={})]


PAPER = {"medium": Medium.PAPER}
ADDED = "An editor's line stands under the copy of another outlet."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            reading("a.xml", essay(1), doi="10.1/a", **PAPER),
            reading("b.pdf", essay(2), doi="10.1/a", **PAPER),
            id="one DOI",
        ),
        pytest.param(
            reading("a.xml", essay(1), pmid="123", doi="10.1/a", **PAPER),
            reading("b.xml", essay(2), pmid="123", **PAPER),
            id="one PubMed id",
        ),
        pytest.param(
            reading("a.html", essay(1), url="https://a.example/x"),
            reading("b.html", essay(2), url="https://a.example/x"),
            id="one address",
        ),
        pytest.param(
            reading("a.html", essay(1), url="https://a.example/x"),
            reading("b.html", f"{essay(1)} {ADDED}", url="https://b.example/y"),
            id="nearly the same words at two addresses",
        ),
        pytest.param(
            reading("a.txt", "Short."), reading("b.txt", "Short."), id="the same words in two files"
        ),
        pytest.param(
            reading("a.html", "Short.", url="https://a.example/x"),
            reading("b.txt", "Short."),
            id="the same words in a page and a file",
        ),
    ],
)
def test_one_piece(one: Reading, other: Reading) -> None:
    """They are one article with two sources, whichever was found first."""
    assert pieces(one, other) == pieces(other, one) == [[one.locator, other.locator]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            reading("a.xml", essay(1), doi="10.1/a", **PAPER),
            reading("b.xml", essay(1), doi="10.1/b", **PAPER),
            id="a preprint and its paper, word for word",
        ),
        pytest.param(
            reading("a.html", essay(1), doi="10.1/a", url="https://a.example/x"),
            reading("b.html", essay(2), doi="10.1/a", url="https://b.example/y"),
            id="two stories that report one paper",
        ),
        pytest.param(
            reading("a.html", "Sign up.", url="https://a.example/x"),
            reading("b.html", "Sign up.", url="https://b.example/y"),
            id="a site's own few words at two addresses",
        ),
        pytest.param(
            reading("a.txt", "The bees sleep."), reading("b.txt", "The owls sleep."), id="stubs"
        ),
    ],
)
def test_two_pieces(one: Reading, other: Reading) -> None:
    """What differs in name, or is too short to tell, stays two."""
    assert pieces(one, other) == [[one.locator], [other.locator]]


def test_two_dois_never_meet_through_a_third() -> None:
    """A copy without a DOI goes to one of the two papers it resembles, and joins them not."""
    papers = [
        reading(f"{n}.xml", essay(1), doi=f"10.1/{n}", medium=Medium.PAPER) for n in ("a", "b")
    ]
    copy = reading("c.txt", essay(1))
    assert sorted(map(len, pieces(*papers, copy))) == [1, 2]


def test_the_fullest_words_are_the_articles() -> None:
    """A paper's abstract by one source completes its full text by another."""
    abstract = reading(
        "a.xml", essay(3, words=100), doi="10.1/a", pmid="7", published="2020", medium=Medium.PAPER
    )
    full = reading(
        "b.xml", essay(3, words=2000), doi="10.1/a", status=Status.CURRENT, medium=Medium.PAPER
    )
    [record] = joined([abstract, full], before={})
    assert record.locator == "b.xml"
    assert (record.article.metadata.pmid, record.article.metadata.published) == ("7", "2020")


def test_a_retraction_that_one_source_states_counts() -> None:
    """Nobody is told that a paper stands because an older copy says nothing."""
    old = reading("a.xml", essay(1), doi="10.1/a", medium=Medium.PAPER)
    new = reading("b.xml", essay(1), doi="10.1/a", status=Status.RETRACTED, medium=Medium.PAPER)
    [record] = joined([old, new], before={})
    assert record.article.metadata.status is Status.RETRACTED


def test_an_article_keeps_its_place_and_id() -> None:
    """A copy found later, in a folder that sorts before, changes nothing."""
    first = reading("z.html", essay(1), url="https://z.example/x")
    before = {("/shelf", "z.html", 0): first.article.id}
    copy = reading("a.html", essay(1), url="https://a.example/y")
    [record] = joined([copy, first], before=before)
    assert (record.locator, record.article.id) == ("z.html", first.article.id)


def test_files_of_one_name_keep_their_ids() -> None:
    """Two folders of one name hold two files of one name, and no build swaps their ids."""
    mine = reading("same.md", essay(1))
    theirs = replace(reading("same.md", essay(2)), root="/a")
    [record] = joined([mine], before={})
    before = {("/shelf", "same.md", 0): record.article.id}
    after = {r.root: r.article.id for r in joined([theirs, mine], before=before)}
    assert after["/shelf"] == record.article.id
    assert after["/a"] != record.article.id
    known = {(root, "same.md", 0): ArticleId(name) for root, name in after.items()}
    assert {r.root: r.article.id for r in joined([theirs, mine], before=known)} == after


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.sampled_from(["", "10.1/a", "10.1/b"]), st.booleans()),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_sources_decides_nothing(
    kinds: list[tuple[int, str, bool]], shuffle: random.Random
) -> None:
    """Folders list their files as they please; every reading is in one article, ids are unique."""
    readings = [
        reading(f"{n}.x", essay(seed), doi=doi, medium=Medium.PAPER if paper else Medium.WEB)
        for n, (seed, doi, paper) in enumerate(kinds)
    ]
    records = joined(readings, before={})
    assert sorted(r.locator for record in records for r in record.readings) == sorted(
        r.locator for r in readings
    )
    assert len({record.article.id for record in records}) == len(records)
    shuffle.shuffle(readings)
    assert joined(readings, before={}) == records
