"""The one door from what sources state to what is known of their articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.enrichment.integrity.statuses import with_integrity
from index.enrichment.studies import with_reports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.article import Article
    from index.enrichment.integrity.register import Register

ENRICHMENT_VERSION: Final = "enrichment-1"
"""Changes whenever some article would be judged differently: every library is then enriched again."""


def enriched(articles: Sequence[Article], *, register: Register | None = None) -> Sequence[Article]:
    """The same articles in the same order, with all that is found out about them.

    Args:
        articles: All of a library, as their sources state them; never what this made of them before,
            or a status would outlive the notice it came from.
        register: What was published about works since; see `read_register`.
    """
    return with_integrity(with_reports(articles), register)
