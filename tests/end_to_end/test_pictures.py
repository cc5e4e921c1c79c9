"""The pictures of the guides can still be taken, and hold the words they must show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.browser import needs_chromium
from tests.end_to_end.pictures.all import SITTINGS, written_list
from tests.end_to_end.pictures.lookups import DIRECT, EMBED
from tests.end_to_end.pictures.taking import take
from tests.end_to_end.processes import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from index.vectors.embedding import SentenceTransformerEmbedder
    from tests.end_to_end.pictures.shown import Sitting

pytestmark = [pytest.mark.enable_socket, pytest.mark.timeout(240)]

LARGEST = 60_000
"""Bytes of one picture."""
ALL_TOGETHER = 1_500_000


@pytest.mark.browser
@needs_chromium
@pytest.mark.parametrize(
    "sitting", [pytest.param(DIRECT, id="alerts"), pytest.param(EMBED, id="embed")]
)
async def test_pictures_show_what_they_must(
    sitting: Sitting, tmp_path: Path, embedder: SentenceTransformerEmbedder
) -> None:
    """A digest among them: the preview serves a new generation, and its alerts tell of it."""
    folder, home = tmp_path / "pictures", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    assert await take(sitting, folder, home=home, embedder=embedder) == []
    assert {file.stem for file in folder.iterdir()} == {shown.name for shown in sitting.shown}
    assert all(0 < file.stat().st_size <= LARGEST for file in folder.iterdir())


def test_every_picture_has_a_row_and_every_row_a_picture() -> None:
    """The list is written by the command that takes them; the files stand beside it, and are small."""
    named = [shown.name for sitting in SITTINGS for shown in sitting.shown]
    assert len(named) == len(set(named))
    assert (PROJECT / "docs/pictures.md").read_text(encoding="utf-8") == written_list()
    files = {name: PROJECT / "docs/images" / f"{name}.png" for name in named}
    assert [name for name, file in files.items() if not file.exists()] == []
    sizes = [file.stat().st_size for file in files.values()]
    assert max(sizes) <= LARGEST
    assert sum(sizes) <= ALL_TOGETHER


def test_every_image_of_the_docs_exists_and_has_words_instead() -> None:
    """Who cannot see a picture reads what it shows."""
    for page in (*sorted((PROJECT / "docs").glob("*.md")), PROJECT / "README.md"):
        text = page.read_text(encoding="utf-8")
        for part in text.split("![")[1:]:
            said, _, rest = part.partition("](")
            place = rest.partition(")")[0]
            assert len(said) >= 20, f"{page.name}: {place} has no words that take its place"
            assert (page.parent / place).exists() or "://" in place, f"{page.name}: {place}"
