from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from index.article import Article, ArticleId, Metadata, Section, SectionKind
from index.passages.splitting import SHORT_PARAGRAPH_WORDS, TokenRule, passages_of, spans_of
from index.vectors.embedding import PACKAGED_TOKEN_LIMIT, packaged_tokens
from tests.making import FILLER, article

if TYPE_CHECKING:
    from index.passages.passage import Passage

TOKENS = packaged_tokens()
SHORT = "It did so."

WORD = st.text(
    st.sampled_from("abcdefghijklmnop0123456789.,;-()é字。Ж"), min_size=1, max_size=12
) | st.sampled_from(["E.", "coli", "et", "al.", "3.5", "%", "x" * 300, "1" * 400, "字" * 90])
PARAGRAPH = st.lists(WORD, min_size=1, max_size=260).map(" ".join)
SECTION = st.builds(
    Section,
    st.sampled_from(["", "Methods", "Results"]),
    st.lists(PARAGRAPH, min_size=1, max_size=5).map(tuple),
    st.sampled_from(SectionKind),
)
ARTICLES = st.lists(SECTION, max_size=4).map(
    lambda sections: Article(ArticleId("one"), Metadata(), tuple(sections))
)
SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def texts(passages: tuple[Passage, ...]) -> list[str]:
    return [passage.text for passage in passages]


@SLOW
@given(ARTICLES)
def test_passages_are_the_articles_own_words(made: Article) -> None:
    """Offsets are verbatim, every word of every paragraph is in one passage, and none is too long."""
    passages = passages_of(made, tokens=TOKENS)
    assert all(made.text[p.start : p.end] == p.text for p in passages)
    assert [p.ordinal for p in passages] == list(range(len(passages)))
    assert all(TOKENS.count(p.text) <= PACKAGED_TOKEN_LIMIT for p in passages)
    ends = [0, *(p.end for p in passages)]
    assert all(p.start >= end for p, end in zip(passages, ends, strict=False))
    words = " ".join(p for section in made.sections for p in section.paragraphs)
    assert "".join("".join(texts(passages)).split()) == "".join(words.split())


@SLOW
@given(ARTICLES)
def test_spans_cover_their_passage_and_fit_the_model(made: Article) -> None:
    """Every word of a passage is in a span, and no span is cut off by the model in silence."""
    for passage in passages_of(made, tokens=TOKENS):
        spans = spans_of(passage, tokens=TOKENS)
        assert spans
        assert passage.start <= spans[0].start
        assert spans[-1].end <= passage.end
        pieces = [made.text[span.start : span.end] for span in spans]
        assert all(TOKENS.fits(piece) for piece in pieces)
        assert "".join("".join(pieces).split()) == "".join(passage.text.split())


@SLOW
@given(ARTICLES)
def test_ids_are_stable_and_unique(made: Article) -> None:
    """The same article gives the same ids, and no two passages share one, even with equal words."""
    ids = [p.id for p in passages_of(made, tokens=TOKENS)]
    assert ids == [p.id for p in passages_of(made, tokens=TOKENS)]
    assert len(ids) == len(set(ids))


@SLOW
@given(ARTICLES)
def test_sections_are_never_mixed(made: Article) -> None:
    """A passage lies inside one section and carries its heading and kind."""
    ends: list[tuple[int, int, Section]] = []
    at = 0
    for section in made.sections:
        at += len(section.heading) + 2 if section.heading else 0
        size = sum(map(len, section.paragraphs)) + 2 * (len(section.paragraphs) - 1)
        ends.append((at, at + size, section))
        at += size + 2
    for passage in passages_of(made, tokens=TOKENS):
        [home] = [s for start, end, s in ends if start <= passage.start and passage.end <= end]
        assert (passage.section, passage.kind) == (home.heading, home.kind)


def test_a_paragraph_is_a_passage() -> None:
    """An article of nine paragraphs of ordinary length has nine passages."""
    paragraphs = [f"{FILLER} This is number {number}." for number in range(9)]
    assert texts(passages_of(article("Nine", *paragraphs), tokens=TOKENS)) == paragraphs


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        pytest.param([[SHORT, FILLER]], [f"{SHORT}\n\n{FILLER}"], id="to the one after"),
        pytest.param([[FILLER, SHORT]], [f"{FILLER}\n\n{SHORT}"], id="to the one before"),
        pytest.param([[SHORT, SHORT]], [f"{SHORT}\n\n{SHORT}"], id="two short ones"),
        pytest.param([[FILLER, FILLER]], [FILLER, FILLER], id="long enough to stand alone"),
        pytest.param(
            [[FILLER], [SHORT], [FILLER]], [FILLER, SHORT, FILLER], id="not over sections"
        ),
        pytest.param([[SHORT]], [SHORT], id="a short one with no neighbour"),
    ],
)
def test_short_paragraphs_join_a_neighbour(sections: list[list[str]], expected: list[str]) -> None:
    """A lone short line is no passage, unless its section has nothing else."""
    assert len(FILLER.split()) >= SHORT_PARAGRAPH_WORDS > len(SHORT.split())
    made = article(
        "Short", sections=[Section(f"Part {n}", tuple(s)) for n, s in enumerate(sections)]
    )
    assert texts(passages_of(made, tokens=TOKENS)) == expected


def test_a_short_paragraph_stays_apart_from_a_full_one() -> None:
    """Joining never makes a passage that the model would cut off."""
    full = " ".join(["word"] * (PACKAGED_TOKEN_LIMIT - 3))
    made = article("Full", full, SHORT)
    assert texts(passages_of(made, tokens=TOKENS)) == [full, SHORT]


def test_a_long_paragraph_splits_at_sentences_in_about_equal_parts() -> None:
    """No part of a long paragraph is a stump, and none begins inside a sentence."""
    sentences = [
        f"Sentence number {n} says that the mice of group {n} ran a mile." for n in range(40)
    ]
    made = article("Long", " ".join(sentences))
    passages = passages_of(made, tokens=TOKENS)
    sizes = [TOKENS.count(p.text) for p in passages]
    assert min(sizes) > max(sizes) / 2
    assert " ".join(texts(passages)) == " ".join(sentences)
    assert all(p.text.startswith("Sentence") and p.text.endswith("mile.") for p in passages)


def test_a_passage_keeps_its_id_while_others_change() -> None:
    """A paragraph put in before does not rename those after it."""
    before = passages_of(article("Same", FILLER, f"{FILLER} Two."), tokens=TOKENS)
    after = passages_of(article("Same", f"{FILLER} New.", FILLER, f"{FILLER} Two."), tokens=TOKENS)
    assert [p.id for p in before] == [p.id for p in after[1:]]


def test_a_very_short_sentence_shares_the_span_before_it() -> None:
    """A vector for "Yes." alone would be near every question and answer none."""
    text = "Does the drug work in adults? Yes. It works within a day."
    [passage] = passages_of(article("Yes", text), tokens=TOKENS)
    made = [text[s.start : s.end] for s in spans_of(passage, tokens=TOKENS)]
    assert made == ["Does the drug work in adults? Yes.", "It works within a day."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x" * 200_000 + " " + "1 2 3 " * 8_000, id="a sparse half and a dense one"),
        pytest.param("a, " * 60_000, id="no sentence ever ends"),
        pytest.param("字" * 60_000, id="no blank and no stop"),
    ],
)
def test_hostile_text_is_split_in_time(text: str) -> None:
    """The cost of a text grows with its length, not with its square."""
    started = perf_counter()
    passages = passages_of(article("Hostile", text.strip()), tokens=TOKENS)
    assert all(TOKENS.fits(p.text) for p in passages)
    assert perf_counter() - started < 20


def test_a_character_that_is_too_long_for_the_model_ends_the_cutting() -> None:
    """A rule no text can satisfy gives characters, not an endless loop."""
    narrow = TokenRule(count=lambda text: 9 * len(text), limit=5)
    made = article("Narrow", "abc")
    assert texts(passages_of(made, tokens=narrow)) == ["a", "b", "c"]
