"""What a generation is filled with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tests.index.building.ten_pages import PAGES
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import FILLER, article, built, library_of, page

if TYPE_CHECKING:
    from pathlib import Path

    from index.store.library import Library


def test_no_title_means_nothing(tmp_path: Path) -> None:
    """An article without a title is not found by the vector of no words."""
    library = library_of(
        tmp_path / "library", article("Zebras", FILLER), article("", f"{FILLER} Two.")
    )
    with library.open() as generation:
        titles = [record.article.metadata.title for record in generation.records.articles()]
        lengths = np.linalg.norm(generation.titles, axis=1)
        assert generation.titles.dtype == np.float32
    assert dict(zip(titles, lengths.round(3).tolist(), strict=True)) == {"Zebras": 1.0, "": 0.0}


def test_vectors_are_those_of_the_spans(library: Library) -> None:
    """Each row stands for the very words its offsets name."""
    embedder = HashingEmbedder()
    with library.open() as generation:
        for record in generation.records.articles():
            for passage in generation.records.passages_of(record.article.id):
                found = generation.records.passage(passage.id)
                assert found is not None
                rows = np.arange(found.spans.start, found.spans.stop)
                texts = [record.article.text[s:e] for _, s, e in generation.spans[rows].tolist()]
                np.testing.assert_allclose(
                    generation.vectors.vectors(rows), embedder.embed_passages(texts), atol=1e-6
                )


def test_passages_keep_their_ids_from_build_to_build(library: Library) -> None:
    """A link to a passage in an old message still finds it."""

    def passage_ids() -> set[str]:
        with library.open() as generation:
            return {r.passage.id for r in generation.records.passages(range(10))}

    before = passage_ids()
    built(library, *PAGES, page("a-first.md", f"{FILLER} First of all."))
    assert len(before & passage_ids()) >= 9


def test_an_article_without_words_publishes(tmp_path: Path) -> None:
    """An index of no passage is an index."""
    library = library_of(tmp_path / "library", article("Nothing"))
    with library.open() as generation:
        assert generation.manifest.counts.passages == 0
        assert generation.lexical.search(["anything"], count=5) == ()
        question = HashingEmbedder().embed_question("anything")
        assert len(generation.vectors.nearest(question, count=5).rows) == 0
