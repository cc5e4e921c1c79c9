"""No rule lets a statement say what its source does not: a table of small lies and honest rewordings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, strategies as st

from bot.answering.support.check import SupportCheck
from bot.answering.support.quantities import quantities
from bot.answering.support.verdict import Reason
from index.words.lexical import Stemmer


class Deaf:
    """Finds every text like every other, so that only rules and coverage decide."""

    def embed_passages(self, texts):
        return np.ones((len(texts), 1), dtype=np.float32)


CHECK = SupportCheck(Stemmer(), Deaf())

KETAMINE = "Ketamine lifted mood within a day in 64% of patients, while placebo did so in 28%."
STATIN = "In a trial of 1,468 adults, statins reduced heart attacks by 31 percent over 5 years."
COFFEE = "Coffee drinking was associated with a lower risk of liver cancer."
MICE = "In mice, the drug increased bone density and reduced fractures."
MAY = "Vitamin D supplements may reduce the risk of respiratory infection."
NONE = "Acupuncture did not reduce pain compared with sham treatment."
TALLER = "Boys were taller than girls at fourteen."
BOTH = "Blood pressure fell with exercise, whereas body weight rose."
VIRUS = "SARS-CoV-2 binds the receptor ACE2 in human airway cells."
CLAUSE = "Mortality fell by 12 % in Kenya, which may reflect better access to clinics."


@pytest.mark.parametrize(
    ("statement", "span", "reason"),
    [
        pytest.param("Ketamine lifted mood in 46% of patients within a day.", KETAMINE, Reason.NUMBER, id="another figure"),
        pytest.param("Ketamine lifted mood in 64 patients within a day.", KETAMINE, Reason.NUMBER, id="a share made a count"),
        pytest.param("Ketamine lifted mood in 28% of patients, while placebo did so in 64%.", KETAMINE, Reason.NUMBER_SWAPPED, id="figures swapped"),
        pytest.param("Statins reduced heart attacks by 31 percent over 5 months.", STATIN, Reason.NUMBER, id="another unit"),
        pytest.param("Statins reduced heart attacks by 0.31 percent over 5 years.", STATIN, Reason.NUMBER, id="a point slipped"),
        pytest.param("Statins increased heart attacks by 31 percent over 5 years.", STATIN, Reason.DIRECTION, id="up for down"),
        pytest.param("Statins did not reduce heart attacks over 5 years.", STATIN, Reason.DIRECTION, id="no effect for an effect"),
        pytest.param("Acupuncture reduced pain compared with sham treatment.", NONE, Reason.DIRECTION, id="an effect for none"),
        pytest.param("Blood pressure rose with exercise, whereas body weight fell.", BOTH, Reason.DIRECTION, id="ways swapped"),
        pytest.param("Girls were taller than boys at fourteen.", TALLER, Reason.DIRECTION, id="who was taller"),
        pytest.param("SARS-CoV-2 does not bind the receptor ACE2 in human airway cells.", VIRUS, Reason.NEGATION, id="a not put in"),
        pytest.param("Vitamin D supplements reduce the risk of respiratory infection.", MAY, Reason.SURER, id="a may left out"),
        pytest.param("The drug increased bone density and reduced fractures.", MICE, Reason.WIDER, id="mice left out"),
        pytest.param("In children, statins reduced heart attacks by 31 percent.", STATIN, Reason.WIDER, id="children put in"),
        pytest.param("Coffee drinking prevents liver cancer.", COFFEE, Reason.CAUSAL, id="a cause made of an association"),
        pytest.param("MERS-CoV binds the receptor ACE2 in human airway cells.", VIRUS, Reason.NAME, id="another virus"),
        pytest.param("Ketamine lifted mood within a day, said Dr Pepper.", KETAMINE, Reason.NAME, id="a name put in"),
        pytest.param("Ketamine lifted mood within a day: see evil.example/x for more.", KETAMINE, Reason.NAME, id="an address put in"),
        pytest.param("Whales sing to one another across whole oceans.", KETAMINE, Reason.COVERAGE, id="another subject"),
    ],
)  # fmt: skip
def test_what_the_source_does_not_say_is_refused(statement: str, span: str, reason: Reason) -> None:
    """The objection names what is wrong."""
    verdict = CHECK.verdict(statement, span)
    assert reason in {objection.reason for objection in verdict.objections}


@pytest.mark.parametrize(
    ("statement", "span"),
    [
        pytest.param("Within a day, ketamine lifted mood in 64 percent of patients.", KETAMINE, id="percent"),
        pytest.param("Placebo lifted mood in 28 % of patients, ketamine in 64 %.", KETAMINE, id="the other order"),
        pytest.param("Statins cut heart attacks by 31% over five years in 1468 adults.", STATIN, id="numbers in words"),
        pytest.param("Drinking coffee was linked with lower liver cancer risk.", COFFEE, id="linked"),
        pytest.param("The drug reduced fractures and increased bone density in mice.", MICE, id="mice kept"),
        pytest.param("Vitamin D supplements might reduce respiratory infection risk.", MAY, id="might for may"),
        pytest.param("Pain was not lower with acupuncture than with sham treatment.", NONE, id="not lower"),
        pytest.param("Body weight rose with exercise, and blood pressure fell.", BOTH, id="two ways told in turn"),
        pytest.param("Girls were shorter than boys at fourteen.", "Girls were shorter than boys at age fourteen.", id="than"),
        pytest.param("ACE2 is the receptor that SARS-CoV-2 binds in human airway cells.", VIRUS, id="codes kept"),
        pytest.param("In Kenya, mortality fell by 12%.", CLAUSE, id="another clause is hedged"),
    ],
)  # fmt: skip
def test_an_honest_rewording_stands(statement: str, span: str) -> None:
    """What says no more than its source is let through."""
    assert CHECK.broken_rules(statement, span) == []


def test_a_span_must_stand_in_its_source() -> None:
    """Words that nobody wrote bear nothing out."""
    assert CHECK.verdict(KETAMINE, KETAMINE, source=f"Before. {KETAMINE} After.").supported
    verdict = CHECK.verdict(KETAMINE, KETAMINE, source="Ketamine was studied.")
    assert [objection.reason for objection in verdict.objections] == [Reason.NOT_FOUND]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("12–15 mg", [("12", "mg"), ("15", "mg")], id="a range"),
        pytest.param("twenty-one days", [("21", "d")], id="words"),
        pytest.param("1.5 million people", [("1500000", "")], id="a scale"),
        pytest.param("COVID-19 and IL-6 and p53", [], id="names are no numbers"),
        pytest.param("a 2-year trial", [("2", "y")], id="hyphen"),
        pytest.param("one of them", [], id="one is a pronoun"),
        pytest.param("$5 or 5 °C", [("5", "$"), ("5", "°c")], id="signs"),
        pytest.param("p = 0·03", [("0.03", "")], id="a raised point"),
    ],
)
def test_numbers_are_read_with_their_units(text: str, found: list[tuple[str, str]]) -> None:
    """A figure in another form is the same figure."""
    assert [(q.value, q.unit) for q in quantities(text)] == found


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_are_judged(statement: str, span: str) -> None:
    """No text of any article or model breaks the check."""
    verdict = CHECK.verdict(statement, span)
    assert 0 <= verdict.coverage <= 1


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=200))
def test_a_verbatim_statement_breaks_no_rule(words: str) -> None:
    """Whoever repeats a source word for word says nothing else."""
    assert CHECK.broken_rules(f" {words}", words) == []
