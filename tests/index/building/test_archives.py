"""An archive in a library: its members are articles of their own, and unchanged it is not opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.building import intake
from index.sources.source import Skipped, Source, Unchanged
from index.store.library import Library
from tests.index.gathering.archives.packed import zipped
from tests.making import FILLER, ROOT, built

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def packed(name: str = "a.zip", **pages: str) -> Source:
    """An archive of Markdown pages; one without words gives no article."""
    files = {
        f"{title}.md": text and f"# {title}\n\n{FILLER} They {text}."
        for title, text in pages.items()
    }
    return Source(
        f"articles/{name}", ROOT, zipped({name: text.encode() for name, text in files.items()})
    )


def held(library: Library) -> dict[str, str]:
    """The last words of every article, by where it was read."""
    with library.open() as generation:
        records = list(generation.records.articles())
    return {record.locator: record.article.text.split()[-1].strip(".") for record in records}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Three pages in an archive, one of them empty."""
    library = Library(tmp_path / "library")
    report = built(library, packed(bees="dance", owls="hunt", none=""))
    assert [one.locator for one in report.skipped] == ["articles/a.zip!/none.md"]
    return library


def test_members_are_articles(library: Library) -> None:
    """Each named by the archive and its name in it."""
    assert held(library) == {
        "articles/a.zip!/bees.md": "dance",
        "articles/a.zip!/owls.md": "hunt",
    }


def test_an_archive_that_stands_is_not_opened(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is unpacked, and what failed in it is named all the same."""
    monkeypatch.setattr(intake, "members", lambda _: pytest.fail("opened"))
    report = built(library, packed(bees="dance", owls="hunt", none=""))
    assert not report.published
    assert [one.locator for one in report.skipped] == ["articles/a.zip!/none.md"]
    report = built(library, Unchanged("articles/a.zip", ROOT))
    assert not report.published
    assert [one.locator for one in report.skipped] == ["articles/a.zip!/none.md"]


def test_retrying_opens_an_archive_in_which_something_failed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one in which nothing did stays shut."""
    opened: list[str] = []
    members = intake.members

    def noted(source: Source) -> Iterator[Source | Skipped]:
        opened.append(source.locator)
        return members(source)

    monkeypatch.setattr(intake, "members", noted)
    good = packed("good.zip", frogs="croak")
    archives = (packed(bees="dance", owls="hunt", none=""), good)
    built(library, *archives)
    opened.clear()
    built(library, *archives, retry_failed=True)
    assert opened == ["articles/a.zip"]


def test_only_what_changed_in_an_archive_is_read_and_embedded(library: Library) -> None:
    """A member that changed is read again, one that went goes, one that came comes."""
    report = built(library, packed(bees="sleep", frogs="croak"), allow_removals=True)
    assert held(library) == {
        "articles/a.zip!/bees.md": "sleep",
        "articles/a.zip!/frogs.md": "croak",
    }
    assert not report.skipped
    assert (len(report.changes.removed), len(report.changes.changed)) == (1, 1)


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(Source("articles/a.zip", ROOT, b"PK\x03\x04 broken"), id="broken"),
        pytest.param(Skipped("articles/a.zip", ROOT, "permission denied"), id="not readable"),
        pytest.param(Skipped("articles", ROOT, "permission denied"), id="its folder is shut"),
    ],
)
def test_an_archive_that_fails_keeps_what_it_held(library: Library, now: Source | Skipped) -> None:
    """As a file does."""
    before = held(library)
    report = built(library, now, packed("b.zip", frogs="croak"))
    assert held(library) == {**before, "articles/b.zip!/frogs.md": "croak"}
    assert any(one.locator == now.locator for one in report.skipped)


def test_an_archive_that_is_gone_takes_its_articles_with_it(library: Library) -> None:
    """And what failed in it is forgotten."""
    report = built(
        library,
        Skipped("articles/a.zip", ROOT, "404", gone=True),
        packed("b.zip", frogs="croak"),
        allow_removals=True,
    )
    assert held(library) == {"articles/b.zip!/frogs.md": "croak"}
    assert [one.locator for one in report.skipped] == ["articles/a.zip"]


def test_archives_of_other_roots_stay(library: Library) -> None:
    """Members and failures alike."""
    other = Source("more/page.md", "/more", f"# More\n\n{FILLER} They do more.".encode())
    assert not built(library, other, roots=("/more",)).skipped
    assert len(held(library)) == 3
    report = built(library, packed(bees="dance", owls="hunt", none=""))
    assert not report.published
    assert len(report.skipped) == 1
