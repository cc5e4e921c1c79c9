"""What an answer is: statements that rest on evidence, or an abstention with the nearest articles."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.holdings.filters import Filters  # noqa: TC001 - pydantic reads answers back


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement's pointer to the very words it rests on.

    Attributes:
        reference: The number of the entry in the answer's references, from 1.
        quote: The evidence, verbatim: `article.text[start:end] == quote`.
        start: Offset of the quote's first character in the article's text.
        end: Offset after its last character.
        passage_id: The passage the quote stands in.
        link: Opens the article, at the quote where the source is a web page.
    """

    reference: int
    quote: str
    start: int
    end: int
    passage_id: str
    link: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or two of an answer, never without a citation.

    Attributes:
        text: What is said, on one line.
        citations: What it rests on; never none.
        short: Where in `text` the short answer stands, `text[start:end]`: the number, name or date
            that was asked for. None where no such thing was, or none stands out.
    """

    text: str
    citations: tuple[Citation, ...]
    short: tuple[int, int] | None = None

    @property
    def bold(self) -> str:
        """The short answer's words, "" for none."""
        return self.text[slice(*self.short)] if self.short else ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered entry under an answer, or an article offered as near.

    Attributes:
        number: From 1, in the order of first citation.
        link: The link of the first quote; "" where the source has neither address nor DOI.
        evidence_card: Facts about the study by name, as `EvidenceCard.facts`; a fact not stated is
            absent or "not stated".
        passage_id: The passage of the first quote.
    """

    number: int
    article_id: str
    title: str
    url: str
    link: str
    doi: str
    outlet: str
    published: str
    status: str
    evidence_card: dict[str, str]
    passage_id: str


@dataclass(frozen=True, slots=True)
class HeldFact:
    """A fact of a study that was asked for, as its record or evidence card holds it.

    It is no statement, for no sentence of the article need say it: it is said beside them, as of the record.

    Attributes:
        reference: The number of the entry in the answer's references whose record it is.
        name: "published", "outlet", "authors", "doi", or a fact of the card by its name there.
        value: As held; "not stated" where the record holds none.
        of_report: Whether the record is that of a report on the study, and not of the study itself.
    """

    reference: int
    name: str
    value: str
    of_report: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Statements with citations, or an abstention with the nearest articles.

    Attributes:
        question: As asked.
        abstained: True where the library does not know; then `statements` is empty.
        confidence: Calibrated probability, 0 to 1, that the library holds an answer.
        statements: In reading order.
        references: Numbered from 1; every citation names one of them.
        nearest: What the library holds closest to the question, best first, for an abstention.
        generation: The id of the generation that was asked.
        answerer: Who wrote it: "extractive", or a model's name.
        language: The question's, ISO 639-1, where it is one that the embedding model does not read; else "".
        timings_ms: Milliseconds by stage.
        looked_up: The question as it was looked up where a mistyped word was taken for another; else "".
        facts: What the record of the one study that is asked about holds, where that was asked for.
        unanswered: Of several questions at once, those that the library does not answer.
        within: For an abstention, what the question said that articles must be, where it was looked into
            these alone; else None.
        without: For an abstention, what it said that they may not be, any of these, and was left out.
    """

    question: str
    abstained: bool
    confidence: float
    statements: tuple[Statement, ...]
    references: tuple[Reference, ...]
    nearest: tuple[Reference, ...]
    generation: str
    answerer: str
    language: str = ""
    timings_ms: dict[str, float] = field(default_factory=dict[str, float])
    looked_up: str = ""
    facts: tuple[HeldFact, ...] = ()
    unanswered: tuple[str, ...] = ()
    within: Filters | None = None
    without: tuple[Filters, ...] = ()

    @property
    def study(self) -> str:
        """The id of the article that is cited where one study alone is; else ""."""
        return self.references[0].article_id if len(self.references) == 1 else ""
