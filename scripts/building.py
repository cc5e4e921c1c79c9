"""What a build did, as a table for people and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.release import Verdict
    from index.building.report import BuildReport
    from index.sources.source import Skipped


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
    }
    return told | ({"gate": verdict_json(verdict)} if verdict is not None else {})


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


def report_table(report: BuildReport) -> Table:
    """The report's counts."""
    table = Table("", "", box=None, show_header=False)
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
    table.add_row("seconds", f"{sum(report.seconds.values()):.1f}")
    return table


def verdict_table(verdict: Verdict) -> Table:
    """The gate's figures, before and now."""
    table = Table("gate", "before", "now", "", box=None)
    fallen = {fall.figure for fall in verdict.falls}
    for name, now in verdict.now.items():
        before = verdict.before.get(name)
        mark = "falls too far" if name in fallen else ""
        table.add_row(name, "" if before is None else f"{before:.3f}", f"{now:.3f}", mark)
    return table
