"""Answers, and what they were limited to, as JSON and back: what `ask --json` prints and the bot remembers."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from bot.answering.answer import Answer
from index.holdings.filters import EVERYTHING, Filters

_ANSWERS = TypeAdapter(Answer)
_FILTERS = TypeAdapter(Filters)

_SELDOM = frozenset({"facts", "unanswered", "within", "without"})


def answer_json(answer: Answer) -> dict[str, Any]:
    """The answer as plain JSON values, by the names of its nouns; what few answers have, only where one has it."""
    values = asdict(answer)
    return {name: value for name, value in values.items() if value or name not in _SELDOM}


def answer_of(text: str | bytes) -> Answer:
    """The answer that `answer_text` wrote.

    Raises:
        pydantic.ValidationError: The text is no answer of this version.
    """
    return _ANSWERS.validate_json(text)


def answer_text(answer: Answer) -> str:
    """The answer as one line of JSON."""
    return _ANSWERS.dump_json(answer).decode()


def filters_of(text: str) -> Filters:
    """The filters that `filters_text` wrote.

    Raises:
        pydantic.ValidationError: The text is none of this version's.
    """
    return _FILTERS.validate_json(text) if text else EVERYTHING


def filters_text(filters: Filters) -> str:
    """The filters as one line of JSON; "" where they admit every article."""
    return _FILTERS.dump_json(filters).decode() if filters else ""
