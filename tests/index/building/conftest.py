"""A library of ten pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.store.library import Library
from tests.index.building.ten_pages import PAGES
from tests.making import built

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Ten pages of one root."""
    library = Library(tmp_path / "library")
    built(library, *PAGES)
    return library
