"""Who asks for what is new gets newer articles first."""

from __future__ import annotations

import pytest

from tests.index.questions.shelf import understood


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("recent studies on fat", "fat"),
        ("any new studies about fat?", "fat?"),
        ("what are the latest findings on fat", "fat"),
        ("latest on fat", "fat"),
        ("what's the latest on fat?", "fat?"),
        ("whats new in fat", "fat"),
        ("recent stuff on fat", "fat"),
        ("do newer studies of fat contradict older ones?", "do fat ?"),
        ("do recent trials of fat confirm earlier findings?", "do fat ?"),
        ("does new research on fat agree with past work on cold", "does fat cold"),
        ("has newer research changed what we know about fat?", "has fat?"),
        ("have recent studies really challenged the view that fat harms?", "have fat harms?"),
        ("do more recent studies of fat disagree with the older ones", "do fat"),
        ("newer studies of fat in previous smokers", "studies of fat in previous smokers"),
        ("newest evidence on how cold changes fat", "how cold changes fat"),
        ("show me the newest paper on fat", "fat"),
        ("the most recent randomised trial of fat", "randomised trial of fat"),
        ("fat and cold, newest first", "fat and cold"),
        ("latest papers", "What the 1918 flu teaches"),
        ("whats new", "What the 1918 flu teaches"),
    ],
)
def test_who_asks_for_what_is_new_gets_newer_articles_first(question: str, rest: str) -> None:
    """And nothing is shut out for it; without a matter, the newest article is asked for."""
    intent = understood(question)
    assert (intent.newest, intent.question) == (True, rest)
    assert not intent.filters


@pytest.mark.parametrize(
    "question",
    [
        "does a recent infection harm?",
        "do new drugs help",
        "newest member of the herd",
        "is late diagnosis bad",
        "studies on fat, not the newest",
        "new york cold",
        "do newer studies contradict older ones",
        "has newer research changed this",
    ],
)
def test_what_is_new_in_the_matter_is_no_wish_for_new_articles(question: str) -> None:
    """Drugs and infections may be recent in an old study."""
    intent = understood(question)
    assert not intent.newest
    assert not intent.filters


@pytest.mark.parametrize(
    "question", ["do newer studies contradict older ones", "has newer research changed this"]
)
def test_newer_studies_that_are_held_against_older_ones_stay_in_the_question(question: str) -> None:
    """Nothing else of it says what it is about."""
    assert understood(question).question == question
