"""Ten pages of one root, and what a library holds of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.making import FILLER, page

if TYPE_CHECKING:
    from index.store.library import Library

OTHER = "/elsewhere/articles"


PAGES = tuple(page(f"page-{n}.md", f"{FILLER} This is page {n}.") for n in range(10))


def words_of(library: Library, locator: str) -> str:
    with library.open() as generation:
        [found] = [r for r in generation.records.articles() if r.locator.endswith(locator)]
        return found.article.text
