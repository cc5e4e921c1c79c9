"""An answer as one page: its sentences with numbers that open the sources, then the references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.language.language import Language, spoken
from bot.language.saying import say
from bot.rendering.answers.held import held_block
from bot.rendering.answers.limited import limits_said
from bot.rendering.answers.stretch import stretch_of
from bot.rendering.limits import LAYOUT_TEXT, length
from bot.rendering.page import Page, Press, Tone
from bot.rendering.references import reference_line
from bot.rendering.text import clipped
from index.holdings.filters import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Answer

_QUESTION: Final = 300
_NEAREST: Final = 5
_FOOTER: Final = 420
_SUPPORT: Final = (
    (0.85, "answer.strong", Tone.SURE),
    (0.65, "answer.good", Tone.FAIRLY),
    (0.0, "answer.weak", Tone.UNSURE),
)
"""From which calibrated probability on each sentence is used."""

_ASKED: Final = re.compile(r"\w[^?？]*[?？]")
"""A question, by its mark."""

_PART: Final = 60
_PARTS: Final = 3
_BESIDE: Final = 800
"""What is left at most for what records hold."""

_LEAST_SENTENCE: Final = 1700
"""The first sentence, its number's link and its entry are shown before anything beside them."""

_RESERVED: Final = _QUESTION + _FOOTER
"""What is never taken by sentences and references; an abstention's few words fit in it too."""


def answer_page(
    answer: Answer,
    *,
    answer_id: str = "",
    repeat_question: bool = False,
    language: Language = Language.ENGLISH,
    notes: Sequence[str] = (),
    reminder: str = "",
    human: bool = False,
    private: bool = False,
) -> Page:
    """The page for an answer or an abstention.

    Args:
        answer: What was found.
        answer_id: What the buttons ask for; none are shown without it.
        repeat_question: Discord shows what was asked beside a reply, but not beside a command.
        language: Of the words around the articles' own.
        notes: What it was looked for in, and what became of its sources since, a line each; shown before it.
        reminder: Shown under it.
        human: Whether a person can be called to it.
        private: Whether its asker alone sees it, and so may share it.
    """
    asked = (f"> {clipped(answer.question, _QUESTION)}",) if repeat_question else ()
    meant = looked_up(answer.looked_up, language)
    unknown = answer.abstained or not answer.statements
    beside = [block for block in (*meant, "\n".join(notes), reminder) if block]
    room = LAYOUT_TEXT - _RESERVED - sum(map(length, beside))
    blocks = _abstention(answer, language, room) if unknown else _cited(answer, language, room)
    noted = ("\n".join(notes),) if notes else ()
    reminded = (reminder,) if reminder else ()
    page = (*asked, *meant, *noted, *blocks, *reminded)
    presses = _presses(answer, answer_id, language, human=human, private=private)
    return Page(page, presses, Tone.UNKNOWN if unknown else tone_of(answer.confidence))


def looked_up(question: str, language: Language) -> tuple[str, ...]:
    """A block that says how a mistyped question was looked up; none where it was so as typed."""
    if not question:
        return ()
    return (f"-# {say(language, 'answer.looked-up', question=clipped(question, _QUESTION))}",)


def support_key(confidence: float) -> str:
    """How sure an answer is, as a message's key."""
    return _support(confidence)[0]


def tone_of(confidence: float) -> Tone:
    """How sure an answer is, as a colour; the footer says it in words."""
    return _support(confidence)[1]


def _support(confidence: float) -> tuple[str, Tone]:
    return next(
        ((key, tone) for least, key, tone in _SUPPORT if confidence >= least), _SUPPORT[-1][1:]
    )


def draft_page(
    answer: Answer,
    *,
    repeat_question: bool = False,
    language: Language = Language.ENGLISH,
    notes: Sequence[str] = (),
) -> Page:
    """The page while a language model still writes: what is borne out so far, and nothing to press.

    Args:
        answer: As far as it goes.
        repeat_question: As for `answer_page`.
        language: As for `answer_page`.
        notes: As for `answer_page`.
    """
    page = answer_page(answer, repeat_question=repeat_question, language=language, notes=notes)
    return Page((*page.blocks[:-1], f"-# {say(language, 'answer.writing')}"), tone=page.tone)


def _presses(
    answer: Answer, answer_id: str, language: Language, *, human: bool, private: bool
) -> tuple[Press, ...]:
    if not answer_id:
        return ()
    opinions = [
        Press(f"helpful:{answer_id}", say(language, "button.helpful")),
        Press(f"unhelpful:{answer_id}", say(language, "button.unhelpful")),
    ]
    if human:
        opinions.append(Press(f"human:{answer_id}", say(language, "button.human")))
    delete = Press(f"delete:{answer_id}", say(language, "button.delete"))
    if answer.abstained or not answer.statements:
        return (delete, *opinions)
    going_on = [
        Press(f"{action}:{answer_id}", say(language, f"button.{key}"))
        for action, key in (
            ("more", "more"),
            ("passages", "passages"),
            ("similar", "similar"),
            ("follow", "follow-up"),
            *([("share", "share")] if private else []),
        )
    ]
    forget = Press(f"forget:{answer_id}", say(language, "button.forget"))
    return (*going_on, delete, *opinions, forget)


def _cited(answer: Answer, language: Language, room: int) -> tuple[str, ...]:
    unanswered = _unanswered(answer, language)
    beside = max(0, min(_BESIDE, room - _LEAST_SENTENCE - length(unanswered)))
    room -= beside * bool(answer.facts) + length(unanswered)
    stretch = stretch_of(answer.statements, answer.references, language, room=room)
    told = answer.statements[: len(stretch.sentences)]
    shown = [citation.reference for statement in told for citation in statement.citations]
    own, of_reports = (
        held_block(answer, language, of_report=of_report, shown=shown, room=beside // 2)
        for of_report in (False, True)
    )
    sentences, entries = "\n".join(stretch.sentences), "\n".join(stretch.entries)
    footer = _footer(answer, len(answer.statements) - len(told), language)
    # A study's own record answers; what a report's holds is only of the report.
    blocks = (own, sentences, of_reports, unanswered, entries, footer)
    return tuple(block for block in blocks if block)


def _unanswered(answer: Answer, language: Language) -> str:
    """That some of several questions are not answered."""
    said = (clipped(question, _PART) for question in answer.unanswered[:_PARTS])
    questions = "; ".join(question for question in said if question)
    return f"-# {say(language, 'answer.unanswered', questions=questions)}" if questions else ""


def _footer(answer: Answer, left_out: int, language: Language) -> str:
    by_model = answer.answerer not in {"", "extractive"}
    writer = clipped(answer.answerer, 80)
    lines = [
        say(language, "answer.left-out", count=left_out) if left_out else "",
        say(language, support_key(answer.confidence)),
        say(language, "answer.written-by", model=writer)
        if by_model
        else say(language, "answer.quoted"),
    ]
    return "-# " + " ".join(line for line in lines if line)


def _abstention(answer: Answer, language: Language, room: int) -> tuple[str, ...]:
    within = limits_said(answer.within or EVERYTHING, answer.without, language)
    only = say(language, "answer.none-within", limits=within) if within else ""
    room -= length(only)
    lines: list[str] = []
    for reference in answer.nearest[:_NEAREST]:
        line = reference_line(reference, number=None, language=language)
        room -= length(line) + 1
        if room < 0:
            break
        lines.append(line)
    near = say(language, "answer.none-near" if lines else "answer.none-nothing-near")
    if only:
        near = f"{only}\n{near}" if lines else only
    if answer.language:
        # Not that the library lacks it: who asked in German is told so in German.
        none = say(spoken(answer.language) or language, "answer.none-read")
        return tuple(block for block in (f"**{none}**\n{near}", "\n".join(lines)) if block)
    several = len(_ASKED.findall(answer.question)) > 1 and not answer.unanswered
    footer = say(language, "answer.one-at-a-time" if several else "answer.none-footer")
    blocks = (f"**{say(language, 'answer.none')}**\n{near}", "\n".join(lines), f"-# {footer}")
    return tuple(block for block in blocks if block)
