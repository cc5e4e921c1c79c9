"""A saved page: its main text, what it says of itself, and the paper it reports if that is one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from index.article import Medium
from index.errors.sources import NoArticleError
from index.sources.pages.bounds import or_stated
from index.sources.pages.main_text import main_blocks, sections_of
from index.sources.pages.metadata import metadata_of
from index.sources.pages.tags import PageTags
from index.sources.pages.tree import page_of, visible_lines
from index.sources.rules.names import dois_in
from index.sources.rules.paper_links import doi_in_address
from index.sources.rules.plain import plain
from index.sources.rules.prose import is_prose, words
from index.sources.signatures import xml_root
from index.sources.source import Draft
from index.sources.texts import reader as plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from index.article import Metadata, Section

_OPENING = re.compile(
    r"\A\s*(?><\?xml\b[^>]{0,500}>\s*|<!--.{0,20000}?-->\s*|<!doctype\s[^>]{0,500}>\s*)*+"
    r"<(?:html|head|body|title|meta|link|script|style|article|main|section|header|div|p|h[1-6]|table"
    r"|center|ul|span|a|b|img|br|nav|font|form|base|noscript)\b",
    re.IGNORECASE | re.DOTALL,
)
_INSIDE = re.compile(r"<html[\s>]|<body[\s>]", re.IGNORECASE)
_PROBED = 8192
_PROBED_OPENING = 8 * _PROBED
_FEWEST_WORDS = 25


def sniff(text: str) -> bool:
    """Whether this is a page, or a part of one."""
    if xml_root(text).lower() not in {"", "html"}:
        return False
    return bool(_OPENING.match(text[:_PROBED_OPENING]) or _INSIDE.search(text[:_PROBED]))


def read(text: str) -> Sequence[Draft]:
    """The article of a page.

    Raises:
        NoArticleError: there is no main text in it.
        OversizedSourceError: larger or deeper than a page people read.
    """
    root = page_of(text)
    tags = PageTags(root)
    blocks = or_stated(main_blocks(root), tags.article)
    running = " ".join(block.text for block in blocks if is_prose(block.text))
    metadata = metadata_of(tags, running)
    sections = sections_of(blocks, metadata)
    if _word_count(sections) < _FEWEST_WORDS:
        sections = max(sections, _seen_sections(root), key=_word_count)
    if not sections:
        raise NoArticleError("a page with no main text in it")
    said = "\n".join(block.text for block in blocks)
    return (Draft(_with_reported_doi(metadata, root, said), sections),)


def _seen_sections(root: HtmlElement) -> tuple[Section, ...]:
    """What the reader of scrapes finds in the text people see, for pages trafilatura gives up on."""
    try:
        return plain_text.read("\n".join(visible_lines(root)))[0].sections
    except NoArticleError:
        return ()


def _with_reported_doi(metadata: Metadata, root: HtmlElement, said: str) -> Metadata:
    """On a page about a paper, the one DOI its main text, references included, prints or links.

    Links to publishers' pages count where nothing prints a DOI or leads to a resolver.
    """
    if metadata.doi or metadata.medium is Medium.PAPER:
        return metadata
    if own := doi_in_address(metadata.url):  # a canonical address with a DOI says which paper
        return replace(metadata, doi=own)
    linked = {
        address: doi
        for link in root.iter("a")
        if (doi := doi_in_address(address := link.get("href") or ""))
        and (shown := plain(link.text_content()))
        and shown in said
    }
    resolved = (doi for address, doi in linked.items() if "doi.org/" in address)
    dois = {*dois_in(said), *resolved} or set(linked.values())
    return replace(metadata, doi=dois.pop()) if len(dois) == 1 else metadata


def _word_count(sections: tuple[Section, ...]) -> int:
    return sum(words(text) for section in sections for text in section.paragraphs)
