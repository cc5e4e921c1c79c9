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
    ],
)
def test_what_is_new_in_the_matter_is_no_wish_for_new_articles(question: str) -> None:
    """Drugs and infections may be recent in an old study."""
    assert not understood(question).newest
