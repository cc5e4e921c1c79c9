"""What people see above an article on a page, for pages whose tags say nothing: byline and date."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from htmldate import find_date as htmldate_find

from index.sources.rules.dates import find_date, iso_date
from index.sources.rules.plain import plain
from index.sources.rules.prose import is_prose
from index.sources.texts.bylines import name_only, names_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_BYLINES = (
    "//*[@itemprop='author']//*[@itemprop='name']",
    "//*[@itemprop='author']",
    "//a[@rel='author']",
    "//address//a",
    "//*[contains(@class,'byline') or contains(@class,'Byline') or @id='byline']",
    "//*[contains(@class,'author-name') or contains(@class,'author_name') or contains(@class,'authorName')]",
    "//*[contains(concat(' ',@class,' '),' author ') or contains(concat(' ',@class,' '),' authors ')]",
    "//*[contains(@class,'post-author') or contains(@class,'article-author')]",
    "//*[contains(@class,'entry-author')]",
    "//*[self::p or self::div or self::span][starts-with(normalize-space(.), 'By ')]",
)
_LONGEST_BYLINE = 20
_LONGEST_DATE_LINE = 14
_FEW_CHILDREN = 8
_HEAD_REACH = 120
_FIRST_PARAGRAPH = 25


class VisibleByline(NamedTuple):
    """An author line as people see it: as printed, the names in it, and a date that stands with it."""

    line: str = ""
    names: tuple[str, ...] = ()
    published: str = ""


def visible_byline(root: HtmlElement) -> VisibleByline:
    """The first short line that is marked as, or begins like, an author line."""
    for line in _lines(root):
        dated = find_date(line)
        name = name_only(line)
        if 1 < len(name.split()) <= _LONGEST_BYLINE and name[0].isupper():
            return VisibleByline(name, names_in(name), dated.iso if dated else "")
    return VisibleByline()


def stated_time(root: HtmlElement) -> str:
    """The first <time> of the page that is marked as publication, else the first in its article's head."""
    times = [one for one in root.iter("time") if not _in_aside(one)]
    marked = [
        one
        for one in times
        if one.get("pubdate") is not None
        or "publish" in f"{one.get('itemprop')} {one.get('class')}".lower()
    ]
    for one in marked or times[:1]:
        if iso := iso_date(one.get("datetime") or "") or iso_date(plain(one.text_content())):
            return iso
    return ""


def guessed_date(root: HtmlElement) -> str:
    """What htmldate makes of the page, by its careful search only: the other one takes any year it meets."""
    try:
        found = htmldate_find(deepcopy(root), extensive_search=False, original_date=True)
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return ""  # its patterns trip over odd pages; no date is the honest answer
    guess = iso_date(found or "")
    # It takes any date it meets for the page's: what it finds must stand at the head of the article.
    return guess if guess and guess in _heading_dates(root) else ""


def printed_date(root: HtmlElement) -> str:
    """The first date printed between the page's heading and its first paragraph."""
    return next(iter(_heading_dates(root)), "")


def _heading_dates(root: HtmlElement) -> list[str]:
    found: list[str] = []
    heading = next(iter(root.iter("h1")), None)
    if heading is None:
        return found
    around = set(heading.iterancestors())
    for element in islice(heading.xpath("following::*"), _HEAD_REACH):
        cells = (
            above
            for above in (element, *element.iterancestors())
            if above.tag in {"td", "th", "tr", "table", "li"}
        )
        if any(cell not in around for cell in cells):
            continue  # an infobox dates its subject
        line = (
            plain(element.text_content())
            if len(element) <= _FEW_CHILDREN
            else plain(element.text or "")
        )
        count = len(line.split())
        if element.tag == "p" and count > _FIRST_PARAGRAPH:
            break
        if 0 < count <= _LONGEST_DATE_LINE and (dated := find_date(line)) and not is_prose(line):
            found.append(dated.iso)
    return found


def _lines(root: HtmlElement) -> Iterator[str]:
    for path in _BYLINES:
        for element in root.xpath(path)[:10]:
            if _in_aside(element):
                continue
            line = plain(" ".join(element.itertext()))
            if 0 < len(line.split()) <= _LONGEST_BYLINE:
                yield line


def _in_aside(element: HtmlElement) -> bool:
    names = (
        f"{above.tag} {above.get('class')} {above.get('id')}".lower()
        for above in element.iterancestors()
    )
    return any(
        re.search(r"aside|footer|comment|related|sidebar|recommend|\bnav\b", name) for name in names
    )
