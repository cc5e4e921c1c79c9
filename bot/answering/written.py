"""Answers as JSON and back: what `ask --json` prints and what the bot remembers."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from bot.answering.answer import Answer

_ANSWERS = TypeAdapter(Answer)


def answer_json(answer: Answer) -> dict[str, Any]:
    """The answer as plain JSON values, by the names of its nouns."""
    return asdict(answer)


def answer_of(text: str | bytes) -> Answer:
    """The answer that `answer_text` wrote.

    Raises:
        pydantic.ValidationError: The text is no answer of this version.
    """
    return _ANSWERS.validate_json(text)


def answer_text(answer: Answer) -> str:
    """The answer as one line of JSON."""
    return _ANSWERS.dump_json(answer).decode()
