from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from index.disk import file_sha256, replace_file, unfinished
from tests.making import names

if TYPE_CHECKING:
    from pathlib import Path

CALLS = ("fsync", "replace")


def test_replacing_leaves_one_file(tmp_path: Path) -> None:
    """With the new text, and nothing beside it."""
    path = tmp_path / "CURRENT"
    for text in ("one\n", "two — dos\n"):
        replace_file(path, text)
        assert path.read_bytes() == text.encode()
    assert names(tmp_path) == ["CURRENT"]


@pytest.mark.parametrize("call", CALLS)
def test_a_failing_disk_leaves_the_old_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Whichever step fails, the old text stands and nothing lies beside it."""
    path = tmp_path / "CURRENT"
    replace_file(path, "old")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, "new")
    assert path.read_text() == "old"
    assert names(tmp_path) == ["CURRENT"]


def test_what_a_killed_replacement_left_is_found(tmp_path: Path) -> None:
    """And nothing else is."""
    path = tmp_path / "CURRENT"
    replace_file(path, "old")
    (tmp_path / "build.lock").touch()
    left = tmp_path / ".CURRENT.123"
    left.write_text("half")
    assert list(unfinished(path)) == [left]


def test_hash_of_a_file(tmp_path: Path) -> None:
    """SHA-256, as `sha256sum` prints it."""
    (tmp_path / "abc").write_bytes(b"abc")
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert file_sha256(tmp_path / "abc") == known
