"""`make demo`'s command: what a newcomer sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.demo import QUESTIONS
from tests.scripts.conftest import run

if TYPE_CHECKING:
    from pathlib import Path


def test_a_newcomer_reads_two_cited_answers_and_one_honest_no(tmp_path: Path):
    """Out of the sample shelf, all of which is read."""
    outcome = run("demo", "--library", tmp_path / "library")
    assert (outcome.code, outcome.err) == (0, "")
    _, *answers = outcome.out.split("> ")
    assert len(answers) == len(QUESTIONS) == 3
    cited = [answer for answer in answers if "[1]" in answer and "https://doi.org/" in answer]
    assert len(cited) == 2
    assert sum("The library does not answer this." in answer for answer in answers) == 1
