"""A register says what became of a work, and which pieces are only notices of it.

A work and its notice are never confused: a piece that the register names as the notice of another work
has no fate of its own here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from index.sources.rules.fate import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from index.article import Notice


class Entry(NamedTuple):
    """One line of a register: a notice, and the work it is about.

    Attributes:
        doi: The work's; may be empty.
        pmid: The work's; may be empty.
        notice: What was published about it, where and when.
    """

    doi: str
    pmid: str
    notice: Notice


def _nothing() -> Mapping[str, tuple[Entry, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Register:
    """What was published about works, by DOI and by PubMed id.

    Attributes:
        checked: The day it was last brought up to date, ISO 8601.
        rows: How many lines could be used.
        faults: What is wrong with the others, one clause a line.
        by_doi: Entries by the work's DOI.
        by_pmid: Entries by the work's PubMed id.
        notice_dois: DOIs of notices that are no works themselves.
        notice_pmids: PubMed ids of such notices.
    """

    checked: str = ""
    rows: int = 0
    faults: tuple[str, ...] = ()
    by_doi: Mapping[str, tuple[Entry, ...]] = field(default_factory=_nothing)
    by_pmid: Mapping[str, tuple[Entry, ...]] = field(default_factory=_nothing)
    notice_dois: frozenset[str] = frozenset()
    notice_pmids: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, entries: Iterable[Entry], *, checked: str = "", faults: tuple[str, ...] = ()
    ) -> Register:
        """The register of these entries, in any order."""
        by_doi: dict[str, tuple[Entry, ...]] = {}
        by_pmid: dict[str, tuple[Entry, ...]] = {}
        works: set[str] = set()
        notices: set[str] = set()
        numbered: set[str] = set()
        numbered_works: set[str] = set()
        rows = 0
        for entry in entries:
            rows += 1
            doi, pmid, notice = entry
            if doi:
                by_doi[doi] = (*by_doi[doi], entry) if doi in by_doi else (entry,)
            if pmid:
                by_pmid[pmid] = (*by_pmid[pmid], entry) if pmid in by_pmid else (entry,)
            # A notice may have replaced the work under the work's own name.
            (works if doi == notice.doi else notices).add(notice.doi)
            (numbered_works if pmid == notice.pmid else numbered).add(notice.pmid)
        return cls(
            checked=checked,
            rows=rows,
            faults=faults,
            by_doi=MappingProxyType(by_doi),
            by_pmid=MappingProxyType(by_pmid),
            notice_dois=frozenset(notices - works - {""}),
            notice_pmids=frozenset(numbered - numbered_works - {""}),
        )

    def is_notice(self, *, doi: str, pmid: str) -> bool:
        """Whether the piece of this name is the notice of another; the DOI is believed first."""
        if doi and (doi in self.notice_dois or doi in self.by_doi):
            return doi in self.notice_dois
        return bool(pmid) and pmid in self.notice_pmids

    def notices(self, *, doi: str, pmid: str) -> tuple[Notice, ...]:
        """What was published about the work of this name, oldest first; none for a notice."""
        if self.is_notice(doi=doi, pmid=pmid):
            return ()
        return in_order(entry.notice for entry in self._about(doi, pmid))

    def _about(self, doi: str, pmid: str) -> Iterator[Entry]:
        yield from self.by_doi.get(doi, ()) if doi else ()
        for entry in self.by_pmid.get(pmid, ()) if pmid else ():
            # A wrong PubMed id in either place must not retract another paper.
            if not (doi and entry.doi and entry.doi != doi):
                yield entry
