"""What an indexer says of a paper's subjects: PubMed's check tags, which somebody set who had read it.

https://www.nlm.nih.gov/mesh/intro_record_types.html: every paper on people is tagged "Humans", every
one on other animals "Animals"; cells of either carry the tag of whom they came from, and one for cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.evidence_card import Subjects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.enrichment.participants.subjects import Votes

_HUMANS: Final = "humans"
_ANIMALS: Final = "animals"
_IN_CULTURE: Final = ("cell line", "cells, cultured", "in vitro techniques", "hela cells", "cell culture techniques", "tumor cells, cultured")  # fmt: skip
_ORDER: Final = tuple(Subjects)


def tagged(
    found: tuple[Subjects, ...], topics: Iterable[str], votes: Votes
) -> tuple[Subjects, ...]:
    """The subjects that words tell of, put right by the tags; as they were where there are none.

    Args:
        found: By the words.
        topics: Of the paper, tags among them.
        votes: What the words speak for.
    """
    tags = {topic.strip().lower() for topic in topics}
    humans, animals = _HUMANS in tags, _ANIMALS in tags
    if not (humans or animals):
        return found
    told = set(found)
    if animals and (not humans or votes.animals):
        told.add(Subjects.ANIMALS)
    if not animals:
        told.discard(Subjects.ANIMALS)
    if not humans:
        told.discard(Subjects.HUMANS)
    cultured = any(tag.startswith(_IN_CULTURE) for tag in tags)
    if cultured and not votes.people:
        told.add(Subjects.CELLS)
    elif humans and not told and votes.mentioned:
        told.add(Subjects.HUMANS)
    return tuple(one for one in _ORDER if one in told)
