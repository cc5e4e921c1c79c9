"""Metadata of every kind, honest and hostile, to cite."""

from __future__ import annotations

from hypothesis import strategies as st

from index.article import ArticleId, Medium, Metadata, Name, Notice, Status
from index.evidence_card import EvidenceCard

PAPER = Metadata(
    title="HIV and malaria in children: a cohort study",
    authors=("Ana García Márquez", "Jan van der Berg Jr.", "The Test Study Group"),
    names=(
        Name("García Márquez", "Ana"),
        Name("van der Berg", "Jan", "Jr."),
        Name(body="The Test Study Group"),
    ),
    outlet="Journal of Tests",
    published="2012-05-30",
    doi="10.5555/test.1",
    medium=Medium.PAPER,
    volume="7",
    issue="5",
    pages="112-119",
)

PAGE = Metadata(
    title="What do bees say?",
    authors=("Robin Doe",),
    outlet="The Test Gazette",
    published="2021-03",
    url="https://gazette.example/bees_dance",
    doi="10.5555/reported",
)

HOSTILE = [
    "TY  - JOUR",
    "a\nTY  - BOOK\nER  - \n",
    "a\r\nER  - \r\n\r\nTY  - JOUR\u2028AU  - Nobody",
    "}\n@article{evil, title={x}",
    "{ unbalanced",
    "un}balanced }",
    "\\input{/etc/passwd} \\\\ \\{",
    "100% of $x_1^2$ & #3 ~ y",
    'a "quoted" title, with <i>markup</i> & <span class="nocase">more',
    "</script><script>alert(1)</script>",
    "\x00\x07\x1b[31mred\u202eturned",
    "\ue000private\ue001",
    "Ünïcödé Ελληνικά 中文 ½ 🐝",
    "and And AND et al.",
    ", , ,",
    "-",
    ".",
    "'",
]

_text = st.sampled_from(HOSTILE) | st.text(
    st.sampled_from("aB é中,.{}\\\"'$%&~^_#@-–\n\u2028"), max_size=8
)
_dates = st.sampled_from(["", "2017", "2017-03", "2017-03-19", "0987-01-01", "nonsense"])

metadata = st.builds(
    Metadata,
    title=_text,
    authors=st.lists(_text, max_size=3).map(tuple),
    outlet=_text,
    published=_dates,
    doi=st.sampled_from(["", "10.5555/a_b%c#d", "10.1000/(x)y;2-1", "no doi"]),
    url=st.sampled_from(["", "https://example.org/a_b?c=%7B&d={}#e", "javascript:alert(1)"]),
    medium=st.sampled_from(Medium),
    status=st.sampled_from(Status),
    pages=_text,
    card=st.sampled_from([EvidenceCard(), EvidenceCard(preprint=True)]),
    notices=st.lists(st.builds(Notice, st.sampled_from(Status), _dates, _text), max_size=2).map(
        tuple
    ),
)

known = st.lists(metadata, min_size=1, max_size=2).map(
    lambda found: [(ArticleId(f"article{n}"), one) for n, one in enumerate(found)]
)
