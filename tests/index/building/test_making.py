"""By which model and rules a generation is made: another one is made anew."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.building.making import VERSION
from index.errors.library import (
    DamagedGenerationError,
    IncompatibleGenerationError,
)
from index.searching.search import Searcher
from tests.index.building.ten_pages import PAGES
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import built

if TYPE_CHECKING:
    from index.store.library import Library


def test_afresh_leaves_the_last_generation_aside(library: Library) -> None:
    """It is the way out of a damaged one, and a roll back still leads to the one before."""
    current = library.current()
    (library.folder / "generations" / current / "vectors.faiss").write_bytes(b"")
    with pytest.raises(DamagedGenerationError, match="--afresh"):
        built(library, *PAGES)
    report = built(library, *PAGES[:4], afresh=True)
    assert report.published
    assert report.counts.articles == 4
    assert library.manifest(report.generation).parent == current


def test_afresh_mends_a_garbage_pointer(library: Library) -> None:
    """Nothing else is needed."""
    (library.folder / "CURRENT").write_text("garbage")
    with pytest.raises(DamagedGenerationError):
        built(library, *PAGES)
    assert built(library, *PAGES, afresh=True).generation == library.current()


def test_another_model_embeds_everything_again(library: Library) -> None:
    """And the old generation's vectors are refused with the new model."""
    other = HashingEmbedder("other", dimension=16)
    with library.open() as old, pytest.raises(IncompatibleGenerationError, match="other"):
        Searcher(old, other)
    report = built(library, *PAGES, embedder=other)
    assert (report.published, report.changes.unchanged) == (True, 10)
    assert report.embedded > 10
    assert not built(library, *PAGES, embedder=other).published


@pytest.mark.parametrize(
    ("module", "name"),
    [("index.building.making", "PASSAGE_RULE"), ("index.building.intake", "READERS_VERSION")],
)
def test_a_new_rule_makes_a_new_generation(
    library: Library, monkeypatch: pytest.MonkeyPatch, module: str, name: str
) -> None:
    """An upgrade that would split or read otherwise takes effect by itself."""
    monkeypatch.setattr(f"{module}.{name}", "another")
    if name == "READERS_VERSION":
        monkeypatch.setattr("index.building.making.READERS_VERSION", "another")
    assert built(library, *PAGES).published
    assert not built(library, *PAGES).published


def test_the_version_is_the_projects() -> None:
    """A manifest tells which release made it."""
    project = Path(__file__).resolve().parents[3] / "pyproject.toml"
    assert tomllib.loads(project.read_text())["project"]["version"] == VERSION
