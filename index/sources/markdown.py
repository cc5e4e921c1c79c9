"""Markdown with front matter: what the YAML says is checked, the marks go, the words stay."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from index.errors.sources import NoArticleError, OversizedSourceError, UnreadableSourceError
from index.sources.front_yaml import MAX_WRITTEN_CHARS, read_yaml
from index.sources.rules.outline import Outline
from index.sources.rules.plain import plain
from index.sources.source import Draft
from index.sources.supplied import WrittenFrontMatter, checked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_MARKDOWN_CHARS = 2_000_000

_FRONT = re.compile(
    r"\A\s*---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_KEYED = re.compile(r"(?m)^[A-Za-z_][\w .-]{0,40}:(?:\s|$)")

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})[^`\n]*$")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ENTRY = re.compile(r"[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"\A[ ]{0,3}(?:>[ ]?)+")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]+\S")
_SHORTCODE = re.compile(r"\{\{[<%].{0,500}?[%>]\}\}|\{%.{0,500}?%\}")

_CODE = re.compile(r"(`+)(.{1,2000}?)(?<!`)\1(?!`)")
_PICTURE = re.compile(
    r"!\[[^\]\n]{0,500}\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)|\[[^\]\n]{0,200}\])"
)
_LINK = re.compile(
    r"\[((?:[^\[\]\n]|\[[^\[\]\n]{0,100}\]){1,1000})\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)|\[[^\]\n]{0,200}\])"
)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,60}\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]{1,2000})>")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>]{0,1000})?/?>")
_STRONG = re.compile(r"(\*{1,3}|~~)(?=\S)([^*~]{1,3000}?)(?<=\S)\1")
_UNDERSCORED = re.compile(r"(?<!\w)(_{1,3})(?=\S)([^_]{1,3000}?)(?<=\S)\1(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT = "\ue010"


class _Line(NamedTuple):
    """A line's words: `level` of a heading, whether it begins a paragraph of its own."""

    text: str
    level: int = 0
    opens: bool = False


def sniff(text: str) -> bool:
    """Whether the text begins with front matter."""
    front = _FRONT.match(text[: 2 * MAX_WRITTEN_CHARS])
    return bool(front and _KEYED.search(front["yaml"]))


def read(text: str) -> Sequence[Draft]:
    """The article of a Markdown file.

    Raises:
        UnreadableSourceError: the front matter is broken; with the line in the file.
        NoArticleError: there is nothing under the front matter.
        OversizedSourceError: it is longer than any article.
    """
    if len(text) > MAX_MARKDOWN_CHARS:
        raise OversizedSourceError(f"its text is longer than {MAX_MARKDOWN_CHARS} characters")
    front = _FRONT.match(text)
    if front is None:
        raise UnreadableSourceError("its front matter has no end")
    # Blank lines stand for what is above the YAML, so that a broken line is named by its place in the file.
    above = text[: front.start("yaml")].count("\n") * "\n"
    metadata = checked(read_yaml(above + front["yaml"]), WrittenFrontMatter).metadata
    outline = Outline()
    for line in _paragraphs(text[front.end() :]):
        words = unmarked(line.text)
        if line.level and words.casefold() != metadata.title.casefold():
            outline.heading(words, line.level)
        elif not line.level:
            outline.paragraph(words)
    sections = outline.sections()
    if not sections:
        raise NoArticleError("nothing under its front matter")
    return (Draft(metadata, sections),)


def unmarked(text: str) -> str:
    """A line of Markdown without its marks: links and emphasis as their words, pictures gone."""
    codes: list[str] = []

    def keep(match: re.Match[str]) -> str:
        codes.append(match[2].strip())
        return f"{_KEPT}{len(codes) - 1}{_KEPT}"

    shown = _CODE.sub(keep, text.replace(_KEPT, ""))
    shown = _ESCAPED.sub(lambda match: keep_character(match[1], codes), shown)
    shown = _FOOTNOTE.sub("", _PICTURE.sub(" ", _SHORTCODE.sub(" ", shown)))
    shown = _LINK.sub(r"\1", _PICTURE.sub(" ", shown))
    shown = _TAG.sub(" ", _AUTOLINK.sub(r"\1", shown)) if "<" in shown else shown
    for _ in range(3):  # emphasis inside emphasis
        shown = _UNDERSCORED.sub(r"\2", _STRONG.sub(r"\2", shown))
    shown = unescape(shown)
    restored = re.sub(
        f"{_KEPT}(\\d+){_KEPT}",
        lambda match: codes[int(match[1])] if int(match[1]) < len(codes) else "",
        shown,
    )
    return plain(restored)


def keep_character(character: str, codes: list[str]) -> str:
    """Hide an escaped character from the patterns for marks."""
    codes.append(character)
    return f"{_KEPT}{len(codes) - 1}{_KEPT}"


def _paragraphs(body: str) -> Iterator[_Line]:
    """Headings, and lines put together to paragraphs."""
    grown: list[str] = []
    for line in _lines(body):
        if line.level or line.opens or not line.text:
            if grown:
                yield _Line("\n".join(grown).replace("\n", " "))
            grown = []
        if line.level:
            yield line
        elif line.text:
            grown.append(line.text)
    if grown:
        yield _Line(" ".join(grown))


def _lines(body: str) -> Iterator[_Line]:
    fence = ""
    rows = _COMMENT.sub("", body).splitlines()
    for place, row in enumerate(rows):
        mark = _FENCE.match(row)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) and row.strip() == mark[1] else fence
            continue
        if mark:
            fence = mark[1]
            yield _Line("")
            continue
        yield from _line(
            row, rows[place + 1] if place + 1 < len(rows) else "", rows[place - 1] if place else ""
        )


def _line(row: str, after: str, before: str) -> Iterator[_Line]:
    bare = _QUOTE.sub("", row)
    if heading := _HEADING.match(bare):
        yield _Line(heading[2] or "", len(heading[1]))
    elif bare.strip() and _is_underline(after) and not before.strip() and not _ENTRY.match(bare):
        yield _Line(bare, 1 if after.strip().startswith("=") else 2)
    elif (
        (_is_underline(row) and before.strip())
        or _RULE.match(row)
        or _DEFINITION.match(row)
        or (_TABLE_RULE.match(bare) and "|" in bare)
    ):
        yield _Line("")
    elif bare.lstrip().startswith("|"):
        yield _Line(
            " | ".join(filter(None, (cell.strip() for cell in bare.strip().strip("|").split("|")))),
            opens=True,
        )
    elif entry := _ENTRY.match(bare):
        yield _Line(bare[entry.end() :], opens=True)
    else:
        # Two blanks or a backslash at the end break a line, and not a paragraph.
        yield _Line(
            bare.rstrip().removesuffix("\\"),
            opens=bool(_QUOTE.match(row)) != bool(_QUOTE.match(before)),
        )


def _is_underline(row: str) -> bool:
    return bool(_UNDERLINE.match(row)) and bool(row.strip())
