"""Which articles a notice is about: by DOI, by PubMed id, else by a title that only one work has."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from index.article import Medium
from index.sources.rules.names import dois_in
from index.sources.rules.title_key import title_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.article import Article, Metadata
    from index.enrichment.integrity.claims import Claim

_TELLING: Final = 5
"""Words of a title that no second paper is likely to have; a shorter one needs the same journal too."""

_YEAR: Final = 4


class WorkName(NamedTuple):
    """A work's DOI and PubMed id; what one of its files lacks may stand in another."""

    doi: str
    pmid: str


def work_names(articles: Sequence[Article]) -> tuple[WorkName, ...]:
    """The name of each article's work, completed where other papers of the library tell it surely."""
    dois: defaultdict[str, set[str]] = defaultdict(set)
    pmids: defaultdict[str, set[str]] = defaultdict(set)
    for metadata in (article.metadata for article in articles):
        if metadata.doi and metadata.pmid and metadata.medium is Medium.PAPER:
            dois[metadata.pmid].add(metadata.doi)
            pmids[metadata.doi].add(metadata.pmid)
    return tuple(
        WorkName(
            article.metadata.doi or _only(dois.get(article.metadata.pmid)),
            article.metadata.pmid or _only(pmids.get(article.metadata.doi)),
        )
        for article in articles
    )


class Targets:
    """The articles that a notice can be about, by what it may name them by."""

    def __init__(
        self, articles: Sequence[Article], names: Sequence[WorkName], notices: Sequence[bool]
    ) -> None:
        self._articles = articles
        self._names = names
        self._by_doi: defaultdict[str, list[int]] = defaultdict(list)
        self._by_pmid: defaultdict[str, list[int]] = defaultdict(list)
        self._by_title: defaultdict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(names):
            if not notices[place]:
                self._by_doi[name.doi].append(place)
                self._by_pmid[name.pmid].append(place)
                self._by_title[title_key(articles[place].metadata.title)].append(place)

    def of(self, claim: Claim) -> Sequence[int]:
        """The places of the articles that the claim is about."""
        found = self._by_doi.get(claim.doi, []) if claim.doi else []
        if not found and claim.pmid:
            numbered = self._by_pmid.get(claim.pmid, [])
            found = [place for place in numbered if not self._other_doi(place, claim)]
        if not found and claim.title:
            found = self._titled(claim)
        return [place for place in found if self._articles[place].id != claim.by.id]

    def _other_doi(self, place: int, claim: Claim) -> bool:
        """Whether the article has a DOI and the notice names another."""
        doi = self._names[place].doi
        return bool(doi and claim.doi and doi != claim.doi)

    def _other_pmid(self, place: int, claim: Claim) -> bool:
        pmid = self._names[place].pmid
        return bool(pmid and claim.pmid and pmid != claim.pmid)

    def _titled(self, claim: Claim) -> Sequence[int]:
        key = title_key(claim.title)
        same = [
            place
            for place in self._by_title.get(key, ())
            if key
            and not self._other_doi(place, claim)
            and not self._other_pmid(place, claim)
            and not _is_before(claim.by.metadata, self._articles[place].metadata)
        ]
        works = {self._names[place] for place in same}
        if len(works) > 1 and (printed := set(dois_in(claim.by.text))):
            same = [place for place in same if self._names[place].doi in printed]
            works = {self._names[place] for place in same}
        if len(works) != 1:
            return ()
        if len(key.split()) < _TELLING:
            same = [p for p in same if _one_journal(self._articles[p].metadata, claim.by.metadata)]
        return same


def _only(found: set[str] | None) -> str:
    return next(iter(found)) if found and len(found) == 1 else ""


def _is_before(notice: Metadata, work: Metadata) -> bool:
    """Whether the notice came out in a year before the work did."""
    years = notice.published[:_YEAR], work.published[:_YEAR]
    return all(years) and years[0] < years[1]


def _one_journal(one: Metadata, other: Metadata) -> bool:
    return bool(one.outlet) and title_key(one.outlet) == title_key(other.outlet)
