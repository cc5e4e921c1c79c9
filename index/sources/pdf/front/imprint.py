"""What the first pages print about the paper's publication: its DOI, its date, the journal or proceedings."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from index.sources.pdf.wording import ARXIV
from index.sources.rules.dates import find_date, iso_date
from index.sources.rules.names import dois_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_PUBLISHED = re.compile(
    r"(?:published(?: online)?|publication date|date of publication|available online|first published|posted)\b[^\d]{0,25}",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright|^c)\s*(?:©\s*)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_PROCEEDINGS = re.compile(
    r"\b(?:In\s+)?(?P<name>Proceedings of .{5,200}?)(?=,?\s*(?:\(|pages?\b|pp\b|vol\b|©|$|,\s*(?:[A-Z][a-z]+,?\s+)*(?:19|20)\d\d))",
)
_ELSEVIER = re.compile(
    r"(?P<name>[^\W\d][^\d,;]{2,120}), (?:Volume |Vol\. )?\S{1,12} \((?P<year>(?:19|20)\d\d)\)"
)
_DOI_LEAD = re.compile(r"doi(?:\.org/|\s*:)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ARXIV_DOI = "10.48550/arxiv."


class Imprint(NamedTuple):
    """What is printed; empty where nothing is.

    Attributes:
        doi: Lower case, no prefix.
        published: ISO 8601, as exact as printed.
        outlet: The journal or the proceedings.
    """

    doi: str = ""
    published: str = ""
    outlet: str = ""


def imprint_of(lines: Sequence[str], subject: str = "") -> Imprint:
    """What these lines say.

    Args:
        lines: Of the title's page, its margins and what is printed up its edge included; of no references.
        subject: What the file says it is about, where publishers print journal and year.
    """
    text = "\n".join(lines)
    stamp = ARXIV.search(text)
    about = _ELSEVIER.match(subject) if dois_in(subject) else None
    proceedings = _PROCEEDINGS.search(" ".join(lines))
    held = _YEAR.findall(" ".join(line for line in lines if _PROCEEDINGS.search(f"{line}, pages")))
    doi = _doi(lines) or (_ARXIV_DOI + stamp["id"].lower() if stamp else "")
    published = _published(lines) or (iso_date(stamp["date"] or "") if stamp else "")
    outlet = about["name"] if about else proceedings["name"] if proceedings else ""
    return Imprint(
        doi,
        published or _year(lines) or (about["year"] if about else "") or max(held, default=""),
        outlet or ("arXiv" if stamp else ""),
    )


def _doi(lines: Sequence[str]) -> str:
    """The one that "doi" announces, else the only one."""
    led = Counter(doi for line in lines if _DOI_LEAD.search(line) for doi in dois_in(line))
    every = {doi for line in lines for doi in dois_in(line)}
    if len(led) == 1:
        return next(iter(led))
    return every.pop() if len(every) == 1 else ""


def _published(lines: Sequence[str]) -> str:
    for line in lines:
        for said in _PUBLISHED.finditer(line):
            dated = find_date(line[said.end() : said.end() + 40])
            if dated and not dated.start:
                return dated.iso
    return ""


def _year(lines: Sequence[str]) -> str:
    years = Counter(found["year"] for line in lines for found in _COPYRIGHT.finditer(line))
    return min(years, default="") if len(years) == 1 else ""
