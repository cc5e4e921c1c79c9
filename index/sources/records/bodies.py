"""An article's words in any of the shapes that exports have become sections of paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.article import Section, SectionKind
from index.sources.records.keys import bare
from index.sources.records.markup import is_markup, without_markup
from index.sources.records.values import first_of, is_empty, is_list, is_object, said
from index.sources.rules.furniture import Furniture, kind_of
from index.sources.rules.outline import NESTED
from index.sources.rules.plain import plain
from index.sources.rules.prose import ends_sentence, is_prose, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.sources.records.values import Object

_WORDS: Final = (
    "paragraphs",
    "sentences",
    "text",
    "content",
    "body",
    "bodytext",
    "p",
    "value",
    "abstract",
    "rendered",
)
_HEADING: Final = (
    "section",
    "sectionname",
    "heading",
    "header",
    "title",
    "sectiontitle",
    "name",
    "label",
)
_INNER: Final = ("sections", "subsections", "children")
_COLONS: Final = re.compile(r"\s*:::\s*")
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n+")
_WRAPPED: Final = 120
"""Lines no longer than so many characters, in a text of several, were broken to fit a page."""

_SEVERAL: Final = 3
"""Page furniture stands around paragraphs; one or two alone are what there is of the article."""

_HASHES: Final = re.compile(r"#{1,6}\s+(\S.*?)\s*#*")
_LONGEST_HEADING: Final = 12
_NUMBERED: Final = re.compile(r"[\[(]?\d[\d\s,;–—-]{0,40}[\])]?")
_DEEPEST: Final = 8
_NO_HEADING: Final = {"", "none", "null", "abstract"}


def sections_of(value: object, kind: SectionKind, *, title: str = "") -> tuple[Section, ...]:
    """Sections in reading order, none without a paragraph.

    Args:
        value: A text; a list of texts; a list of objects with a text and a heading; or an object of
            texts by heading.
        kind: What part of the article it is.
        title: The article's; a text that begins with it begins with a masthead, which goes.
    """
    lead = "Abstract" if kind is SectionKind.ABSTRACT else ""
    found: list[tuple[str, str]] = []
    for heading, text in _parts(value, "", _DEEPEST):
        under = heading
        for paragraph, heads in _paragraphs(text, title):
            if heads:
                under = NESTED.join(filter(None, (heading, paragraph)))
            else:
                found.append((under, paragraph))
    return tuple(_joined(found, kind, lead))


def _joined(found: Sequence[tuple[str, str]], kind: SectionKind, lead: str) -> Iterator[Section]:
    """Neighbours under one heading are one section."""
    paragraphs: list[str] = []
    for place, (heading, paragraph) in enumerate(found):
        paragraphs.append(paragraph)
        if place + 1 == len(found) or found[place + 1][0] != heading:
            own = "" if heading.lower() in _NO_HEADING else heading
            yield Section(NESTED.join(filter(None, (lead, own))), tuple(paragraphs), kind)
            paragraphs = []


def _parts(value: object, heading: str, depth: int) -> Iterator[tuple[str, str]]:
    """Texts with the heading each stands under."""
    if isinstance(value, str):
        if not is_empty(value):
            yield heading, value
    elif is_list(value):
        for one in value if depth else ():
            yield from _parts(one, heading, depth - 1)
    elif is_object(value) and depth:
        yield from _object(value, heading, depth)


def _object(value: Object, heading: str, depth: int) -> Iterator[tuple[str, str]]:
    known = {bare(key): one for key, one in value.items()}
    texts = [known[key] for key in (*_WORDS, *_INNER) if not is_empty(known.get(key))]
    if not texts:
        # Texts by heading: {"Methods": "…", "Results": ["…"]}.
        for key, one in value.items():
            if (isinstance(one, str) or is_list(one)) and bare(key) not in _HEADING:
                yield from _parts(one, _under(heading, plain(key)), depth - 1)
        return
    own = first_of((said(known.get(key)) for key in _HEADING), "")
    under = _under(heading, NESTED.join(_COLONS.split(own)))
    first = texts[0]
    text = _without_citations(first, known.get("citespans")) if isinstance(first, str) else first
    yield from _parts(text, under, depth - 1)
    for key in _INNER:
        if key in known and known[key] is not first:
            yield from _parts(known[key], under, depth - 1)


def _under(heading: str, own: str) -> str:
    return NESTED.join(filter(None, (heading, own)))


def _without_citations(text: str, spans: object) -> str:
    """The text without numbers of references, where the record says where they stand."""
    cut = len(text)
    marked = spans if is_list(spans) else []
    for span in reversed(marked):
        start, end = (span.get("start"), span.get("end")) if is_object(span) else (None, None)
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= cut):
            continue
        if _NUMBERED.fullmatch(text[start:end]):
            text = text[:start].rstrip(" ") + text[end:]
            cut = start
    return text


def _paragraphs(text: str, title: str) -> Sequence[tuple[str, bool]]:
    """Paragraphs, and whether each is a heading; of a page that was copied, its furniture is neither."""
    blocks = _blocks(text)
    if len(blocks) >= _SEVERAL:
        blocks = [block for block in blocks if kind_of(block) is Furniture.NONE]
    if title and title.casefold() in (block.casefold() for block in blocks[:3]):
        prose = (place for place, block in enumerate(blocks) if is_prose(block) and block != title)
        blocks = blocks[next(prose, len(blocks)) :]
    return [_block(block, blocks[place + 1 : place + 2]) for place, block in enumerate(blocks)]


def _block(block: str, after: Sequence[str]) -> tuple[str, bool]:
    if hashes := _HASHES.fullmatch(block):
        return hashes[1], True
    heads = words(block) <= _LONGEST_HEADING and not ends_sentence(block)
    return block, heads and bool(after) and is_prose(after[0]) and not block.endswith((",", ";"))


def _blocks(text: str) -> Sequence[str]:
    whole = without_markup(text) if is_markup(text) else text
    blocks = _BLANK_LINE.split(whole.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [line for block in blocks for line in block.split("\n")]
    if len(blocks) == 1 and max(map(len, lines), default=0) > _WRAPPED:
        blocks = lines
    return [block for block in map(plain, blocks) if block]
