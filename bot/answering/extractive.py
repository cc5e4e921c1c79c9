"""Hits to statements with no language model: the sentences that bear on the question, verbatim.

Deterministic: the same question of the same generation gives the same answer. What several studies say
alike is said once with all of them; what one study says against another is said as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.answering.agreement import Stand, stand_of
from bot.answering.evidence import Evidence, study_of
from bot.answering.quoting.brevity import shortened, words_in
from bot.answering.quoting.phrasing import phrased
from bot.answering.quoting.subjects import marked
from bot.answering.support.strength import surer, wider
from index.evidence_card import Design

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answering.evidence import Sought

MOST_STATEMENTS: Final = 3
"""More is a lecture: the member can ask for the passages."""

MOST_WORDS: Final = 90
"""Of an answer; a longer statement is cut, and further ones that would take it past this are left out."""

_CONTRAST: Final = "By contrast"

_KEPT: Final = 0.8
"""Share of the question's words in a statement that must stand in what is left of it."""

FELLOW_SHARE: Final = 0.7
"""A further statement's score, as a share of the first's, below which it only dilutes."""

SAME_WORDS: Final = 0.6
"""Share of the smaller's words that two statements may have in common and still say two things."""

MOST_WITNESSES: Final = 3
"""Studies cited for one statement."""

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A statement to be.

    Attributes:
        text: What is said.
        evidence: What it is taken from.
        also: Evidence from other studies that says the same.
    """

    text: str
    evidence: Evidence
    also: tuple[Evidence, ...] = ()


def drafted(
    evidence: Sequence[Evidence],
    sought: Sought,
    bears: Callable[[str, str], bool] = lambda _, __: True,
    *,
    words: int = MOST_WORDS,
    statements: int = MOST_STATEMENTS,
) -> tuple[Drafted, ...]:
    """The statements of an answer, in reading order, from evidence sorted best first.

    One article speaks for each study; the best statement comes first, then what else its article
    says, then the next study, and last what differs from the first.

    Args:
        evidence: Best first.
        sought: What is answered.
        bears: Whether another study's quote, second, bears out a statement, first, beside which it
            would be cited.
        words: Of all statements together, at most.
        statements: At most.
    """
    chosen: list[Drafted] = []
    voices: dict[str, str] = {}
    for piece in evidence:
        if piece.score < FELLOW_SHARE * evidence[0].score:
            break
        study, article = study_of(piece.hit), piece.hit.passage.article
        # Two stories on one paper look like two witnesses and are one.
        if voices.setdefault(study, article) != article:
            continue
        if _joined(piece, chosen, sought, bears):
            continue
        draft = _brief(piece, sought, words)
        if draft and len(chosen) < statements and _adds(draft, chosen, sought, words):
            chosen.append(draft)
    if not chosen and evidence:
        chosen = [_clipped(evidence[0], words)]
    return _in_order(chosen, list(voices), sought, words)


def _brief(piece: Evidence, sought: Sought, most: int) -> Drafted | None:
    """A statement of it, cut where it is too long for an answer; None where it cannot be."""
    text = phrased(piece.said)
    asked = sought.coverage(sought.held(text))

    def keeps(cut: str) -> bool:
        return (
            sought.coverage(sought.held(cut)) >= _KEPT * asked
            and not wider(cut, text)
            and not surer(cut, text, sought.stems)
        )

    said = shortened(text, most - _marks(text, piece), keeps)
    return Drafted(marked(said, piece.hit), piece) if said else None


def _clipped(piece: Evidence, most: int) -> Drafted:
    """What is left where nothing near the question can be said shortly: its first words."""
    text = phrased(piece.said)
    words = text.split()[: most - _marks(text, piece) - 1]
    return Drafted(marked(f"{' '.join(words)} …", piece.hit), piece)


def _marks(text: str, piece: Evidence) -> int:
    """Words that tell on whom it was found."""
    return words_in(marked(text, piece.hit)) - words_in(text)


def _in_order(
    chosen: Sequence[Drafted], studies: Sequence[str], sought: Sought, most: int
) -> tuple[Drafted, ...]:
    if not chosen:
        return ()
    first, rest = chosen[0], list(chosen[1:])
    rest.sort(key=lambda d: (studies.index(study_of(d.evidence.hit)), d.evidence.start))
    differing = [draft for draft in rest if _stand(first, draft.evidence, sought) is Stand.DIFFERS]
    if not differing:
        return (first, *rest)
    agreeing = [draft for draft in rest if draft not in differing]
    # That there is another side is worth more than more of the one, and than the kinds of study.
    tries = [
        *(_contrasted(first, agreeing[:kept], differing) for kept in range(len(agreeing), -1, -1)),
        _contrasted(first, (), differing[:1]),
        _contrasted(first, (), differing[:1], kinds=False),
    ]
    shortest = (first, *differing[:1])
    return next((told for told in tries if _words(*told) <= most), shortest)


def _contrasted(
    first: Drafted, agreeing: Sequence[Drafted], differing: Sequence[Drafted], *, kinds: bool = True
) -> tuple[Drafted, ...]:
    def led(draft: Drafted, lead: str = "") -> Drafted:
        led_by = ", ".join(part for part in (lead, _kind(draft) if kinds else "") if part)
        return (
            replace(draft, text=f"{led_by[:1].upper()}{led_by[1:]}: {draft.text}")
            if led_by
            else draft
        )

    return (led(first), *agreeing, *(led(each, _CONTRAST) for each in differing))


def _words(*drafts: Drafted) -> int:
    return sum(words_in(draft.text) for draft in drafts)


def _kind(draft: Drafted) -> str:
    """The kind of study that makes the statement, as a noun with its article; "" where it is not known."""
    design = draft.evidence.hit.metadata.card.design
    if design is Design.NOT_STATED:
        return ""
    return f"{'an' if design.value[0] in 'aeiou' else 'a'} {design.value}"


def _joined(
    piece: Evidence,
    chosen: list[Drafted],
    sought: Sought,
    bears: Callable[[str, str], bool],
) -> bool:
    """Whether another study says what `piece` says, which is then cited beside it."""
    for at, draft in enumerate(chosen):
        cited = [draft.evidence, *draft.also]
        if study_of(piece.hit) in {study_of(other.hit) for other in cited}:
            continue
        if _stand(draft, piece, sought) is Stand.AGREES:
            if len(cited) < MOST_WITNESSES and bears(draft.text, piece.quote):
                chosen[at] = replace(draft, also=(*draft.also, piece))
            return True
    return False


def _stand(draft: Drafted, piece: Evidence, sought: Sought) -> Stand:
    if study_of(draft.evidence.hit) == study_of(piece.hit):
        return Stand.APART
    return stand_of(draft.evidence.said, piece.said, set(sought.words.weights), sought.stems)


def _adds(draft: Drafted, chosen: Sequence[Drafted], sought: Sought, most: int) -> bool:
    if not chosen:
        return True
    if _words(*chosen, draft) > most:
        return False
    # Two studies that found the opposite often say it in the same words but for one.
    return not any(
        _overlapping(draft.evidence, other.evidence)
        or (
            _alike(draft.text, other.text)
            and _stand(other, draft.evidence, sought) is not Stand.DIFFERS
        )
        for other in chosen
    )


def _overlapping(one: Evidence, other: Evidence) -> bool:
    same = one.hit.passage.article == other.hit.passage.article
    return (
        same
        and one.start < other.start + len(other.said)
        and other.start < one.start + len(one.said)
    )


def _alike(one: str, other: str) -> bool:
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(a & b) > SAME_WORDS * min(len(a), len(b))
