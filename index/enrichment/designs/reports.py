"""Whether a piece is a page about the world, and not authors' own account of their work.

A page may report a study (news) or none; only the words of a study's own authors name its design.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.article import Medium, SectionKind

if TYPE_CHECKING:
    from index.article import Article

_READ: Final = 6000

_HEADINGS: Final = re.compile(
    r"(?:\d+\.? )?(?:abstract|introduction|background|(?:materials? and |patients and |subjects and )?methods?"
    r"|methodology|results|findings|results and discussion|discussion|conclusions?|references"
    r"|acknowledge?ments|supporting information)[:.]?",
    re.IGNORECASE,
)
_LABELS: Final = re.compile(
    r"\b(?:BACKGROUND|OBJECTIVES?|AIMS?|METHODS?|RESULTS|FINDINGS|CONCLUSIONS?|DESIGN|SETTING)\b:? "
    r"|\b(?:Background|Objectives?|Methods|Results|Conclusions?|Abstract):"
)
_SCHOLARLY: Final = re.compile(
    r"\bet al\b|\bkeywords:|\[\d+(?:[,–-] ?\d+)*\]|\bfig(?:ure|s)?\.? \d|\bcorrespond(?:ing author|ence)\b|\(\d{4}[a-z]?\)",
    re.IGNORECASE,
)
_WE: Final = re.compile(
    r"\bwe (?:also )?(?:show|found|find|report|conclude|investigated|aimed|demonstrate|present|propose"
    r"|used|analy[sz]ed|measured|observed|examined|describe|developed|performed)\b|\bour (?:results|data|findings)\b"
    r"|\bthe present study\b|\bin this (?:study|paper|article),? we\b",
    re.IGNORECASE,
)
_SPOKEN: Final = re.compile(
    r"\b(?:said|says|told|tells|explains|explained|adds|added|notes|noted)\b", re.IGNORECASE
)
_STUDY: Final = re.compile(
    r"\b(?:new|recent|latest|earlier) (?:study|research|paper|findings|analysis|trial|review|experiments?)\b"
    r"|\b(?:study|research|findings|results|paper|report|work) (?:was|were|is|are|has been|have been|appears?|appeared) (?:\w+ )?(?:published|reported|described|presented)"
    r"|\bpublished (?:\w+ ){0,4}(?:in|by|online)\b|\bjournal\b|\b(?:randomi[sz]ed |controlled |clinical )trials?\b"
    r"|\b(?:researchers|scientists|the team|investigators|the authors|biologists|psychologists|doctors) (?:\w+ )?(?:found|say|said|report|reported|discovered"
    r"|looked|analy[sz]ed|asked|compared|studied|tested|recruited|measured|showed|believe|suggest|followed|used|were|have|had|randomly|gave|filmed|watched|took|cut)"
    r"|\b(?:the )?study(?:['’]s)? (?:found|shows?|showed|suggests?|suggested|authors?|lead|involved|looked|included|was)"
    r"|\baccording to (?:a|the|new) (?:\w+ )?(?:study|research|paper|analysis|review)|\bresearchers?\b",
    re.IGNORECASE,
)
_LEAST: Final = 2


def is_page(article: Article) -> bool:
    """Whether it is a page for readers of the world, such as news, and no paper saved as a page."""
    known = article.metadata
    if known.medium is Medium.PAPER or known.pmid:
        return False
    kinds = {section.kind for section in article.sections}
    if SectionKind.ABSTRACT in kinds or _is_built_like_a_paper(article):
        return False
    return bool(known.genre or known.outlet or known.url) or _tells_of_a_study(article)


def reports_research(article: Article) -> bool:
    """Whether a page tells of a study: it names its DOI, or speaks of studies and who made them."""
    return bool(article.metadata.doi) or _tells_of_a_study(article)


def _tells_of_a_study(article: Article) -> bool:
    told = {found[0].lower() for found in _STUDY.finditer(_beginning(article))}
    return len(told) > _LEAST or (len(told) >= _LEAST and bool(_SPOKEN.search(_beginning(article))))


def _is_built_like_a_paper(article: Article) -> bool:
    headed = {
        section.heading.lower()
        for section in article.sections
        if _HEADINGS.fullmatch(section.heading.partition(" › ")[0].strip())
    }
    if len(headed) >= _LEAST:
        return True
    beginning = _beginning(article)
    marked = len(set(_LABELS.findall(beginning))) > _LEAST
    if marked or len(_SCHOLARLY.findall(beginning)) > _LEAST:
        return True
    # News quotes authors who say "we found".
    spoken = len(_SPOKEN.findall(beginning))
    return len(_WE.findall(beginning)) > max(_LEAST, spoken)


def _beginning(article: Article) -> str:
    return f"{article.metadata.title[:500]}. {article.text[:_READ]}"
