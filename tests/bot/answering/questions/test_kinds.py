"""The form of an answer is told by how the question is put."""

from __future__ import annotations

import pytest

from bot.answering.questions.kinds import Form, form_of, formed, subject_of, tells_meaning


@pytest.mark.parametrize(
    ("question", "form"),
    [
        pytest.param("when was SARS first seen?", Form.DATE, id="when"),
        pytest.param("in which year did it begin", Form.DATE, id="which year"),
        pytest.param("is tea better than coffee?", Form.COMPARISON, id="better than"),
        pytest.param("how does gout differ from arthritis", Form.COMPARISON, id="differ"),
        pytest.param("how many bees are in a hive?", Form.NUMBER, id="how many"),
        pytest.param("what is the case fatality rate of Ebola?", Form.NUMBER, id="a rate"),
        pytest.param("who discovered it?", Form.PERSON, id="who"),
        pytest.param("which university ran the trial?", Form.PERSON, id="which university"),
        pytest.param("where do sharks hunt?", Form.PLACE, id="where"),
        pytest.param("why do sharks slap?", Form.REASON, id="why"),
        pytest.param("what is IL-6?", Form.MEANING, id="what is"),
        pytest.param("what does PHEIC stand for?", Form.MEANING, id="stands for"),
        pytest.param("does aspirin help?", Form.YES_OR_NO, id="does"),
        pytest.param("which virus causes mumps?", Form.THING, id="which"),
        pytest.param("explain mumps", Form.OTHER, id="an order"),
    ],
)
def test_the_form_is_told(question: str, form: Form) -> None:
    """By its first words, or by what they ask about."""
    assert form_of(question) is form


@pytest.mark.parametrize(
    ("question", "fitting", "other"),
    [
        pytest.param("how many bees?", "There are 40 bees.", "There are bees.", id="number"),
        pytest.param("when?", "It began in March.", "It began.", id="date"),
        pytest.param("why?", "It fell because of rain.", "It fell.", id="reason"),
        pytest.param("is A better than B?", "A did better than B.", "A did well.", id="comparison"),
        pytest.param("what is IL-6?", "IL-6 is a cytokine.", "We measured IL-6.", id="meaning"),
        pytest.param("what is TNF?", "Tumour necrosis factor (TNF) rose.", "TNF rose.", id="long form"),
    ],
)  # fmt: skip
def test_a_sentence_of_the_form_counts_more(question: str, fitting: str, other: str) -> None:
    """And none counts less than before."""
    assert formed(fitting, question) > formed(other, question) == 1


def test_a_question_without_a_subject_is_told_no_meaning() -> None:
    """Whatever the sentence says."""
    assert subject_of("does it help?") == ""
    assert not tells_meaning("It is a drug.", "does it help?")
