"""XML that strangers wrote is parsed here: no DTD, no network, no entities of its own, bounded depth."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from index.errors.sources import OversizedSourceError, SourceError, UnreadableSourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    # lxml has no public name for its elements; the readers take theirs from here.
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage] - as above

MAX_ELEMENTS = 1_000_000
"""The largest PLOS article has 60,000; past a million a file is a corpus or an attack."""

MATHML = "http://www.w3.org/1998/Math/MathML"
_SAFE: Final[dict[str, Any]] = {
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "recover": False,
}
_FED = 64 * 1024
_XML_OWN = {"amp", "lt", "gt", "quot", "apos"}
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]{0,500}?\?>")


def parsed(text: str) -> Element:
    """The root of `text`, its tags without namespaces but for MathML's, which begin with "mml:".

    Named entities of HTML become their characters; entities a file declares itself become nothing.

    Raises:
        UnreadableSourceError: it is not well-formed; with the line.
        OversizedSourceError: it is deeper or larger than any article.
    """
    try:
        root = etree.fromstring(_bytes(text), etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError as error:
        raise _broken(error) from error
    return _without_namespaces(root)


def elements_of(text: str, tags: Sequence[str]) -> Iterator[Element]:
    """The outermost elements of these names, one after another; each is gone when the next one comes.

    Raises:
        SourceError: as `parsed`, when the fault is reached; what stands before it has come by then.
    """
    parser = etree.XMLPullParser(events=("start", "end"), tag=tuple(tags), **_SAFE)
    source = _bytes(text)
    depth = 0
    for start in range(0, len(source) + _FED, _FED):
        broken = _fed(parser, source[start : start + _FED])
        for event, element in parser.read_events():
            depth += 1 if event == "start" else -1
            if event == "end" and not depth:
                yield element
                _forget(element)
        if broken is not None:
            raise _broken(broken) from broken


def _fed(parser: etree.XMLPullParser, piece: bytes) -> etree.XMLSyntaxError | None:
    """What is wrong with the piece; elements that ended before that are to be had all the same."""
    try:
        parser.feed(piece) if piece else parser.close()
    except etree.XMLSyntaxError as error:
        return error
    return None


def _forget(element: Element) -> None:
    """Let go of an element that was read, and of those before it, which the tree would keep."""
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None:
        parent.remove(before)


def _bytes(text: str) -> bytes:
    source = _NAMED.sub(_character, _DECLARATION.sub("", text, count=1)).lstrip()
    return source.encode("utf-8", "surrogatepass")


def _broken(error: etree.XMLSyntaxError) -> SourceError:
    said = str(error.msg or "broken")
    if "depth" in said or "huge" in said.lower():
        return OversizedSourceError("its XML is nested too deeply or too long")
    return UnreadableSourceError(f"its XML is broken (line {error.lineno or 1}: {said.strip()})")


def _without_namespaces(root: Element) -> Element:
    for count, element in enumerate(root.iter()):
        if count > MAX_ELEMENTS:
            raise OversizedSourceError(f"its XML has more than {MAX_ELEMENTS} elements")
        tag = element.tag
        if isinstance(tag, str) and tag.startswith("{"):
            space, _, name = tag[1:].partition("}")
            element.tag = f"mml_{name}" if space == MATHML else name
        elif isinstance(tag, str) and tag.startswith("mml:"):
            element.tag = f"mml_{tag[4:]}"
    return root


def _character(match: re.Match[str]) -> str:
    name = match[1]
    return match[0] if name in _XML_OWN else html5.get(f"{name};", match[0])
