"""A brief as Markdown and as one HTML page that needs nothing else and prints on paper.

The findings are the articles' own words; those around them are in the reader's language.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.answering.overview.charts import drawing_of, text_chart
from bot.language.language import Language
from bot.language.saying import say
from bot.language.terms import DESIGN, STATUS, term
from index.article import Status
from index.evidence_card import NOT_STATED

if TYPE_CHECKING:
    from jinja2 import Environment

    from bot.answering.answer import Reference
    from bot.answering.overview.nouns import Brief, Finding, Group

_TEMPLATES: Final = Path(__file__).parent / "templates"
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~!@])")
_LINE_START: Final = re.compile(r"^(\d+)([.)])(?=\s)|^([-+])(?=\s)")
_NOT_IN_LINKS: Final = re.compile(r"[\s<>()]")


def brief_markdown(brief: Brief, language: Language = Language.ENGLISH) -> str:
    """The brief as Markdown; no text of an article is read as markup."""
    lines = [f"# {escaped(brief.topic)}", "", escaped(headline(brief, language))]
    if brief.chart:
        lines += ["", "```", text_chart(brief.chart, language), "```"]
    for group in brief.groups:
        lines += ["", f"## {design(group, language)}", ""]
        lines += [f"- {_told(finding, language)}" for finding in group.findings]
    if brief.references:
        lines += ["", f"## {say(language, 'brief.file.sources')}", ""]
        lines += [f"{entry.number}. {_entry(entry, language)}" for entry in brief.references]
    return "\n".join(lines) + "\n"


def brief_html(brief: Brief, language: Language = Language.ENGLISH) -> str:
    """The brief as a whole HTML document: no script, nothing fetched, every text escaped."""
    page = _environment().get_template("brief.html")
    return page.render(
        brief=brief,
        language=language,
        headline=headline(brief, language),
        drawing=drawing_of(brief.chart, language) if brief.chart else None,
        say=say,
        design=design,
        fate=fate,
        facts=facts,
    )


def headline(brief: Brief, language: Language = Language.ENGLISH) -> str:
    """What is told of, in a sentence or three."""
    if not brief.groups:
        return say(language, "brief.none", topic=brief.topic)
    said = [
        say(language, "brief.file.studies", count=brief.studies),
        say(language, "brief.left-out", count=brief.left_out) if brief.left_out else "",
        say(language, "brief.retracted", count=brief.retracted) if brief.retracted else "",
    ]
    return " ".join(part for part in said if part)


def design(group: Group, language: Language) -> str:
    """The kind of study, as a heading."""
    if group.design == NOT_STATED:
        return say(language, "card.design", design=say(language, "card.not-stated"))
    name = term(language, DESIGN, group.design)
    return name[:1].upper() + name[1:]


def fate(finding: Finding, language: Language) -> str:
    """What befell the work; "" where nothing did."""
    return "" if finding.status == Status.CURRENT else term(language, STATUS, finding.status)


def facts(finding: Finding, language: Language) -> str:
    """Its year, and how many stories report it."""
    told = [finding.year or say(language, "brief.file.no-date")]
    if finding.stories > 1:
        told.append(say(language, "brief.stories", count=finding.stories))
    return ", ".join(told)


def escaped(text: str) -> str:
    """The text on one line, as Markdown shows it letter for letter."""
    inert = _MARKUP.sub(r"\\\1", " ".join(text.split())).replace("://", ":\\//")
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", inert)


def _told(finding: Finding, language: Language) -> str:
    befell = fate(finding, language)
    warning = f"**{befell}:** " if befell else ""
    text = escaped(finding.statement.text)
    return f"{warning}{text} \\[{finding.reference}\\] ({facts(finding, language)})"


def _entry(reference: Reference, language: Language) -> str:
    title = escaped(reference.title) or say(language, "article.untitled")
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
