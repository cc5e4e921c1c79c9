"""JATS XML: one draft an article, its sections labelled as its publisher labelled them.

Left out: references, acknowledgements, footnotes, tables' cells, abstracts in other languages, and
sub-articles (decision letters, reviews, replies): they are other people's words about the article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import NoArticleError
from index.sources.jats.body import sections_of
from index.sources.jats.front import metadata_of
from index.sources.rules.xml import parsed
from index.sources.source import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.sources.rules.xml import Element

_PROBED = 512 * 1024
_ROOT = re.compile(
    r"\A\s*(?><\?.{0,2000}?\?>|<!--.{0,20000}?-->|<![^>\[]{0,2000}(?:\[[^\]]{0,20000}\]\s*)?>|\s)*+<([\w:.-]+)",
    re.DOTALL,
)
_IS_JATS = re.compile(
    r"<(?:\w+:)?article-meta[\s>]|\barticle-type\s*=|\bdtd-version\s*=|JATS|//NLM//DTD"
)


def sniff(text: str) -> bool:
    """Whether this is XML with a JATS article in it, perhaps wrapped as PubMed Central wraps it."""
    root = _ROOT.match(text[:_PROBED])
    if not root or root[1].lower() == "html":
        return False
    if root[1].rpartition(":")[2] in {"article", "pmc-articleset"}:
        return bool(_IS_JATS.search(text[:_PROBED]))
    return "<?xml" in text[:200] and bool(re.search(r"<(?:\w+:)?article-meta[\s>]", text[:_PROBED]))


def read(text: str) -> Sequence[Draft]:
    """Every article in the file that has an abstract or a body.

    Raises:
        SourceError: it is no XML, or larger or deeper than any article.
    """
    articles = _articles(parsed(text))
    drafts = [Draft(metadata_of(article), sections_of(article)) for article in articles]
    found = [draft for draft in drafts if draft.sections]
    if not found:
        raise NoArticleError("it has neither an abstract nor a body")
    return found


def _articles(root: Element) -> Sequence[Element]:
    found = [root] if root.tag == "article" else list(root.iter("article"))
    return [one for one in found if next(one.iterancestors("article"), None) is None]
