"""What an entry under an answer says beside a study's design: what became of it, and what a story reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.article import Medium, Status
from index.evidence_card import Design

if TYPE_CHECKING:
    from index.article import Metadata, Notice
    from index.evidence_card import EvidenceCard


def provenance_of(metadata: Metadata) -> dict[str, str]:
    """Facts for an evidence card by name; a fact that is not known is absent.

    "reports": the paper behind a story, as "randomised trial, n = 218 (10.5555/12345678)".
    "status date", "status reasons": of the notice that gave the article its status.
    "status checked": the day its status was last looked up.
    """
    notice = _telling(metadata)
    facts = {
        "reports": _reported(metadata),
        "status date": notice.published if notice else "",
        "status reasons": "; ".join(notice.reasons) if notice else "",
        "status checked": metadata.checked,
    }
    return {name: fact for name, fact in facts.items() if fact}


def _telling(metadata: Metadata) -> Notice | None:
    """The last notice of the article's own status; one that was overruled tells nothing."""
    if metadata.status is Status.CURRENT:
        return None
    told = [notice for notice in metadata.notices if notice.status is metadata.status]
    return told[-1] if told else None


def _reported(metadata: Metadata) -> str:
    if metadata.medium is not Medium.WEB or not (metadata.doi or metadata.reports):
        return ""
    known = _card_words(metadata.reported)
    if not (known and metadata.doi):
        return known or metadata.doi or "a paper of this library"
    return f"{known} ({metadata.doi})"


def _card_words(card: EvidenceCard) -> str:
    facts = (
        card.design if card.design is not Design.NOT_STATED else "",
        f"n = {card.n}" if card.n is not None else "",
        "preprint" if card.preprint else "",
    )
    return ", ".join(fact for fact in facts if fact)
