"""What records hold of a study stands beside an answer's sentences, with its number."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from bot.answering.answer import Answer, HeldFact, Statement
from bot.rendering.answers.answer import answer_page
from tests.bot.english import english
from tests.bot.fake_answerer import (
    QUOTE,
    answer_of,
    citation_of,
    passage_of,
    reference_of,
)
from tests.bot.rendering.hostile import answers


@given(answers)
def test_no_record_is_told_of_but_of_a_reference_that_is_shown(answer: Answer) -> None:
    """Whatever articles hold, and however little room there is."""
    told = "\n".join(answer_page(answer).blocks)
    known = {n for each in answer.statements for c in each.citations if (n := c.reference)}
    assert {int(n) for n in re.findall(r"^By the record of \\\[(\d)", told, re.MULTILINE)} <= known


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        pytest.param("published", "2017-03-19", "Published: 2017-03-19", id="a day"),
        pytest.param("outlet", "The *Hive*", r"Published in: The \*Hive\*", id="inert"),
        pytest.param("authors", "Ana Müller, 3 more", "Authors: Ana Müller, 3 more", id="authors"),
        pytest.param("design", "randomised trial", "Kind of work: randomised trial", id="a design"),
        pytest.param("subjects", "humans, animals", "Made on: humans, animals", id="on whom"),
        pytest.param("n", "120", "How many took part: 120", id="how many"),
        pytest.param("population", "not stated", "Who took part: not stated", id="not stated"),
        pytest.param("doi", "10.1234/x", "[doi:10.1234/x](<https://doi.org/10.1234/x>)", id="a DOI"),
        pytest.param("doi", "not stated", "DOI: not stated", id="no DOI"),
        pytest.param("preprint", "yes", english("article.preprint"), id="a preprint"),
        pytest.param("preprint", "no", english("fact.no-preprint"), id="none"),
        pytest.param("preprint", "not stated", "Preprint: not stated", id="who knows"),
    ],
)  # fmt: skip
def test_what_a_record_holds_is_said_with_its_number(name: str, value: str, said: str) -> None:
    """Before the sentence, and as of the record: no sentence is made of it."""
    page = answer_page(answer_of(facts=(HeldFact(1, name, value),)))
    assert page.blocks[0] == rf"By the record of \[1\]: {said}"
    assert page.blocks[1].startswith(QUOTE)


def test_what_a_report_holds_comes_behind_the_sentence() -> None:
    """The study's own authors may stand in it, and the report's are others."""
    facts = (HeldFact(1, "authors", "A Reporter", of_report=True), HeldFact(7, "n", "12"))
    page = answer_page(answer_of(facts=facts))
    assert page.blocks[0].startswith(QUOTE)
    assert "not the study itself: Authors: A Reporter" in page.blocks[1]
    assert "12" not in "".join(page.blocks[:2])  # of a reference that is not shown


def test_a_record_too_long_to_be_told_takes_no_room_from_another() -> None:
    """Titles and names have no end in some articles."""
    endless = tuple(HeldFact(1, name, "a" * 2000) for name in ("outlet", "authors", "population"))
    second = Statement(QUOTE, (replace(citation_of(passage_of()), reference=2),))
    answer = answer_of(facts=(*endless, HeldFact(2, "n", "12")))
    both = replace(
        answer,
        statements=(*answer.statements, second),
        references=(*answer.references, replace(reference_of(), number=2)),
    )
    assert answer_page(both).blocks[0] == r"By the record of \[2\]: How many took part: 12"
