from __future__ import annotations

import gc
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.errors.library import DamagedGenerationError, LibraryError
from index.store.generation import RECORDS, SPANS, VECTORS, WHOLES, Generation, held_alone
from index.store.manifest import MANIFEST, Manifest, seal_folder
from tests.making import FILLER, article, library_of, names

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLES = (article("Bees", FILLER, f"{FILLER} Bees dance."), article("Owls", FILLER))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published generation."""
    library = library_of(tmp_path_factory.mktemp("sound"), *ARTICLES)
    return library.folder / "generations" / library.current()


def open_under(folder: Path) -> list[str]:
    """What this process has open in a folder, as the system tells."""
    gc.collect()
    found: list[str] = []
    for handle in Path("/proc/self/fd").iterdir():
        try:
            found.append(str(handle.readlink()))
        except FileNotFoundError:  # the handle that lists them
            continue
    return sorted(path for path in found if path.startswith(str(folder)))


def test_it_holds_what_was_built(sound: Path) -> None:
    """Every span's row leads to its passage, and its offsets to its words."""
    with Generation(sound) as generation:
        assert [r.article for r in generation.records.articles()] == list(ARTICLES)
        for row, (passage_row, start, end) in enumerate(generation.spans.tolist()):
            [record] = generation.records.passages([passage_row])
            assert row in record.spans
            words = generation.records.article(record.passage.article)
            assert words is not None
            assert words.text[start:end] in record.passage.text
        assert len(generation.lexical) == generation.manifest.counts.passages


def test_closing_lets_go_of_every_file(sound: Path) -> None:
    """A bot that swaps generations for months never runs out of handles."""
    assert open_under(sound) == []
    generation = Generation(sound)
    assert open_under(sound) != []
    generation.close()
    generation.close()
    # What is mapped stays as long as somebody may look at it.
    assert all(path.endswith(".npy") for path in open_under(sound))
    del generation
    assert open_under(sound) == []


def test_the_last_reference_closes_it(sound: Path) -> None:
    """Nobody needs to know when the last question on an old generation has ended."""
    generation = Generation(sound)
    with held_alone(sound) as alone:
        assert not alone
    del generation
    assert open_under(sound) == []
    with held_alone(sound) as alone:
        assert alone


@pytest.mark.parametrize("name", [RECORDS, SPANS, VECTORS, "lexical/meta.json", MANIFEST])
def test_a_failed_opening_holds_nothing(sound: Path, tmp_path: Path, name: str) -> None:
    """Neither a handle nor the lock that keeps it from being pruned."""
    folder = Path(shutil.copytree(sound, tmp_path / sound.name))
    (folder / name).write_bytes(b"garbage")
    for _ in range(3):
        with pytest.raises(DamagedGenerationError):
            Generation(folder)
    assert open_under(folder) == []
    with held_alone(folder) as alone:
        assert alone


def _resealed(folder: Path) -> Path:
    """The folder under a manifest that fits what became of its files."""
    text = (folder / MANIFEST).read_text()
    (folder / MANIFEST).unlink()
    old = Manifest.model_validate_json(text)
    name = seal_folder(folder, lambda files: old.model_copy(update={"files": files}))
    return folder.rename(folder.with_name(name))


def _other_spans(folder: Path) -> None:
    np.save(folder / SPANS, np.zeros((1, 3), dtype=np.int64))


def _pickled_spans(folder: Path) -> None:
    np.save(folder / SPANS, np.array([{"a": 1}], dtype=object), allow_pickle=True)


def _wholes_of_none(folder: Path) -> None:
    np.save(folder / WHOLES, np.float32(0))


def _other_articles(folder: Path) -> None:
    other = library_of(folder.parent / "other", article("Ants", FILLER))
    generation = other.folder / "generations" / other.current()
    shutil.copy(generation / RECORDS, folder / RECORDS)


def _other_words(folder: Path) -> None:
    other = library_of(folder.parent / "other", article("Ants", FILLER))
    generation = other.folder / "generations" / other.current()
    shutil.rmtree(folder / "lexical")
    shutil.copytree(generation / "lexical", folder / "lexical")


def _other_vectors(folder: Path) -> None:
    other = library_of(folder.parent / "other", article("Ants", FILLER))
    generation = other.folder / "generations" / other.current()
    shutil.copy(generation / VECTORS, folder / VECTORS)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_other_spans, id="spans"),
        pytest.param(_other_articles, id="records"),
        pytest.param(_other_words, id="lexical index"),
        pytest.param(_other_vectors, id="vectors"),
        pytest.param(_pickled_spans, id="a pickle"),
        pytest.param(_wholes_of_none, id="passages that are no rows"),
        pytest.param(lambda folder: (folder / RECORDS).write_bytes(b""), id="an empty database"),
        pytest.param(lambda folder: (folder / VECTORS).write_bytes(b"IxFI"), id="half an index"),
    ],
)
def test_files_that_disagree_are_refused(
    sound: Path, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    """A sealed folder of files that are not of one build would cite the wrong words."""
    folder = Path(shutil.copytree(sound, tmp_path / sound.name))
    change(folder)
    with pytest.raises(DamagedGenerationError):
        Generation(_resealed(folder))


def test_it_serves_after_it_is_removed(sound: Path, tmp_path: Path) -> None:
    """A library deleted under a running bot does not crash it."""
    folder = Path(shutil.copytree(sound, tmp_path / sound.name))
    with Generation(folder) as generation:
        shutil.rmtree(folder)
        assert generation.records.counts() == (2, 3)
        assert generation.lexical.search(["danc"], count=3)
        assert len(generation.vectors.vectors(np.arange(3))) == 3
        assert generation.spans[-1, 2] > 0


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """What a pointer names may be gone."""
    with pytest.raises(LibraryError, match="folder is missing"):
        Generation(tmp_path / "000001-0123456789ab")
    assert names(tmp_path) == []
