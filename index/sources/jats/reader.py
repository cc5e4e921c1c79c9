"""JATS XML: one draft an article, its sections labelled as its publisher labelled them.

Left out: references, acknowledgements, footnotes, tables' cells, abstracts in other languages, and
sub-articles (decision letters, reviews, replies): they are other people's words about the article. Where an
article has no text of its own, its sub-articles are the articles.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from index.errors.sources import NoArticleError
from index.sources.jats.body import sections_of
from index.sources.jats.front import metadata_of
from index.sources.rules.xml import parsed
from index.sources.source import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.sources.rules.xml import Element

_PROBED = 512 * 1024
_ROOT = re.compile(
    r"\A\s*(?><\?.{0,2000}?\?>|<!--.{0,20000}?-->|<![^>\[]{0,2000}(?:\[[^\]]{0,20000}\]\s*)?>|\s)*+<([\w:.-]+)",
    re.DOTALL,
)
_IS_JATS = re.compile(
    r"<(?:\w+:)?article-meta[\s>]|\barticle-type\s*=|\bdtd-version\s*=|JATS|//NLM//DTD"
)
_WRAPPED = re.compile(r"<(?:\w+:)?article-meta[\s>]")


def sniff(text: str) -> bool:
    """Whether this is XML with a JATS article in it, perhaps wrapped as PubMed Central wraps it."""
    root = _ROOT.match(text[:_PROBED])
    if not root or root[1].lower() == "html":
        return False
    if root[1].rpartition(":")[2] in {"article", "pmc-articleset"}:
        return bool(_IS_JATS.search(text[:_PROBED]))
    # Services wrap articles in names of their own; a page of HTML has none that is called so.
    return bool(_WRAPPED.search(text[:_PROBED]))


def read(text: str) -> Sequence[Draft]:
    """Every article in the file that has an abstract or a body.

    Raises:
        SourceError: it is no XML, or larger or deeper than any article.
    """
    articles = _articles(parsed(text))
    found = [draft for article in articles for draft in _drafts(article)]
    if not found:
        raise NoArticleError("it has neither an abstract nor a body")
    return found


def _drafts(article: Element) -> Iterator[Draft]:
    """The article; where it is but the cover of others, as of a meeting's abstracts, those."""
    sections = sections_of(article)
    if sections:
        yield Draft(metadata_of(article), sections)
        return
    outlet = metadata_of(article).outlet
    for part in article.iterfind("sub-article"):
        if inner := sections_of(part):
            known = metadata_of(part)
            yield Draft(replace(known, outlet=known.outlet or outlet), inner)


def _articles(root: Element) -> Sequence[Element]:
    found = [root] if root.tag == "article" else list(root.iter("article"))
    return [one for one in found if next(one.iterancestors("article"), None) is None]
