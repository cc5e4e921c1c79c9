"""What a JATS article says it is to others, and what others say became of it.

A related-article's type names the other piece: a "retracted-article" is linked from its notice, a
"retraction" (or "retraction-forward") from the article that was retracted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from index.article import OWN_RECORD, Notice, Related, Relation
from index.sources.jats.inline import words_of
from index.sources.rules.names import doi_of, dois_in, pubmed_id_of
from index.sources.rules.standing import MADE_OF_IT, notice_in
from index.sources.rules.title_key import title_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.sources.rules.xml import Element

_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_OTHERS_WORDS: Final = ("sub-article", "response", "ref-list")

_OF_OTHERS: Final = {
    "retracted-article": Relation.RETRACTS,
    "withdrawn-article": Relation.RETRACTS,
    "partially-retracted-article": Relation.CORRECTS,
    "corrected-article": Relation.CORRECTS,
    "object-of-concern": Relation.CONCERN,
    "reinstated-article": Relation.REINSTATES,
    "commentary-article": Relation.COMMENTS,
    "commented-article": Relation.COMMENTS,
}
"""Types of a piece that this one is about, as JATS and PubMed Central name them."""

_BY_OTHERS: Final = {
    "retraction": Relation.RETRACTS,
    "retraction-forward": Relation.RETRACTS,
    "withdrawal": Relation.RETRACTS,
    "partial-retraction": Relation.CORRECTS,
    "partial-retraction-forward": Relation.CORRECTS,
    "correction": Relation.CORRECTS,
    "correction-forward": Relation.CORRECTS,
    "erratum": Relation.CORRECTS,
    "corrigendum": Relation.CORRECTS,
    "expression-of-concern": Relation.CONCERN,
    "concern-forward": Relation.CONCERN,
    "expression-of-concern-forward": Relation.CONCERN,
    "reinstatement": Relation.REINSTATES,
}
"""Types of a notice about this piece; and the types of articles that are such notices."""

_NOT_A_NAME: Final = re.compile(r"[^a-z]+")


class _Other(NamedTuple):
    doi: str
    pmid: str
    title: str


def related_of(article: Element, title: str) -> tuple[Related, ...]:
    """The pieces that this one is about, each once.

    Args:
        article: Of any type.
        title: The article's own.
    """
    notice = _BY_OTHERS.get(_name(article.get("article-type", "")))
    found: list[Related] = []
    for kind, other in _linked(article):
        # Some publishers name the link of a notice by the notice's own type.
        relation = _OF_OTHERS.get(kind) or (notice if notice == _BY_OTHERS.get(kind) else None)
        if relation is not None:
            found.append(Related(relation, *other))
    if notice and not any(one.relation is notice for one in found):
        # Without a link, the work that a notice names in its title stands among those it cites. That it
        # cites just one says nothing: it may be the one that was copied from.
        wanted = title_key(notice_in(title)[1])
        found += [
            Related(notice, *it)
            for it in _cited(article)
            if wanted and title_key(it.title) == wanted
        ]
    return tuple(dict.fromkeys(found))


def fates_of(article: Element) -> tuple[Notice, ...]:
    """The notices about this piece that its own file links to; a notice has none."""
    if _name(article.get("article-type", "")) in _BY_OTHERS:
        return ()
    found = [
        Notice(MADE_OF_IT[_BY_OTHERS[kind]], doi=other.doi, pmid=other.pmid, source=OWN_RECORD)
        for kind, other in _linked(article)
        if kind in _BY_OTHERS
    ]
    return tuple(dict.fromkeys(found))


def _linked(article: Element) -> Iterator[tuple[str, _Other]]:
    for element in article.iter("related-article", "related-object"):
        if next(element.iterancestors(*_OTHERS_WORDS), None) is None:
            stated = element.get("related-article-type") or element.get("link-type") or ""
            other = _identified(element)
            if stated and any(other):
                yield _name(stated), other


def _cited(article: Element) -> Iterator[_Other]:
    for entry in article.iterfind("back//ref-list//ref"):
        if any(other := _identified(entry)):
            yield other


def _identified(element: Element) -> _Other:
    """By attributes, by the identifiers inside it, then by what it prints."""
    stated = [
        (element.get("ext-link-type") or "", element.get(_HREF) or ""),
        (element.get("object-id-type") or "", element.get("object-id") or ""),
        (element.get("document-id-type") or "", element.get("document-id") or ""),
    ]
    stated += [
        (one.get("pub-id-type") or one.get("ext-link-type") or "", one.get(_HREF) or words_of(one))
        for one in element.iter("pub-id", "article-id", "ext-link", "uri", "object-id")
    ]
    dois = [doi_of(value) for _, value in stated] + list(dois_in("".join(element.itertext())))
    pmids = [
        pubmed_id_of(value)
        for kind, value in stated
        # A bare number may be anything's.
        if ("pm" in kind.lower() and "pmc" not in kind.lower())
        or "pubmed" in value
        or "pmid" in value
    ]
    return _Other(
        next(filter(None, dois), ""),
        next(filter(None, pmids), ""),
        words_of(element.find(".//article-title")),
    )


def _name(kind: str) -> str:
    return _NOT_A_NAME.sub("-", kind.lower()).strip("-")
