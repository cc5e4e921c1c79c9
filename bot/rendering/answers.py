"""An answer as one page: its sentences with numbers that open the sources, then the references.

Sentences are taken in order, each together with the references it needs, for as long as all of it
fits: so a number never stands without its entry, and no article's text can make a page too long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.rendering import wording
from bot.rendering.limits import LAYOUT_TEXT, length
from bot.rendering.links import masked
from bot.rendering.page import Page, Press
from bot.rendering.references import bracketed, reference_line, status_words
from bot.rendering.text import clipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Answer, Reference, Statement

_QUESTION: Final = 300
_SENTENCE: Final = 700
_CITATIONS: Final = 3
_NEAREST: Final = 5
_FOOTER: Final = 420
_RESERVED: Final = _QUESTION + _FOOTER
"""What is never taken by sentences and references; an abstention's few words fit in it too."""


def answer_page(answer: Answer, *, answer_id: str = "", repeat_question: bool = False) -> Page:
    """The page for an answer or an abstention.

    Args:
        answer: What was found.
        answer_id: What the buttons ask for; none are shown without it.
        repeat_question: Discord shows what was asked beside a reply, but not beside a command.
    """
    asked = (f"> {clipped(answer.question, _QUESTION)}",) if repeat_question else ()
    blocks = _abstention(answer) if answer.abstained or not answer.statements else _cited(answer)
    return Page((*asked, *blocks), _presses(answer, answer_id))


def _presses(answer: Answer, answer_id: str) -> tuple[Press, ...]:
    if not answer_id:
        return ()
    delete = Press(f"delete:{answer_id}", wording.DELETE)
    if answer.abstained or not answer.statements:
        return (delete,)
    return (Press(f"passages:{answer_id}", wording.SHOW_PASSAGES), delete)


def _cited(answer: Answer) -> tuple[str, ...]:
    references = {reference.number: reference for reference in answer.references}
    room = LAYOUT_TEXT - _RESERVED
    sentences: list[str] = []
    entries: dict[int, str] = {}
    for statement in answer.statements:
        # One source always fits, whatever its title and links are.
        for most in (_CITATIONS, 1) if not sentences else (_CITATIONS,):
            numbers = _numbers(statement, most)
            sentence = _sentence(statement, references, numbers)
            wanted = {
                number: reference_line(references[number], number=number)
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
    footer = _footer(answer, len(answer.statements) - len(sentences))
    return tuple(block for block in ("\n".join(sentences), listed, footer) if block)


def _sentence(
    statement: Statement, references: dict[int, Reference], numbers: Sequence[int]
) -> str:
    """The statement's words, then a linked number for each source, then what befell a source."""
    first = {citation.reference: citation.link for citation in reversed(statement.citations)}
    marks = "".join(" " + masked(bracketed(number), first[number]) for number in numbers)
    fates = [status_words(references[n]) for n in numbers if n in references]
    warning = "".join(f" **({fate})**" for fate in dict.fromkeys(fates) if fate)
    return clipped(statement.text, _SENTENCE) + marks + warning


def _numbers(statement: Statement, most: int) -> list[int]:
    return list(dict.fromkeys(citation.reference for citation in statement.citations))[:most]


def _footer(answer: Answer, left_out: int) -> str:
    by_model = answer.answerer not in {"", "extractive"}
    lines = [
        wording.left_out(left_out) if left_out else "",
        wording.support(answer.confidence),
        wording.written_by(clipped(answer.answerer, 80)) if by_model else wording.QUOTED,
    ]
    return "-# " + " ".join(line for line in lines if line)


def _abstention(answer: Answer) -> tuple[str, ...]:
    room = LAYOUT_TEXT - _RESERVED
    lines: list[str] = []
    for reference in answer.nearest[:_NEAREST]:
        line = reference_line(reference, number=None)
        room -= length(line) + 1
        if room < 0:
            break
        lines.append(line)
    near = wording.NO_ANSWER_NEAR if lines else wording.NO_ANSWER_NOTHING_NEAR
    blocks = (f"{wording.NO_ANSWER}\n{near}", "\n".join(lines), f"-# {wording.NO_ANSWER_FOOTER}")
    return tuple(block for block in blocks if block)
