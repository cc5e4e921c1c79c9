"""What a library holds after a build, and what the build did, as a report for people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from index.article import Status
from index.building.changes import what_changed
from index.evidence_card import NOT_STATED, Design
from index.reporting.parts import Bars, Facts, Link, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from index.article import Article, ArticleId, Metadata
    from index.building.report import BuildReport, Register
    from index.reporting.parts import Cell, Part
    from index.sources.source import Skipped

_OUTLETS: Final = 20
"""Outlets with a bar of their own."""

_YEARS: Final = 30
"""More of them are told by decade."""

_MOST_ROWS: Final = 500
"""Rows of one table; nobody reads further, and a browser must open the file."""


def library_sections(
    report: BuildReport, *, articles: Sequence[Article], before: Sequence[Article]
) -> list[Section]:
    """The sections about a build.

    Args:
        report: What it did.
        articles: Of the generation that stands after it.
        before: Of the generation that it came from.
    """
    known = [article.metadata for article in articles]
    return [
        Section("At a glance", [_glance(report)]),
        Section("What the library holds", list(_holdings(known))),
        Section("What became of its articles", list(_fates(articles, report.register))),
        Section("What changed", list(_changes(report, articles, before))),
        Section("What was skipped", skipped_parts(report.skipped)),
        Section("What was joined", [_joined(report)]),
        Section("How long it took", [Bars("Seconds by stage", "seconds", report.seconds)]),
    ]


def skipped_parts(skipped: Sequence[Skipped]) -> list[Part]:
    """What gave no article: how often for which reason, and each by its name."""
    reasons = Counter(one.reason for one in skipped)
    rows = [(one.locator, one.reason) for one in skipped]
    return [
        Bars("Why", "sources", dict(reasons.most_common(_OUTLETS))),
        _table("Each of them", ("source", "reason"), rows),
    ]


def _glance(report: BuildReport) -> Facts:
    counts, changes = report.counts, report.changes
    return Facts(
        {
            "articles": counts.articles,
            "added": len(changes.added),
            "changed": len(changes.changed),
            "removed": len(changes.removed),
            "unchanged": changes.unchanged,
            "skipped": len(report.skipped),
            "joined": len(report.joined),
            "passages": counts.passages,
            "sentences embedded": report.embedded,
            "seconds": round(sum(report.seconds.values()), 1),
        }
    )


def _holdings(known: Sequence[Metadata]) -> Iterator[Part]:
    yield Bars("By outlet", "articles", _by_outlet(known), named="outlet")
    yield Bars("By year", "articles", _by_year(known), named="year")
    designs = Counter(one.card.design for one in known)
    named = {design.value: designs[design] for design in Design if designs[design]}
    yield Bars(
        "By design",
        "articles",
        named,
        named="design",
        note="What kind of work each article is, as far as its own types and words tell.",
    )
    subjects = Counter(each.value for one in known for each in one.card.subjects)
    yield Bars("By whom or what was studied", "articles", dict(subjects.most_common()))
    statuses = Counter(one.status for one in known)
    yield Bars(
        "By status",
        "articles",
        {status.value: statuses[status] for status in Status if statuses[status]},
        named="status",
    )


def _by_outlet(known: Sequence[Metadata]) -> Mapping[str, int]:
    counted = Counter(one.outlet or NOT_STATED for one in known).most_common()
    shown, others = dict(counted[:_OUTLETS]), counted[_OUTLETS:]
    if others:
        shown[f"{len(others):,} other outlets"] = sum(number for _, number in others)
    return shown


def _by_year(known: Sequence[Metadata]) -> Mapping[str, int]:
    years = Counter(one.published[:4] for one in known)
    unknown = years.pop("", 0)
    if len(years) > _YEARS:
        decades: Counter[str] = Counter()
        for year, number in years.items():
            decades[f"{year[:3]}0s"] += number
        years = decades
    told = dict(sorted(years.items()))
    return told | ({NOT_STATED: unknown} if unknown else {})


def _fates(articles: Iterable[Article], register: Register | None) -> Iterator[Part]:
    rows: list[tuple[Cell, ...]] = []
    for article in articles:
        known = article.metadata
        if known.status is not Status.CURRENT:
            last = known.notices[-1] if known.notices else None
            said = (last.published, ", ".join(last.reasons), last.source) if last else ("", "", "")
            rows.append((_linked(article), known.status.value, *said))
    note = (
        "No table of retractions was given to this library: only what its own sources say is known."
    )
    if register is not None:
        note = f"Looked up in a table of {register.rows:,} notices, last brought up to date on {register.checked}."
    columns = ("article", "status", "since", "reasons", "by")
    yield _table("Retracted, corrected, questioned or reinstated", columns, rows, note=note)
    if register is not None and register.faults:
        faults = [(fault,) for fault in register.faults]
        yield _table("Rows of that table that could not be read", ("row",), faults)


def _changes(
    report: BuildReport, articles: Sequence[Article], before: Sequence[Article]
) -> Iterator[Part]:
    new = {article.id: article for article in articles}
    old = {article.id: article for article in before}
    changes = report.changes
    yield _table("Added", ("article", "outlet", "published"), _rows(changes.added, new))
    rows = [
        (_linked(new[name]), ", ".join(what_changed(old[name], new[name])))
        for name in changes.changed
        if name in new and name in old
    ]
    yield _table("Changed", ("article", "what is otherwise"), rows)
    yield _table("Removed", ("article", "outlet", "published"), _rows(changes.removed, old))


def _rows(names: Iterable[ArticleId], known: Mapping[ArticleId, Article]) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for name in names:
        article = known.get(name)
        if article is None:
            rows.append((name, "", ""))
        else:
            metadata = article.metadata
            rows.append((_linked(article), metadata.outlet, metadata.published))
    return rows


def _joined(report: BuildReport) -> Table:
    rows = [(one.title or one.article, "\n".join(one.locators)) for one in report.joined]
    return _table(
        "Articles that several sources hold",
        ("article", "sources, the one whose words are kept first"),
        rows,
        note="The same DOI, the same address, or nearly the same text: one article, so that one "
        "source never looks like several witnesses.",
    )


def _linked(article: Article) -> Cell:
    known = article.metadata
    address = known.url or (f"https://doi.org/{known.doi}" if known.doi else "")
    words = known.title or article.id
    return Link(words, address) if address else words


def _table(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]], *, note: str = ""
) -> Table:
    if len(rows) > _MOST_ROWS:
        note = f"{note} The first {_MOST_ROWS:,} of {len(rows):,}.".strip()
    return Table(title, columns, rows[:_MOST_ROWS], note=note)
