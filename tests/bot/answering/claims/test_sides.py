"""Claims as people make them, and sentences as studies write them: on which side each stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from bot.answering.claims.sides import Side, side_of
from index.words.lexical import Stemmer
from tests.bot.rendering.hostile import texts

ROWS = [
    ("Yoga helps with gout", "The trial cannot say which part of yoga helped with gout.", Side.OPEN),
    ("Yoga helps with gout", "That yoga helped says nothing about gout.", Side.OPEN),
    ("Coffee causes cancer", "Drinking coffee was not associated with cancer.", Side.AGAINST),
    ("Coffee causes cancer", "Coffee was linked to a lower risk of cancer.", Side.AGAINST),
    ("Coffee causes cancer", "Coffee drinkers had more cancer of the bladder.", Side.FOR),
    ("Masks do not work against infection", "Masks reduced infection by a third.", Side.OPEN),
    ("Masks prevent infection", "Masks reduced the risk of infection by a third.", Side.FOR),
    ("Masks prevent infection", "Masks had no effect on infection.", Side.AGAINST),
    ("Vitamin D lowers the risk of fractures", "Vitamin D supplements did not lower the risk of fractures.", Side.AGAINST),
    ("Vitamin D lowers the risk of fractures", "Low vitamin D raised the risk of fractures.", Side.OPEN),
    ("Vitamin D lowers the risk of fractures", "Vitamin C lowered the risk of fractures.", Side.OPEN),
    ("Statins increase falls", "Statins were unrelated to falls in older adults.", Side.AGAINST),
    ("Statins are unrelated to falls", "Statins were associated with falls.", Side.AGAINST),
    ("Statins have no effect on falls", "Statins had no effect on falls.", Side.FOR),
    ("Statins do not affect falls", "Statins increased falls.", Side.AGAINST),
    ("Aspirin is ineffective for migraine", "Aspirin was effective for migraine.", Side.AGAINST),
    ("Aspirin is effective for migraine", "Aspirin was effective for acute migraine in adults.", Side.FOR),
    ("Lower birth weight means more asthma", "Higher birth weight was associated with less asthma.", Side.OPEN),
    ("Lower birth weight means more asthma", "Higher birth weight was associated with more asthma.", Side.AGAINST),
    ("Dogs sleep longer than cats", "Cats slept longer than dogs.", Side.AGAINST),
    ("Dogs sleep longer than cats", "Dogs slept longer than cats.", Side.FOR),
    ("Sleep loss raises blood pressure", "Sleep loss lowered blood pressure in the trial.", Side.AGAINST),
    ("Sleep loss raises blood pressure", "Blood pressure rose after sleep loss.", Side.FOR),
    ("Sleep loss raises blood pressure", "Blood pressure fell after sleep loss.", Side.AGAINST),
    ("Sleep loss raises blood pressure", "To determine whether sleep loss raises blood pressure, we ran a trial.", Side.OPEN),
    ("Sleep loss raises blood pressure", "Effect of sleep loss on blood pressure: a trial", Side.OPEN),
    ("The test is accurate", "The test was inaccurate in most patients.", Side.AGAINST),
    ("Exercise improves mood", "Exercise worsened mood.", Side.AGAINST),
    ("Exercise improves mood", "Mood improved with exercise.", Side.FOR),
    ("Exercise improves mood", "Mood did not improve with exercise.", Side.AGAINST),
    ("5G causes COVID", "There is no evidence that 5G causes COVID.", Side.AGAINST),
    ("Vaccines cause autism", "Vaccination was not associated with autism in this cohort.", Side.AGAINST),
    ("Vaccines cause autism", "Vaccines do not cause autism.", Side.AGAINST),
    ("Garlic cures colds", "Garlic did not cure colds.", Side.AGAINST),
    ("Ketamine lifts mood in adults", "Ketamine lifted mood within a day in adults.", Side.FOR),
    ("Statins increase falls", "Statins did not increase falls in older people.", Side.AGAINST),
    ("Coffee lowers the risk of cancer", "Coffee raised the risk of cancer.", Side.AGAINST),
    ("Ketamine lifts mood in 90 % of adults", "Ketamine lifted mood in 64 % of adults.", Side.OPEN),
    ("Ketamine lifts mood in adults", "Ketamine may lift mood in adults.", Side.OPEN),
    ("Ketamine lifts mood", "The trial ran for a week.", Side.OPEN),
    ("Ice melts in summer", "The trial of ketamine ran for a week.", Side.OPEN),
    ("Type 2 diabetes raises blood pressure", "Type 1 diabetes raised blood pressure.", Side.OPEN),
    ("Mice lacking the gene gain weight", "The gene made mice gain weight.", Side.OPEN),
    ("Fish oil lowers the risk of stroke", "Fish oil may raise the risk of stroke.", Side.OPEN),
    ("Fish oil lowers the risk of stroke", "In mice, fish oil raised the risk of stroke.", Side.OPEN),
    ("Fish oil is linked to stroke", "Fish oil raised the risk of stroke.", Side.FOR),
    ("Fish oil is linked to fewer strokes", "Fish oil was linked to stroke.", Side.OPEN),
    ("Tea had 12 % fewer strokes", "Tea drinkers had 30 % fewer strokes.", Side.OPEN),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "sentence", "side"), ROWS)
def test_on_which_side_a_sentence_stands(claim: str, sentence: str, side: Side) -> None:
    """What goes the other way stands against; what tells of another thing, or less surely, on neither side."""
    assert side_of(claim, sentence, Stemmer()) is side


whole = texts.map(lambda text: text.encode("utf-8", "replace").decode())


@given(whole, whole)
@settings(max_examples=60)
def test_any_words_have_a_side(claim: str, sentence: str) -> None:
    """No text of a member or an article stops it."""
    assert side_of(claim, sentence, Stemmer()) in Side
