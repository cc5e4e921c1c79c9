"""An answer as one page: its sentences with numbers that open the sources, then the references.

Sentences are taken in order, each together with the references it needs, for as long as all of it
fits: so a number never stands without its entry, and no article's text can make a page too long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.language import Language
from bot.language.saying import say
from bot.rendering.limits import LAYOUT_TEXT, length
from bot.rendering.links import masked
from bot.rendering.page import Page, Press, Tone
from bot.rendering.references import bracketed, reference_line, status_words
from bot.rendering.text import clipped, escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Answer, Reference, Statement

_QUESTION: Final = 300
_SENTENCE: Final = 700
_CITATIONS: Final = 3
_NEAREST: Final = 5
_FOOTER: Final = 420
_SUPPORT: Final = (
    (0.85, "answer.strong", Tone.SURE),
    (0.65, "answer.good", Tone.FAIRLY),
    (0.0, "answer.weak", Tone.UNSURE),
)
"""From which calibrated probability on each sentence is used."""

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
        notes: What became of its sources since, a line each; shown before the answer.
        reminder: Shown under it.
        human: Whether a person can be called to it.
        private: Whether its asker alone sees it, and so may share it.
    """
    asked = (f"> {clipped(answer.question, _QUESTION)}",) if repeat_question else ()
    unknown = answer.abstained or not answer.statements
    beside = [block for block in ("\n".join(notes), reminder) if block]
    room = LAYOUT_TEXT - _RESERVED - sum(map(length, beside))
    blocks = _abstention(answer, language, room) if unknown else _cited(answer, language, room)
    noted = ("\n".join(notes),) if notes else ()
    reminded = (reminder,) if reminder else ()
    page = (*asked, *noted, *blocks, *reminded)
    presses = _presses(answer, answer_id, language, human=human, private=private)
    return Page(page, presses, Tone.UNKNOWN if unknown else tone_of(answer.confidence))


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
    answer: Answer, *, repeat_question: bool = False, language: Language = Language.ENGLISH
) -> Page:
    """The page while a language model still writes: what is borne out so far, and nothing to press.

    Args:
        answer: As far as it goes.
        repeat_question: As for `answer_page`.
        language: As for `answer_page`.
    """
    page = answer_page(answer, repeat_question=repeat_question, language=language)
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
    references = {reference.number: reference for reference in answer.references}
    sentences: list[str] = []
    entries: dict[int, str] = {}
    for statement in answer.statements:
        # One source always fits, whatever its title and links are.
        for most in (_CITATIONS, 1) if not sentences else (_CITATIONS,):
            numbers = _numbers(statement, most)
            sentence = _sentence(statement, references, numbers, language)
            wanted = {
                number: reference_line(references[number], number=number, language=language)
                for number in numbers
                if number in references and number not in entries
            }
            cost = sum(length(line) + 1 for line in (sentence, *wanted.values()))
            if cost <= room:
                break
        else:
            break
        room -= cost
        sentences.append(sentence)
        entries |= wanted
    listed = "\n".join(entries[number] for number in sorted(entries))
    footer = _footer(answer, len(answer.statements) - len(sentences), language)
    return tuple(block for block in ("\n".join(sentences), listed, footer) if block)


def _sentence(
    statement: Statement,
    references: dict[int, Reference],
    numbers: Sequence[int],
    language: Language,
) -> str:
    """The statement's words, then a linked number for each source, then what befell a source."""
    first = {citation.reference: citation.link for citation in reversed(statement.citations)}
    marks = "".join(" " + masked(bracketed(number), first[number]) for number in numbers)
    fates = [status_words(references[n], language) for n in numbers if n in references]
    warning = "".join(f" **({fate})**" for fate in dict.fromkeys(fates) if fate)
    return _words(statement) + marks + warning


def _words(statement: Statement) -> str:
    """The statement's words, the short answer among them in bold where all of it fits."""
    whole = clipped(statement.text, _SENTENCE)
    short = escaped(statement.bold)
    if statement.short is None or not short:
        return whole
    start, end = statement.short
    before, after = statement.text[:start], statement.text[end:]
    gaps = [" " if part.endswith(" ") else "" for part in (before, after[:1])]
    bold = f"{escaped(before)}{gaps[0]}**{short}**{gaps[1]}{escaped(after)}"
    return bold if length(bold) <= _SENTENCE else whole


def _numbers(statement: Statement, most: int) -> list[int]:
    return list(dict.fromkeys(citation.reference for citation in statement.citations))[:most]


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
    lines: list[str] = []
    for reference in answer.nearest[:_NEAREST]:
        line = reference_line(reference, number=None, language=language)
        room -= length(line) + 1
        if room < 0:
            break
        lines.append(line)
    near = say(language, "answer.none-near" if lines else "answer.none-nothing-near")
    none, footer = say(language, "answer.none"), say(language, "answer.none-footer")
    blocks = (f"**{none}**\n{near}", "\n".join(lines), f"-# {footer}")
    return tuple(block for block in blocks if block)
