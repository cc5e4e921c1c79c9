r"""Entries as BibTeX: for LaTeX, biblatex, Zotero and JabRef alike.

Letters stay as they are, in UTF-8, which LaTeX reads since 2018. What TeX would act on is written as
commands, and never as `\{`: BibTeX counts braces without looking at the backslash before them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import bibtexparser
from bibtexparser.model import Entry as Block, Field
from pylatexenc.latexencode import (
    RULE_DICT,
    UnicodeToLatexConversionRule,
    UnicodeToLatexEncoder,
)

from index.citing.entry import JOURNAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.citing.entry import CslName, Entry

_COMMANDS: Final = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
"""Macros that every bibliography style defines."""

_SPACE: Final = re.compile(r"(\s+)")

_encoder = UnicodeToLatexEncoder(
    conversion_rules=[
        UnicodeToLatexConversionRule(
            RULE_DICT, {ord(mark): command for mark, command in _COMMANDS.items()}
        )
    ],
    replacement_latex_protection="none",
    unknown_char_policy="keep",
    unknown_char_warning=False,
)


def bibtex(entries: Sequence[Entry]) -> str:
    """The entries as one BibTeX file."""
    blocks = [Block(_type(entry), entry["id"], _fields(entry)) for entry in entries]
    written = bibtexparser.BibtexFormat()
    written.indent = "  "
    written.block_separator = "\n"
    return bibtexparser.write_string(
        bibtexparser.Library(blocks), unparse_stack=[], bibtex_format=written
    )


def _type(entry: Entry) -> str:
    return "article" if entry["type"] == JOURNAL else "misc"


def _fields(entry: Entry) -> list[Field]:
    written = [*_said(entry), *_dated(entry), *_verbatim(entry)]
    return [Field(name, value) for name, value in written if value]


def _said(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "author", _braced(" and ".join(_name(name) for name in entry.get("author", ())))
    yield "title", _braced(_as_printed(entry.get("title", "")))
    outlet = entry.get("container-title", "") or entry.get("publisher", "")
    yield "journal" if entry["type"] == JOURNAL else "howpublished", _braced(_tex(outlet))
    yield "volume", _braced(_tex(entry.get("volume", "")))
    yield "number", _braced(_tex(entry.get("issue", "")))
    yield "pages", _braced(re.sub(r"(?<=\w)[-–](?=\w)", "--", _tex(entry.get("page", ""))))


def _dated(entry: Entry) -> Iterator[tuple[str, str]]:
    if "issued" in entry:
        year, *rest = entry["issued"]["date-parts"][0]
        yield "year", _braced(f"{year:04d}")
        if rest:
            yield "month", _MONTHS[rest[0] - 1]
        if rest[1:]:
            yield "day", _braced(str(rest[1]))
    notes = (entry.get("genre", ""), entry.get("note", ""))
    yield "note", _braced(_tex(". ".join(note for note in notes if note)))
    yield "urldate", _braced(_day(entry))


def _verbatim(entry: Entry) -> Iterator[tuple[str, str]]:
    # Read as they stand by biblatex and by every program that follows them: escapes would break them.
    yield "doi", _braced(entry.get("DOI", ""))
    yield "url", _braced("" if "DOI" in entry else entry.get("URL", ""))
    yield "pmid", _braced(_tex(entry.get("PMID", "")))
    yield "language", _braced(_tex(entry.get("language", "")))


def _day(entry: Entry) -> str:
    parts = entry["accessed"]["date-parts"][0] if "accessed" in entry else []
    return "-".join(f"{part:02d}" for part in parts)


def _name(name: CslName) -> str:
    if "literal" in name:
        return _braced(_tex(name["literal"]))
    family = " ".join(
        part for part in (_tex(name.get("non-dropping-particle", "")), _last(name)) if part
    )
    parts = (family, _part(name.get("suffix", "")), _part(name.get("given", "")))
    return ", ".join(part for part in parts if part)


def _last(name: CslName) -> str:
    family = name.get("family", "")
    written = _part(family)
    # A small first letter would count as a particle, and of two words alone the first as given.
    misread = family[:1].islower() or (" " in family and "given" not in name)
    return _braced(written) if misread and not written.startswith("{") else written


def _part(text: str) -> str:
    """A part of a name; what BibTeX would divide it by stands in braces."""
    written = _tex(text)
    return _braced(written) if "," in written or " and " in f" {text.lower()} " else written


def _as_printed(title: str) -> str:
    """The title, in which no style turns "HIV" into "hiv"."""
    words = _SPACE.split(title)
    return "".join(_protected(word, first=n == 0) for n, word in enumerate(words))


def _protected(word: str, *, first: bool) -> str:
    cased = word[1:] if first else word
    written = _tex(word)
    return _braced(written) if any(letter.isupper() for letter in cased) else written


def _tex(text: str) -> str:
    return str(_encoder.unicode_to_latex(text))


def _braced(written: str) -> str:
    return f"{{{written}}}" if written else ""
