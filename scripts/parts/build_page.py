"""What a build did, as a page for people."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from index.reporting.library import library_sections, skipped_parts
from index.reporting.page import page, write_page
from index.reporting.parts import Section, Table
from scripts.parts.building import ABSTAINED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.answering.measuring.release import Verdict
    from index.article import Article
    from index.building.report import BuildReport
    from index.sources.source import Skipped
    from index.store.generation import Generation
    from index.store.library import Library


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
