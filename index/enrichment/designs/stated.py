"""What a source says outright of its own kind: JATS and PubMed types, and a journal's own sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.article import Relation
from index.evidence_card import Design

if TYPE_CHECKING:
    from index.article import Metadata

_TYPES: Final[dict[Design, str]] = {
    Design.NOTICE: (
        "retraction; correction; erratum; corrigendum; addendum; expression of concern; "
        "partial retraction; published erratum; retraction of publication; retraction notice; "
        "withdrawal; publisher note; correction notice"
    ),
    Design.PROTOCOL: "protocol; study protocol; clinical trial protocol; registered report protocol",
    Design.GUIDELINE: (
        "guideline; guidelines; practice guideline; consensus development conference; "
        "consensus development conference, nih; guidelines and guidance; clinical practice guideline"
    ),
    Design.META_ANALYSIS: "meta analysis; network meta analysis",
    Design.SYSTEMATIC_REVIEW: "systematic review; systematic reviews",
    Design.RANDOMISED_TRIAL: "randomized controlled trial; randomised controlled trial",
    Design.ANIMAL: (
        "clinical trial, veterinary; randomized controlled trial, veterinary; "
        "observational study, veterinary"
    ),
    Design.TRIAL: (
        "clinical trial; controlled clinical trial; clinical trial, phase i; clinical trial, phase ii; "
        "clinical trial, phase iii; clinical trial, phase iv; pragmatic clinical trial; "
        "equivalence trial; adaptive clinical trial"
    ),
    Design.CASE_REPORT: "case report; case reports; case series; case study report",
    Design.REVIEW: (
        "review; review article; reviews; mini review; scoping review; literature review; "
        "narrative review; overview"
    ),
    Design.OPINION: (
        "letter; editorial; comment; commentary; article commentary; discussion; book review; "
        "product review; reply; opinion; perspective; perspectives; essay; viewpoint; viewpoints; "
        "policy forum; correspondence; correspondence and other communications; primer; synopsis; "
        "interview; personal narrative; obituary; introductory journal article; editorials; "
        "letters to the editor; letter to the editor; commentaries; debate; invited commentary; "
        "community page; points of view; forum; the plos medicine debate; best practice; essays; "
        "book review/science in the media; opinion piece; column; insight; news and views"
    ),
    Design.NEWS: (
        "news; newspaper article; newsarticle; reportagenewsarticle; news article; press release; "
        "news feature; in the news; science news; research news"
    ),
}
"""In the order in which they win: what is a review and a meta-analysis is a meta-analysis."""

_BY_NAME: Final = {
    name.strip(): design for design, names in _TYPES.items() for name in names.split(";")
}
_RANK: Final = {design: rank for rank, design in enumerate(_TYPES)}

_NOTICE_TITLE: Final = re.compile(
    r"(?:(?:notice of )?(?:partial )?retraction|(?:author |publisher(?:['’]s)? )?correction|errat(?:um|a)"
    r"|corrigend(?:um|a)|addendum|(?:editorial )?expression of concern|withdrawal)"
    r"(?: note| notice)?(?:\s*[:—–]|\s+(?:to|for)\b[:\s]|\s*$| -)",
    re.IGNORECASE,
)
_NOTICE_OF: Final = re.compile(
    r"(?:notice of (?:partial )?retraction|retraction of publication)\b", re.IGNORECASE
)
_NOTICES: Final = {
    Relation.RETRACTS,
    Relation.CORRECTS,
    Relation.CONCERN,
    Relation.REINSTATES,
}


def is_notice(metadata: Metadata) -> bool:
    """Whether it is published about another piece: a retraction, a correction, a concern."""
    return (
        bool(_NOTICE_TITLE.match(metadata.title) or _NOTICE_OF.match(metadata.title))
        or stated_design(metadata) is Design.NOTICE
        or any(related.relation in _NOTICES for related in metadata.related)
    )


def stated_design(metadata: Metadata) -> Design:
    """The design that its types or its journal's section name; "not stated" for plain research."""
    named = [*re.split(r"\s*;\s*", metadata.genre), *metadata.topics]
    designs = {_BY_NAME[key] for name in named if (key := _key(name)) in _BY_NAME}
    return min(designs, key=_RANK.__getitem__, default=Design.NOT_STATED)


def page_design(metadata: Metadata) -> Design:
    """What a page calls itself; a "review" there is mostly one of a film or a telephone."""
    if is_notice(metadata):
        return Design.NOTICE
    stated = stated_design(metadata)
    return (
        stated if stated in {Design.NEWS, Design.OPINION, Design.GUIDELINE} else Design.NOT_STATED
    )


def _key(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name).strip().lower()
