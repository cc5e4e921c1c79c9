"""An answer is short, says each thing once, and lets one article speak for each study."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.evidence import Evidence, Sought, evidence_in
from bot.answering.extractive import MOST_STATEMENTS, MOST_WORDS, drafted
from bot.answering.quoting.answerless import is_idle
from index.article import Metadata, SectionKind
from index.evidence_card import Design, EvidenceCard
from tests.bot.answering.hits import hit_of, sought

if TYPE_CHECKING:
    from index.searching.hits import Hit


def statements(*hits: Hit, words: tuple[str, ...] = ("bees",)) -> list[str]:
    """The texts that would answer."""
    return said(sought(*words), *hits)


def said(wanted: Sought, *hits: Hit) -> list[str]:
    """The texts that would answer what is sought."""
    return [draft.text for draft in drafted(evidence_in(hits, wanted), wanted)]


def test_the_sentence_with_the_questions_words_comes_first() -> None:
    """Of two sentences equally near in meaning, the one that holds the words answers."""
    hit = hit_of("Wasps sting in autumn.", "Bees dance in the dark.")
    assert statements(hit, words=("bees", "dance"))[0] == "Bees dance in the dark."


def test_two_stories_on_one_paper_are_one_voice() -> None:
    """Two outlets that report one paper must not look like two witnesses."""
    paper = "10.1371/journal.pone.0000001"
    one = hit_of("Bees dance in the dark.", article="one", metadata=Metadata(doi=paper))
    two = hit_of("Honey is made by bees at home.", article="two", metadata=Metadata(doi=paper))
    assert len(statements(one, two)) == 1


def test_the_same_is_not_said_twice() -> None:
    """A sentence that repeats another in nearly its words is left out."""
    one = hit_of("Bees dance in the dark hive.", article="one")
    two = hit_of("Bees dance in the dark hive too.", article="two")
    assert statements(one, two) == ["Bees dance in the dark hive."]


def test_an_answer_is_short() -> None:
    """However much the library says, an answer has a few statements and few words."""
    hits = [
        hit_of(*(f"Bees of kind {n} visit flower {n}{i}." for i in range(4)), article=str(n))
        for n in range(6)
    ]
    found = statements(*hits)
    assert 1 <= len(found) <= MOST_STATEMENTS
    assert sum(len(text.split()) for text in found) <= MOST_WORDS


def test_only_what_bears_a_statement_out_is_cited_beside_it() -> None:
    """Another study that sounds alike is not enough."""
    one = hit_of("Bees dance in the dark hive.", article="one")
    two = hit_of("Bees dance in the dark hive too.", article="two")
    wanted = sought("bees")
    asked: list[tuple[str, str]] = []

    def bears(statement: str, quote: str) -> bool:
        asked.append((statement, quote))
        return False

    (draft,) = drafted(evidence_in([one, two], wanted), wanted, bears)
    assert draft.also == ()
    assert asked == [("Bees dance in the dark hive.", "Bees dance in the dark hive too.")]


LONG = "Bees dance in the dark of the hive to tell where flowers are"


def test_a_long_sentence_is_cut_and_quoted_whole() -> None:
    """At a clause's end, where the rest takes nothing back."""
    tail = " ".join(["and", *["more"] * 90])
    hit = hit_of(f"{LONG}; it was seen {tail}.")
    wanted = sought("bees", "dance")
    (draft,) = drafted(evidence_in([hit], wanted), wanted)
    assert draft.text == f"{LONG} …"
    assert draft.evidence.quote == hit.passage.text


def test_a_sentence_that_cannot_be_cut_gives_way_to_the_next() -> None:
    """And where there is none, its first words are shown as such."""
    endless = f"{LONG} {' '.join(['again'] * 90)}."
    assert statements(hit_of(endless, "Bees dance."), words=("bees", "dance")) == ["Bees dance."]
    (left,) = statements(hit_of(endless), words=("bees", "dance"))
    assert left.endswith("again …")
    assert len(left.split()) <= MOST_WORDS


def test_disagreement_stays_within_the_words_of_an_answer() -> None:
    """A third statement gives way, never the other side's first."""

    def padded(said: str, padding: str) -> str:
        return f"{said} {' '.join([padding] * 26)}."

    trial = Metadata(card=EvidenceCard(design=Design.RANDOMISED_TRIAL))
    hits = [
        hit_of(padded("Tea lowers pain", "now"), article="one", metadata=trial),
        hit_of(padded("Tea increases pain", "often"), article="two", metadata=trial),
        hit_of(padded("Tea raises pain", "there"), article="three", metadata=trial),
    ]
    found = statements(*hits, words=("tea", "pain"))
    assert [text.split()[:2] for text in found] == [["A", "randomised"], ["By", "contrast,"]]
    assert sum(len(text.split()) for text in found) <= MOST_WORDS


def test_the_opposite_in_the_same_words_is_said_too() -> None:
    """All but one word of it was said before; that one is what the other study found."""
    found = statements(
        hit_of("Evening walks lowered blood pressure in adults.", article="one"),
        hit_of("Evening walks raised blood pressure in adults.", article="two"),
        words=("walk", "blood", "pressure"),
    )
    assert found == [
        "Evening walks lowered blood pressure in adults.",
        "By contrast: Evening walks raised blood pressure in adults.",
    ]


def test_a_quote_is_verbatim_at_its_offsets() -> None:
    """What leans on the sentence before is quoted with it, from the article's own text."""
    hit = hit_of("Bees dance in the dark.", "This tells bees the way.", start=100)
    (evidence, *_) = evidence_in([hit], sought("bees", "way"))
    assert isinstance(evidence, Evidence)
    text = hit.passage.text
    assert text[evidence.start - 100 : evidence.end - 100] == evidence.quote
    assert evidence.quote == "Bees dance in the dark. This tells bees the way."


def test_nothing_to_quote_is_no_evidence() -> None:
    """A passage of headings and questions holds no evidence."""
    assert evidence_in([hit_of("Do bees dance?", "Bees and dances")], sought("bees")) == ()


def test_a_number_is_answered_with_a_number() -> None:
    """Of two sentences alike in all else, the one with a number answers "how many"."""
    hit = hit_of("Many bees dance in there.", "40 bees dance in there.")
    how_many = sought("bees", "dance", question="how many bees dance?")
    assert said(how_many, hit)[0] == "40 bees dance in there."


def test_where_it_was_published_is_no_answer_unless_asked() -> None:
    """An imprint repeats the title, and with it the question, and answers nothing."""
    imprint = "The paper titled “Bees dance” was published in 2009."
    hit = hit_of(imprint, "Bees dance by night.")
    assert said(sought("bees", "dance"), hit)[0] == "Bees dance by night."
    asked = sought("published", question="when was it published?")
    assert said(asked, hit)[0] == imprint


def test_a_caption_speaks_after_the_text() -> None:
    """A caption names what is drawn, in the question's words; what was found stands in the text."""
    caption = hit_of("Bees dance.", article="a", kind=SectionKind.CAPTION)
    body = hit_of("Bees dance by night.", article="a", start=100)
    assert statements(caption, body, words=("bees", "dance"))[0] == "Bees dance by night."
    assert statements(caption) == ["Bees dance."]


def test_what_was_meant_to_be_found_is_no_finding() -> None:
    """An aim ("we examined whether bees dance") holds the question's words and answers it no more."""
    hit = hit_of("We examined whether bees dance.", "Bees dance by night.")
    assert statements(hit, words=("bees", "dance"))[0] == "Bees dance by night."


_IDLE = [
    ("The objective of this study was to measure stress.", "does stress matter", True),
    ("In the present study, we examined the impact of stress.", "does stress matter", True),
    (
        "In the present study, we examined the impact of stress.",
        "what did the study look at",
        False,
    ),
    ("How networks become evolvable remains an open question.", "do networks evolve", True),
    ("How networks become evolvable remains an open question.", "what is still unknown", False),
    (
        "More details on the methods are reported in the Supplementary Information.",
        "which methods",
        True,
    ),
    (
        "Exclusion criteria were: previous rituximab, depression.",
        "does rituximab help depression",
        True,
    ),
    ("Exclusion criteria were: previous rituximab, depression.", "who was excluded", False),
    ("The trial (NCT00848692) gave rituximab.", "does rituximab help", True),
    ("We found that stress matters.", "does stress matter", False),
    ("Patients who were examined twice slept more.", "do patients sleep", False),
    ("The aim is better sleep for all.", "do patients sleep", False),
]


@pytest.mark.parametrize(("sentence", "question", "idle"), _IDLE)
def test_aims_and_paperwork_are_told_from_findings(
    sentence: str, question: str, *, idle: bool
) -> None:
    """Aims, open questions, signposts and a trial's paperwork count less, unless asked for."""
    assert is_idle(sentence, question) is idle


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("B) The dance of bees is drawn.", id="a panel"),
        pytest.param("Figure 3. The dance of bees.", id="a figure's title"),
        pytest.param("This review will focus on the dance of bees.", id="what comes"),
        pytest.param(
            "To test it, we conducted a new large trial of the dance.", id="what was done"
        ),
        pytest.param(
            "A meta-analysis was then undertaken of all dances.", id="what was undertaken"
        ),
        pytest.param("Many reviews are available on the dance of bees.", id="where else to read"),
    ],
)
def test_what_is_drawn_or_told_elsewhere_is_idle(sentence: str) -> None:
    assert is_idle(sentence, "how do bees dance?")


def test_a_list_of_references_answers_nothing() -> None:
    """A title in it stands before its journal, year and pages."""
    listed = hit_of("The dance of bees in the dark.", "Bull Bee Med. 1991;65:4-21.", "Bees dance.")
    assert statements(listed, words=("bees", "dance")) == ["Bees dance."]


def test_the_same_is_not_said_twice_in_other_stops() -> None:
    """A comma or a bracket does not make another word of a word."""
    one = hit_of("Gout, falls and asthma (HRQL) lowered life quality.", article="one")
    two = hit_of("Quality: life, lowered by gout, falls, asthma and HRQL.", article="two")
    assert len(statements(one, two, words=("lowered", "and"))) == 1
