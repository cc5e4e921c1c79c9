"""One address, asked as a run asks it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from index.errors.sources import SourceError
from index.gathering.web.network.fetching import Fetcher
from tests.index.gathering.web.conftest import hasty
from tests.outlets import story

if TYPE_CHECKING:
    from index.gathering.web.network.asking import Fetched, Known
    from index.gathering.web.options import WebOptions


BEES = story("bees")


def fetched(address: str, options: WebOptions | None = None, known: Known | None = None) -> Fetched:
    fetcher = Fetcher(options or hasty(), Event())
    try:
        return fetcher.fetch(address, known)
    finally:
        fetcher.close()


def failing(address: str, options: WebOptions | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        fetched(address, options)
    assert address not in caught.value.reason
    return caught.value
