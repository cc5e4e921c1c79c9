"""A JATS paragraph as people read it: citation markers gone, figures' names kept, formulas in a line.

A formula that fits no line becomes "…", as quotations mark what they leave out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.sources.rules.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.sources.rules.xml import Element

# Marks that stand in the text while it is put together; plain() drops these code points from sources.
_CITE = "\ue000"
_NAMED_OPEN, _NAMED_CLOSE = "\ue001", "\ue002"

_OMITTED = "…"
_LEFT_OUT = {
    "fn", "label", "object-id", "graphic", "inline-graphic", "tex-math", "media", "table",
    "fig", "table-wrap", "boxed-text", "supplementary-material", "ref-list", "index-term", "permissions",
    "contrib-group", "aff", "email-alternatives", "institution-id", "contrib-id", "def-list", "list", "disp-quote",
    "fig-group", "table-wrap-group", "sec", "mml_annotation", "mml_annotation-xml", "x-private",
}  # fmt: skip
_BREAKS = {"break", "p", "title"}
_FOOTNOTE_REFERENCES = {"fn", "table-fn", "aff", "corresp", "author-notes", "contrib"}
_FORMULAS = {"inline-formula", "disp-formula", "disp-formula-group", "chem-struct-wrap", "mml_math"}

_IN_LINE = {
    "math", "mrow", "mi", "mo", "mn", "mtext", "mspace", "mstyle", "mpadded", "msub", "msup", "msubsup",
    "mfenced", "semantics", "annotation", "annotation-xml",
}  # fmt: skip
_LONGEST_FORMULA = 60
_SPACED = frozenset(("", *"=<>≤≥≈≠±×∈→∼~+"))
_SCRIPTS = {"msub": "_", "msup": "^", "msubsup": "_^"}
_RAISED = str.maketrans("0123456789+-−–n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ")
_RAISABLE = re.compile(r"[0-9+\-−–n]{1,8}")

_LEAD = (
    r"(?:(?:see(?:\s+also)?|e\.?\s?g\.?,?|i\.?e\.?,?|cf\.?,?|but|also|and|for\s+(?:a\s+)?(?:recent\s+)?reviews?,?"
    r"|reviewed\s+(?:in|by)|as\s+reviewed\s+(?:in|by)|refs?\.?|references?|and\s+references\s+therein|among\s+others"
    r"|therein|for\s+example,?|recently|in)\s*)*"
)
_ONE = rf"(?:{_CITE}|{_NAMED_OPEN}[^{_NAMED_OPEN}{_NAMED_CLOSE}]*{_NAMED_CLOSE})"
_BETWEEN = r"[\s,;:–—‐‑-]*(?:and\s|&\s?)?[\s,;:–—‐‑-]*"
_BRACKETED = re.compile(
    rf"\s*[\[(]\s*{_LEAD}{_ONE}(?:{_BETWEEN}{_LEAD}{_ONE})*\s*[;,.]?\s*{_LEAD}[\])]", re.IGNORECASE
)
_BARE = re.compile(rf"\s*{_CITE}(?:\s*[,;–—‐‑-]?\s*{_CITE})*")
_DOUBLED = re.compile(rf"[,;]\s*{_CITE}\s*(?=[,;.])")
_OMISSIONS = re.compile(rf"{_OMITTED}(?:[\s,;.]*{_OMITTED})+")
_OMITTED_AFTER = re.compile(rf"{_OMITTED}\s+(?=[.,;:)\]])")
_OMITTED_BEFORE = re.compile(rf"(?<=[(\[])\s+{_OMITTED}")
_EMPTY = re.compile(r"\s*(?:\(\s*[,;]*\s*\)|\[\s*[,;]*\s*\])")
_NAMED = re.compile(f"[{_NAMED_OPEN}{_NAMED_CLOSE}]")
_LOOSE = re.compile(r"\s+(?=[.,;:!?)\]](?:\s|$))")
_HAS_WORD = re.compile(r"[^\W\d_]{2}")


def words_of(element: Element | None) -> str:
    """The text of an element in plain words; "" for none."""
    if element is None:
        return ""
    return tidy("".join(_pieces(element)))


def tidy(marked: str) -> str:
    """Text put together from `pieces_of`, without its citation markers."""
    # Twice: "(see [1])" is a bracket in a bracket, and "[1]–[3]" two that make one.
    for pattern in (_BRACKETED, _BARE, _BRACKETED, _BARE):
        marked = pattern.sub(_CITE, marked)
    if _CITE in marked:
        marked = _DOUBLED.sub("", marked).replace(_CITE, "")
        marked = _LOOSE.sub("", _EMPTY.sub("", marked))
    return _closed_up(plain(_NAMED.sub("", marked)))


def _closed_up(words: str) -> str:
    """Formulas left out one after another are one omission, without blanks inside brackets."""
    words = _OMISSIONS.sub(_OMITTED, words)
    return _OMITTED_AFTER.sub(_OMITTED, _OMITTED_BEFORE.sub(_OMITTED, words))


def pieces_of(element: Element) -> Iterator[str]:
    """Text of one element, with marks in it; the tail is left to the caller."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _LEFT_OUT:
        return
    if tag in _FORMULAS:
        yield _formula(element)
    elif tag == "xref":
        yield _reference(element)
    elif tag == "sup":
        yield _superscript(element)
    else:
        if tag in _BREAKS:
            yield " "
        yield from _pieces(element)
        if tag in _BREAKS:
            yield " "


def _pieces(element: Element) -> Iterator[str]:
    yield plain_marked(element.text)
    for child in element:
        yield from pieces_of(child)
        yield plain_marked(child.tail)


def plain_marked(text: str | None) -> str:
    """Text of the source, without the code points that are marks here."""
    return (
        ""
        if not text
        else text.replace(_CITE, "").replace(_NAMED_OPEN, "").replace(_NAMED_CLOSE, "")
    )


def _reference(element: Element) -> str:
    kind = element.get("ref-type", "")
    said = "".join(_pieces(element))
    if kind in _FOOTNOTE_REFERENCES or not said.strip():
        return _CITE  # goes with its brackets: "(see )" is what an empty reference would leave
    if kind != "bibr":
        return said
    return f"{_NAMED_OPEN}{said}{_NAMED_CLOSE}" if _HAS_WORD.search(said) else _CITE


def _superscript(element: Element) -> str:
    """Raised text; a raised number behind a number keeps its place above the line.

    "10" and "6" side by side would be another number.
    """
    said = "".join(_pieces(element))
    if _CITE in said:
        return said if said.strip(f"{_CITE} ,;–—-") else _CITE
    before = element.getprevious()
    parent = element.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else ""
    after_number = (text or "")[-1:].isdigit()
    return said.translate(_RAISED) if after_number and _RAISABLE.fullmatch(said) else said


def _formula(element: Element) -> str:
    maths = element if element.tag == "mml_math" else next(element.iter("mml_math"), None)
    if maths is not None:
        return _in_line(maths)
    bare = plain("".join(_pieces(element)))
    return bare if 0 < len(bare) <= _LONGEST_FORMULA else f" {_OMITTED} "


def _in_line(maths: Element) -> str:
    """MathML as a line such as "x_i = 2", or "…" where it needs two dimensions."""
    tags = {str(one.tag).removeprefix("mml_") for one in maths.iter() if isinstance(one.tag, str)}
    if not tags <= _IN_LINE:
        return f" {_OMITTED} "
    line = plain(_math(maths))
    return line if 0 < len(line) <= _LONGEST_FORMULA else f" {_OMITTED} "


def _math(element: Element) -> str:
    tag = str(element.tag).removeprefix("mml_")
    said = plain(element.text or "")
    parts = [_math(child) for child in element if isinstance(child.tag, str)]
    match tag:
        case "annotation" | "annotation-xml":
            return ""
        case "mi" | "mn" | "mtext":
            return said
        case "mo" | "mspace":
            return f" {said} " if said in _SPACED else said
        case "msub" | "msup" | "msubsup":
            marks = ("", *_SCRIPTS[tag])
            return "".join(mark + _grouped(part) for mark, part in zip(marks, parts, strict=False))
        case "mfenced":
            return element.get("open", "(") + ", ".join(parts) + element.get("close", ")")
        case _:
            return "".join(parts)


def _grouped(part: str) -> str:
    bare = part.strip()
    return bare if len(bare) <= 1 or bare.isalnum() else f"({bare})"
