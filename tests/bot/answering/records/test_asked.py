"""What a question asks of one study, and which questions ask nothing of the kind."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from bot.answering.records.asked import Fact, asked_facts


@pytest.mark.parametrize(
    ("question", "facts", "about"),
    [
        pytest.param("when was the thresher shark study published?", [Fact.PUBLISHED], "thresher shark", id="when"),
        pytest.param("What year was the paper on gout published in?", [Fact.PUBLISHED], "gout", id="what year"),
        pytest.param("when did the study of bees come out", [Fact.PUBLISHED], "bees", id="come out"),
        pytest.param("the publication date of the gout paper?", [Fact.PUBLISHED], "gout", id="its date"),
        pytest.param("how old is the gout study?", [Fact.PUBLISHED], "gout", id="how old"),
        pytest.param("which journal published the study on mentalizing and belief?", [Fact.OUTLET], "mentalizing and belief", id="which journal"),
        pytest.param("In what journal is the gout trial?", [Fact.OUTLET], "gout", id="in what journal"),
        pytest.param("where was the gout study published?", [Fact.OUTLET], "gout", id="where published"),
        pytest.param("who published the gout study?", [Fact.AUTHORS, Fact.OUTLET], "gout", id="who published"),
        pytest.param('who wrote "Bees dance in the dark"?', [Fact.AUTHORS], '"Bees dance in the dark"', id="a title"),
        pytest.param("who wrote Bees dance in the dark?", [Fact.AUTHORS], "Bees dance in the dark", id="a bare title"),
        pytest.param("Who are the authors of the gout study?", [Fact.AUTHORS], "gout", id="authors of"),
        pytest.param("who did the gout study?", [Fact.AUTHORS], "gout", id="who did"),
        pytest.param("which researchers conducted the gout trial?", [Fact.AUTHORS], "gout", id="which researchers"),
        pytest.param("by whom was the gout trial carried out?", [Fact.AUTHORS], "gout", id="by whom"),
        pytest.param("what's the DOI of the gout paper?", [Fact.DOI], "gout", id="doi"),
        pytest.param("is the gout paper a preprint?", [Fact.PREPRINT], "gout", id="preprint"),
        pytest.param("is the gout study a randomised trial?", [Fact.DESIGN], "gout", id="a kind"),
        pytest.param("was the gout trial double-blind randomized?", [Fact.DESIGN], "gout", id="a kind in other words"),
        pytest.param("what kind of study is the gout one?", [Fact.DESIGN], "gout", id="what kind"),
        pytest.param("what was the design of the gout study?", [Fact.DESIGN], "gout", id="its design"),
        pytest.param("was the gout study done in mice or people?", [Fact.SUBJECTS, Fact.POPULATION], "gout", id="on whom"),
        pytest.param("did the gout study include women?", [Fact.SUBJECTS, Fact.POPULATION], "gout", id="included"),
        pytest.param("how many people were in the weight loss study?", [Fact.SIZE, Fact.POPULATION], "weight loss", id="how many"),
        pytest.param("how many participants did the gout trial recruit?", [Fact.SIZE, Fact.POPULATION], "gout", id="how many did it"),
        pytest.param("what is the sample size of the gout study?", [Fact.SIZE, Fact.POPULATION], "gout", id="sample size"),
        pytest.param("how big was the gout trial?", [Fact.SIZE, Fact.POPULATION], "gout", id="how big"),
        pytest.param("who took part in the gout trial?", [Fact.SIZE, Fact.POPULATION], "gout", id="who took part"),
        pytest.param("where was the thresher shark study done?", [Fact.PLACE], "thresher shark", id="where done"),
        pytest.param("in which country did the gout trial take place?", [Fact.PLACE], "gout", id="which country"),
        pytest.param("when was the gout trial carried out?", [Fact.TIME], "gout", id="when done"),
        pytest.param("when was the gout trial published and in which journal?", [Fact.PUBLISHED, Fact.OUTLET], "gout", id="two facts"),
        pytest.param("is it a randomised trial?", [Fact.DESIGN], "", id="it"),
        pytest.param("who wrote this study?", [Fact.AUTHORS], "", id="this study"),
        pytest.param("who led it?", [Fact.AUTHORS], "", id="who led it"),
        pytest.param("how recent is it?", [Fact.PUBLISHED], "", id="how recent"),
        pytest.param("how big was this trial?", [Fact.SIZE, Fact.POPULATION], "", id="this trial"),
        pytest.param("was it done in mice?", [Fact.SUBJECTS, Fact.POPULATION], "", id="done in"),
        pytest.param("where was it done?", [Fact.PLACE], "", id="done"),
        pytest.param("how many people took part?", [Fact.SIZE, Fact.POPULATION], "", id="nothing named"),
    ],
)  # fmt: skip
def test_a_fact_of_a_study_is_asked_for(question: str, facts: list[Fact], about: str) -> None:
    """In the ways people ask, with the words that name the study and no others."""
    asked = asked_facts(question)
    assert asked is not None
    assert (list(asked.facts), asked.about) == (facts, about)


@pytest.mark.parametrize(
    ("question", "of_study"),
    [
        ("who wrote the gout study?", True),
        ("who wrote the gout paper?", True),
        ("who wrote the gout story?", False),
        ("when was the article about gout published?", False),
        ("who wrote it?", True),
        ("who wrote Why Most Published Research Findings Are False?", True),
    ],
)
def test_a_study_is_told_from_a_piece_of_writing(question: str, *, of_study: bool) -> None:
    """The author of a story on a study is not that of the study."""
    asked = asked_facts(question)
    assert asked is not None
    assert asked.of_study is of_study


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("when was the virus first identified?", id="of the matter"),
        pytest.param("when were the studies on gout published?", id="several studies"),
        pytest.param("who wrote the first report on gout?", id="the first of several"),
        pytest.param("when was the latest study on gout published?", id="the latest"),
        pytest.param("how many people have gout?", id="how many have it"),
        pytest.param("is gout a randomised disease?", id="no piece of work"),
        pytest.param("where is gout common?", id="where of the matter"),
        pytest.param("who discovered the dance of bees?", id="who of the matter"),
        pytest.param("does the study show that tea helps?", id="what it found"),
        *(
            pytest.param(question, id=question)
            for question in (
                "how old is it?",
                "how big are they?",
                "where is it made?",
                "when did it appear?",
                "where did it happen?",
                "is it in animals?",
                "was it tested in children?",
                "is it experimental?",
            )
        ),
        pytest.param("who wrote the study?" + " on gout" * 100, id="too long to be one"),
        pytest.param("when was the of and published?", id="no words at all"),
    ],
)
def test_other_questions_ask_none(question: str) -> None:
    """They are answered from what articles say."""
    asked = asked_facts(question)
    assert asked is None


@given(st.text(max_size=80))
def test_any_question_is_read(question: str) -> None:
    """Whatever is typed, what names the study is words of it."""
    for asked in (asked_facts(question), asked_facts(f"when was the {question} study published?")):
        assert asked is None or all(word in question for word in asked.about.split())
