"""Asked how many took part, the bot answers with the number that the article's card holds."""

from __future__ import annotations

import pytest

from bot.answering.evidence import evidence_in
from bot.answering.questions.sizes import asks_size, holds
from index.article import Metadata
from index.evidence_card import EvidenceCard
from tests.bot.answering.hits import hit_of, sought


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        pytest.param("how many people took part in the acupuncture trial?", True, id="took part"),
        pytest.param("How many mice were included?", True, id="included"),
        pytest.param("how many older patients were in the study", True, id="were in"),
        pytest.param("how many women did the trial enroll?", True, id="did it enroll"),
        pytest.param("how large was the Finnish cohort?", True, id="how large"),
        pytest.param("what was the sample size?", True, id="sample size"),
        pytest.param("how many people died?", False, id="died"),
        pytest.param("how many people were infected with hookworm?", False, id="infected"),
        pytest.param("how large was the effect?", False, id="an effect"),
    ],
)
def test_a_question_of_how_many_took_part_is_told(question: str, asks: bool) -> None:  # noqa: FBT001 - a table's column
    assert asks_size(question) is asks


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        pytest.param("The trial enrolled 755 adults.", True, id="plain"),
        pytest.param("We followed 37,755 adults.", False, id="another number's end"),
        pytest.param("Of them 755% more.", False, id="a share"),
        pytest.param("It lasted 755.5 days.", False, id="a decimal"),
    ],
)
def test_a_number_stands_in_a_sentence_by_itself(sentence: str, stands: bool) -> None:  # noqa: FBT001
    assert holds(sentence, 755) is stands


@pytest.mark.parametrize("written", ["37,740", "37 740", "37\N{THIN SPACE}740", "37740"])
def test_thousands_may_be_parted(written: str) -> None:
    assert holds(f"They included {written} adults.", 37740)


ASKED = "how many people took part in the acupuncture trial?"


def first_said(*, n: int | None, question: str = ASKED) -> str:
    hit = hit_of(
        "Patients in the acupuncture trial attended ten sessions.",
        "The practices found 755 adults.",
        metadata=Metadata(card=EvidenceCard(n=n)),
    )
    return evidence_in([hit], sought("acupuncture", "trial", question=question))[0].said


def test_the_number_that_took_part_comes_first() -> None:
    """Its sentence holds fewer of the question's words than the one beside it."""
    assert "755" in first_said(n=755)


@pytest.mark.parametrize(
    ("n", "question"),
    [
        pytest.param(None, ASKED, id="the card does not say"),
        pytest.param(755, "what did people do in the acupuncture trial?", id="it is not asked"),
    ],
)
def test_no_number_is_put_first_for_nothing(n: int | None, question: str) -> None:
    assert "755" not in first_said(n=n, question=question)


def test_the_number_of_another_study_is_not_put_first() -> None:
    about = hit_of("The acupuncture trial took part of a year.", article="one")
    other = hit_of(
        "They found 755 adults.",
        article="two",
        metadata=Metadata(card=EvidenceCard(n=755)),
        similarity=0.4,
        score=0.9,
    )
    first = evidence_in([about, other], sought("acupuncture", "trial", question=ASKED))[0]
    assert "755" not in first.said
