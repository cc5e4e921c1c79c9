"""What a piece's own title and type say: that it was retracted, or that it is a notice about another.

Strict, for a paper about retractions is not a retracted paper: "Retracted science and the retraction
index" says neither.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from index.article import Medium, Notice, Relation, Status
from index.sources.rules.fate import fate_of

if TYPE_CHECKING:
    from index.article import Metadata

_WORK: Final = (
    r"(?:ARTICLE|PAPER|CHAPTER|MANUSCRIPT|STUDY|REVIEW|PREPRINT|LETTER|(?:BOOK|CASE)\s+\w+)"
)
_GONE: Final = r"(?:RETRACTED|WITHDRAWN)"
# "RETRACTED: …" and "[Retracted] …". In small letters and without brackets a news desk's headline looks
# the same ("Retracted: the study that …"), so that form counts for papers only.
_SHOUTED: Final = re.compile(rf"\W*{_GONE}(?:(?:\s+{_WORK})?\s*(?:[:–—]|-\s)|\s+{_WORK}\s(?=\S))")
_BRACKETED: Final = re.compile(
    rf"\s*[\[(]\s*{_GONE}(?:\s+{_WORK})?\s*[:.]?\s*[\])]\s*[:.–—-]?", re.IGNORECASE
)
_BEHIND: Final = re.compile(
    rf"\s*[\[(]\s*{_GONE}(?:\s+{_WORK})?(?:[.,;:]\s*see\b[^\])]*)?\.?\s*[\])]\W*\Z", re.IGNORECASE
)
_SPOKEN: Final = re.compile(rf"\s*{_GONE}(?:\s+{_WORK})?\s*:", re.IGNORECASE)

_OF: Final = r"(?:\s+(?:to|of|for|on|regarding|concerning))?"
_NOTE: Final = r"(?:\s+(?:note|notice|statement))?"
_BY: Final = r"(?:(?:notice|statement|note)\s+of\s+|(?:an?\s+)?(?:editorial|editors?['’]?s?['’]?|authors?['’]?|publishers?['’]?)\s+)*"
_ENDS: Final = r"\s*(?:[:–—]|\s-\s|(?=[\"“‘«])|\Z)\s*"
# "Retraction for Smith et al., TITLE" is how some journals name the work.
_NAMED: Final = r"\s+for\s+[^,:]{2,60}?\bet al\.,\s*"
_HEADS: Final = tuple(
    (re.compile(rf"\W*{_BY}{what}{_NOTE}(?:{_NAMED}|{_OF}{_ENDS})", re.IGNORECASE), relation)
    for what, relation in (
        (r"partial\s+retraction", Relation.CORRECTS),
        (r"(?:retraction|withdrawal)", Relation.RETRACTS),
        (r"(?:corrections?|corrigend(?:um|a)|errat(?:um|a))", Relation.CORRECTS),
        (r"expressions?\s+of\s+(?:editorial\s+)?concern", Relation.CONCERN),
        (r"reinstatement", Relation.REINSTATES),
    )
)
_KINDS: Final = {
    "retraction": Relation.RETRACTS,
    "retraction-note": Relation.RETRACTS,
    "retraction-notice": Relation.RETRACTS,
    "notice-of-retraction": Relation.RETRACTS,
    "retraction-of-publication": Relation.RETRACTS,
    "withdrawal": Relation.RETRACTS,
    "partial-retraction": Relation.CORRECTS,
    "correction": Relation.CORRECTS,
    "author-correction": Relation.CORRECTS,
    "publisher-correction": Relation.CORRECTS,
    "corrigendum": Relation.CORRECTS,
    "erratum": Relation.CORRECTS,
    "published-erratum": Relation.CORRECTS,
    "expression-of-concern": Relation.CONCERN,
    "editorial-expression-of-concern": Relation.CONCERN,
    "reinstatement": Relation.REINSTATES,
}
"""Types of notices, as JATS, PubMed and publishers' pages name them."""

MADE_OF_IT: Final = {
    Relation.RETRACTS: Status.RETRACTED,
    Relation.CORRECTS: Status.CORRECTED,
    Relation.CONCERN: Status.CONCERN,
    Relation.REINSTATES: Status.REINSTATED,
}
"""What a notice makes of the piece it is about; a comment makes nothing of it."""

_GONE_KINDS: Final = {"retracted-article", "retracted-publication", "withdrawn-article"}
_WORK_KINDS: Final = re.compile(
    r"research|original|review|case-report|clinical|trial|brief-report|meta-analysis|comparative-study"
)
_BETWEEN_KINDS: Final = re.compile(r"[;|,]")
_NO_LETTER: Final = re.compile(r"[^a-z0-9]+")
_CITED_BEHIND: Final = re.compile(r"\s*\[[^\[\]]{4,200}\]\s*\Z")
_QUOTES: Final = " \"'“”‘’«»."


class Standing(NamedTuple):
    """What a piece says of itself.

    Attributes:
        status: RETRACTED where it says so, else CURRENT; a notice's is always CURRENT.
        relation: What it is to another piece, where it is a notice.
        title: Its title without such marks: for a notice, the other piece's.
    """

    status: Status
    relation: Relation | None
    title: str


def standing_of(metadata: Metadata) -> Standing:
    """What title and type say; the type is believed before the title."""
    kinds = {_kind(one) for one in _BETWEEN_KINDS.split(metadata.genre)}
    relation = next((_KINDS[kind] for kind in sorted(kinds) if kind in _KINDS), None)
    headed, named = notice_in(metadata.title)
    bare = _unmarked(metadata.title, medium=metadata.medium)
    if relation is None and not any(_WORK_KINDS.search(kind) for kind in kinds):
        relation = headed
    if relation is not None:
        return Standing(Status.CURRENT, relation, named or bare or metadata.title)
    gone = bool(bare) or bool(kinds & _GONE_KINDS)
    return Standing(
        Status.RETRACTED if gone else Status.CURRENT, None, named or bare or metadata.title
    )


def _kind(genre: str) -> str:
    return _NO_LETTER.sub("-", genre.lower()).strip("-")


def notice_in(title: str) -> tuple[Relation | None, str]:
    """The relation that a notice's title begins with, and the other piece's title behind it."""
    for head, relation in _HEADS:
        found = head.match(title)
        if found:
            return relation, _CITED_BEHIND.sub("", title[found.end() :]).strip(_QUOTES)
    return None, ""


def _unmarked(title: str, *, medium: Medium) -> str:
    """The title without the mark that says the work is gone; "" where it has none."""
    for mark in (_BRACKETED, _SHOUTED, *((_SPOKEN,) if medium is Medium.PAPER else ())):
        found = mark.match(title)
        rest = title[found.end() :].strip() if found else ""
        # All in capitals, "RETRACTED" is a word like the others.
        if rest and not (mark is _SHOUTED and rest.isupper()):
            return rest
    found = _BEHIND.search(title)
    return title[: found.start()].strip() if found else ""


def as_stated(metadata: Metadata) -> Metadata:
    """The metadata with the status that its own title, type and links to notices state.

    What somebody wrote down beside the source stands.
    """
    if metadata.status_by_hand:
        return metadata
    own = standing_of(metadata)
    if own.relation is not None:
        return metadata
    notices = [Notice(own.status), Notice(metadata.status), *metadata.notices]
    return replace(metadata, status=fate_of(notices))
