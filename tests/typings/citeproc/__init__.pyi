from collections.abc import Sequence
from io import BytesIO

from citeproc import formatter as formatter
from citeproc.source.json import CiteProcJSON

class CitationStylesStyle:
    def __init__(self, style: str | BytesIO, *, validate: bool = ...) -> None: ...

class CitationItem:
    def __init__(self, key: str) -> None: ...

class Citation:
    def __init__(self, cites: Sequence[CitationItem]) -> None: ...

class CitationStylesBibliography:
    def __init__(
        self, style: CitationStylesStyle, source: CiteProcJSON, formatter: object
    ) -> None: ...
    def register(self, citation: Citation) -> None: ...
    def bibliography(self) -> Sequence[object]: ...
