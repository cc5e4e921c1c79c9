"""The sample shelf says nothing that its papers do not say, and says it in words of its own."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from index.article import SectionKind
from index.gathering.files import gather
from index.sources.reading import articles_of
from index.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.article import Article

ROOT = Path(__file__).parents[1]
SHELF = ROOT / "shelf"
PAPERS = ROOT.parent / "shared/data/articles/jats"
QUESTIONS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data/shelf_questions.jsonl")
    .read_text("utf-8")
    .strip()
    .split("\n")
]
FILES = sorted(
    path.name
    for path in SHELF.iterdir()
    if path.name != "articles.csv" and not path.name.endswith(".meta.yaml")
)

SHARED_WORDS = 8
"""So many words in a row are a borrowed phrase, not a coincidence of terms."""

CONVERTED = {
    # The paper gives probabilities of 0.79 and 0.66.
    "hpv-clearance-chance.txt": {"79", "66"},
}

FURNITURE = re.compile(
    r"newsletter|mailing list|cookie|sign (?:me )?up|log ?in\b|subscri|privacy|copyright|©|read more"
    r"|related stor|share (?:on|this)|advertis|leave a (?:comment|reply)|password|feedback|most (?:read|viewed)"
    r"|our summary of|a summary of|on the shelf|supporter|free newsletters",
    re.IGNORECASE,
)

_WORD = re.compile(r"\d[\d.,·]*\d|[^\W_]+")
_NUMBER = re.compile(r"\d*\.?\d+")
_NUMERALS = {
    word: str(value)
    for value, word in enumerate(
        (
            *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
            *("nineteen", "twenty"),
        ),
        start=2,
    )
}


@cache
def read(name: str) -> Sequence[Article]:
    """The articles the indexer finds in this file of the shelf."""
    for source in gather([SHELF]):
        if isinstance(source, Source) and source.locator == f"shelf/{name}":
            return articles_of(source)
    return ()


@cache
def paper_of(doi: str) -> ET.Element:
    listed = {
        entry["doi"]: entry for entry in json.loads((PAPERS / "index.json").read_text("utf-8"))
    }
    assert doi in listed
    paper = (PAPERS / listed[doi]["file"]).read_bytes()
    return ET.fromstring(paper)  # noqa: S314 - the publisher's own files, not a stranger's


def text_of(paper: ET.Element) -> str:
    """All text, with and without blanks at the tags: "10<sup>3</sup>" may be read either way."""
    pieces = list(paper.itertext())
    return " ".join(("".join(pieces) + " " + " ".join(pieces)).split())


def title_of(paper: ET.Element) -> list[str]:
    title = paper.find(".//article-title")
    assert title is not None
    return words_of("".join(title.itertext()))


def words_of(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def numbers_of(text: str) -> set[str]:
    """Every number as digits, without separators of thousands and without trailing zeros."""
    text = re.sub(r"(?:https?://|doi:?\s*|\b10\.\d{4,})\S+", " ", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d)·(?=\d)", ".", text)
    text = re.sub(r"(?<=\d)[,\u2009\u202f ](?=\d{3}\b)", "", text)
    digits = {_plain(number) for number in _NUMBER.findall(text)}
    return digits | {_NUMERALS[word] for word in words_of(text) if word in _NUMERALS}


def _plain(number: str) -> str:
    return f"{float(number):f}".rstrip("0").rstrip(".")


def runs_of(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + SHARED_WORDS]) for at in range(len(words) - SHARED_WORDS + 1)}


def paragraphs_of(article: Article, *kinds: SectionKind) -> list[str]:
    return [
        paragraph
        for section in article.sections
        if section.kind in kinds
        for paragraph in section.paragraphs
    ]


def counts_in_the_docs() -> dict[str, int]:
    """Paragraphs of each file's body, as docs/shelf.md states them."""
    rows = re.findall(
        r"^\| `([\w.-]+)` \|[^|]*\|.*\| (\d+)[^|]*\|[^|]*\|$",
        (ROOT / "docs/shelf.md").read_text("utf-8"),
        re.MULTILINE,
    )
    return {name: int(count) for name, count in rows}


def test_the_docs_list_every_file() -> None:
    """docs/shelf.md names each article of the shelf, and no other."""
    assert sorted(counts_in_the_docs()) == FILES


@pytest.mark.parametrize("name", FILES)
class TestEveryFile:
    def test_holds_one_article_that_says_what_it_is(self, name: str) -> None:
        """One file is one article with a title, a day, a DOI and the link it stands for."""
        (article,) = read(name)
        metadata = article.metadata
        assert metadata.title
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", metadata.published)
        assert metadata.doi.startswith("10.1371/")
        assert metadata.url in {"", f"https://doi.org/{metadata.doi}"}
        # A page's copied text need not say whose page it was.
        assert metadata.outlet in {"", "Footnote sample shelf"}

    def test_gives_its_body_and_nothing_round_it(self, name: str) -> None:
        """Menus, teasers, boxes and footers of the pages never reach a paragraph."""
        (article,) = read(name)
        body = paragraphs_of(article, SectionKind.BODY)
        assert not [paragraph for paragraph in body if FURNITURE.search(paragraph)]
        assert len(body) - counts_in_the_docs()[name] in {0, 1}
        assert all(len(paragraph.split()) >= SHARED_WORDS for paragraph in body[:-1])

    def test_has_paragraphs_that_stand_alone(self, name: str) -> None:
        """A short piece: some paragraphs, each a few sentences, none of them twice."""
        (article,) = read(name)
        body = paragraphs_of(article, SectionKind.BODY)
        assert 300 <= len(" ".join(body).split()) <= 620
        assert len(set(body)) == len(body)


@pytest.mark.shared
@pytest.mark.skipif(not PAPERS.is_dir(), reason="the papers are not at hand")
@pytest.mark.parametrize("name", FILES)
class TestEverySummary:
    def test_names_its_paper(self, name: str) -> None:
        """DOI, day and title are those of a real paper."""
        (article,) = read(name)
        paper = paper_of(article.metadata.doi)
        day = paper.find(".//article-meta/pub-date[@pub-type='epub']")
        assert day is not None
        stated = "-".join(
            f"{int(day.findtext(part) or 0):02d}" for part in ("year", "month", "day")
        )
        assert article.metadata.published == stated
        title = title_of(paper)
        assert " ".join(title) in " ".join(words_of(article.text))

    def test_borrows_no_phrase(self, name: str) -> None:
        """No eight words in a row are the paper's, but for its title and its authors' names."""
        (article,) = read(name)
        paper = paper_of(article.metadata.doi)
        title = title_of(paper)
        own = " ".join(words_of(article.text)).replace(" ".join(title), "\0").split()
        names = {
            word
            for contributor in paper.iterfind(".//article-meta//contrib")
            for word in words_of(" ".join(map(str, contributor.itertext())))
        }
        shared = runs_of(own) & runs_of(words_of(text_of(paper)))
        assert not [" ".join(run) for run in shared if not names.issuperset(run)]

    def test_invents_no_number(self, name: str) -> None:
        """Every number of the summary stands in the paper, or is one converted from it."""
        (article,) = read(name)
        stated = numbers_of(text_of(paper_of(article.metadata.doi)))
        assert numbers_of(article.text) <= stated | CONVERTED.get(name, set())


def test_questions_are_many_and_varied() -> None:
    """Members' questions reach every article, and enough of them reach none."""
    assert len(QUESTIONS) >= 40
    assert len({question["question"] for question in QUESTIONS}) == len(QUESTIONS)
    assert sum(question["article"] is None for question in QUESTIONS) >= 12
    assert {question["article"] for question in QUESTIONS} - {None} == set(FILES)


@pytest.mark.parametrize(
    "asked", [q for q in QUESTIONS if q["article"]], ids=lambda q: q["question"]
)
def test_the_expected_words_stand_in_the_article(asked: dict[str, object]) -> None:
    """Each phrase that shows a question answered, of which evidence must hold one, can be quoted."""
    (article,) = read(str(asked["article"]))
    phrases = asked["answer"]
    assert isinstance(phrases, list)
    assert all(str(phrase).lower() in article.text.lower() for phrase in phrases)
