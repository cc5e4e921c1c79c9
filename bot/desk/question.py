"""What a member typed, made a question: or a friendly hint why it is none."""

from __future__ import annotations

import re
from typing import Final

from bot.answering.questions.distress import in_distress
from bot.answering.questions.small_talk import SmallTalk, small_talk_in
from bot.errors import QuestionError
from bot.rendering.limits import LONGEST_QUESTION
from bot.rendering.text import plain

_MENTION: Final = r"<@!?{id}>"
_CODE: Final = re.compile(r"```.*?```|``.*?``|`[^`\n]*`", re.DOTALL)
_TOKENS: Final = re.compile(
    r"<a?:\w+:\d+>|<[@#][!&]?\d+>|<t:-?\d+(?::\w)?>|</[^<>:]+:\d+>|<id:\w+>"
)
"""Custom emoji, mentions, timestamps and command links, as Discord writes them."""

_COMMAND: Final = re.compile(r"^\s*/ask\b(?:\s+question:)?\s*", re.IGNORECASE)
"""Typed out where Discord did not take it for a command, as in a direct message or behind a mention."""

_FEWEST_LETTERS: Final = 2
"""In scripts that write words with one sign two signs can be a question; "?!" never is."""


def checked(text: str) -> str:
    """`text` as a question on one line.

    Raises:
        QuestionError: Its sentence says what to write instead.
    """
    question = plain(_COMMAND.sub("", _TOKENS.sub(" ", text)))
    letters = sum(letter.isalnum() for letter in question)
    if not letters:
        raise QuestionError("notice.no-words")
    if letters < _FEWEST_LETTERS:
        raise QuestionError("notice.one-word-more")
    if in_distress(question):
        raise QuestionError("notice.distress")
    if said := small_talk_in(question):
        raise QuestionError("notice.thanks" if said is SmallTalk.THANKS else "notice.greeting")
    if len(question) > LONGEST_QUESTION:
        raise QuestionError("notice.too-long", length=len(question), longest=LONGEST_QUESTION)
    return question


def without_mention(text: str, bot: int) -> str:
    """`text` without mentions of the bot."""
    return re.sub(_MENTION.format(id=bot), " ", text)


def mentions(text: str, bot: int) -> bool:
    """Whether `text` mentions the bot where Discord would ping it: not inside code."""
    return re.search(_MENTION.format(id=bot), _CODE.sub(" ", text)) is not None
