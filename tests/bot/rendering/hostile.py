"""Text as an attacker, a bad scan or another alphabet would have it, and answers made of it."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.answering.answer import Answer, Citation, HeldFact, Reference, Statement
from bot.desk.excerpt import Excerpt
from index.holdings.filters import Filters

TRAPS = [
    "**bold** __under__ ~~gone~~ ||spoiler||", "[click](https://evil.example)", "<https://evil.example>",
    "@everyone", "@here", "<@123456789012345678>", "<@&123456789012345678>", "<#123456789012345678>",
    "https://evil.example/x", "discord.gg/abcdef", "DISCORD . GG/abc", "```\ncode\n```", "`code`",
    "# Heading", "-# small", "> quote", ">>> all", "- item", "1. item", "* item", "</ask:123456789012345678>",
    "<t:1700000000:R>", "<:smile:123456789012345678>", "\u202eevil\u202c", "a\u200bb", "\u2066x\u2069",
    "שלום עולם", "مرحبا بالعالم", "می‌خواهم", "नमस्ते", "👩‍👩‍👧‍👦🏳️‍🌈", "e\u0301" + "\u0301" * 50,
    "\x00\x07\x1b[31m", "\ud800", "a" * 4000, "\\" * 300, "_" * 300, "字" * 900, "\n\n\n", "\u2028", "...", "]", ")", "(<",
]  # fmt: skip

texts = st.one_of(
    st.text(max_size=40),
    # Long ones by repetition: drawn letter by letter, an answer of them takes a second to make.
    st.builds(str.__mul__, st.text(max_size=20), st.integers(1, 60)),
    st.sampled_from(TRAPS),
    st.lists(st.one_of(st.sampled_from(TRAPS), st.text(max_size=10)), max_size=12).map(" ".join),
    st.text(alphabet="[]()<>*_`~|\\@#:/.- \u202e\u200d\u200b\n1a", max_size=80),
)
addresses = st.one_of(
    st.sampled_from(
        [
            "", "https://example.org/a", "https://example.org/a#:~:text=the%20words,at%20the%20end",
            "javascript:alert(1)", "https://evil.example/)>](https://x.example)", "http://[::1]/", "https://",
            "https://user:secret@example.org/", "https://example.org/a b\n<c>", "https://exämple.org/ü",
            "file:///etc/passwd", "https://example.org/" + "x" * 5000, "https://example.org:99999999/",
            "https://doi.org/10.1016/s0140-6736(95)91804-3", "HTTPS://EXAMPLE.ORG", "//example.org", "https://[",
        ]
    ),
    st.text(max_size=80).map("https://example.org/".__add__),
    st.text(max_size=80),
)  # fmt: skip

citations = st.builds(
    Citation,
    reference=st.integers(1, 9),
    quote=texts,
    start=st.integers(0, 9),
    end=st.integers(10, 99),
    passage_id=st.just("p0"),
    link=addresses,
)
references = st.builds(
    Reference,
    number=st.integers(1, 9),
    article_id=st.just("a"),
    title=texts,
    url=addresses,
    link=addresses,
    doi=st.one_of(st.just(""), st.just("10.1234/x"), texts),
    outlet=texts,
    published=st.one_of(st.sampled_from(["", "2017", "2017-03-19"]), texts),
    status=st.one_of(
        st.sampled_from(["current", "corrected", "retracted", "expression of concern"]), texts
    ),
    evidence_card=st.dictionaries(
        st.sampled_from(["design", "subjects", "population", "n", "preprint"]), texts, max_size=5
    ),
    passage_id=st.just("p0"),
)
lists_of = st.lists(references, max_size=9)
statements = st.builds(
    Statement, text=texts, citations=st.lists(citations, min_size=1, max_size=6).map(tuple)
)


facts = st.builds(
    HeldFact,
    reference=st.integers(1, 9),
    name=st.one_of(
        st.sampled_from(
            ["published", "outlet", "authors", "doi", "design", "subjects", "n", "preprint"]
        ),
        texts,
    ),
    value=st.one_of(st.sampled_from(["not stated", "yes", "humans", "review"]), texts),
    of_report=st.booleans(),
)


def _answer(
    statements: list[Statement],
    references: list[Reference],
    nearest: list[Reference],
    **rest: object,
) -> Answer:
    numbered = {reference.number: reference for reference in references}
    return Answer(
        abstained=not statements,
        statements=tuple(statements),
        references=tuple(numbered.values()),
        nearest=tuple(nearest),
        generation="g",
        **rest,  # pyright: ignore[reportArgumentType] - named below
    )


answers = st.builds(
    _answer,
    question=texts,
    confidence=st.floats(0, 1),
    statements=st.lists(statements, max_size=8),
    references=st.lists(references, max_size=9),
    nearest=st.lists(references, max_size=9),
    answerer=st.one_of(st.just("extractive"), texts),
    looked_up=st.one_of(st.just(""), texts),
    facts=st.lists(facts, max_size=6).map(tuple),
    unanswered=st.lists(texts, max_size=3).map(tuple),
    without=st.lists(st.builds(Filters, authors=st.lists(texts).map(tuple)), max_size=8).map(tuple),
    within=st.one_of(
        st.none(),
        st.builds(Filters, outlets=st.lists(texts).map(tuple), authors=st.lists(texts).map(tuple)),
    ),
)


@st.composite
def excerpts(draw: st.DrawFn) -> Excerpt:
    """A passage of hostile words with marks that stand inside it, in order."""
    text = draw(texts)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    marks = tuple(zip(places[::2], places[1::2], strict=False))
    return Excerpt(
        number=draw(st.integers(1, 9)),
        section=draw(texts),
        kind=draw(st.sampled_from(["body", "abstract", "caption"])),
        text=text,
        marks=marks,
        link=draw(addresses),
    )
