"""Every article gets the status that all notices about it together make, each for what it is.

Who wrote a status down beside a source is believed before any notice. A notice is never itself retracted
work.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from index.article import OWN_RECORD, Notice, Status
from index.enrichment.integrity.claims import claims_of
from index.enrichment.integrity.register import Register
from index.enrichment.integrity.targets import Targets, WorkName, work_names
from index.sources.rules.fate import fate_of, in_order
from index.sources.rules.standing import standing_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.article import Article, Metadata

_OF_A_NOTICE: Final = {Status.CURRENT, Status.CORRECTED}


def with_integrity(
    articles: Sequence[Article], register: Register | None = None
) -> tuple[Article, ...]:
    """The same articles in the same order, each with its status and the notices about it.

    Args:
        articles: All of a library, with the status that their sources state; stories are linked to the
            papers they report.
        register: What was published about works, inside the library or not.
    """
    known = register or Register()
    names = work_names(articles)
    notices = [_is_notice(article.metadata, known) for article in articles]
    said = _said(articles, Targets(articles, names, notices))
    written = _written(articles, names)
    settled = [
        replace(article, metadata=_of_notice(article.metadata, known))
        if notices[place]
        else replace(
            article,
            metadata=_of_work(
                article.metadata,
                (
                    *known.notices(doi=names[place].doi, pmid=names[place].pmid),
                    *said.get(place, ()),
                ),
                written=written.get(names[place]),
                known=known,
            ),
        )
        for place, article in enumerate(articles)
    ]
    papers = {str(article.id): article.metadata for article in settled}
    return tuple(
        replace(article, metadata=_of_story(article.metadata, papers))
        if article.metadata.reports and not notices[place]
        else article
        for place, article in enumerate(settled)
    )


def is_notice(metadata: Metadata) -> bool:
    """Whether the piece says itself that it is a notice about another."""
    return standing_of(metadata).relation is not None


def _is_notice(metadata: Metadata, register: Register) -> bool:
    return is_notice(metadata) or register.is_notice(doi=metadata.doi, pmid=metadata.pmid)


def _said(articles: Sequence[Article], targets: Targets) -> Mapping[int, Sequence[Notice]]:
    """What notices in the library say, by the place of the article they say it of."""
    said: defaultdict[int, list[Notice]] = defaultdict(list)
    for article in articles:
        for claim in claims_of(article):
            for place in targets.of(claim):
                said[place].append(claim.notice)
    return said


def _written(articles: Sequence[Article], names: Sequence[WorkName]) -> Mapping[WorkName, Status]:
    """The status that somebody wrote down for a work, by its name."""
    found: defaultdict[WorkName, set[Status]] = defaultdict(set)
    for article, name in zip(articles, names, strict=True):
        if article.metadata.status_by_hand and any(name):
            found[name].add(article.metadata.status)
    return {name: next(iter(each)) for name, each in found.items() if len(each) == 1}


def _of_notice(metadata: Metadata, known: Register) -> Metadata:
    kept = metadata.status_by_hand or metadata.status in _OF_A_NOTICE
    status = metadata.status if kept else Status.CURRENT
    return replace(metadata, status=status, notices=(), checked=_checked(metadata, known))


def _of_work(
    metadata: Metadata, said: Iterable[Notice], *, written: Status | None, known: Register
) -> Metadata:
    own = (notice for notice in metadata.notices if notice.source == OWN_RECORD)
    notices = in_order(_merged((*said, *own)))
    if metadata.status_by_hand:
        status = metadata.status
    else:
        status = written or fate_of((Notice(metadata.status), *notices))
    return replace(metadata, status=status, notices=notices, checked=_checked(metadata, known))


def _of_story(metadata: Metadata, papers: Mapping[str, Metadata]) -> Metadata:
    paper = papers.get(metadata.reports)
    if paper is None or metadata.status_by_hand:
        return metadata
    return replace(
        metadata,
        status=paper.status,
        notices=paper.notices,
        checked=metadata.checked or paper.checked,
    )


def _checked(metadata: Metadata, known: Register) -> str:
    return known.checked if metadata.doi or metadata.pmid else ""


def _merged(notices: Iterable[Notice]) -> Iterable[Notice]:
    """One notice that several tell of counts once, in the words of the first that has them."""
    found: dict[tuple[Status, str], Notice] = {}
    for notice in notices:
        key = notice.status, notice.doi or notice.pmid or notice.published
        before = found.get(key, notice)
        found[key] = replace(
            before,
            published=before.published or notice.published,
            pmid=before.pmid or notice.pmid,
            reasons=before.reasons or notice.reasons,
        )
    return found.values()
