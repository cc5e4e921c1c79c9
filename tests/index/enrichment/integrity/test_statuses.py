"""What became of each article: by the register, by notices in the library, and by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from index.article import (
    Article,
    ArticleId,
    Medium,
    Metadata,
    Notice,
    Related,
    Relation,
    Section,
    Status,
)
from index.enrichment.enriching import enriched
from index.enrichment.integrity.register import Entry, Register
from index.enrichment.integrity.statuses import with_integrity
from index.errors.sources import SourceError
from index.gathering.files import gather
from index.sources.reading import articles_of
from index.sources.rules.fate import fate_of, in_order
from index.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

JATS = Path(__file__).resolve().parents[5] / "shared" / "data" / "articles" / "jats"

RETRACTED = Notice(Status.RETRACTED, "2020-05-01", doi="10.1000/notice")


def paper(title: str, *words: str, **known: Any) -> Article:
    metadata = Metadata(title=title, medium=Medium.PAPER, outlet="A Journal", **known)
    return Article(
        ArticleId(known.get("doi") or title), metadata, (Section("", words or ("Words.",)),)
    )


def story(title: str, *words: str, **known: Any) -> Article:
    metadata = Metadata(title=title, outlet="A Magazine", **known)
    return Article(ArticleId(title), metadata, (Section("", words or ("Words.",)),))


def statuses(articles: Sequence[Article], register: Register | None = None) -> list[Status]:
    return [one.metadata.status for one in with_integrity(articles, register)]


def test_a_register_is_joined_by_doi_and_by_pubmed_id() -> None:
    register = Register.of([Entry("10.1000/a", "11", RETRACTED)], checked="2024-01-01")
    articles = (
        paper("By DOI", doi="10.1000/a"),
        paper("By number", pmid="11"),
        paper("Clean", doi="10.1000/b", pmid="12"),
        paper("Nameless"),
    )
    known = with_integrity(articles, register)
    assert [one.metadata.status for one in known] == [Status.RETRACTED, Status.RETRACTED, Status.CURRENT, Status.CURRENT]  # fmt: skip
    # Who has no name cannot be looked up, and no day says that it was.
    assert [one.metadata.checked for one in known] == ["2024-01-01"] * 3 + [""]
    assert known[0].metadata.notices == (RETRACTED,)


def test_the_notice_itself_is_not_retracted() -> None:
    register = Register.of([Entry("10.1000/a", "", RETRACTED)])
    notice = paper("What the editors say", doi="10.1000/notice")
    assert statuses([paper("A", doi="10.1000/a"), notice], register) == [
        Status.RETRACTED,
        Status.CURRENT,
    ]


@pytest.mark.parametrize(
    ("days", "status"),
    [
        pytest.param({"2020": Status.RETRACTED, "2021": Status.REINSTATED}, Status.REINSTATED, id="lifted"),
        pytest.param({"2020": Status.REINSTATED, "2021": Status.RETRACTED}, Status.RETRACTED, id="retracted again"),
        pytest.param({"2020": Status.RETRACTED, "2021": Status.CORRECTED}, Status.RETRACTED, id="a correction lifts nothing"),
        pytest.param({"2020": Status.RETRACTED, "2021": Status.CONCERN}, Status.RETRACTED, id="a concern lifts nothing"),
        pytest.param({"2020": Status.CONCERN, "2021": Status.CORRECTED}, Status.CONCERN, id="a correction ends no concern"),
        pytest.param({"2020": Status.CORRECTED}, Status.CORRECTED, id="corrected"),
        pytest.param({"2020": Status.CORRECTED, "2021": Status.CONCERN, "2022": Status.RETRACTED}, Status.RETRACTED, id="from bad to worse"),
    ],
)  # fmt: skip
def test_all_notices_together_make_the_status(days: dict[str, Status], status: Status) -> None:
    """In whatever order they are found."""
    notices = [Notice(each, day) for day, each in days.items()]
    assert {fate_of(one) for one in permutations(notices)} == {status}


notices = st.lists(
    st.builds(Notice, st.sampled_from(Status), st.sampled_from(["", "2020", "2020-05", "2020-05-01", "2021-01-01"])),
    max_size=5,
)  # fmt: skip


@given(notices)
def test_no_order_of_notices_matters(found: list[Notice]) -> None:
    assert fate_of(found) is fate_of(reversed(found))
    assert in_order(found) == in_order(reversed(found))


def test_what_somebody_wrote_down_stands() -> None:
    """Whoever knows better than the register says so in a sidecar."""
    register = Register.of([Entry("10.1000/a", "", RETRACTED)])
    by_hand = paper("A", doi="10.1000/a", status=Status.CURRENT, status_by_hand=True)
    assert statuses([by_hand], register) == [Status.CURRENT]


NOTICES = (
    (Relation.RETRACTS, Status.RETRACTED),
    (Relation.CORRECTS, Status.CORRECTED),
    (Relation.CONCERN, Status.CONCERN),
    (Relation.REINSTATES, Status.REINSTATED),
)


@pytest.mark.parametrize(("relation", "status"), NOTICES)
@pytest.mark.parametrize("named", [{"doi": "10.1000/a"}, {"pmid": "11"}])
def test_a_linked_notice_in_the_library_finds_its_target(
    relation: Relation, status: Status, named: dict[str, str]
) -> None:
    target = paper("Tea cures gout", doi="10.1000/a", pmid="11")
    notice = paper("About tea", doi="10.1000/n", related=(Related(relation, **named),))
    other = paper("Another paper", doi="10.1000/b", pmid="12")
    assert statuses([target, notice, other]) == [status, Status.CURRENT, Status.CURRENT]


def test_a_notice_without_links_finds_its_target_by_title() -> None:
    target = paper(
        "Tea cures gout in elderly runners of marathons", doi="10.1000/a", published="2019"
    )
    notice = paper("Retraction: Tea cures gout in elderly runners of marathons", published="2020")
    assert statuses([target, notice]) == [Status.RETRACTED, Status.CURRENT]


def test_a_title_that_two_works_have_is_no_name() -> None:
    title = "Tea cures gout in elderly runners of marathons"
    papers = (paper(title, doi="10.1000/a"), paper(title, doi="10.1000/b"))
    notice = paper(f"Retraction: {title}")
    assert statuses([*papers, notice]) == [Status.CURRENT] * 3


def test_a_short_title_counts_in_the_same_journal_alone() -> None:
    target = paper("Tea and gout", doi="10.1000/a")
    notice = paper("Retraction: Tea and gout")
    elsewhere = replace(notice, metadata=replace(notice.metadata, outlet="Another Journal"))
    assert statuses([target, notice])[0] is Status.RETRACTED
    assert statuses([target, elsewhere])[0] is Status.CURRENT


def test_no_notice_comes_before_its_work() -> None:
    title = "Tea cures gout in elderly runners of marathons"
    target = paper(title, doi="10.1000/a", published="2021")
    assert statuses([target, paper(f"Retraction: {title}", published="2019")])[0] is Status.CURRENT


def test_a_doi_in_the_sentence_that_retracts_is_the_target() -> None:
    """And not that of the paper which was copied from."""
    papers = (paper("A", doi="10.1000/a"), paper("B", doi="10.1000/b"))
    notice = paper(
        "Retraction",
        "This article (doi:10.1000/a) has been retracted by its authors. It was found to be similar to "
        "earlier work, 10.1000/b, which was not cited.",
        doi="10.1000/n",
    )
    assert statuses([*papers, notice]) == [Status.RETRACTED, Status.CURRENT, Status.CURRENT]


@pytest.mark.parametrize(
    ("title", "genre", "status"),
    [
        pytest.param("RETRACTED: Tea cures gout", "", Status.RETRACTED, id="as publishers mark it"),
        pytest.param("[Retracted] Tea cures gout", "", Status.RETRACTED, id="in brackets"),
        pytest.param("Tea cures gout (Retracted article. See vol. 3, p. 4)", "", Status.RETRACTED, id="as indexes mark it"),
        pytest.param("Tea cures gout", "Journal Article; Retracted Publication", Status.RETRACTED, id="PubMed's type"),
        pytest.param("Retracted science and the retraction index", "", Status.CURRENT, id="about retractions"),
        pytest.param("Retraction of the tongue in sleeping cats", "research-article", Status.CURRENT, id="another retraction"),
        pytest.param("Correction of scoliosis by bracing", "", Status.CURRENT, id="another correction"),
        pytest.param("Withdrawal symptoms after tea", "", Status.CURRENT, id="another withdrawal"),
    ],
)  # fmt: skip
def test_a_papers_own_mark_is_believed_and_a_paper_about_retractions_is_none(
    title: str, genre: str, status: Status
) -> None:
    source = Source("a.txt", "a", b"Tea was given to many people with gout, and all of them were soon well. " * 9,
                    Metadata(title=title, genre=genre, doi="10.1000/a", medium=Medium.PAPER))  # fmt: skip
    (article,) = articles_of(source)
    assert statuses([article]) == [status]


def test_a_storys_status_is_that_of_its_paper() -> None:
    """And it says why, and when that was looked up."""
    register = Register.of([Entry("10.1000/a", "", RETRACTED)], checked="2024-01-01")
    articles = (
        paper("Tea cures gout", "Mice were fed tea.", doi="10.1000/a"),
        story("Tea cures gout, say scientists", doi="10.1000/a"),
        story("Tea for all", "Nothing was studied."),
    )
    known = enriched(articles, register=register, cards={})
    assert [one.metadata.status for one in known] == [Status.RETRACTED, Status.RETRACTED, Status.CURRENT]  # fmt: skip
    assert known[1].metadata.notices == (RETRACTED,)
    assert known[1].metadata.checked == "2024-01-01"
    assert known[1].metadata.reported == known[0].metadata.card


@pytest.mark.shared
@pytest.mark.skipif(not JATS.is_dir(), reason="../shared/data is not here")
def test_the_notices_among_plos_papers_are_notices_and_retract_nothing_else() -> None:
    """Two retractions and two corrections stand there; none of the 118 others is one, or retracted."""
    articles: list[Article] = []
    for found in gather([JATS]):
        if isinstance(found, Source):
            try:
                articles += articles_of(found)
            except SourceError:
                continue
    known = enriched(articles, cards={})
    notices = [one for one in known if one.metadata.card.design.value == "notice"]
    assert sorted(one.metadata.genre for one in notices) == ["correction", "correction", "retraction", "retraction"]  # fmt: skip
    assert {one.metadata.status for one in notices} == {Status.CURRENT}
    targets = [related for one in notices for related in one.metadata.related]
    assert {related.relation for related in targets} == {Relation.RETRACTS, Relation.CORRECTS}
    assert all(related.doi.startswith("10.1371/") for related in targets)
    named = {related.doi: related.relation for related in targets}
    for one in known:
        expected = Status.CURRENT if one.metadata.doi not in named else None
        assert expected is None or one.metadata.status is expected, one.metadata.title
    # Their targets, were they here, would be what the notices make of them.
    papers = [paper(f"Target {doi}", doi=doi) for doi in named]
    judged = with_integrity([*papers, *(one for one in articles if one.metadata.related)])
    for one in judged[: len(papers)]:
        made = {Relation.RETRACTS: Status.RETRACTED, Relation.CORRECTS: Status.CORRECTED}
        assert one.metadata.status is made[named[one.metadata.doi]]
