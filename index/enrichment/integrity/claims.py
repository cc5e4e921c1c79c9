"""What notices in the library say about other articles of it: which, and what became of it.

A notice names its target by DOI or PubMed id, else by title. A DOI that merely occurs in a notice may be
that of the work which was copied from: it counts only in the sentence that retracts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from index.article import Medium, Notice
from index.sources.rules.names import dois_in
from index.sources.rules.standing import MADE_OF_IT, notice_in, standing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.article import Article, Metadata, Status

_LONGEST_NOTICE: Final = 12_000
"""Characters; corrections with whole tables are shorter."""

_MAKES: Final = re.compile(
    r"\b(?:retract|withdr[ae]w|correct|concern|reinstat|erratum|corrigend)\w*", re.IGNORECASE
)
_OF_ANOTHER: Final = re.compile(
    r"\b(?:plagiari|duplicat|overlap|cop(?:y|ied)|similar|identical|previous|earlier|other|elsewhere"
    r"|guideline|polic|cope\b)",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"(])|\n+")


class Claim(NamedTuple):
    """A notice about an article that is named by at least one of these.

    Attributes:
        doi: The target's.
        pmid: The target's.
        title: The target's; decides alone only where there is neither of the others.
        notice: What was published about it.
        by: The article that is the notice.
    """

    doi: str
    pmid: str
    title: str
    notice: Notice
    by: Article


def claims_of(article: Article) -> Iterator[Claim]:
    """What an article says became of others; most say nothing."""
    metadata = article.metadata
    linked = False
    for one in metadata.related:
        if one.relation in MADE_OF_IT:
            linked = True
            notice = _notice(metadata, MADE_OF_IT[one.relation])
            yield Claim(one.doi, one.pmid, one.title, notice, article)
    relation = standing_of(metadata).relation
    if linked or relation is None:
        return
    notice = _notice(metadata, MADE_OF_IT[relation])
    _, title = notice_in(metadata.title)
    if title:
        yield Claim("", "", title, notice, article)
    elif doi := _named_in(article):
        yield Claim(doi, "", "", notice, article)


def _notice(metadata: Metadata, status: Status) -> Notice:
    # On a page about a notice, the DOI may be that of the work.
    paper = metadata.medium is Medium.PAPER
    return Notice(
        status=status,
        published=metadata.published,
        doi=metadata.doi if paper else "",
        pmid=metadata.pmid if paper else "",
        source=metadata.title,
    )


def _named_in(article: Article) -> str:
    """The one DOI in the sentences of a short notice that retract or correct; "" for none or several."""
    text = article.text
    if len(text) > _LONGEST_NOTICE:
        return ""
    own = article.metadata.doi if article.metadata.medium is Medium.PAPER else ""
    named = {
        doi
        for sentence in _SENTENCE.split(text)
        if _MAKES.search(sentence) and not _OF_ANOTHER.search(sentence)
        for doi in dois_in(sentence)
    } - {own}
    return named.pop() if len(named) == 1 else ""
