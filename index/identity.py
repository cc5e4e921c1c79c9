"""How articles and passages get names that stay the same from build to build.

An article is known by its own DOI if it is a paper, else by its address, else by where its file
stands under the folder that was indexed. A passage is known by its article and its text.
"""

from __future__ import annotations

from base64 import b32encode
from hashlib import blake2b
from typing import TYPE_CHECKING

from index.article import ArticleId, Medium

if TYPE_CHECKING:
    from index.article import Metadata

_ID_BYTES = 10
"""80 bits, 16 letters: at ten million passages a clash has a chance of about 4 in 10^11."""


def digest(*parts: str) -> str:
    """16 lower-case letters and digits that stand for these parts."""
    seed = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return b32encode(blake2b(seed, digest_size=_ID_BYTES).digest()).decode().lower()


def article_id(metadata: Metadata, locator: str) -> ArticleId:
    """The id of the article these metadata describe, found at `locator`."""
    if metadata.doi and metadata.medium is Medium.PAPER:
        return ArticleId(digest("doi", metadata.doi.lower()))
    if metadata.url:
        return ArticleId(digest("url", metadata.url))
    return ArticleId(digest("at", locator))
