"""What a PubMed record says it is to others, and what others say became of it.

A type ending in "Of", "For" or "On" stands in the notice's record, one ending in "In" in the record of
the article it is about: https://www.nlm.nih.gov/bsd/mms/medlineelements.html#cc.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.article import OWN_RECORD, Notice, Related, Relation, Status
from index.sources.jats.inline import words_of
from index.sources.rules.names import dois_in, pubmed_id_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.sources.rules.xml import Element

_OF_OTHERS: Final = {
    "RetractionOf": Relation.RETRACTS,
    "PartialRetractionOf": Relation.CORRECTS,
    "ErratumFor": Relation.CORRECTS,
    "ExpressionOfConcernFor": Relation.CONCERN,
    "CommentOn": Relation.COMMENTS,
}

_BY_OTHERS: Final = {
    "RetractionIn": Status.RETRACTED,
    # What was published again in its place is another article.
    "RetractedandRepublishedIn": Status.RETRACTED,
    "PartialRetractionIn": Status.CORRECTED,
    "ErratumIn": Status.CORRECTED,
    "CorrectedandRepublishedIn": Status.CORRECTED,
    "ExpressionOfConcernIn": Status.CONCERN,
}


def related_of(citation: Element) -> tuple[Related, ...]:
    """The pieces that this one is about, each once."""
    found = [
        Related(_OF_OTHERS[kind], doi, pmid)
        for kind, doi, pmid in _linked(citation)
        if kind in _OF_OTHERS and (doi or pmid)
    ]
    return tuple(dict.fromkeys(found))


def notices_of(citation: Element) -> tuple[Notice, ...]:
    """The notices about this piece, also those of which nothing but their place in print is told."""
    found = [
        Notice(_BY_OTHERS[kind], doi=doi, pmid=pmid, source=OWN_RECORD)
        for kind, doi, pmid in _linked(citation)
        if kind in _BY_OTHERS
    ]
    return tuple(dict.fromkeys(found))


def _linked(citation: Element) -> Iterator[tuple[str, str, str]]:
    """Type, DOI and PubMed id of each piece that is linked."""
    for other in citation.iterfind("CommentsCorrectionsList/CommentsCorrections"):
        printed = dois_in(words_of(other.find("RefSource")))
        pmid = pubmed_id_of(words_of(other.find("PMID")))
        yield other.get("RefType") or "", next(iter(printed), ""), pmid
