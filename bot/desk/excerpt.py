"""A passage as it stood when an answer cited it: kept, so that a later generation changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

if TYPE_CHECKING:
    from bot.answering.answer import Answer, Citation
    from index.passages.passage import Passage


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A cited passage and where in it the cited words stand.

    Attributes:
        number: The number of its reference under the answer.
        section: The heading it stands under, "" for none.
        kind: "body", "abstract" or "caption".
        text: The passage, verbatim.
        marks: First and after-last offsets in `text` of each cited span, in order, apart.
        link: Opens the article at the first cited words.
    """

    number: int
    section: str
    kind: str
    text: str
    marks: tuple[tuple[int, int], ...]
    link: str


_EXCERPTS = TypeAdapter(tuple[Excerpt, ...])


def excerpt_of(passage: Passage, citations: list[Citation]) -> Excerpt:
    """The excerpt these citations of one passage make."""
    marks: list[tuple[int, int]] = []
    for start, end in sorted((c.start - passage.start, c.end - passage.start) for c in citations):
        first, last = max(start, marks[-1][1] if marks else 0), min(end, len(passage.text))
        if first < last:
            marks.append((first, last))
    return Excerpt(
        number=citations[0].reference,
        section=passage.section,
        kind=passage.kind,
        text=passage.text,
        marks=tuple(marks),
        link=citations[0].link,
    )


def citations_by_passage(answer: Answer) -> dict[str, list[Citation]]:
    """The answer's citations, by passage, in order of first citation."""
    found: dict[str, list[Citation]] = {}
    for statement in answer.statements:
        for citation in statement.citations:
            found.setdefault(citation.passage_id, []).append(citation)
    return found


def excerpts_text(excerpts: tuple[Excerpt, ...]) -> str:
    """The excerpts as one line of JSON."""
    return _EXCERPTS.dump_json(excerpts).decode()


def excerpts_of(text: str) -> tuple[Excerpt, ...]:
    """The excerpts that `excerpts_text` wrote.

    Raises:
        pydantic.ValidationError: The text holds none of this version.
    """
    return _EXCERPTS.validate_json(text)
