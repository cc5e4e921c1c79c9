"""How addresses and identifiers are written down: one form each, or not at all."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

DOI = re.compile(r"10\.\d{4,9}/[^\s\"'<>{}|\\^`]+")
_WHOLE_DOI = re.compile(r"10\.\d{4,9}/(?:[^\s\"'<>{}|\\^`]|<[^\s\"'<>]{1,40}:[^\s\"'<>]{0,40}>)+")
"""Old ones hold "<1661::AID-SIM968>"; in running text such brackets are markup."""

_DOI_LEAD = re.compile(
    r"\A\s*(?:https?://(?:dx\.|www\.)?doi\.org/|info:doi/|doi\s*:?\s*)", re.IGNORECASE
)
_PUBMED = re.compile(
    r"\s*(?:(?:info:pmid/|pmid\s*:?\s*|https?://pubmed\.ncbi\.nlm\.nih\.gov/|https?://www\.ncbi\.nlm\.nih\.gov/pubmed/))?"
    r"0*([1-9]\d{0,8})(?:\.0*)?/?\s*",
    re.IGNORECASE,
)
_DOI_TAIL = ".,;:!?*)]}’”"
_MAX_URL = 2000
_MAX_DOI = 200


def doi_of(text: str) -> str:
    """The DOI `text` is, in lower case without a prefix; "" if it is none."""
    bare = unquote(_DOI_LEAD.sub("", text)).strip()
    found = _WHOLE_DOI.fullmatch(bare)
    return _trimmed(found[0]) if found and len(bare) <= _MAX_DOI else ""


def pubmed_id_of(text: str) -> str:
    """The PubMed id `text` is, its digits alone; "" if it is none, as 0 is."""
    found = _PUBMED.fullmatch(text)
    return found[1] if found else ""


def dois_in(text: str) -> tuple[str, ...]:
    """Every DOI printed or linked in `text`, once each, in order."""
    return tuple(dict.fromkeys(_trimmed(found[0]) for found in DOI.finditer(text)))


def web_address(text: str) -> str:
    """`text` if it is an absolute http(s) address, else ""."""
    address = text.strip()
    if len(address) > _MAX_URL or any(mark.isspace() or not mark.isprintable() for mark in address):
        return ""
    try:
        parts = urlsplit(address)
        named = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
        named = named and not (parts.username or parts.password)
    except ValueError:
        return ""
    return address if named else ""


def _trimmed(doi: str) -> str:
    """Without the sentence's own punctuation; a bracket stays where the DOI opened it."""
    doi = doi[:_MAX_DOI]
    while doi and doi[-1] in _DOI_TAIL:
        if doi[-1] == ")" and doi.count("(") >= doi.count(")"):
            break
        doi = doi[:-1]
    return doi.lower()
