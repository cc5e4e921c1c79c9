"""What a search finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.searching.search import Searcher
from index.store.library import Library
from tests.index.building.ten_pages import PAGES
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import built

if TYPE_CHECKING:
    from pathlib import Path


def test_search_finds_by_meaning_and_by_words(tmp_path: Path) -> None:
    """Each hit carries both scores and its spans verbatim."""
    library = Library(tmp_path / "library")
    built(library, *PAGES)
    with library.open() as generation:
        result = Searcher(generation, HashingEmbedder()).search("which is page 4?", limit=3)
        assert result.generation == library.current()
        assert len(result.hits) == 3
        for hit in result.hits:
            made = generation.records.article(hit.passage.article)
            assert made is not None
            for span in hit.spans:
                assert made.text[span.start : span.end] == span.text
            assert hit.dense == pytest.approx(max(s.similarity for s in hit.spans))
