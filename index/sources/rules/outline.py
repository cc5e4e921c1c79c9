"""Headings and paragraphs in reading order become sections; nested headings join as "Methods › Design"."""

from __future__ import annotations

from index.article import Section, SectionKind

NESTED = " › "
_FIRST, _LAST = 1, 6


class Outline:
    """The sections of one article while it is read."""

    def __init__(self) -> None:
        self._done: list[Section] = []
        self._path: list[tuple[int, str]] = []
        self._paragraphs: list[str] = []

    def heading(self, text: str, level: int = 2) -> None:
        """Open a section; it nests in the last one of a higher rank (a smaller level)."""
        self._close()
        level = min(max(level, _FIRST), _LAST)
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        if text:
            self._path.append((level, text))

    def paragraph(self, text: str) -> None:
        """Put a paragraph into the open section; empty ones are no paragraphs."""
        if text:
            self._paragraphs.append(text)

    def sections(self) -> tuple[Section, ...]:
        """Every section with a paragraph."""
        self._close()
        return tuple(self._done)

    def _close(self) -> None:
        if self._paragraphs:
            heading = NESTED.join(text for _, text in self._path)
            self._done.append(Section(heading, tuple(self._paragraphs), SectionKind.BODY))
            self._paragraphs = []
