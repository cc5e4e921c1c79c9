"""Citations and the numbered references they name: in the order of first citation, one a study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.answer import Citation, Reference
from bot.answering.links import link_to
from bot.answering.provenance import provenance_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.article import Metadata
    from index.passages.passage import Passage


class References:
    """Gives each study its number when it is first cited.

    Args:
        known: Entries whose numbers stand.
    """

    def __init__(self, known: Iterable[Reference] = ()) -> None:
        self._by_study = {entry.doi or entry.article_id: entry for entry in known}

    @property
    def all(self) -> tuple[Reference, ...]:
        """In the order of their numbers."""
        return tuple(self._by_study.values())

    def cite(self, passage: Passage, metadata: Metadata, start: int, end: int) -> Citation:
        """The words between these offsets of the article's text, which stand in the passage.

        Several stories on one paper are one study, and have the number and entry of the first cited.
        """
        quote = passage.text[start - passage.start : end - passage.start]
        link = link_to(metadata, quote)
        study = metadata.doi or passage.article
        if study not in self._by_study:
            number = len(self._by_study) + 1
            self._by_study[study] = reference_of(passage, metadata, link, number=number)
        number = self._by_study[study].number
        return Citation(number, quote, start, end, passage.id, link)


def reference_of(passage: Passage, metadata: Metadata, link: str, *, number: int) -> Reference:
    """The entry for a passage's article, with the link of the words that are quoted first."""
    return entry_of(passage.article, metadata, link=link, number=number, passage_id=passage.id)


def entry_of(
    article: str, metadata: Metadata, *, link: str = "", number: int = 1, passage_id: str = ""
) -> Reference:
    """An article as an entry of a list; its link opens it at its beginning unless another is given."""
    return Reference(
        number=number,
        article_id=article,
        title=metadata.title,
        url=metadata.url,
        link=link or link_to(metadata),
        doi=metadata.doi,
        outlet=metadata.outlet,
        published=metadata.published,
        status=metadata.status,
        evidence_card={**metadata.card.facts(), **provenance_of(metadata)},
        passage_id=passage_id,
    )
