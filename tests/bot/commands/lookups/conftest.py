"""A real library of six articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.answering.shelf import lookup_over

if TYPE_CHECKING:
    from tests.bot.fake_answerer import FakeLibrary
    from tests.conftest import TinyLibrary


@pytest.fixture
def library(library: FakeLibrary, tiny_library: TinyLibrary) -> FakeLibrary:
    assert library.published
    library.published.lookup = lookup_over(tiny_library)
    return library
