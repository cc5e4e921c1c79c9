"""Which words of an article tell what kind of study it is: its title, its abstract, its methods.

Words about other people's work (backgrounds, introductions, lay summaries) are left aside, for a
trial's introduction names mice and a mouse paper's names patients.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.article import SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.article import Article, Section

_LEAD: Final = 3000
"""Characters from the start of an article that names no abstract: about a long abstract's length."""

_TITLE: Final = 500
_METHODS: Final = 16_000
_SETTING: Final = 6000
"""Characters read of a title, of the methods, and of the parts of them that tell who took part."""

_LAY: Final = re.compile(
    r"summary|editor|author|lay|plain|significance|what |why |context|digest", re.IGNORECASE
)
_ABSTRACT: Final = re.compile(r"(?:structured )?abstract|summary", re.IGNORECASE)
_METHOD: Final = re.compile(
    r"\bmethod|materials? and|patients and|subjects and|experimental (?:proced|section|design)"
    r"|study (?:design|population)|participants",
    re.IGNORECASE,
)
_WHO: Final = re.compile(
    r"participant|subject|patient|sample|population|recruit|design|setting|cohort|animals|mice|data",
    re.IGNORECASE,
)
_BACKGROUND: Final = re.compile(
    r"background|introduction|context|importance|rationale|objective|aims?\b|purpose|question",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?:(?<=\s)|^)(?:(?P<upper>[A-Z]{4,}(?:(?:, | & | AND | AND/OR |/| )[A-Z]{3,}){0,4})(?=:?\s)"
    r"|(?P<title>Background|Introduction|Context|Objectives?|Aims?|Purpose|Methods?|Design|Patients"
    r"|Setting|Participants|Results|Findings|Conclusions?|Interpretation|Significance)"
    r"(?: and [A-Z][a-z]+)?:)"
)
_KNOWN_LABELS: Final = re.compile(
    r"BACKGROUND|INTRODUCTION|CONTEXT|OBJECTIVE|AIM|PURPOSE|METHOD|DESIGN|PATIENTS|SETTING"
    r"|PARTICIPANTS|RESULTS|FINDINGS|CONCLUSION|INTERPRETATION|SIGNIFICANCE|IMPORTANCE|SUBJECTS"
    r"|EXPOSURE|MEASURE|OUTCOME|SOURCES|INTERVENTION|RATIONALE|QUESTION"
)
_HYPHENS: Final = str.maketrans("‐‑–", "---")
"""Printers set "case–control" with any of these."""

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\[“\"(])")


@dataclass(frozen=True, slots=True)
class Parts:
    """The words that the rules of a card read.

    Attributes:
        title: As printed.
        abstract: What the authors say of their work in short; the lead where there is no abstract.
        done: The abstract without what it says of the background.
        methods: The beginning of the methods; empty where no section is headed so.
        setting: Of the methods, what stands under headings such as "Participants".
        headings: Of every section.
    """

    title: str
    abstract: str
    done: str
    methods: str
    setting: str
    headings: tuple[str, ...]


def parts_of(article: Article) -> Parts:
    """The words of the article that tell what kind of study it is."""
    sections = [one for one in article.sections if one.kind is not SectionKind.CAPTION]
    chosen = _abstract(sections)
    told = [section for section in chosen if not _BACKGROUND.search(_last(section.heading))]
    methods = [
        one
        for one in sections
        if one.kind is SectionKind.BODY and _METHOD.search(one.heading.partition(" › ")[0])
    ]
    setting = [one for one in methods if _WHO.search(_last(one.heading))] or methods
    return Parts(
        title=article.metadata.title[:_TITLE].rstrip(" .").translate(_HYPHENS),
        abstract=_joined(chosen, _LEAD),
        done=_without_background(_joined(told or chosen, _LEAD)),
        methods=_joined(methods, _METHODS),
        setting=_joined(setting, _SETTING),
        headings=tuple(section.heading for section in sections),
    )


def sentences(text: str) -> list[str]:
    """The text cut where sentences seem to end; cheap, for weighing and not for quoting."""
    return _SENTENCE.split(text)


def _abstract(sections: list[Section]) -> list[Section]:
    named = [one for one in sections if one.kind is SectionKind.ABSTRACT]
    named = [one for one in named if not _is_lay(one)] or named
    if named:
        return named
    headed = [one for one in sections if _ABSTRACT.fullmatch(_last(one.heading).strip(" .:"))]
    return headed[:1] or sections


def _is_lay(section: Section) -> bool:
    """Whether it is a summary for others than readers of the paper."""
    return " › " in section.heading and bool(_LAY.search(section.heading.partition(" › ")[2]))


def _last(heading: str) -> str:
    return heading.rpartition(" › ")[2]


def _joined(sections: list[Section], longest: int) -> str:
    return " ".join(_taken(sections, longest))[:longest].translate(_HYPHENS)


def _taken(sections: list[Section], longest: int) -> Iterator[str]:
    left = longest
    for section in sections:
        for paragraph in section.paragraphs:
            yield paragraph
            left -= len(paragraph)
            if left <= 0:
                return


def _without_background(abstract: str) -> str:
    """Without the parts that "BACKGROUND" or "Objective:" head in one running paragraph."""
    labels = [
        found
        for found in _LABEL.finditer(abstract)
        if found["title"] or _KNOWN_LABELS.search(found["upper"])
    ]
    if not labels:
        return abstract
    kept = [abstract[: labels[0].start()]] if labels[0].start() else []
    ends = [*(label.start() for label in labels[1:]), len(abstract)]
    for label, end in zip(labels, ends, strict=True):
        if not _BACKGROUND.search(label[0]):
            kept.append(abstract[label.start() : end])
    return " ".join(kept) if len(kept) > 0 else abstract
