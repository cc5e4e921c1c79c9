"""Blocks in reading order become an article's sections.

Paragraphs go on across columns, pages, figures and formulas; a formula left out of a sentence is "…".
Captions follow the section they stand in. References and acknowledgements are left out, as in JATS.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.article import Section, SectionKind
from index.sources.pdf.kinds import Kind
from index.sources.pdf.layout.blocks import BULLET, caption_label
from index.sources.pdf.layout.headings import (
    Heading,
    heading_of,
    lettered,
    levels_of,
    look_of,
    unspaced,
)
from index.sources.pdf.layout.hyphens import joined
from index.sources.pdf.wording import (
    ABSTRACT,
    APPENDIX,
    IN_ABSTRACT,
    INTRODUCTION,
    KEYWORDS,
    LEFT_OUT,
    REFERENCES,
    RUN_IN_ABSTRACT,
)
from index.sources.rules.outline import NESTED
from index.sources.rules.plain import plain
from index.sources.rules.prose import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.sources.pdf.layout.blocks import Block
    from index.sources.pdf.layout.headings import Look
    from index.sources.pdf.layout.hyphens import Vocabulary

_OMITTED = "…"
_SAME = 0.05
_ENDS = (":", ";")


class Flow:
    """The sections of one paper while it is read."""

    def __init__(self, known: Vocabulary, levels: dict[Look, int]) -> None:
        self._known = known
        self._levels = levels
        self._done: list[Section] = []
        self._captions: list[Section] = []
        self._path: list[tuple[int, str]] = []
        self._paragraphs: list[str] = []
        self._last: Block | None = None
        self._gap = False
        self._kind = SectionKind.BODY
        self._abstract: Block | None = None
        self._references: Look | None = None
        self._appendices = False
        self._left_out = False

    def take(self, block: Block, kind: Kind) -> None:
        """Put the next block where it belongs."""
        match kind:
            case Kind.HEADING:
                self._heading(block)
            case Kind.CAPTION:
                text = block.text(self._known)
                label = caption_label(text)
                rest = text[len(label) :].lstrip(" .:|—–-") if text.startswith(label) else text
                self._captions.append(Section(label, (rest,) if rest else (), SectionKind.CAPTION))
            case Kind.CAPTION_MORE:
                self._more_caption(block.text(self._known))
            case Kind.TEXT:
                self._text(block)
            case Kind.FORMULA:
                self._gap = True
            case _:
                pass

    def sections(self) -> tuple[Section, ...]:
        """Every section with words in it, in reading order."""
        self._close()
        return tuple(section for section in self._done if section.paragraphs)

    def _heading(self, block: Block) -> None:
        text = unspaced(block.text(self._known))
        said = heading_of(text)
        look = look_of(block)
        if self._references is not None or self._appendices:
            # "B Results" may be a word; behind the references it is an appendix.
            said = lettered(text) or said
        if self._references is not None:
            if not self._reopens(said, look):
                return
            self._references, self._appendices = None, said.lettered
        if self._in_abstract(said, look):
            self._open(2, said.text)
            return
        level = said.depth or self._levels.get(look, 1)
        self._close()
        self._kind, self._abstract = SectionKind.BODY, None
        self._left_out = bool(LEFT_OUT.fullmatch(said.text))
        if REFERENCES.fullmatch(said.text):
            self._references = look
        elif ABSTRACT.fullmatch(said.text) and not said.depth and not self._has_abstract():
            self._open(1, "Abstract")
            self._kind, self._abstract = SectionKind.ABSTRACT, block
        else:
            self._open(level, said.text)

    def _has_abstract(self) -> bool:
        return any(section.kind is SectionKind.ABSTRACT for section in self._done)

    def _in_abstract(self, said: Heading, look: Look) -> bool:
        """Whether this heads a part of a structured abstract: once each, and no larger than the abstract's own."""
        if self._abstract is None or said.depth or not IN_ABSTRACT.fullmatch(said.text):
            return False
        begun = [text for level, text in self._path if level > 1]
        seen = {section.heading.rpartition(NESTED)[2] for section in self._done}
        unheaded = bool(self._paragraphs) and not begun
        return said.text not in seen and look.size <= look_of(self._abstract).size and not unheaded

    def _reopens(self, said: Heading, look: Look) -> bool:
        """Whether the paper goes on after its references: with an appendix, or a heading of the same kind."""
        references = self._references
        if references is None or REFERENCES.fullmatch(said.text):
            return False
        same = (
            look.size >= references.size
            and look.bold == references.bold
            and look.capitals == references.capitals
        )
        return same or bool(APPENDIX.match(said.text) or LEFT_OUT.fullmatch(said.text))

    def _open(self, level: int, text: str) -> None:
        self._close()
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        self._path.append((level, text))

    def _close(self) -> None:
        if self._paragraphs:
            heading = NESTED.join(text for _, text in self._path)
            self._done.append(Section(heading, tuple(map(plain, self._paragraphs)), self._kind))
        self._done.extend(self._captions)
        self._paragraphs, self._captions = [], []
        self._last, self._gap = None, False

    def _more_caption(self, text: str) -> None:
        if self._captions:
            last = self._captions.pop()
            self._captions.append(Section(last.heading, (*last.paragraphs, plain(text)), last.kind))

    def _text(self, block: Block) -> None:
        if self._left_out or self._references is not None:
            return
        text = block.text(self._known)
        if KEYWORDS.match(text):
            self._end_abstract()
            return
        if self._kind is SectionKind.ABSTRACT and self._abstract is not None:
            if self._last is not None and abs(self._last.size - block.size) > _SAME * block.size:
                self._end_abstract()
        elif not self._done and not self._paragraphs and (found := RUN_IN_ABSTRACT.match(text)):
            self._open(1, "Abstract")
            self._kind, self._abstract = SectionKind.ABSTRACT, block
            text = text[found.end() :]
        if self._continues(block, text):
            self._paragraphs[-1] = self._joined(self._paragraphs[-1], text)
        else:
            self._paragraphs.append(text)
        self._last, self._gap = block, False

    def _end_abstract(self) -> None:
        if self._kind is SectionKind.ABSTRACT:
            self._close()
            self._path, self._kind, self._abstract = [], SectionKind.BODY, None

    def _continues(self, block: Block, text: str) -> bool:
        """Whether the last paragraph goes on here."""
        last = self._last
        if last is None or not self._paragraphs or abs(last.size - block.size) > _SAME * block.size:
            return False
        before = self._paragraphs[-1]
        if ends_sentence(before) or BULLET.match(text):
            return False
        if text[0].islower():
            return True
        return last.column is not block.column and not before.endswith(_ENDS) and not self._gap

    def _joined(self, before: str, text: str) -> str:
        if self._gap:
            return f"{before} {_OMITTED} {text}"
        return joined(before, text, self._known)


def sections_of(
    blocks: Sequence[Block], kinds: Sequence[Kind], known: Vocabulary
) -> tuple[Section, ...]:
    """The sections of a paper, from its blocks in reading order."""
    headings = [block for block, kind in zip(blocks, kinds, strict=True) if kind is Kind.HEADING]
    levels = levels_of((heading_of(block.raw), look_of(block)) for block in headings)
    flow = Flow(known, levels)
    for block, kind in zip(blocks, kinds, strict=True):
        flow.take(block, kind)
    return flow.sections()


def with_abstract(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same, where the paragraphs that no heading announces above an introduction are the abstract."""
    first, *others = sections or (None,)
    if first is None or first.heading or first.kind is not SectionKind.BODY:
        return sections
    if not any(INTRODUCTION.fullmatch(section.heading) for section in others):
        return sections
    return (replace(first, heading="Abstract", kind=SectionKind.ABSTRACT), *others)
