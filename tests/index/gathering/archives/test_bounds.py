"""What an archive may hold: bombs and too many members are refused."""

from __future__ import annotations

import gzip
import zipfile
from typing import TYPE_CHECKING

import pytest

from index.errors.sources import SourceError
from index.gathering.archives import bounds
from index.gathering.archives.opening import members
from index.gathering.files import gather
from index.sources.source import Skipped, Source
from tests.index.gathering.archives.packed import BEES, inside, source, tarred, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Pack = Callable[[Mapping[str, bytes]], bytes]

BOMBS = {
    "zip": lambda size: zipped({f"{n}.md": bytes(size) for n in range(3)}),
    "tar.gz": lambda size: tarred({f"{n}.md": bytes(size) for n in range(3)}, "w:gz"),
    "skipped by a tar": lambda size: tarred({".hidden": bytes(3 * size)}, "w:gz"),
    "zip in zip": lambda size: zipped({"b.zip": zipped({"a": bytes(3 * size)})}),
    "a long header": lambda size: gzip.compress(tarred({"n" * size: b""})),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused(bomb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By what comes out of it, whatever it states; what came before stands."""
    content = BOMBS[bomb](2 * 1024 * 1024)
    monkeypatch.setattr(bounds, "_ALWAYS_ALLOWED", 4 * 1024 * 1024)
    with pytest.raises(SourceError):
        list(members(source(content)))


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one archive, and in all inside it together."""
    monkeypatch.setattr(bounds, "MAX_MEMBERS", 5)
    few = {str(n): b"" for n in range(3)}
    for content in (
        tarred({str(n): b"" for n in range(6)}),
        zipped({str(n): b"" for n in range(6)}),
        zipped({"a.zip": zipped(few), "b.zip": zipped(few)}),
    ):
        with pytest.raises(SourceError, match="members"):
            list(members(source(content)))


def test_a_zip_with_too_long_a_directory_is_not_even_listed() -> None:
    """Listing it would take more memory than reading it."""
    with pytest.raises(SourceError, match="100,000 members"):
        list(members(source(b"PK\x03\x04" + b"PK\x01\x02" * 100_001)))


def test_a_member_larger_than_any_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named; the rest is read."""
    monkeypatch.setattr(bounds.Budget.read, "__defaults__", (10,))
    assert inside(zipped({"big.md": BEES, "small.md": b"1"})) == {
        "shelf/a.zip!/big.md": "larger than 32 MB",
        "shelf/a.zip!/small.md": b"1",
    }


def test_a_large_archive_is_opened_and_a_large_file_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exports of many papers are larger than any one of them."""
    monkeypatch.setattr("index.gathering.files.read_bounded.__defaults__", (100,))
    monkeypatch.setattr("index.gathering.files.MAX_ARCHIVE_BYTES", 400)
    (tmp_path / "a.zip").write_bytes(
        zipped({"a.md": b"1" * 300}, zipfile.ZIP_STORED)[:400].ljust(398)
    )
    (tmp_path / "b.zip").write_bytes(zipped({"a.md": b"1" * 500}, zipfile.ZIP_STORED))
    (tmp_path / "c.md").write_bytes(b"1" * 200)
    found = list(gather([tmp_path]))
    assert isinstance(found[0], Source)
    reasons = [one.reason for one in found[1:] if isinstance(one, Skipped)]
    assert len(reasons) == 2
    assert reasons[0].startswith("an archive larger than")
    assert reasons[1].startswith("larger than")
