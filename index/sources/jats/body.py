"""The sections of a JATS article: abstracts first, then the body, captions after the words they serve."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.article import Section, SectionKind
from index.sources.jats.inline import pieces_of, plain_marked, tidy, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.sources.rules.xml import Element

NESTED = " › "
"""Between the headings of nested sections."""

_FLOATS = {
    "fig": "Figure",
    "table-wrap": "Table",
    "supplementary-material": "Supplementary material",
    "media": "Media",
    "fig-group": "Figures",
    "table-wrap-group": "Tables",
}
_GROUPS = {"fig-group", "table-wrap-group", "floats-group", "floats-wrap"}
_BOX = "boxed-text"
_LISTS = {"list", "def-list"}
_BLOCKS = {
    "p", "list", "def-list", "disp-quote", "verse-group", "speech", "statement", "preformat", "list-item",
    "def-item", "attrib", "verse-line", "array", "question", "answer", "question-wrap", "answer-set",
}  # fmt: skip
_SPLITTERS = _BLOCKS | _GROUPS | {_BOX, "fig", "table-wrap", "supplementary-material", "sec"}
_LEFT_OUT = {
    "title", "label", "ref-list", "fn-group", "fn", "table-wrap-foot", "table", "alternatives", "graphic",
    "disp-formula", "disp-formula-group", "tex-math", "sec-meta", "object-id", "permissions", "ack", "attrib",
    "kwd-group", "copyright-statement", "license", "alt-text", "long-desc", "speaker", "subtitle",
}  # fmt: skip
_PARTS = (
    ("body", ""),
    ("back/app-group/app", "Appendix"),
    ("back/app", "Appendix"),
    ("back/sec", ""),
    ("back/glossary", "Glossary"),
)
"""Where an article's own text stands behind its abstracts, and what a part without a title is called."""

_OTHER_ABSTRACTS = {"graphical", "key-image", "video"}
_FILE_NOTE = re.compile(
    r"\(?[A-Z0-9]{2,5}(?:,? ?\d*[.\d]* ?[KMG]?B)?\)?\.?|Click here (?:for|to) .{0,60}|\(?\d[\d.,]* [KMG]B .{0,20}\)?"
)
_WORD = re.compile(r"[^\W_]")


@dataclass
class _Run:
    """Paragraphs and floats met since the last heading."""

    paragraphs: list[str] = field(default_factory=list[str])
    floats: list[Element] = field(default_factory=list["Element"])


def sections_of(article: Element) -> tuple[Section, ...]:
    """Every section with words in it, in reading order."""
    found: list[Section] = []
    abstracts = [
        *article.iterfind("front/article-meta/abstract"),
        *article.iterfind("front-stub/abstract"),
    ]
    # The abstract proper has no type; summaries for the contents page and for lay readers do.
    for abstract in sorted(abstracts, key=lambda one: bool(one.get("abstract-type"))):
        if abstract.get("abstract-type") not in _OTHER_ABSTRACTS:
            found.extend(_walk(abstract, _abstract_heading(abstract), SectionKind.ABSTRACT))
    for path, untitled in _PARTS:
        for part in article.iterfind(path):
            found.extend(_walk(part, _heading(part) or untitled, SectionKind.BODY))
    for group in article.iterfind("floats-group"):
        found.extend(_walk(group, "", SectionKind.BODY))
    return tuple(found)


def _abstract_heading(abstract: Element) -> str:
    title = _heading(abstract)
    return "Abstract" if title.lower() in {"", "abstract"} else f"Abstract{NESTED}{title}"


def _walk(element: Element, heading: str, kind: SectionKind) -> Iterator[Section]:
    run = _Run()
    for child in element:
        tag = child.tag
        if tag == "sec" or (tag == _BOX and _is_sectioned(child)):
            yield from _emptied(run, heading, kind)
            own = _box_heading(child) if tag == _BOX else _heading(child)
            yield from _walk(child, NESTED.join(filter(None, (heading, own))), kind)
        elif isinstance(tag, str):
            _take(child, run)
    yield from _emptied(run, heading, kind)


def _emptied(run: _Run, heading: str, kind: SectionKind) -> Iterator[Section]:
    if run.paragraphs:
        yield Section(heading, tuple(run.paragraphs), kind)
    for one in run.floats:
        if one.tag == _BOX:
            yield from _walk(one, _box_heading(one), SectionKind.BODY)
        else:
            yield from _caption(one)
    run.paragraphs.clear()
    run.floats.clear()


def _is_sectioned(box: Element) -> bool:
    return box.find("sec") is not None


def _take(element: Element, run: _Run) -> None:
    """Put the words of a block into the run, one paragraph each."""
    tag = element.tag
    if tag in _GROUPS:
        run.floats.extend(_members(element))
    elif tag in _FLOATS or tag == _BOX:
        run.floats.append(element)
    elif tag == "def-item":
        parts = (
            words_of(element.find("term")),
            " ".join(_paragraphs_in(element.iterfind("def/p"))),
        )
        _add(run, ": ".join(filter(None, parts)))
    elif tag in _BLOCKS:
        _split(element, run)
    elif tag not in _LEFT_OUT:
        for child in element:
            if isinstance(child.tag, str):
                _take(child, run)


def _members(element: Element) -> Iterator[Element]:
    """A group, for its own caption, and what it holds; what stands in a box comes with the box."""
    if element.tag in _FLOATS or element.tag == _BOX:
        yield element
    for child in element if element.tag != _BOX else ():
        yield from _members(child)


def _split(element: Element, run: _Run) -> None:
    """The element's own words, cut where a block stands inside it."""
    words = [plain_marked(element.text)]
    for child in element:
        if child.tag in _SPLITTERS:
            _add(run, tidy("".join(words)))
            words = []
            if child.tag == "sec":
                _split(child, run)
            else:
                _take(child, run)
        elif not (child.tag in {"label", "title"} and element.tag != "p"):
            words.extend(pieces_of(child))
        words.append(plain_marked(child.tail))
    _add(run, tidy("".join(words)))


def _add(run: _Run, words: str) -> None:
    if _WORD.search(words):
        run.paragraphs.append(words)


def _caption(element: Element) -> Iterator[Section]:
    label = words_of(element.find("label")).rstrip(".:")
    run = _Run()
    for caption in element.iterfind("caption"):
        title = words_of(caption.find("title"))
        _add(run, title)
        for child in caption:
            if isinstance(child.tag, str) and child.tag != "title":
                _take(child, run)
    kept = tuple(words for words in run.paragraphs if not _FILE_NOTE.fullmatch(words))
    if kept:
        yield Section(label or _FLOATS[str(element.tag)], kept, SectionKind.CAPTION)


def _box_heading(box: Element) -> str:
    label = words_of(box.find("label")).rstrip(".:")
    title = _heading(box) or words_of(box.find("caption/title"))
    return NESTED.join(filter(None, (label, title))) or "Box"


def _heading(element: Element) -> str:
    return words_of(element.find("title"))


def _paragraphs_in(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        run = _Run()
        _split(element, run)
        yield from run.paragraphs
