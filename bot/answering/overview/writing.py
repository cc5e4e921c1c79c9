"""A brief as Markdown and as one HTML page that needs nothing else and prints on paper."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.answering.overview.charts import drawing_of, text_chart
from index.article import Status

if TYPE_CHECKING:
    from jinja2 import Environment

    from bot.answering.answer import Reference
    from bot.answering.overview.nouns import Brief, Finding

_TEMPLATES: Final = Path(__file__).parent / "templates"
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~!@])")
_LINE_START: Final = re.compile(r"^(\d+)([.)])(?=\s)|^([-+])(?=\s)")
_NOT_IN_LINKS: Final = re.compile(r"[\s<>()]")


def brief_markdown(brief: Brief) -> str:
    """The brief as Markdown; no text of an article is read as markup."""
    lines = [f"# {escaped(brief.topic)}", "", headline(brief)]
    if brief.chart:
        lines += ["", "```", text_chart(brief.chart), "```"]
    for group in brief.groups:
        lines += ["", f"## {group.design.capitalize()}", ""]
        lines += [f"- {_told(finding)}" for finding in group.findings]
    if brief.references:
        lines += ["", "## Sources", ""]
        lines += [f"{reference.number}. {_entry(reference)}" for reference in brief.references]
    return "\n".join(lines) + "\n"


def brief_html(brief: Brief) -> str:
    """The brief as a whole HTML document: no script, nothing fetched, every text escaped."""
    page = _environment().get_template("brief.html")
    return page.render(
        brief=brief,
        headline=headline(brief),
        drawing=drawing_of(brief.chart) if brief.chart else None,
        fate=fate,
        facts=facts,
    )


def headline(brief: Brief) -> str:
    """What is told of, in a sentence or three."""
    if not brief.groups:
        return "The library holds no study on this."
    many = f"{brief.studies} {'study' if brief.studies == 1 else 'studies'}"
    said = f"{many} in the library, the strongest design first, each design oldest to newest."
    if brief.left_out:
        said += f" {brief.left_out} more did not fit on a page."
    if brief.retracted:
        said += f" {brief.retracted} of them {'was' if brief.retracted == 1 else 'were'} retracted."
    return said


def fate(finding: Finding) -> str:
    """What befell the work; "" where nothing did."""
    return "" if finding.status == Status.CURRENT else finding.status.upper()


def facts(finding: Finding) -> str:
    """Its year, and how many stories report it."""
    told = [finding.year or "no date"]
    if finding.stories > 1:
        told.append(f"reported by {finding.stories} stories")
    return ", ".join(told)


def escaped(text: str) -> str:
    """The text on one line, as Markdown shows it letter for letter."""
    inert = _MARKUP.sub(r"\\\1", " ".join(text.split())).replace("://", ":\\//")
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", inert)


def _told(finding: Finding) -> str:
    warning = f"**{fate(finding)}:** " if fate(finding) else ""
    text = escaped(finding.statement.text)
    return f"{warning}{text} \\[{finding.reference}\\] ({facts(finding)})"


def _entry(reference: Reference) -> str:
    title = escaped(reference.title) or "Untitled article"
    link = _NOT_IN_LINKS.sub(lambda m: f"%{ord(m[0]):02X}", reference.link)
    parts = [f"[{title}](<{link}>)" if link else title]
    parts += [escaped(part) for part in (reference.outlet, reference.published) if part]
    return ". ".join(parts)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - pages only

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
