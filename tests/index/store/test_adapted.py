"""Weights of a library's own are in force until they are forgotten, and are never half believed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.errors.library import AdaptedWeightsError
from index.ranking.weighing import Weights
from index.searching.search import Searcher
from index.store.adapted import FILE, Adapted, forget_adapted, read_adapted, write_adapted
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from pathlib import Path

WORDS_ALONE = replace(Weights(), meaning=0.0, covered=0.0, likeness=0.0)


def scores(folder: Path) -> list[float]:
    """What a question's hits score in a library of three articles."""
    made = (article(name, f"{name} {FILLER}") for name in ("Bees", "Bees dance", "Bread"))
    library = library_of(folder, *made)
    with library.open() as generation:
        hits = Searcher(generation, HashingEmbedder()).search("What do bees dance?").hits
    return [hit.score for hit in hits]


def test_a_searcher_opened_from_now_on_weighs_by_them(tmp_path: Path) -> None:
    """And by those of every library once they are forgotten."""
    usual = scores(tmp_path)
    write_adapted(tmp_path, Adapted(HashingEmbedder().fingerprint, WORDS_ALONE))
    assert scores(tmp_path) != usual
    assert forget_adapted(tmp_path)
    assert scores(tmp_path) == usual
    assert not forget_adapted(tmp_path)


def test_weights_tried_on_another_model_are_not_in_force(tmp_path: Path) -> None:
    """A library built anew with another model starts from the usual ones."""
    usual = scores(tmp_path)
    write_adapted(tmp_path, Adapted("another", WORDS_ALONE))
    assert scores(tmp_path) == usual


def test_they_are_read_as_they_were_written(tmp_path: Path) -> None:
    adapted = Adapted("a model", replace(Weights(), pair=0.1))
    write_adapted(tmp_path, adapted)
    assert read_adapted(tmp_path) == adapted


def test_weights_from_before_there_was_any_crowding_stay_in_force(tmp_path: Path) -> None:
    """As they were tried: without it."""
    write_adapted(tmp_path, Adapted("a model", Weights()))
    file = tmp_path / FILE
    stored = json.loads(file.read_text(encoding="utf-8"))
    del stored["crowding"]
    file.write_text(json.dumps(stored), encoding="utf-8")
    assert read_adapted(tmp_path) == Adapted("a model", replace(Weights(), crowding=0.0))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(('"pair"', '"pear"'), id="misspelt"),
        pytest.param((f'"meaning": {Weights().meaning}', '"meaning": 7'), id="no_share"),
        pytest.param((f'"meaning": {Weights().meaning}', '"meaning": NaN'), id="no_number"),
        pytest.param(("{", ""), id="no_json"),
    ],
)
def test_a_file_that_holds_no_weights_is_refused(tmp_path: Path, change: tuple[str, str]) -> None:
    """With what to do about it."""
    write_adapted(tmp_path, Adapted("a model", Weights()))
    file = tmp_path / FILE
    file.write_text(file.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    with pytest.raises(AdaptedWeightsError, match="--forget"):
        read_adapted(tmp_path)
