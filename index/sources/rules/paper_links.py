"""Which paper a link leads to, where its address says so: at a resolver, a publisher or PubMed."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote, urlsplit

from index.sources.rules.names import DOI, doi_of, pubmed_id_of

_CUT: Final = re.compile(r"[?&#;]")
_VIEW: Final = re.compile(
    r"/(?:full|fulltext|full-text|abstract|summary|pdf|epdf|pdfft|html|meta|references|figures|tables|metrics|citation"
    r"|supplementary-material|suppl_file|media|comments|download|print|e?version)\b.*\Z"
    r"|\.(?:full|abstract|short|long|pdf|html?|xml)(?:[.-]text)?(?:\.pdf)?\Z",
    re.IGNORECASE,
)
_PREPRINT_VERSION: Final = re.compile(r"(?<=\d)v\d{1,2}\Z")
_PREPRINTS: Final = ("10.1101/", "10.64898/")
_NATURE: Final = re.compile(r"/articles/([a-z][\w.-]{4,40}?)(?:\.pdf|_reference)?/?")
_NATURE_NEWS: Final = "d41586"
"""What Nature's news desk writes has identifiers like a paper's."""

_PUBMED: Final = {"pubmed.ncbi.nlm.nih.gov", "www.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov"}


def doi_in_address(address: str) -> str:
    """The DOI of the paper that the address is one of, "" where it tells none."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"}:
        return ""
    if host in {"doi.org", "dx.doi.org", "www.doi.org"}:
        return doi_of(unquote(parts.path.lstrip("/")))
    if host.removeprefix("www.") == "nature.com":
        found = _NATURE.fullmatch(parts.path.lower())
        return f"10.1038/{found[1]}" if found and not found[1].startswith(_NATURE_NEWS) else ""
    for part in (parts.path, parts.query):
        if named := DOI.search(unquote(part)):
            return _bare(_CUT.split(named[0])[0])
    return ""


def pubmed_id_in_address(address: str) -> str:
    """The PubMed id of the record that the address opens, "" where it opens none."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    path = parts.path.removeprefix("/pubmed")
    if host not in _PUBMED or (host != "pubmed.ncbi.nlm.nih.gov" and path == parts.path):
        return ""
    return pubmed_id_of(path.strip("/"))


def _bare(doi: str) -> str:
    bare = doi_of(_VIEW.sub("", doi).rstrip("/"))
    return _PREPRINT_VERSION.sub("", bare) if bare.startswith(_PREPRINTS) else bare
