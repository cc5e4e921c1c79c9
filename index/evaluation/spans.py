"""Judged answers: the words of a document that answer a question, and whether an answer holds them.

A BEIR folder may have them in `answers.jsonl`: `{"_id": query, "answers": [{"text": …}, …]}`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, cast

from index.errors.asked import JudgedQuestionsError
from index.evaluation.files import id_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

SHORT: Final = 8
"""Words of a judged answer that can be set in bold; a longer one is a sentence."""

RIGHT: Final = 0.5
"""Token F1 from which what is set in bold counts as the judged answer, in other bounds."""

_WORD: Final = re.compile(r"[^\W_]+(?:[.,]\d+)*|%")
_ARTICLES: Final = frozenset({"a", "an", "the"})


def read_answers(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """By question, the texts any of which answers it; empty where the folder has none.

    Raises:
        JudgedQuestionsError: The file cannot be understood.
    """
    file = folder / "answers.jsonl"
    if not file.is_file():
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for line, row in rows_of(file):
        answers = row.get("answers")
        if not isinstance(answers, list):
            raise JudgedQuestionsError(file, "a row has no list of answers", line)
        texts = tuple(_text(answer) for answer in cast("list[object]", answers))
        known = tuple(text for text in texts if text)
        if known:
            found[id_of(row, file, line)] = known
    return found


def _text(answer: object) -> str:
    if isinstance(answer, dict):
        answer = cast("dict[str, Any]", answer).get("text")
    return answer.strip() if isinstance(answer, str) else ""


def holds(quotes: Iterable[str], answers: Iterable[str]) -> bool:
    """Whether some quote holds some answer, whatever the blanks, the case and the stops at its ends."""
    plain = [_plain(quote) for quote in quotes]
    return any(_plain(answer) in quote for answer in answers for quote in plain)


def is_short(answers: Iterable[str]) -> bool:
    """Whether some answer is short enough to be set in bold."""
    return any(len(answer.split()) <= SHORT for answer in answers)


def likeness(said: str, answers: Iterable[str]) -> float:
    """The best token F1 of `said` and any answer, 0 to 1, as SQuAD has it.

    https://arxiv.org/abs/1606.05250, section 6.1: without case, stops and articles.
    """
    return max((_f1(_words(said), _words(answer)) for answer in answers), default=0.0)


def _f1(one: Counter[str], other: Counter[str]) -> float:
    shared = (one & other).total()
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def _words(text: str) -> Counter[str]:
    return Counter(word for word in _WORD.findall(text.casefold()) if word not in _ARTICLES)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold().strip(" .,;:!?")
