"""A claim and the studies that stand for it, against it, or on its subject, each with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.citing import reference_of
from bot.answering.claims.checking import Outcome
from bot.answering.claims.sides import Side
from bot.answering.links import link_to
from bot.language.saying import say
from bot.rendering.limits import LAYOUT_TEXT, length
from bot.rendering.links import masked
from bot.rendering.page import Page, Press, Tone
from bot.rendering.references import bracketed, reference_line, status_words
from bot.rendering.text import clipped

if TYPE_CHECKING:
    from bot.answering.claims.checking import Checked, Witness
    from bot.language.language import Language

_CLAIM: Final = 300
_SENTENCE: Final = 400
_AROUND: Final = 500
_OUTCOMES: Final = {
    Outcome.FOR: ("claim.for", Tone.SURE),
    Outcome.AGAINST: ("claim.against", Tone.UNSURE),
    Outcome.MIXED: ("claim.mixed", Tone.FAIRLY),
    Outcome.OPEN: ("claim.open", Tone.FAIRLY),
    Outcome.NONE: ("claim.none", Tone.UNKNOWN),
}
_SIDES: Final = {
    Side.FOR: "claim.side.for",
    Side.AGAINST: "claim.side.against",
    Side.OPEN: "claim.side.open",
}


def claim_page(checked: Checked, language: Language, *, presses: tuple[Press, ...] = ()) -> Page:
    """What the library's studies say on a claim."""
    key, tone = _OUTCOMES[checked.outcome]
    blocks = [f"> {clipped(checked.claim, _CLAIM)}\n**{say(language, key)}**"]
    room = LAYOUT_TEXT - _CLAIM - _AROUND
    for number, witness in enumerate(_in_order(checked), start=1):
        said = _said(witness, number, language)
        room -= length(said)
        if room < 0:
            break
        blocks.append(said)
    if checked.witnesses:
        blocks.append(f"-# {say(language, 'claim.footer')}")
    return Page(tuple(blocks), presses, tone)


def _in_order(checked: Checked) -> list[Witness]:
    """Those that take a side before the others, each side's best first."""
    return sorted(checked.witnesses, key=lambda witness: list(_SIDES).index(witness.side))


def _said(witness: Witness, number: int, language: Language) -> str:
    evidence = witness.evidence
    link = link_to(evidence.hit.metadata, evidence.quote)
    entry = reference_of(evidence.hit.passage, evidence.hit.metadata, link, number=number)
    fate = status_words(entry, language)
    warning = f" **({fate})**" if fate else ""
    side = say(language, _SIDES[witness.side])
    sentence = f"{clipped(evidence.said, _SENTENCE)} {masked(bracketed(number), link)}{warning}"
    return f"**{side}:** {sentence}\n{reference_line(entry, number=number, language=language)}"
