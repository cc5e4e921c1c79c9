"""What one published piece is: the nouns every reader produces and everything else consumes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NewType

from index.evidence_card import EvidenceCard

ArticleId = NewType("ArticleId", str)

BREAK = "\n\n"
"""What stands between two blocks (headings, paragraphs) of an article's text."""


class Status(StrEnum):
    """What became of an article after it was published."""

    CURRENT = "current"
    CORRECTED = "corrected"
    CONCERN = "expression of concern"
    RETRACTED = "retracted"
    REINSTATED = "reinstated"


class Relation(StrEnum):
    """What a piece says it is to another."""

    RETRACTS = "retracts"
    CORRECTS = "corrects"
    CONCERN = "expresses concern about"
    REINSTATES = "reinstates"
    COMMENTS = "comments on"


class Medium(StrEnum):
    """Where a citation leads: to the words on a page, or to a paper by its DOI."""

    WEB = "web"
    PAPER = "paper"


class SectionKind(StrEnum):
    """What part of an article a section is."""

    BODY = "body"
    ABSTRACT = "abstract"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs under one heading.

    Attributes:
        heading: As printed; nested headings join as "Methods › Participants"; empty for a lead.
        paragraphs: NFC text, white space collapsed to single blanks, none empty.
        kind: Captions and abstracts are kept and labelled.
    """

    heading: str
    paragraphs: tuple[str, ...]
    kind: SectionKind = SectionKind.BODY


@dataclass(frozen=True, slots=True)
class Name:
    """An author by the parts that a bibliography wants; a body has only `body`.

    Attributes:
        family: With its particles, as "van der Berg".
        given: Names or initials; a name whose parts the source does not tell stands here whole.
        suffix: Such as "Jr".
        body: An organisation's or a group's name, whole.
        family_first: Whether the family name is said first, as in Chinese or Hungarian.
    """

    family: str = ""
    given: str = ""
    suffix: str = ""
    body: str = ""
    family_first: bool = False

    @property
    def said(self) -> str:
        """The name as it stands among `Metadata.authors`."""
        person = (self.family, self.given) if self.family_first else (self.given, self.family)
        return self.body or " ".join(part for part in (*person, self.suffix) if part)


@dataclass(frozen=True, slots=True)
class Related:
    """Another piece that this one is about, by its own word.

    Attributes:
        relation: What this one is to it.
        doi: The other's, lower case, no prefix; may be empty.
        pmid: The other's PubMed id, digits; may be empty.
        title: The other's, where it is stated.
    """

    relation: Relation
    doi: str = ""
    pmid: str = ""
    title: str = ""


OWN_RECORD = "its own record"
"""The source of a notice that an article's own file points to."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What somebody published about what became of an article.

    Attributes:
        status: What the notice made of it.
        published: ISO 8601, as exact as stated.
        doi: The notice's own.
        pmid: The notice's own.
        reasons: As stated, such as "Unreliable Results".
        source: Who says so: "Retraction Watch", the title of a notice in the library, or `OWN_RECORD`.
    """

    status: Status
    published: str = ""
    doi: str = ""
    pmid: str = ""
    reasons: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its words; an empty value means "not stated".

    Attributes:
        title: As printed, without the site's name.
        authors: People or bodies, one each, as "James Murrough".
        byline: The author line as printed.
        outlet: The journal, magazine, agency or site that published it.
        published: ISO 8601, as exact as stated: "2017-03-19", "2017-03" or "2017".
        topics: Subjects or sections the outlet filed it under.
        doi: Lower case, no prefix: the work's own, or that of the paper a story reports.
        url: Canonical http(s) address.
        licence: As stated: a name or an address.
        language: BCP 47, such as "en".
        genre: The kind of piece in the source's words, such as "research-article" or "news".
        medium: Whether citations link to the page or to the DOI.
        status: What became of it; of a story, what became of the paper it reports.
        pmid: PubMed id, digits: the work's own, or that of the paper a story reports.
        names: The authors in parts, one each and in their order, where the source states the parts.
        volume: Of the journal, as printed.
        issue: Of the volume, as printed.
        pages: First and last as "12-19", or the number that stands in their place, as "e36880".
        related: Pieces that this one is about, by its own word.
        card: What kind of study it is; found out by the build, not read.
        notices: What was published about it since, oldest first; found out by the build.
        checked: The day its status was last looked up, ISO 8601; empty where it never was.
        reports: The id of the paper in the same library that this news story reports.
        reported: That paper's card.
        status_by_hand: Whether somebody wrote the status down beside the source; no notice changes it then.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    byline: str = ""
    outlet: str = ""
    published: str = ""
    topics: tuple[str, ...] = ()
    doi: str = ""
    url: str = ""
    licence: str = ""
    language: str = ""
    genre: str = ""
    medium: Medium = Medium.WEB
    status: Status = Status.CURRENT
    pmid: str = ""
    names: tuple[Name, ...] = ()
    volume: str = ""
    issue: str = ""
    pages: str = ""
    related: tuple[Related, ...] = ()
    card: EvidenceCard = field(default_factory=EvidenceCard)
    notices: tuple[Notice, ...] = ()
    checked: str = ""
    reports: str = ""
    reported: EvidenceCard = field(default_factory=EvidenceCard)
    status_by_hand: bool = False


@dataclass(frozen=True)
class Article:
    """One published piece: metadata, and sections of paragraphs.

    Attributes:
        id: Stable while the piece's DOI, address or file path is; see `index.identity`.
        metadata: Title, authors and the rest.
        sections: In reading order.
    """

    id: ArticleId
    metadata: Metadata
    sections: tuple[Section, ...] = field(default=())

    @cached_property
    def text(self) -> str:
        """Headings and paragraphs in reading order; every offset in Footnote counts in this text."""
        return BREAK.join(block for _, block in blocks(self.sections))


def blocks(sections: tuple[Section, ...]) -> list[tuple[Section | None, str]]:
    """Every block of the text in order: (None, heading), then (section, paragraph) for its paragraphs."""
    found: list[tuple[Section | None, str]] = []
    for section in sections:
        if section.heading:
            found.append((None, section.heading))
        found.extend((section, paragraph) for paragraph in section.paragraphs)
    return found
