from collections.abc import Iterable, Sequence

from bibtexparser.model import Entry

class BibtexFormat:
    indent: str
    block_separator: str

class Library:
    def __init__(self, blocks: Sequence[Entry] = ...) -> None: ...
    entries: list[Entry]
    failed_blocks: list[object]
    blocks: list[object]

def write_string(
    library: Library,
    unparse_stack: Iterable[object] | None = ...,
    *,
    bibtex_format: BibtexFormat | None = ...,
) -> str: ...
def parse_string(bibtex_str: str) -> Library: ...
