"""Every notice, hint and refusal a member can read, beside the answers (`bot.rendering.wording`)."""

from __future__ import annotations

from math import ceil
from typing import Final

ASK_DESCRIPTION: Final = "Ask the library of research articles a question"
QUESTION_DESCRIPTION: Final = "Your question, in plain words"
PRIVATE_DESCRIPTION: Final = "Show the answer to you alone"

HELP: Final = (
    "Ask me a question about research, in plain words. I answer with sentences from the articles "
    "in my library, each with a link to the very words, and I say so when I find nothing.\n"
    "Use `/ask`, mention me with your question, reply to one of my answers, or write to me directly."
)
NO_WORDS: Final = (
    "I can only look up words. Write a question in plain text, for example: "
    "“Does exercise help people sleep?”"
)
ONE_WORD_MORE: Final = (
    "That is a little short for me. Write a whole question, for example: "
    "“Does exercise help people sleep?”"
)
NOT_READY: Final = (
    "My library is not ready, so I cannot answer yet. "
    "The people who run me can see in my log what to do."
)
LIBRARY_TROUBLE: Final = (
    "My library cannot be read at the moment. The people who run me can see in my log what to do."
)
GOING_DOWN: Final = "I am restarting. Please ask again in a minute."
FORGOTTEN: Final = "I no longer keep the passages of this answer. Ask again to see them afresh."
NOT_YOURS: Final = (
    "Only the person who asked, or somebody who may manage messages here, can delete this answer."
)
NOT_ALLOWED: Final = "You cannot use this here."
COMMAND_CHANGED: Final = (
    "This command has changed since Discord learnt it. The people who run me need to run "
    "`python -m bot --sync`; until then, mention me with your question."
)


def too_long(length: int, longest: int) -> str:
    """For a question longer than we look up."""
    return (
        f"That is {length:,} characters, and I read questions of up to {longest}. "
        "Please ask the heart of it in a sentence or two."
    )


def too_soon(seconds: float) -> str:
    """For a member who asked a moment ago."""
    whole = max(1, ceil(seconds))
    return f"One question at a time: you can ask again in {whole} second{'s' * (whole != 1)}."


def line_full(waiting: int) -> str:
    """For a question that would make the line too long."""
    return f"{waiting} questions are already waiting, so I cannot take more. Please try again in a minute."


def too_slow(seconds: float) -> str:
    """For an answer that did not come in time."""
    return (
        f"I did not find an answer within {seconds:g} seconds and stopped looking. "
        "Please try again; a shorter question is quicker."
    )


def place_in_line(place: int) -> str:
    """While a question waits its turn; the next to be answered has place 1."""
    if place == 1:
        return "Your question is next in line."
    return f"Your question is number {place} in line."


def unforeseen(code: str) -> str:
    """For a failure nobody foresaw; the code finds it in the log."""
    return (
        f"Something went wrong on my side. If it happens again, tell the people who run me "
        f"this code: `{code}`"
    )
