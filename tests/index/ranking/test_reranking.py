"""A cross-encoder changes the order of the first hits, and only that, within its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.errors.library import ModelError
from index.ranking.reranking import CrossEncoderReranker
from index.searching.search import Searcher
from tests.index.hashing_embedder import HashingEmbedder
from tests.index.tiny_cross_encoder import tiny_cross_encoder
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.searching.hits import Hit

QUESTION = "What is the dance of the bees?"
TITLES = ("The bees dance", "A hive of bees", "A volcano", "Bread", "The dance of a hive", "Bees")


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> CrossEncoderReranker:
    folder = tiny_cross_encoder(tmp_path_factory.mktemp("encoder") / "tiny")
    return CrossEncoderReranker(str(folder), seconds=30)


def hits(folder: Path, reranker: CrossEncoderReranker | None, limit: int = 10) -> Sequence[Hit]:
    """What the question finds in a library of six short articles."""
    embedder = HashingEmbedder()
    library = library_of(folder, *(article(title, f"{title}. {FILLER}") for title in TITLES))
    with library.open() as generation:
        searcher = Searcher(generation, embedder, reranker=reranker)
        return searcher.search(QUESTION, limit=limit).hits


def test_the_first_hits_stand_in_the_order_of_its_grades(
    tmp_path: Path, encoder: CrossEncoderReranker
) -> None:
    """As the model itself grades question and passage, title above text."""
    plain, read = hits(tmp_path / "a", None), hits(tmp_path / "b", encoder)
    texts = [f"{hit.metadata.title}\n{hit.passage.text}" for hit in plain]
    order = np.argsort([-grade for grade in encoder.judged(QUESTION, texts)], kind="stable")
    assert [hit.passage.id for hit in read] == [plain[at].passage.id for at in order.tolist()]
    assert [hit.passage.id for hit in read] != [hit.passage.id for hit in plain]
    assert [hit.score for hit in read] == [hit.score for hit in plain]


def test_hits_past_those_it_reads_stay_where_they_are(
    tmp_path: Path, encoder: CrossEncoderReranker
) -> None:
    """Three are read; the fourth and what follows keep their places."""
    few = CrossEncoderReranker(encoder.model, most=3, seconds=30)
    plain, read = hits(tmp_path / "a", None), hits(tmp_path / "b", few)
    assert {hit.passage.id for hit in read[:3]} == {hit.passage.id for hit in plain[:3]}
    assert [hit.passage.id for hit in read[3:]] == [hit.passage.id for hit in plain[3:]]


def test_a_hit_below_the_limit_can_rise_into_it(
    tmp_path: Path, encoder: CrossEncoderReranker
) -> None:
    """It reads more hits than are asked for."""
    every, one = hits(tmp_path / "a", encoder), hits(tmp_path / "b", encoder, limit=1)
    assert [hit.passage.id for hit in one] == [every[0].passage.id]


def test_no_time_is_time_for_the_first_few(encoder: CrossEncoderReranker) -> None:
    """A clock that has run out stops it after the batch it was at."""
    hurried = CrossEncoderReranker(encoder.model, seconds=1e-9)
    assert 1 <= len(hurried.judged("bee?", ["bee"] * 20)) < 20


def test_nothing_to_read_is_no_grade(encoder: CrossEncoderReranker) -> None:
    assert list(encoder.judged("bee?", [])) == []


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cross-encoder"):
        CrossEncoderReranker(str(tmp_path)).load()


def test_a_model_that_sorts_into_classes_is_refused(tmp_path: Path) -> None:
    """It gives no grade to rank by."""
    folder = tiny_cross_encoder(tmp_path / "classes", labels=3)
    with pytest.raises(ModelError, match="3 numbers"):
        CrossEncoderReranker(str(folder)).load()
