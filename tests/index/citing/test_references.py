"""References as people read them, and as other programs take them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from index.article import ArticleId, Medium, Metadata, Name, Notice, Status
from index.citing.references import Style, references
from index.evidence_card import EvidenceCard
from index.sources.rules.plain import plain
from tests.index.citing.described import HOSTILE, PAGE, PAPER, known

RETRACTED = replace(
    PAPER,
    status=Status.RETRACTED,
    notices=(Notice(Status.RETRACTED, "2014-02-01", doi="10.5555/notice"),),
)
PREPRINT = Metadata(
    title="A first look",
    authors=("Robin Doe",),
    outlet="testRxiv",
    published="2020-04-02",
    doi="10.5555/pre",
    medium=Medium.PAPER,
    card=EvidenceCard(preprint=True),
)
MANY = replace(
    PAPER,
    authors=tuple(f"A. B. Name{chr(65 + n)}" for n in range(22)),
    names=tuple(Name(f"Name{chr(65 + n)}", "A. B.") for n in range(22)),
)


def _cited(metadata: Metadata, style: Style) -> str:
    return references([(ArticleId("a"), metadata)], style, accessed="2026-11-20")


@pytest.mark.parametrize(
    ("metadata", "apa", "vancouver"),
    [
        pytest.param(
            PAPER,
            "García Márquez, A., van der Berg, J., Jr., & The Test Study Group. (2012). HIV and malaria in "
            "children: a cohort study. Journal of Tests, 7(5), 112–119. https://doi.org/10.5555/test.1",
            "García Márquez A, van der Berg J Jr, The Test Study Group. HIV and malaria in children: a "
            "cohort study. Journal of Tests. 2012 May 30;7(5):112–9. doi:10.5555/test.1",
            id="paper",
        ),
        pytest.param(
            PAGE,
            "Doe, R. (2021, March). What do bees say? The Test Gazette. https://gazette.example/bees_dance",
            "Doe R. The Test Gazette [Internet]. 2021 [cited 2026 Nov 20]. What do bees say? Available "
            "from: https://gazette.example/bees_dance",
            id="page",
        ),
        pytest.param(
            replace(PAGE, authors=()),
            "What do bees say? (2021, March). The Test Gazette. https://gazette.example/bees_dance",
            "The Test Gazette [Internet]. 2021 [cited 2026 Nov 20]. What do bees say? Available from: "
            "https://gazette.example/bees_dance",
            id="page_without_author",
        ),
        pytest.param(
            replace(PAGE, published=""),
            "Doe, R. (n.d.). What do bees say? The Test Gazette. Retrieved November 20, 2026, from "
            "https://gazette.example/bees_dance",
            "Doe R. The Test Gazette [Internet]. [cited 2026 Nov 20]. What do bees say? Available from: "
            "https://gazette.example/bees_dance",
            id="page_without_date",
        ),
        pytest.param(
            PREPRINT,
            "Doe, R. (2020). A first look [Preprint]. testRxiv. https://doi.org/10.5555/pre",
            "Doe R. A first look [Preprint]. testRxiv; 2020. doi:10.5555/pre",
            id="preprint",
        ),
        pytest.param(Metadata(), "[Untitled]. (n.d.).", "[Untitled].", id="nothing_stated"),
    ],
)
def test_people_read_a_reference_in_their_style(metadata: Metadata, apa: str, vancouver: str):
    """One line, as the style's manual has it."""
    assert _cited(metadata, Style.APA) == apa
    assert _cited(metadata, Style.VANCOUVER) == vancouver


def test_long_lists_of_authors_are_cut_as_each_style_does():
    """APA names nineteen and the last, Vancouver six."""
    apa, vancouver = _cited(MANY, Style.APA), _cited(MANY, Style.VANCOUVER)
    assert "NameS, A. B., … NameV, A. B. (2012)" in apa
    assert "NameT" not in apa
    assert "NameF AB, et al. HIV" in vancouver


@pytest.mark.parametrize("style", Style)
def test_retracted_work_says_so_in_its_title(style: Style):
    """In every style; and once, where the publisher has marked the title already."""
    assert "RETRACTED: HIV" in _cited(RETRACTED, style).replace("{", "").replace("}", "")
    marked = replace(RETRACTED, title="Retracted Article: HIV and malaria")
    assert "RETRACTED:" not in _cited(marked, style).replace("{", "")


@pytest.mark.parametrize("style", [Style.BIBTEX, Style.RIS, Style.CSL_JSON])
@pytest.mark.parametrize(
    ("status", "said"),
    [
        pytest.param(
            Status.RETRACTED, "Retracted 2014-02-01, https://doi.org/10.5555/n", id="retracted"
        ),
        pytest.param(Status.CONCERN, "Expression of concern published", id="concern"),
        pytest.param(Status.CORRECTED, "Corrected", id="corrected"),
        pytest.param(Status.REINSTATED, "Reinstated", id="reinstated"),
    ],
)
def test_programs_are_told_what_became_of_it(style: Style, status: Status, said: str):
    """In a note, with the day and the notice where they are known."""
    notice = Notice(Status.RETRACTED, "2014-02-01", doi="10.5555/n")
    assert said in _cited(replace(PAPER, status=status, notices=(notice,)), style)


def test_csl_json_is_what_every_citation_program_takes():
    """Names with their particles apart, dates as parts, a key that tells."""
    (entry,) = json.loads(_cited(PAPER, Style.CSL_JSON))
    assert entry["type"] == "article-journal"
    assert entry["author"][1] == {
        "family": "Berg",
        "non-dropping-particle": "van der",
        "given": "Jan",
        "suffix": "Jr.",
    }
    assert entry["author"][2] == {"literal": "The Test Study Group"}
    assert entry["issued"] == {"date-parts": [[2012, 5, 30]]}
    assert "accessed" not in entry
    (page,) = json.loads(_cited(PAGE, Style.CSL_JSON))
    assert (page["type"], page["issued"]) == ("webpage", {"date-parts": [[2021, 3]]})
    assert page["accessed"] == {"date-parts": [[2026, 11, 20]]}


def test_several_references_are_numbered_in_vancouver_alone():
    """In the order they were asked for."""
    both = [(ArticleId("a"), PAPER), (ArticleId("b"), PAGE)]
    assert [line[:6] for line in references(both, Style.VANCOUVER).splitlines()] == [
        "1. Gar",
        "2. Doe",
    ]
    assert [line[:6] for line in references(both, Style.APA).splitlines()] == ["García", "Doe, R"]


def test_entries_of_the_same_name_are_told_apart():
    """Two papers of one author, year and title word, and one article asked for twice."""
    entries = json.loads(
        references([(ArticleId(name), PAPER) for name in ("a", "b", "b")], Style.CSL_JSON)
    )
    assert len({entry["id"] for entry in entries}) == 3


@pytest.mark.parametrize("style", [Style.APA, Style.VANCOUVER])
@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_shown_once_and_as_it_is(style: Style, title: str):
    """Not taken for markup, not repeated, not broken into lines."""
    cited = _cited(Metadata(title=title, authors=("Robin Doe",)), style)
    assert len(cited.splitlines()) == 1
    assert cited.count(plain(title).rstrip(".")) == 1 or len(title) == 1


@settings(max_examples=40, deadline=None)
@given(known)
def test_any_articles_become_a_line_each(articles: list[tuple[ArticleId, Metadata]]):
    """No style fails on anything, nor warns; JSON comes back."""
    for style in (Style.APA, Style.VANCOUVER):
        lines = references(articles, style, accessed="2026-11-20").split("\n")
        assert len(lines) == len(articles)
        assert all(len(line.splitlines()) == 1 and line.strip() for line in lines)
    read = json.loads(references(articles, Style.CSL_JSON))
    assert len({entry["id"] for entry in read}) == len(articles)


JAPANESE = replace(
    PAPER,
    title="睡眠とお茶の研究",
    authors=("山田 太郎", "Seán Ó Súilleabháin"),
    names=(Name("山田", "太郎", family_first=True), Name("Ó Súilleabháin", "Seán")),
    outlet="Zeitschrift für Tee",
)


@pytest.mark.parametrize("style", [Style.APA, Style.VANCOUVER])
def test_names_without_initials_and_outlets_are_written_as_printed(style: Style) -> None:
    """A script without capitals has no initials, and a German journal no English title case."""
    line = _cited(JAPANESE, style)
    assert line.startswith("山田 太郎, ")
    assert "Ó Súilleabháin" in line
    assert "Zeitschrift für Tee" in line


def test_a_key_is_never_a_bare_year() -> None:
    """Where nothing of a name can be written in ASCII, the article's own id stands in its place."""
    written = _cited(replace(JAPANESE, authors=("山田 太郎",), names=()), Style.BIBTEX)
    assert written.startswith("@article{a,")
