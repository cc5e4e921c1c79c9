from collections.abc import Iterator
from typing_extensions import override

from lxml.etree import _Element, _LogEntry

class HtmlElement(_Element):
    def text_content(self) -> str: ...
    def xpath(self, path: str) -> list[HtmlElement]: ...
    @override
    def iter(self, *tags: str) -> Iterator[HtmlElement]: ...
    @override
    def iterancestors(self, *tags: str) -> Iterator[HtmlElement]: ...
    @override
    def __iter__(self) -> Iterator[HtmlElement]: ...

class HTMLParser:
    error_log: list[_LogEntry]
    def __init__(
        self,
        *,
        encoding: str = ...,
        remove_comments: bool = ...,
        remove_pis: bool = ...,
        no_network: bool = ...,
        huge_tree: bool = ...,
    ) -> None: ...

def document_fromstring(text: bytes, parser: HTMLParser) -> HtmlElement: ...
