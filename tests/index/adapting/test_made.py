"""A question made of a library finds its article by other words than its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.adapting.made import Made, pairs_of, questions_of
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.store.generation import Generation

BODY = (
    "Bees that come home dance on the comb for all the others. "
    "The angle of the dance tells where the flowers stand against the sun. "
    f"{FILLER}"
)
CITING = (
    "That bees dance on the comb was shown before (doi:10.5555/bees). "
    "Many have seen it since then in hives of glass. "
    f"{FILLER}"
)


@pytest.fixture
def generation(tmp_path: Path) -> Iterator[Generation]:
    library = library_of(
        tmp_path,
        article("How bees tell each other the way", BODY, doi="10.5555/bees"),
        article("Short", CITING),
        article("What a story says of the dancing bees", BODY[::-1]),
    )
    with library.open() as opened:
        yield opened


def made_of(generation: Generation) -> list[Made]:
    return list(questions_of(generation, count=30))


def own(generation: Generation, made: Made) -> str:
    """The article that the question's sentence stands in."""
    record = generation.records.passage(made.passage)
    assert record
    return record.passage.article


def test_a_title_asks_for_its_article_without_its_title(generation: Generation) -> None:
    """Read so, nothing stands above any of its passages."""
    (title,) = [m for m in made_of(generation) if m.text.startswith("How bees")]
    records = generation.records.passages(range(generation.manifest.counts.passages))
    own = [r for r in records if r.passage.article == title.article]
    assert own
    for record in own:
        candidate = title.read(generation, record)
        assert not candidate.title
        assert not candidate.title_vector.any()
    (other, *_) = [r for r in records if r.passage.article != title.article]
    assert title.read(generation, other).title


def test_a_sentence_is_held_out_of_its_passage(generation: Generation) -> None:
    """One sentence less, and one vector less."""
    (made, *_) = [m for m in made_of(generation) if m.passage and m.article == own(generation, m)]
    record = generation.records.passage(made.passage)
    assert record
    assert made.text in record.passage.text
    candidate = made.read(generation, record)
    assert len(candidate.sentences) == len(candidate.vectors) == len(record.spans) - 1
    assert list(generation.lexical.terms(made.text)) not in [list(s) for s in candidate.sentences]


def test_a_sentence_that_cites_an_article_asks_for_it(generation: Generation) -> None:
    """Without the DOI, by which anyone would find it."""
    (made,) = [m for m in made_of(generation) if m.passage and m.article != own(generation, m)]
    assert "shown before" in made.text
    assert "10.5555" not in made.text
    assert generation.records.article(made.article).metadata.doi == "10.5555/bees"  # pyright: ignore[reportOptionalMemberAccess]


def test_the_same_library_gives_the_same_questions(generation: Generation) -> None:
    """Before and after are asked the same."""
    assert made_of(generation) == made_of(generation)
    assert len(questions_of(generation, count=2)) <= 2


def test_no_pair_holds_its_own_question(generation: Generation) -> None:
    """A model would only learn to compare letters."""
    pairs = pairs_of(generation, count=30)
    assert pairs
    assert all(pair.question not in pair.passage for pair in pairs)
