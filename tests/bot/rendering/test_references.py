"""A line for an article says what is known of it, and nothing twice."""

from __future__ import annotations

import pytest

from bot.rendering.answers.answer import answer_page
from tests.bot.english import english
from tests.bot.fake_answerer import (
    answer_of,
    reference_of,
)


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        pytest.param({"status": "corrected"}, "**corrected since**", id="corrected"),
        pytest.param(
            {"evidence_card": {"preprint": "yes"}}, english("article.preprint"), id="preprint"
        ),
        pytest.param(
            {"evidence_card": {"design": "randomised trial", "n": "73"}},
            "randomised trial · n = 73",
            id="study",
        ),
        pytest.param(
            {"evidence_card": {"design": "randomised trial", "n": "37740"}},
            "randomised trial · n = 37\N{NARROW NO-BREAK SPACE}740",
            id="thousands",
        ),
        pytest.param(
            {"evidence_card": {"design": "animal study", "subjects": "animals", "n": "not stated"}},
            "**animal study**",
            id="animals",
        ),
        pytest.param(
            {"evidence_card": {"design": "in vitro study", "subjects": "cells or tissue"}},
            "**in vitro study**",
            id="cells",
        ),
        pytest.param(
            {"evidence_card": {"design": "news report", "subjects": "animals"}},
            "news report · **in animals only**",
            id="news of animals",
        ),
        pytest.param(
            {
                "evidence_card": {
                    "design": "cohort study",
                    "subjects": "humans, cells or tissue",
                    "population": "women with asthma",
                }
            },
            "cohort study · women with asthma",
            id="people beside cells",
        ),
        pytest.param({"published": "2017"}, "Journal of Examples, 2017", id="year alone"),
        pytest.param({"published": "", "outlet": ""}, "Ketamine and mood", id="nothing stated"),
        pytest.param({"title": ""}, english("article.untitled"), id="no title"),
    ],
)
def test_references_say_what_is_known(changes: dict[str, object], shown: str) -> None:
    page = answer_page(answer_of(references=(reference_of(**changes),)))
    assert shown in page.blocks[1]
    assert "not stated" not in page.blocks[1]


def test_a_doi_is_not_told_twice() -> None:
    """Where the title already leads to the DOI, the line is shorter for it."""
    page = answer_page(
        answer_of(references=(reference_of(link="https://doi.org/10.1234/ketamine"),))
    )
    assert "doi:" not in page.blocks[1]


def test_the_paper_behind_a_story_is_one_link() -> None:
    """A story's DOI is that of its paper: it is told once, and leads there."""
    card = {"design": "news report", "reports": "10.1234/ketamine"}
    page = answer_page(answer_of(references=(reference_of(evidence_card=card),)))
    assert "reports: [10.1234/ketamine](<https://doi.org/10.1234/ketamine>)" in page.blocks[1]
    assert "doi:" not in page.blocks[1]
