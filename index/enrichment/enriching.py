"""The one door from what sources state to what is known of their articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.article import Article

ENRICHMENT_VERSION: Final = "enrichment-1"
"""Changes whenever some article would be judged differently: every library is then enriched again."""


def enriched(articles: Sequence[Article]) -> Sequence[Article]:
    """The same articles in the same order, with all that is found out about them."""
    return articles
