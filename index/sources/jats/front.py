"""What a JATS front says about its article, by the tags of NLM 2.0 to JATS 1.3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.article import Medium, Metadata, Name
from index.sources.jats.inline import words_of
from index.sources.jats.relations import fates_of, related_of
from index.sources.rules.dates import find_date, iso_of, month_number
from index.sources.rules.names import doi_of, pubmed_id_of, web_address
from index.sources.rules.plain import plain, plain_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.sources.rules.xml import Element

_HREF = "{http://www.w3.org/1999/xlink}href"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_PUBLICATION = re.compile(
    r"pmc|nihms|retract|correct|received|accepted|rev-|preprint|withdrawn|ecorrected", re.IGNORECASE
)
_FILED_UNDER = {"heading", "display-channel", "toc-heading", "toc-section", "article-type"}
_LICENCE_NAME = re.compile(
    r"(?:Creative Commons\s(?:[A-Z][\w-]*\s?|\d\.\d\s?|Licen[cs]e\s?){1,8}|CC[ -](?:BY(?:[ -](?:NC|ND|SA))*|0)(?:[ -]\d\.\d)?)"
)


def metadata_of(article: Element) -> Metadata:
    """Everything the front states; what it does not state stays empty."""
    fronts = (
        article.find(path) for path in ("front/article-meta", "front-stub", ".//article-meta")
    )
    meta = next((front for front in fronts if front is not None), None)
    if meta is None:
        return Metadata(genre=plain(article.get("article-type", "")), medium=Medium.PAPER)
    names = tuple(dict.fromkeys(_authors(meta)))
    authors = plain_all(name.said for name in names)
    return Metadata(
        title=_title(meta),
        authors=authors,
        byline=", ".join(authors),
        outlet=_journal(article),
        published=_published(meta),
        topics=plain_all(_topics(meta)),
        doi=_doi(meta),
        url=_address(meta),
        licence=_licence(meta),
        language=plain(article.get(_LANG, "")),
        genre=plain(article.get("article-type", "")),
        medium=Medium.PAPER,
        names=names if len(names) == len(authors) else (),
        volume=words_of(meta.find("volume")),
        issue=words_of(meta.find("issue")),
        pages=_pages(meta),
        pmid=_pubmed_id(meta),
        related=related_of(article, _title(meta)),
        notices=fates_of(article),
    )


def _title(meta: Element) -> str:
    group = meta.find("title-group")
    title = "" if group is None else words_of(group.find("article-title"))
    subtitle = "" if group is None else words_of(group.find("subtitle"))
    if not title:
        title = words_of(meta.find("product/source"))
    joint = " " if title.endswith((":", "?", "!", ".")) else ": "
    return title + joint + subtitle if title and subtitle else title


def _authors(meta: Element) -> Iterator[Name]:
    for contrib in meta.iterfind("contrib-group/contrib"):
        if contrib.get("contrib-type", "author").lower() not in {
            "author",
            "collab",
            "guest-author",
        }:
            continue
        for path in (
            "name",
            "name-alternatives/name",
            "string-name",
            "name-alternatives/string-name",
        ):
            name = contrib.find(path)
            if name is not None:
                yield _person(name)
                break
        else:
            for body in contrib.iter("collab"):
                yield Name(body=plain(_body(body)))
                break


def _person(name: Element) -> Name:
    given, family, suffix = (
        plain(words_of(name.find(tag))) for tag in ("given-names", "surname", "suffix")
    )
    if not (given or family):
        return Name(given=plain(words_of(name)))
    return Name(family, given, suffix, family_first=name.get("name-style") == "eastern")


def _body(collab: Element) -> str:
    """A group's own name, without the people listed inside it."""
    for inner in list(collab):
        if inner.tag in {"contrib-group", "xref", "aff", "email"}:
            tail = inner.tail or ""
            before = inner.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + tail
            else:
                collab.text = (collab.text or "") + tail
            collab.remove(inner)
    return words_of(collab).strip(" ,;")


def _journal(article: Element) -> str:
    for path in (
        "journal-title-group/journal-title",
        "journal-title",
        "journal-title-group/abbrev-journal-title",
        "abbrev-journal-title",
        "journal-id[@journal-id-type='nlm-ta']",
        "publisher/publisher-name",
    ):
        if name := words_of(article.find(f"front/journal-meta/{path}")):
            return name
    return ""


def _doi(meta: Element) -> str:
    stated = (doi_of(words_of(one)) for one in meta.iterfind("article-id[@pub-id-type='doi']"))
    return next(filter(None, stated), "")


def _pubmed_id(meta: Element) -> str:
    stated = (
        pubmed_id_of(words_of(one)) for one in meta.iterfind("article-id[@pub-id-type='pmid']")
    )
    return next(filter(None, stated), "")


def _address(meta: Element) -> str:
    """A page of the article's own, if it names one; PDFs are files and not pages."""
    for uri in meta.iterfind("self-uri"):
        address = web_address(uri.get(_HREF, ""))
        if address and "pdf" not in f"{uri.get('content-type', '')} {address}".lower():
            return address
    return ""


def _published(meta: Element) -> str:
    """The earliest of the most exact dates of publication: print issues name only their month."""
    dates = [
        iso
        for stated in meta.iterfind("pub-date")
        if not _NOT_PUBLICATION.search(
            f"{stated.get('pub-type', '')} {stated.get('date-type', '')}"
        )
        and (iso := _iso(stated))
    ]
    return min(dates, key=lambda iso: (-len(iso), iso), default="")


def _iso(stated: Element) -> str:
    year, month, day = (words_of(stated.find(part)) for part in ("year", "month", "day"))
    if re.fullmatch(r"\d{4}", year):
        return iso_of(
            int(year), month_number(month), int(day) if re.fullmatch(r"\d{1,2}", day) else None
        )
    dated = find_date(f"{stated.get('iso-8601-date', '')} {words_of(stated)}")
    return dated.iso if dated else ""


def _topics(meta: Element) -> Iterator[str]:
    """Where the journal filed it, and the ends of its hierarchies of subjects.

    Whole hierarchies would name "Biology and life sciences" on every article.
    """
    for group in meta.iterfind("article-categories/subj-group"):
        if group.get("subj-group-type", "heading") in _FILED_UNDER:
            yield from map(words_of, group.iterfind("subject"))
    for group in meta.iterfind("article-categories//subj-group"):
        if group.find("subj-group") is None:
            yield from map(words_of, group.iterfind("subject"))


def _pages(meta: Element) -> str:
    first, last, number, stated = (
        words_of(meta.find(tag)) for tag in ("fpage", "lpage", "elocation-id", "page-range")
    )
    both = f"{first}-{last}" if first and last and first != last else first
    # A range may name several, as "12-14, 19": it says more than the first and the last.
    return (stated if "," in stated else "") or both or number or stated


def _licence(meta: Element) -> str:
    """Its address where there is one, else its name, else its words."""
    for licence in meta.iterfind("permissions/license"):
        links = [licence.get(_HREF, "")]
        links += [words_of(ref) for ref in licence.iter("license_ref")]
        links += [link.get(_HREF, "") for link in licence.iter("ext-link", "uri")]
        for link in links:
            if address := web_address(link):
                return address
        said = words_of(licence)
        if name := _LICENCE_NAME.search(said):
            return name[0].strip()
        if said:
            return said
    return next((words_of(ref) for ref in meta.iterfind("permissions/license_ref")), "")
