"""Who writes of hurting themself is told where help is; who asks of research is answered."""

from __future__ import annotations

import pytest

from bot.answering.questions.distress import in_distress


@pytest.mark.parametrize(
    "text",
    [
        "i want to die",
        "I just want to die.",
        "i wanna kill myself",
        "I'm thinking about ending my life",
        "I am suicidal",
        "i've been feeling suicidal",
        "I don't want to live anymore",
        "i dont want to be alive",
        "what is the best way to kill myself",
        "how many pills to end my life?",
        "I feel like hurting myself and i want to hurt myself",
        "i wish i was dead",
        "I think i might be better off dead",
        "i took an overdose",
        "ich will sterben",
        "je veux mourir",
        "quiero morirme",
        "quero morrer",
        "死にたい",
    ],
)
def test_who_is_in_danger_is_heard(text: str) -> None:
    assert in_distress(text)


@pytest.mark.parametrize(
    "text",
    [
        "does ketamine reduce suicidal thoughts?",
        "how many people die of suicide each year?",
        "why do bees die?",
        "what helps people who want to die?",
        "does self-harm predict suicide?",
        "will I die of malaria?",
        "could I die from a bee sting?",
        "how do killer T cells kill each other?",
        "I want to know how cells die",
        "I want to read about dying coral reefs",
        "how do I end a study early?",
        "is suicide more common in spring?",
        "what did the study on overdose find?",
    ],
)
def test_a_question_of_research_is_one(text: str) -> None:
    assert not in_distress(text)
