"""What a look-up finds in a library of hostile texts: articles, passages, witnesses of a claim, a brief."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.answering.answer import Citation, Statement
from bot.answering.citing import entry_of
from bot.answering.claims.checking import Checked, Witness
from bot.answering.claims.sides import Side
from bot.answering.evidence import Evidence
from bot.answering.looking.lookup import Card
from bot.answering.overview.nouns import Bar, Brief, Finding, Group
from index.article import ArticleId, Medium, Metadata, SectionKind, Status
from index.evidence_card import Design, EvidenceCard, Subjects
from index.passages.passage import Passage
from index.searching.hits import Hit, SpanScore
from tests.bot.rendering.hostile import addresses, references, texts

_dois = st.one_of(st.just(""), st.just("10.1234/x"), texts)
_dates = st.one_of(st.sampled_from(["", "2017", "2017-03-19"]), texts)
_cards = st.builds(
    EvidenceCard,
    design=st.sampled_from(Design),
    subjects=st.lists(st.sampled_from(Subjects), max_size=3, unique=True).map(tuple),
    population=texts,
    n=st.one_of(st.none(), st.integers(0, 10**12)),
    preprint=st.sampled_from([None, True, False]),
)
metadatas = st.builds(
    Metadata,
    title=texts,
    outlet=texts,
    published=_dates,
    doi=_dois,
    url=addresses,
    medium=st.sampled_from(Medium),
    status=st.sampled_from(Status),
    card=_cards,
    reported=_cards,
    checked=_dates,
)


@st.composite
def hits(draw: st.DrawFn) -> Hit:
    """A passage of hostile words with up to three of its spans."""
    text, offset = draw(texts), draw(st.integers(0, 9))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = tuple(
        SpanScore(offset + start, offset + end, text[start:end], draw(st.floats(-1, 1)))
        for start, end in zip(places[::2], places[1::2], strict=False)
    )
    passage = Passage(
        id="p",
        article=ArticleId("a" * 64),
        ordinal=0,
        section=draw(texts),
        text=text,
        start=offset,
        end=offset + len(text),
        kind=draw(st.sampled_from(SectionKind)),
    )
    return Hit(passage, draw(metadatas), 1.0, 0.5, 1.0, spans)


@st.composite
def witnesses(draw: st.DrawFn) -> Witness:
    hit = draw(hits())
    said = draw(texts)
    evidence = Evidence(hit, hit.passage.text, said, hit.passage.start, hit.passage.end, 0.5)
    return Witness(draw(st.sampled_from(Side)), evidence)


claims = st.builds(Checked, claim=texts, witnesses=st.lists(witnesses(), max_size=6).map(tuple))
cards = st.builds(
    Card,
    entry=metadatas.map(lambda known: entry_of("a" * 64, known)),
    authors=st.lists(texts, max_size=10).map(tuple),
    published=_dates,
    lead=texts,
    is_abstract=st.booleans(),
)
lists = st.lists(references, max_size=7)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """A brief as it is composed: every finding has its entry, every entry its finding."""
    designs = draw(st.lists(st.sampled_from(Design), max_size=4, unique=True))
    groups: list[Group] = []
    told = 0
    for design in designs:
        findings: list[Finding] = []
        for _ in range(draw(st.integers(1, 2))):
            told += 1
            quote = draw(texts)
            citation = Citation(told, quote, 0, len(quote), "p", draw(addresses))
            findings.append(
                Finding(
                    statement=Statement(quote, (citation,)),
                    reference=told,
                    year=draw(st.sampled_from(["", "2017"])),
                    direction=draw(st.sampled_from(["", "up", "no difference"])),
                    status=draw(st.sampled_from(Status)).value,
                    stories=draw(st.integers(0, 3)),
                )
            )
        groups.append(Group(design.value, tuple(findings)))
    return Brief(
        topic=draw(texts),
        generation="g1",
        groups=tuple(groups),
        references=tuple(
            entry_of("a", known, number=number)
            for number, known in enumerate(draw(_known(told)), start=1)
        ),
        studies=told,
        left_out=draw(st.integers(0, 5000)),
        retracted=draw(st.integers(0, told)),
        chart=(Bar("2017", "up", told),) if told else (),
    )


def _known(count: int) -> st.SearchStrategy[list[Metadata]]:
    return st.lists(metadatas, min_size=count, max_size=count)
