"""Whether a piece is a preprint: by its DOI, its outlet, its type, or its own word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from index.article import Medium

if TYPE_CHECKING:
    from index.article import Metadata

_DOI: Final = re.compile(
    # Cold Spring Harbor's journals share bioRxiv's prefix; only preprints are all figures there.
    r"10\.1101/(?:\d{4}\.\d{2}\.\d{2}\.)?\d{6,8}(?:v\d+)?$|10\.64898/\d{4}\.\d{2}\.\d{2}\."
    r"|10\.2139/ssrn\.|10\.48550/arxiv\.|10\.21203/rs\.|10\.20944/preprints|10\.26434/chemrxiv"
    r"|10\.36227/techrxiv|10\.22541/(?:au|essoar)\.|10\.1590/scielopreprints|10\.7287/peerj\.preprints"
    r"|10\.1038/npre\.|10\.2196/preprints|10\.31(?:234|219|235|222|223|730|124|228|233)/osf\.io"
    r"|10\.33774/|10\.37044/osf|10\.51094/jxiv|10\.32942/|10\.14293/s2199|10\.12074/|10\.32388/"
    r"|10\.55458/neurolibre|10\.31234/|10\.31235/|10\.31223/",
    re.IGNORECASE,
)
_OUTLET: Final = re.compile(
    r"\b(?:bio|med|chem|psy|soc|eco(?:evo)?|earth|eng|tech|agri|law|paleo|lis|meta|sport|african|indi|j)r?xiv\b"
    r"|\barxiv\b|\bssrn\b|research square|\bpreprints?\b|\bauthorea\b|nature precedings",
    re.IGNORECASE,
)
_HOST: Final = re.compile(
    r"(?:^|\.)(?:(?:bio|med|arxiv|chem|psy|tech)\w*xiv\.org|arxiv\.org|ssrn\.com|researchsquare\.com|preprints\.org|authorea\.com)$"
)
_SAYS: Final = re.compile(
    r"this (?:article|paper|manuscript|work|version|study) is a preprint"
    r"|preprint[^.]{0,60}not (?:yet )?(?:been )?(?:certified by )?peer[- ]review"
    r"|\bnot certified by peer review",
    re.IGNORECASE,
)


def is_preprint(metadata: Metadata, lead: str) -> bool | None:
    """Whether it is one; None where nothing tells.

    Args:
        metadata: What is known of it.
        lead: Its first words, where a server's own note would stand.
    """
    if _is_named_so(metadata):
        return True
    if metadata.medium is Medium.PAPER and (metadata.outlet or metadata.doi):
        # A paper in a named journal may quote such a note; a bare one would not.
        return False if metadata.outlet else None
    return True if _SAYS.search(lead) else None


def _is_named_so(metadata: Metadata) -> bool:
    return bool(
        _DOI.match(metadata.doi)
        or _OUTLET.search(metadata.outlet)
        or re.search(r"\bpreprint\b", metadata.genre, re.IGNORECASE)
        or (metadata.medium is Medium.PAPER and _HOST.search(urlsplit(metadata.url).hostname or ""))
    )
