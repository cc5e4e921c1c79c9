"""The one door from what sources state to what is known of their articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from index.enrichment.cards import card_of
from index.enrichment.integrity.statuses import with_integrity
from index.enrichment.studies import with_reports

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.article import Article, ArticleId
    from index.enrichment.integrity.register import Register
    from index.evidence_card import EvidenceCard

ENRICHMENT_VERSION: Final = "enrichment-3"
"""Changes whenever some article would be judged differently: every library is then enriched again."""


def enriched(
    articles: Sequence[Article],
    *,
    register: Register | None = None,
    cards: Mapping[ArticleId, EvidenceCard],
) -> tuple[Article, ...]:
    """The same articles in the same order, with all that is found out about them.

    Args:
        articles: All of a library, as their sources state them.
        register: What was published about works, inside the library or not.
        cards: Of articles that are as they were.
    """
    carded = [
        replace(each, metadata=replace(each.metadata, card=cards.get(each.id) or card_of(each)))
        for each in articles
    ]
    return with_integrity(with_reports(carded), register)
