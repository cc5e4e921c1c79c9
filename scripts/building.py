"""What a build did, as a table for people, as a page and as JSON."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final

from rich.table import Table as Shown

from index.reporting.library import library_sections, skipped_parts
from index.reporting.page import page, write_page
from index.reporting.parts import Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bot.answering.measuring.release import Verdict
    from index.article import Article
    from index.building.report import BuildReport, Register
    from index.sources.source import Skipped
    from index.store.generation import Generation
    from index.store.library import Library

ABSTAINED: Final = "(it said that it does not know)"


def report_json(report: BuildReport, verdict: Verdict | None = None) -> dict[str, Any]:
    """The report as plain JSON values."""
    counts, changes = report.counts, report.changes
    told: dict[str, Any] = {
        "generation": report.generation,
        "published": report.published,
        "added": list(changes.added),
        "changed": list(changes.changed),
        "unchanged": changes.unchanged,
        "removed": list(changes.removed),
        "joined": [
            {"article": each.article, "title": each.title, "sources": list(each.locators)}
            for each in report.joined
        ],
        "skipped": skipped_json(report.skipped),
        "articles": counts.articles,
        "passages": counts.passages,
        "spans": counts.spans,
        "embedded": report.embedded,
        "seconds": report.seconds,
        "integrity": register_json(report.register),
    }
    return told | ({"gate": verdict_json(verdict)} if verdict is not None else {})


def register_json(register: Register | None) -> dict[str, Any] | None:
    """The table of retractions, as plain JSON values."""
    if register is None:
        return None
    return {"rows": register.rows, "checked": register.checked, "faults": list(register.faults)}


def skipped_json(skipped: Iterable[Skipped]) -> list[dict[str, str]]:
    """What gave no article, as plain JSON values."""
    return [{"source": s.locator, "root": s.root, "reason": s.reason} for s in skipped]


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """What the gate saw, as plain JSON values."""
    return {
        "refused": bool(verdict.falls),
        "margin": verdict.margin,
        "before": dict(verdict.before),
        "now": dict(verdict.now),
        "falls": [{"figure": f.figure, "before": f.before, "now": f.now} for f in verdict.falls],
        "answers": [
            {"question": a.question, "before": a.before, "now": a.now} for a in verdict.answers
        ],
        "unknown": list(verdict.unknown),
    }


def report_table(report: BuildReport) -> Shown:
    """The report's counts."""
    table = Shown("", "", box=None, show_header=False)
    table.columns[1].justify = "right"
    for name, number in (
        ("added", len(report.changes.added)),
        ("changed", len(report.changes.changed)),
        ("unchanged", report.changes.unchanged),
        ("removed", len(report.changes.removed)),
        ("joined", len(report.joined)),
        ("skipped", len(report.skipped)),
        ("articles", report.counts.articles),
        ("passages", report.counts.passages),
        ("spans", report.counts.spans),
        ("embedded", report.embedded),
    ):
        table.add_row(name, f"{number:,}")
    if report.register is not None:
        known = report.register
        table.add_row("known fates", f"{known.rows:,}, checked {known.checked}")
    table.add_row("seconds", f"{sum(report.seconds.values()):.1f}")
    return table


def verdict_table(verdict: Verdict) -> Shown:
    """The gate's figures, before and now."""
    table = Shown("gate", "before", "now", "", box=None)
    fallen = {fall.figure for fall in verdict.falls}
    for name, now in verdict.now.items():
        before = verdict.before.get(name)
        mark = "falls too far" if name in fallen else ""
        table.add_row(name, "" if before is None else f"{before:.3f}", f"{now:.3f}", mark)
    return table


def write_report(
    file: Path | None,
    library: Library,
    report: BuildReport,
    verdict: Verdict | None = None,
) -> None:
    """Write what a build did as a page for people; nothing where no file is named.

    Raises:
        LibraryError: The library cannot be opened.
        OSError: The file cannot be written.
    """
    if file is None:
        return
    refused = verdict is not None and bool(verdict.falls)
    with ExitStack() as held:
        current = held.enter_context(library.open())
        articles = _articles(current)
        before = articles
        parent = current.manifest.parent
        if report.published and parent in library.generations():
            before = _articles(held.enter_context(library.open(parent)))
        elif report.published:
            before = ()
    sections = library_sections(report, articles=articles, before=before)
    if verdict is not None:
        sections.insert(1, verdict_section(verdict))
    if refused:
        told = f"The gate refused a new generation; {current.id} stands."
    elif report.published:
        told = f"Generation {current.id} was published."
    else:
        told = f"Nothing had changed; generation {current.id} stands."
    made = f"Made by Footnote {current.manifest.footnote} from generation {current.id} of {current.manifest.created}."
    write_page(
        file,
        page(_titled(library), sections, made=made, lede=told),
    )


def write_refusal(file: Path | None, library: Library, skipped: Sequence[Skipped]) -> None:
    """Write why nothing could be published, source by source; nothing where no file is named."""
    if file is None:
        return
    sections = [Section("What was skipped", skipped_parts(skipped))]
    write_page(
        file,
        page(_titled(library), sections, lede="Nothing was published: no source gave an article."),
    )


def _titled(library: Library) -> str:
    return f"What is in “{library.folder.absolute().name}”"


def verdict_section(verdict: Verdict) -> Section:
    """What the gate saw."""
    fallen = {fall.figure for fall in verdict.falls}
    figures = [
        (name, verdict.before.get(name), now, "falls too far" if name in fallen else "")
        for name, now in verdict.now.items()
    ]
    answers = [(a.question, a.before or ABSTAINED, a.now or ABSTAINED) for a in verdict.answers]
    return Section(
        "The gate",
        [
            Table("Judged questions", ("figure", "before", "now", ""), figures),
            Table("Answered otherwise", ("question", "before", "now"), answers),
        ],
    )


def _articles(generation: Generation) -> tuple[Article, ...]:
    return tuple(record.article for record in generation.records.articles())
