"""What a build did, in the terminal: as a table for people, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rich.table import Table

from scripts.parts.console import say, say_json, show, warn

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.answering.measuring.release import Verdict
    from index.building.report import BuildReport, Register
    from index.sources.source import Skipped

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
    if report.register is not None:
        known = report.register
        table.add_row("known fates", f"{known.rows:,}, checked {known.checked}")
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


def tell(report: BuildReport, verdict: Verdict | None, *, as_json: bool) -> None:
    """Print what a build did: what was skipped on stderr, the rest on stdout."""
    name_skipped(report.skipped)
    if as_json:
        say_json(report_json(report, verdict))
        return
    show(report_table(report))
    if verdict is not None:
        _show_verdict(verdict)
    if verdict is None or not verdict.falls:
        state = "is published" if report.published else "stands: nothing has changed"
        say(f"generation {report.generation} {state}")


def name_skipped(skipped: Iterable[Skipped]) -> None:
    """Print what gave no article, and why, on stderr."""
    for source in skipped:
        warn(f"skipped {source.locator}: {source.reason}")


def name_faults(register: Register | None, *, given: Path | None) -> None:
    """Print what is wrong with the table of retractions that was given, on stderr."""
    # Of a table kept from an earlier night they were told then.
    for fault in register.faults if register is not None and given is not None else ():
        warn(f"in {given}, {fault}")


def _show_verdict(verdict: Verdict) -> None:
    show(verdict_table(verdict))
    for name in verdict.unknown:
        warn(f"{name} is no article of the new generation: its questions count as not found")
    for answer in verdict.answers:
        say(f"answered otherwise: {answer.question}")
        say(f"  before: {answer.before or ABSTAINED}\n  now:    {answer.now or ABSTAINED}")
