from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from index.article import Article, ArticleId, Medium, Metadata, Section, SectionKind, Status
from index.errors.library import DamagedGenerationError
from index.passages.splitting import passages_of
from index.store.recording import write_records
from index.store.records import Records, SourceRecord
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import FILLER, article, record

if TYPE_CHECKING:
    from pathlib import Path

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
WORDS = TEXT.filter(bool)
METADATA = st.builds(
    Metadata,
    title=TEXT,
    authors=st.lists(TEXT, max_size=3).map(tuple),
    byline=TEXT,
    outlet=TEXT,
    published=TEXT,
    topics=st.lists(TEXT, max_size=3).map(tuple),
    doi=TEXT,
    url=TEXT,
    licence=TEXT,
    language=TEXT,
    genre=TEXT,
    medium=st.sampled_from(Medium),
    status=st.sampled_from(Status),
)
SECTIONS = st.lists(
    st.builds(Section, TEXT, st.lists(WORDS, max_size=3).map(tuple), st.sampled_from(SectionKind)),
    max_size=3,
).map(tuple)


def written(folder: Path, *articles: Article, sources: tuple[SourceRecord, ...] = ()) -> Records:
    path = folder / "records.sqlite"
    tokens = HashingEmbedder().tokens()
    write_records(
        path,
        sources=sources,
        articles=[record(a, "/root", f"root/{n}") for n, a in enumerate(articles)],
        passages=(
            (row, passage, range(10 * row, 10 * row + 3))
            for row, a in enumerate(articles)
            for passage in passages_of(a, tokens=tokens)
        ),
    )
    return Records(path)


@given(METADATA, SECTIONS)
def test_an_article_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, metadata: Metadata, sections: tuple[Section, ...]
) -> None:
    """Every field and every character, or an unchanged article would look changed."""
    made = Article(ArticleId("id"), metadata, sections)
    records = written(tmp_path_factory.mktemp("records"), made)
    assert records.article("id") == made
    assert [r.article for r in records.articles()] == [made]
    records.close()


def test_passages_come_in_the_order_asked(tmp_path: Path) -> None:
    """With their article's metadata and their rows in the span table, repeats and all."""
    records = written(tmp_path, article("One", FILLER, FILLER), article("Two", FILLER))
    found = records.passages([2, 0, 2])
    assert [(r.metadata.title, r.passage.ordinal) for r in found] == [
        ("Two", 0),
        ("One", 0),
        ("Two", 0),
    ]
    assert found[0].spans == range(10, 13)
    assert records.passage(found[1].passage.id) == found[1]
    assert records.passages([]) == []
    assert records.counts() == (2, 3)
    records.close()


def test_passages_of_an_article_in_reading_order(tmp_path: Path) -> None:
    """All of them, and none of another's."""
    made = article("One", FILLER, f"{FILLER} Again.")
    records = written(tmp_path, article("Other", FILLER), made)
    assert records.passages_of(made.id) == list(
        passages_of(made, tokens=HashingEmbedder().tokens())
    )
    records.close()


@pytest.mark.parametrize("asked", ["", "nobody", "' OR 1=1 --"])
def test_a_strange_id_names_nothing(tmp_path: Path, asked: str) -> None:
    """An id from an old message or a stranger finds nothing."""
    records = written(tmp_path, article("One", FILLER))
    assert records.article(asked) is None
    assert records.passage(asked) is None
    assert records.passages_of(asked) == []
    records.close()


def test_sources_come_back(tmp_path: Path) -> None:
    """Also those that gave no article."""
    source = SourceRecord("/root", "root/é", "0" * 64, "readers-1")
    records = written(tmp_path, article("One", FILLER), sources=(source,))
    assert records.sources() == [source]
    records.close()


def test_many_threads_read_at_once(tmp_path: Path) -> None:
    """Questions are answered by a pool."""
    records = written(tmp_path, *(article(f"A{n}", FILLER) for n in range(20)))
    wrong: list[int] = []

    def read() -> None:
        titles = [records.passages([row])[0].metadata.title for row in range(20)]
        wrong.extend(row for row, title in enumerate(titles) if title != f"A{row}")

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    records.close()


def test_a_folder_with_any_name_opens(tmp_path: Path) -> None:
    """Question marks, hashes and percent signs mean nothing in a path."""
    folder = tmp_path / "what? 100% #1 é"
    folder.mkdir()
    records = written(folder, article("One", FILLER))
    assert records.counts() == (1, 1)
    records.close()


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    """Opening never writes."""
    with pytest.raises((DamagedGenerationError, sqlite3.OperationalError)):
        Records(tmp_path / "records.sqlite").counts()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fails_under_a_reader_is_a_damaged_generation(tmp_path: Path) -> None:
    """No bare database error reaches whoever asked."""
    records = written(tmp_path, article("One", FILLER))
    path = tmp_path / "records.sqlite"
    path.write_bytes(b"\0" * path.stat().st_size)
    with pytest.raises(DamagedGenerationError, match="records"):
        records.articles().__next__()
    records.close()
