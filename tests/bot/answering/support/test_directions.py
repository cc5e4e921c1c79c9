"""A direction is told where an amount goes up or down, not by every word that can tell one."""

from __future__ import annotations

import pytest

from bot.answering.support.directions import Way, ways, wrong_ways
from index.words.lexical import Stemmer

STEMS = Stemmer().terms


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Infants fall asleep at nine.", id="asleep"),
        pytest.param("Pets may fall ill.", id="ill"),
        pytest.param("The plants fall into five groups.", id="into groups"),
        pytest.param("Droplets carry the virus.", id="droplets"),
        pytest.param("He dropped out of the trial.", id="out"),
        pytest.param("Surgery was done in 30 patients.", id="surgery"),
        pytest.param("ACE inhibitors are drugs.", id="inhibitors"),
        pytest.param("Older adults slept.", id="a group"),
        pytest.param("The lower back hurt.", id="a place"),
        pytest.param("The campaign raised public awareness.", id="awareness"),
        pytest.param("Cells were grown in culture.", id="culture"),
        pytest.param("Nerve growth factor binds it.", id="a name"),
        pytest.param("Genes were amplified by PCR.", id="PCR"),
        pytest.param("They no longer slept.", id="no longer"),
        pytest.param("More research is needed.", id="more research"),
        pytest.param("It was a double blind trial.", id="double blind"),
    ],
)
def test_what_goes_neither_up_nor_down(text: str) -> None:
    """A verb of going up or down counts only with an amount; a name never does."""
    assert ways(text, STEMS) == []


@pytest.mark.parametrize(
    ("text", "way"),
    [
        pytest.param("Blood pressure fell by 5 mm Hg.", Way.DOWN, id="fell by"),
        pytest.param("Falls in blood pressure were seen.", Way.DOWN, id="falls in"),
        pytest.param("Deaths dropped by 30 %.", Way.DOWN, id="dropped by"),
        pytest.param("The drug inhibits ACE2.", Way.DOWN, id="inhibits"),
        pytest.param("Coffee raises blood pressure.", Way.UP, id="raises"),
        pytest.param("Boys were older than girls.", Way.UP, id="older than"),
        pytest.param("Tumours grew.", Way.UP, id="grew"),
        pytest.param("Tumours slowed.", Way.DOWN, id="slowed"),
        pytest.param("Cases surged.", Way.UP, id="surged"),
    ],
)
def test_what_does(text: str, way: Way) -> None:
    """With an amount that moves, or a comparison."""
    assert [found for found, _ in ways(text, STEMS)] == [way]


def test_falling_asleep_is_denied_by_no_decrease() -> None:
    """Who falls asleep sooner does nothing less."""
    span = "Children who read at bedtime fell asleep within ten minutes, with fewer wakings later."
    assert wrong_ways("Children who read fell asleep within ten minutes.", span, STEMS) == []
