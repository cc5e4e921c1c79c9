"""HTML that strangers wrote becomes a tree within bounds: no network, bounded depth and size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html

from index.errors.sources import NoArticleError, OversizedSourceError
from index.sources.rules.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

MAX_PAGE_CHARS = 12_000_000
MAX_PAGE_ELEMENTS = 75_000
"""The longest pages of Wikipedia have 60,000; reading so many takes some 7 s, and twice as many three times that."""

MAX_PAGE_DEPTH = 200
"""libxml2 stops at 256 and drops the rest in silence; real pages stay under 100."""

_UNSEEN = frozenset(
    (
        "form", "head", "iframe", "nav", "noscript", "object", "option", "script", "select", "style", "svg",
        "template",
    )
)  # fmt: skip
_LINES = frozenset(
    (
        "article", "aside", "blockquote", "br", "dd", "div", "dt", "figcaption", "footer", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    )
)  # fmt: skip
_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]{0,500}?\?>")


def page_of(text: str) -> HtmlElement:
    """The root element of a page.

    Raises:
        OversizedSourceError: larger or deeper than a page people read.
        NoArticleError: there is nothing in it.
    """
    if len(text) > MAX_PAGE_CHARS:
        raise OversizedSourceError(f"a page longer than {MAX_PAGE_CHARS} characters")
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    written = _DECLARATION.sub("", text, count=1).replace("\x00", "")
    try:
        root = html.document_fromstring(written.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NoArticleError("a page with nothing in it") from error
    _check(root, parser)
    return root


def visible_lines(root: HtmlElement) -> Iterator[str]:
    """The text of a page line by line, without scripts, menus and forms."""
    line: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        opens = event == "start"
        if element.tag in _UNSEEN:
            unseen += 1 if opens else -1
        if element.tag in _LINES and line:
            yield plain(" ".join(line))
            line = []
        said = element.text if opens else element.tail
        if said and not unseen:
            line.append(said)
    if line:
        yield plain(" ".join(line))


def _check(root: HtmlElement, parser: html.HTMLParser) -> None:
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise OversizedSourceError("a page nested too deeply")
    depth, count = 0, 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > MAX_PAGE_DEPTH:
            raise OversizedSourceError("a page nested too deeply")
        if count > MAX_PAGE_ELEMENTS:
            raise OversizedSourceError(f"a page of more than {MAX_PAGE_ELEMENTS} elements")
