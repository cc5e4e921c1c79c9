"""A question's words weigh what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.words.lexical import Indexed, LexicalIndex, write_lexical
from index.words.question_words import words_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> LexicalIndex:
    write_lexical(
        tmp_path,
        [
            Indexed("Depression", "", "Acupuncture eased depression."),
            Indexed("Bees", "", "Bees dance, and the hive understands."),
            Indexed("Hives", "", "The hive hums."),
        ],
    )
    return LexicalIndex(tmp_path)


def test_small_talk_and_function_words_weigh_nothing(library: LexicalIndex) -> None:
    """Only what the question is about is looked for."""
    assert words_of("hey can you tell me about bees please", library).weights.keys() == {"bee"}
    typed = "wat about bees pls, don't they, doesn’t it? dont, it's so, I'd"
    assert words_of(typed, library).weights.keys() == {"bee"}
    assert words_of("what is it", library).weights
    assert words_of("what's vitamin d?", library).weights.keys() == {"vitamin", "d"}


def test_a_rare_word_weighs_more_and_an_unheard_one_most(library: LexicalIndex) -> None:
    """Rarity is what tells."""
    words = words_of("hive bees zorbine", library)
    assert words.weights["hive"] < words.weights["bee"] < words.weights["zorbin"] == words.unheard


def test_a_small_library_knows_no_words_rarity_and_english_does(library: LexicalIndex) -> None:
    """What "people" ask of bees is answered by an article that never says "people"."""
    words = words_of("do people like zorbine, sleep or rituximab?", library)
    assert words.weights["peopl"] < words.weights["sleep"] < words.weights["rituximab"]
    assert words.weights["rituximab"] == words.weights["zorbin"]
    assert words.known < 0.1


def test_a_large_library_knows_better(tmp_path: Path) -> None:
    """There, how often the articles say a word tells more than how often people do."""
    passages = [Indexed("", "", "Bees dance in the hive.") for _ in range(2000)]
    write_lexical(tmp_path, [*passages, Indexed("", "", "People keep bees.")])
    words = words_of("do people keep bees in zorbine?", LexicalIndex(tmp_path))
    assert words.weights["bee"] < words.weights["peopl"]
    assert words.weights["peopl"] > 0.9 * words.weights["keep"]
    assert words.known > 0.97
