"""In which language somebody asks, and whether an embedding model reads it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from index.sources.rules.title_key import title_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from py3langid.langid import LanguageIdentifier

    from index.vectors.embedding import Embedder

ENGLISH: Final = "en"

_TOLD_APART: Final = (
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja",
    "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh",
)  # fmt: skip
"""Languages with many writers on Discord; among 140, a short question is called by any of them."""

_MAYBE_ENGLISH: Final = 0.1
"""From this probability on, a question may be English: names and terms look like anything."""

_SURE: Final = 0.6
"""Probability from which a language is told: below it, names of drugs and species are Romanian."""

_FEWEST_WORDS: Final = 3
"""Of Latin letters: one or two words are a term, whatever language it comes from."""

_ENGLISH_WORDS: Final = frozenset(
    [
        "the",
        "of",
        "and",
        "what",
        "does",
        "do",
        "is",
        "are",
        "how",
        "why",
        "which",
        "who",
        "when",
        "can",
        "has",
        "have",
        "with",
        "for",
        "to",
        "about",
    ]
)

_PROBE: Final = "Vitamin D protects small children against infections of the lungs."
_PROBES: Final = {
    "de": "Vitamin D schützt kleine Kinder vor Infektionen der Lunge.",
    "es": "La vitamina D protege a los niños pequeños contra las infecciones de los pulmones.",
    "fr": "La vitamine D protège les jeunes enfants contre les infections des poumons.",
    "ja": "ビタミンDは幼い子どもを肺の感染症から守る。",
    "pt": "A vitamina D protege as crianças pequenas contra infecções dos pulmões.",
    "ru": "Витамин D защищает маленьких детей от инфекций лёгких.",
    "zh": "维生素D可以保护幼儿免受肺部感染。",
}
_SAME_MEANING: Final = 0.75
"""Cosine of a sentence and its translation: multilingual models give 0.9, English ones under 0.6."""


def foreign_language(question: str, known: Callable[[str], bool]) -> str:
    """The language of a question that is not English, as ISO 639-1; "" if it may be.

    Args:
        question: As asked.
        known: Whether a word stands in the library: a library in German is asked in German.
    """
    words = title_words(question)
    letters = [mark for mark in question if mark.isalpha()]
    latin = sum("LATIN" in unicodedata.name(mark, "") for mark in letters)
    strange = latin * 2 < len(letters)
    if not letters or (not strange and len(words) < _FEWEST_WORDS):
        return ""
    if not _ENGLISH_WORDS.isdisjoint(words) or 2 * sum(map(known, words)) > len(words):
        return ""
    ranked = dict(_identifier().rank(question))
    likeliest = max(ranked, key=ranked.__getitem__)
    sure = ranked[likeliest] >= _SURE and ranked.get(ENGLISH, 0.0) < _MAYBE_ENGLISH
    return likeliest if sure else ""


def reads(embedder: Embedder, language: str) -> bool:
    """Whether the model brings what this language says near what English says of the same.

    Of a language without a sentence to try, most of the others decide.
    """
    if language == ENGLISH:
        return True
    tried = [_PROBES[language]] if language in _PROBES else list(_PROBES.values())
    english = embedder.embed_question(_PROBE)
    alike = [float(embedder.embed_question(text) @ english) >= _SAME_MEANING for text in tried]
    return 2 * sum(alike) > len(alike)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    # Reading its model takes a third of a second; most libraries are never asked in another language.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_TOLD_APART))
    return identifier
