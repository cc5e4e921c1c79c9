"""Papers and pages to read a card from."""

from __future__ import annotations

from index.article import (
    Article,
    ArticleId,
    Medium,
    Metadata,
    Section,
    SectionKind,
)
from index.evidence_card import Subjects

H, A, C = Subjects.HUMANS, Subjects.ANIMALS, Subjects.CELLS


def paper(title: str, abstract: str = "", methods: str = "", **known: object) -> Article:
    """A paper in a journal, with an abstract and methods where given."""
    sections = [Section("Abstract", (abstract,), SectionKind.ABSTRACT)] if abstract else []
    sections += [Section("Methods › Participants", (methods,))] if methods else []
    metadata = Metadata(title=title, medium=Medium.PAPER, outlet="A Journal", **known)  # pyright: ignore[reportArgumentType] - fields by name
    return Article(ArticleId("a"), metadata, tuple(sections))
