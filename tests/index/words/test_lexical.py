from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest

from index.errors.library import NoTemporaryFolderError
from index.words.lexical import Indexed, LexicalIndex, write_lexical
from tests.making import names

if TYPE_CHECKING:
    from pathlib import Path

PASSAGES = [
    Indexed("Bees", "Results", "Honeybees dance to tell their sisters where the flowers are."),
    Indexed("Bees", "Methods", "We filmed dances, and danced ourselves."),
    Indexed("Café owls", "", "Owls sleep by day, naïve visitors complain."),
    Indexed("", "", ""),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "lexical"
    folder.mkdir()
    write_lexical(folder, PASSAGES)
    return folder


def rows(index: LexicalIndex, question: str, count: int = 10) -> list[int]:
    found = index.search(index.terms(question), count=count)
    assert [f.score for f in found] == sorted((f.score for f in found), reverse=True)
    return [f.row for f in found]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("dancing", [1, 0], id="stems"),
        pytest.param("CAFE", [2], id="accents and capitals, in the title"),
        pytest.param("naive", [2], id="accents of the passage"),
        pytest.param("results", [0], id="in the section"),
        pytest.param("zebra", [], id="no such word"),
        pytest.param("", [], id="no question"),
        pytest.param("?! -- ()", [], id="no word in it"),
        pytest.param('body:bees AND ("', [1, 0], id="no query language"),
    ],
)
def test_words_find_passages(folder: Path, question: str, found: list[int]) -> None:
    """A question is words, whatever they look like, and rows are those of the passages."""
    assert rows(LexicalIndex(folder), question) == found


@pytest.mark.parametrize(("count", "found"), [(1, 1), (0, 0), (-1, 0)])
def test_no_more_than_asked(folder: Path, count: int, found: int) -> None:
    """A count of none finds none."""
    assert len(rows(LexicalIndex(folder), "dance", count)) == found


def test_rarity_of_a_stem(folder: Path) -> None:
    """The number of passages whose body holds a stem."""
    index = LexicalIndex(folder)
    [stem] = index.terms("dances")
    assert index.frequency(stem) == 2
    assert len(index) == len(PASSAGES)


def test_no_passages(tmp_path: Path) -> None:
    """An index of nothing opens and finds nothing."""
    write_lexical(tmp_path, [])
    assert rows(LexicalIndex(tmp_path), "anything") == []


def test_writing_leaves_no_lock_behind(folder: Path) -> None:
    """A lock in a sealed folder would be a stranger there, and come at any time."""
    assert not [name for name in names(folder) if name.endswith(".lock")]
    assert names(folder.parent) == [folder.name]


def test_opening_leaves_nothing_behind(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a lock in the generation nor a folder among the temporary ones."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    before = names(folder)
    index = LexicalIndex(folder)
    assert rows(index, "owls") == [2]
    assert names(folder) == before
    assert names(temporary) == []


def test_it_outlives_its_files(folder: Path) -> None:
    """A generation that is pruned under a reader goes on serving."""
    index = LexicalIndex(folder)
    for file in folder.iterdir():
        file.unlink()
    assert rows(index, "owls") == [2]


def test_without_a_temporary_folder_the_error_says_what_to_do(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read-only container without /tmp is no damaged library."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "absent"))
    with pytest.raises(NoTemporaryFolderError, match="TMPDIR"):
        LexicalIndex(folder)


def test_garbage_is_refused(tmp_path: Path) -> None:
    """What is no index does not open."""
    (tmp_path / "meta.json").write_text("garbage")
    with pytest.raises(ValueError, match=r".+"):
        LexicalIndex(tmp_path)


def test_pairs_are_counted_side_by_side(folder: Path) -> None:
    """Two words count as a pair only where one follows the other."""
    index = LexicalIndex(folder)
    first, second, *_ = index.terms(PASSAGES[0].written())
    assert index.pair_frequency(first, second) >= 1
    assert index.pair_frequency(second, first) == 0
