"""What is said, in whose language, and how numbers and plurals are written."""

from __future__ import annotations

import pytest
from discord import Locale

from bot.language.language import Language, language_of, spoken
from bot.language.saying import say
from bot.language.terms import DESIGN, STATUS, term
from index.article import Status
from index.evidence_card import Design


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en-GB", Language.ENGLISH),
        ("de", Language.GERMAN),
        ("es-419", Language.SPANISH),
        ("pt-BR", Language.PORTUGUESE),
        ("ja", Language.JAPANESE),
        ("ko", Language.ENGLISH),
        ("", Language.ENGLISH),
        (None, Language.ENGLISH),
    ],
)
def test_a_locale_gives_a_language(locale: str | None, language: Language) -> None:
    assert language_of(locale) is language


def test_each_language_is_one_of_discords() -> None:
    assert {spoken(locale.value) for locale in Locale} == {*Language, None}


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        (Language.ENGLISH, 1, "1 more sentence did"),
        (Language.ENGLISH, 1234, "1,234 more sentences did"),
        (Language.GERMAN, 1234, "1.234 weitere Sätze"),
        (Language.FRENCH, 0, "0 autre phrase n"),
        (Language.FRENCH, 2, "2 autres phrases"),
        (Language.JAPANESE, 1, "1文"),
    ],
)
def test_plurals_and_numbers_follow_the_language(language: Language, count: int, said: str) -> None:
    assert said in say(language, "answer.left-out", count=count)


def test_a_value_is_put_in_as_it_is() -> None:
    """Braces in a value name nothing: what a member typed is no template."""
    said = say(Language.ENGLISH, "article.reports", paper="{0.__class__} {count}")
    assert said == "reports: {0.__class__} {count}"


@pytest.mark.parametrize("language", Language)
def test_every_design_and_status_has_a_word(language: Language) -> None:
    for design in Design:
        if design is not Design.NOT_STATED:
            assert term(language, DESIGN, design, otherwise="") != ""
    for status in Status:
        if status is not Status.CURRENT:
            assert term(language, STATUS, status, otherwise="") != ""


def test_a_word_nobody_translated_is_shown_as_it_is() -> None:
    assert term(Language.GERMAN, DESIGN, "time machine") == "time machine"
