"""A closer look at an answer shows its articles' own words of the kind asked for, or nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.answering.answer import Answer, Statement
from bot.answering.citing import References
from bot.answering.depth.views import MOST_STATEMENTS, MOST_WORDS, Asked, Depth, view_of
from index.article import Section, SectionKind
from index.passages.splitting import passages_of
from index.sources.reading import read_source
from index.sources.source import Source
from index.words.lexical import Stemmer
from tests.conftest import PROJECT
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.article import Article, Metadata
    from index.passages.passage import Passage

JATS = PROJECT.parent / "shared/data/articles/jats"
QUESTION = "does valerian tea help people get to sleep?"
FOUND = (
    "Valerian tea reduced the time people took to get to sleep by 12 minutes compared with placebo."
)
TRIAL = article(
    "Valerian tea and sleep",
    sections=[
        Section("Abstract", (FOUND,), SectionKind.ABSTRACT),
        Section("Introduction", ("Earlier trials of valerian tea were limited by small samples, and we set out to do better.",)),
        Section("Methods", ("We randomly assigned 240 adults to valerian tea or placebo for six weeks. Sleep was measured with wrist monitors every night.",)),
        Section("Results", ("The mean time to get to sleep fell from 41 to 29 minutes with valerian tea (95% CI 8 to 16). The tea tasted bitter to most people.",)),
        Section("Discussion", ("Valerian tea may act on the same receptors as sleeping pills. Our findings should be interpreted with caution because participants kept their own diaries. In contrast to earlier trials, we found that valerian tea worked within a week.",)),
        Section("Funding", ("The trial was funded by a maker of valerian tea, who measured nothing.",)),
        Section("Figure 1", ("Mean time to get to sleep by week, in minutes, with valerian tea.",), SectionKind.CAPTION),
    ],
    doi="10.5555/valerian",
)  # fmt: skip
AGAINST = article(
    "A larger trial of valerian tea",
    "Valerian tea did not reduce the time people took to get to sleep compared with placebo. "
    "The researchers cannot say whether a larger dose of valerian tea would have worked.",
    doi="10.5555/against",
)


class Shelf:
    def __init__(self, *articles: Article) -> None:
        rule = HashingEmbedder(limit=256).tokens()
        self._told = {a.id: (a.metadata, passages_of(a, tokens=rule)) for a in articles}
        self.texts = {a.id: a.text for a in articles}

    def told(self, article_id: str) -> tuple[Metadata, Sequence[Passage]] | None:
        return self._told.get(article_id)  # pyright: ignore[reportArgumentType] - an id is a text


def asked_of(question: str) -> Asked:
    stems = Stemmer().terms
    words = frozenset(stem for stem in stems(question) if stem not in {"do", "doe", "does", "the"})
    return Asked(lambda text: len(words & set(stems(text))) / len(words), words, stems)


def answer_from(shelf: Shelf, *articles: Article, quote: str = FOUND) -> Answer:
    references = References()
    statements: list[Statement] = []
    for each in articles:
        found = shelf.told(each.id)
        assert found
        metadata, passages = found
        first = quote if quote in each.text else passages[0].text.split(". ")[0] + "."
        passage = next(p for p in passages if first in p.text)
        start = passage.start + passage.text.index(first)
        citation = references.cite(passage, metadata, start, start + len(first))
        statements.append(Statement(first, (citation,)))
    return Answer(QUESTION, False, 0.9, tuple(statements), references.all, (), "g1", "extractive")


def said(depth: Depth, *articles: Article) -> list[str]:
    shelf = Shelf(*articles)
    view = view_of(answer_from(shelf, *articles), depth, shelf, asked_of(QUESTION))
    return [statement.text for statement in view.statements]


@pytest.mark.parametrize(
    ("depth", "there", "missing"),
    [
        (Depth.METHODS, ("We randomly assigned 240 adults", "Sleep was measured"), ("The mean time", "Earlier trials", "funded")),
        (Depth.NUMBERS, ("The mean time to get to sleep fell from 41",), ("240 adults", "tasted", "Mean time to get to sleep by week")),
        (Depth.LIMITATIONS, ("interpreted with caution",), ("Earlier trials", "12 minutes")),
        (Depth.DISAGREEMENTS, ("In contrast to earlier trials",), ("bitter", "mean time")),
        (Depth.MORE, ("The mean time to get to sleep",), ("monitors", "funded", FOUND)),
    ],
)  # fmt: skip
def test_each_view_shows_its_kind(
    depth: Depth, there: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    """From where authors say it, and never what the answer quoted already."""
    text = "\n".join(said(depth, TRIAL))
    for words in there:
        assert words in text
    for words in missing:
        assert words not in text


def test_another_study_that_found_otherwise_is_a_disagreement() -> None:
    """Under the number it has in the answer."""
    shelf = Shelf(TRIAL, AGAINST)
    both = answer_from(shelf, TRIAL, AGAINST)
    answer = replace(both, statements=both.statements[:1])
    view = view_of(answer, Depth.DISAGREEMENTS, shelf, asked_of(QUESTION))
    against = next(s for s in view.statements if "did not reduce" in s.text)
    assert against.citations[0].reference == 2
    assert 2 in {reference.number for reference in view.references}


def test_where_nothing_is_told_nothing_is_shown() -> None:
    """No view is padded, an abstention has none, and neither has an article that is gone."""
    bare = article("Valerian tea", FOUND, doi="10.5555/bare")
    assert [said(depth, bare) for depth in Depth] == [[]] * 5
    shelf = Shelf(TRIAL)
    answer = answer_from(shelf, TRIAL)
    for nothing in (replace(answer, statements=(), references=()), answer):
        view = view_of(nothing, Depth.METHODS, Shelf(bare), asked_of(QUESTION))
        assert (view.statements, view.references) == ((), ())


@pytest.mark.shared
def test_real_papers_are_looked_at_closely() -> None:
    """Verbatim, short, the same every time; methods of nearly all, limits of many."""
    if not JATS.is_dir():
        pytest.skip("the shared data is not here")
    index = json.loads((JATS / "index.json").read_text("utf-8"))
    research = [row["file"] for row in index if row["type"] == "research-article"][::9]
    shown = dict.fromkeys(Depth, 0)
    for name in research:
        found = read_source(Source(name, "/jats", (JATS / name).read_bytes()))
        paper = found.articles[0]
        shelf = Shelf(paper)
        answer = answer_from(shelf, paper)
        asked = asked_of(paper.metadata.title)
        again = view_of(answer, Depth.METHODS, shelf, asked)
        assert again == view_of(answer, Depth.METHODS, shelf, asked)
        for depth in Depth:
            view = view_of(answer, depth, shelf, asked)
            assert len(view.statements) <= MOST_STATEMENTS
            assert sum(len(s.text.split()) for s in view.statements) <= MOST_WORDS
            for citation in (c for s in view.statements for c in s.citations):
                assert paper.text[citation.start : citation.end] == citation.quote
            shown[depth] += bool(view.statements)
    assert shown[Depth.METHODS] >= 0.9 * len(research)
    assert shown[Depth.NUMBERS] >= 0.7 * len(research)
    assert shown[Depth.MORE] >= 0.7 * len(research)
    assert shown[Depth.LIMITATIONS] >= 0.3 * len(research)
