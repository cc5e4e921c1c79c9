"""A brief on a topic as a message that tells the first findings, and as two files that tell them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.overview.writing import brief_html, brief_markdown
from bot.language.saying import say
from bot.language.terms import DESIGN, term
from bot.rendering.limits import LAYOUT_TEXT, length
from bot.rendering.links import masked
from bot.rendering.page import Enclosure, Page
from bot.rendering.references import bracketed, short_line, status_words
from bot.rendering.text import clipped
from index.evidence_card import NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.overview.nouns import Brief, Finding
    from bot.language.language import Language

_TOPIC: Final = 200
_SENTENCE: Final = 400
_DESIGN: Final = 60
_AROUND: Final = 900
"""What the title, the counts, and the words under the findings take at most."""


@dataclass(frozen=True, slots=True)
class _Told:
    """Findings of one design that a message has room for."""

    head: str
    lines: list[str]

    def block(self) -> str:
        return "\n".join((self.head, *self.lines))


def brief_page(brief: Brief, language: Language) -> Page:
    """The brief: its findings for as long as they fit, and the whole of it attached."""
    topic = clipped(brief.topic, _TOPIC)
    if not brief.groups:
        return Page((say(language, "brief.none", topic=topic),))
    told = _told(brief, language)
    left = brief.studies - sum(len(group.lines) for group in told)
    foot = [
        say(language, "brief.cut", count=left) if left else "",
        say(language, "brief.attached"),
    ]
    blocks = (
        f"**{say(language, 'brief.title', topic=topic)}**\n{_counted(brief, language)}",
        *(group.block() for group in told),
        f"-# {' '.join(part for part in foot if part)}",
    )
    return Page(blocks, enclosures=tuple(_files(brief, language)))


def _counted(brief: Brief, language: Language) -> str:
    said = [
        say(language, "brief.studies", count=brief.studies),
        say(language, "brief.retracted", count=brief.retracted) if brief.retracted else "",
        say(language, "brief.left-out", count=brief.left_out) if brief.left_out else "",
    ]
    return " ".join(part for part in said if part)


def _told(brief: Brief, language: Language) -> list[_Told]:
    room = LAYOUT_TEXT - _AROUND
    told: list[_Told] = []
    for group in brief.groups:
        head = _head(group.design, language)
        of_design = _Told(head, [])
        room -= length(head)
        for finding in group.findings:
            line = _line(brief, finding, language)
            room -= length(line) + 1
            # The first always fits: a sentence and a title with two of the longest links.
            if room < 0:
                return [*told, of_design] if of_design.lines else told
            of_design.lines.append(line)
        told.append(of_design)
    return told


def _head(design: str, language: Language) -> str:
    if design == NOT_STATED:
        unsaid = say(language, "card.not-stated")
        return f"**{say(language, 'card.design', design=unsaid)}**"
    return f"**{clipped(term(language, DESIGN, design), _DESIGN)}**"


def _line(brief: Brief, finding: Finding, language: Language) -> str:
    """The study's sentence with what befell it, and under it the study."""
    reference = next(each for each in brief.references if each.number == finding.reference)
    fate = status_words(reference, language)
    citation = next(iter(finding.statement.citations), None)
    mark = masked(bracketed(finding.reference), citation.link if citation else reference.link)
    facts = [
        clipped(finding.year, 4),
        say(language, "brief.stories", count=finding.stories) if finding.stories > 1 else "",
    ]
    entry = short_line(reference, number=finding.reference, language=language)
    sentence = clipped(finding.statement.text, _SENTENCE)
    warning = f" **({fate})**" if fate else ""
    under = " · ".join(part for part in (entry, *facts) if part)
    return f"- {sentence} {mark}{warning}\n-# {under}"


def _files(brief: Brief, language: Language) -> Iterable[Enclosure]:
    yield Enclosure("brief.md", brief_markdown(brief, language).encode("utf-8", "replace"))
    yield Enclosure("brief.html", brief_html(brief, language).encode("utf-8", "replace"))
