from collections.abc import Iterator

from lxml.etree import _Element, _LogEntry
from typing_extensions import override

class HtmlElement(_Element):
    def drop_tree(self) -> None: ...
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
def fromstring(text: str | bytes, parser: HTMLParser = ...) -> HtmlElement: ...
