"""A question in a language that the model does not read is known for one."""

from __future__ import annotations

import pytest

from index.questions.tongues import foreign_language, reads
from index.vectors.embedding import SentenceTransformerEmbedder


def unknown(_: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Hilft Akupunktur bei Depressionen?", "de"),
        ("L'acupuncture aide-t-elle contre la dépression ?", "fr"),
        ("¿Qué causa la malaria en los niños?", "es"),
        ("como funciona a vacina contra malária?", "pt"),
        ("うつ病に鍼は効きますか", "ja"),
        ("Иммунитет после вакцинации", "ru"),
    ],
)
def test_other_languages_are_told(question: str, language: str) -> None:
    """Also of a question of a few words."""
    assert foreign_language(question, unknown) == language


@pytest.mark.parametrize(
    "question",
    [
        "does ketamine help depression",
        "ketamine depression children",
        "Plasmodium falciparum pediatric malaria",
        "SARS-CoV-2 IL-6 ACE2 TMPRSS2",
        "fluoxetine sertraline paroxetine comparison",
        "Guillain-Barré",
        "déjà vu",
        "???",
        "",
    ],
)
def test_terms_are_no_language(question: str) -> None:
    """Names of drugs and species look like Romanian; one or two words may be a term."""
    assert foreign_language(question, unknown) == ""


def test_a_library_is_asked_in_its_own_language() -> None:
    """Where the library holds most of the words, they are read."""
    assert foreign_language("Hilft Akupunktur bei Depressionen?", lambda _: True) == ""


def test_the_packaged_model_reads_english() -> None:
    """It says so of itself: a multilingual model would bring translations together."""
    embedder = SentenceTransformerEmbedder()
    assert reads(embedder, "en")
    assert not reads(embedder, "de")
    assert not reads(embedder, "sv")
