"""A follow-up made a question of its own, out of what was asked before and no more than it needs.

"And in children?" leans on the question before it; "How do bees dance?" does not, and what was asked
before is dropped. No language model: rules for the ways people go on in English, which is what the
articles are written in. What cannot be resolved is looked up as it was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.questions.chatter import bare
from bot.answering.questions.newer import asks_for_newer, newest_first
from bot.answering.questions.phrases import (
    AUXILIARIES,
    PREPOSITIONS,
    focus_of,
    group_in,
    is_group,
    phrases_in,
)
from bot.answering.questions.turns import MOST_TURNS, Turn
from bot.answering.questions.widening import widened
from bot.answering.questions.wishes import Wish, wish_in
from bot.answering.records.asked import asked_facts
from index.holdings.filters import EVERYTHING, Filters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.questions.phrases import Phrase

_LONGEST_ASIDE: Final = 6
"""Words that stand for a whole follow-up after "and" or "what about"; more are a question of their own."""

_SHORTEST_QUESTION: Final = 2
"""Words with a question mark that are no question by themselves: "Tea?"."""

_OPENING: Final = re.compile(
    r"^(?:(?:and|but|so|ok(?:ay)?|also|then|now|or|hmm+|well|interesting|thanks|cool|great)\b[\s,.!…]*)+",
    re.IGNORECASE,
)
_WHAT_ABOUT: Final = re.compile(
    r"^(?:what|how)\s+about\s+|^(?:same|and)\s+(?:question\s+)?(?:for|with)\s+", re.IGNORECASE
)
_MEANT: Final = re.compile(
    r"^(?:(?:no+|nope|sorry|oops|wait|actually|er+m?|uh+)\b[\s,.!…-]*)*(?:i\s+(?:actually\s+|really\s+)?(?:meant|mean)\b"
    r"(?:\s+to\s+(?:ask|say|write|type))?|(?:not\s+(?:that|this|it)\b[\s,;.-]*)(?:but\s+)?)[\s,:;-]+",
    re.IGNORECASE,
)
"""Who corrects what was understood: "no, I meant bees"."""
_BARE_ASKING: Final = re.compile(
    r"^(why|how|how\s+so|how\s+come|why\s+not|why\s+is\s+(?:that|it|this)(?:\s+so)?|how\s+does\s+(?:that|it|this)\s+work"
    r"|since\s+when|when|where|who|by\s+whom|who\s+(?:found|says?|said|showed)\s+(?:that|this|it|so))$",
    re.IGNORECASE,
)
ATTRIBUTE: Final = re.compile(
    r"^(?:(?:the|its|their|any|some)\s+)?((?:long[- ]term\s+|short[- ]term\s+|possible\s+|common\s+|main\s+)?"
    r"(?:side[- ]effects?|adverse\s+(?:effects|events)|risks?|benefits?|harms?|dangers?|dos(?:e|es|age)|costs?|mechanisms?|"
    r"safety|duration|symptoms?|causes?|treatments?|therapy|prevention|prevalence|incidence|mortality|effects?|"
    r"effectiveness|efficacy|origin|history|genetics|diagnosis|prognosis|alternatives))$",
    re.IGNORECASE,
)
_POINTER: Final = re.compile(
    r"\b(?:(?P<owner>its|their|his|her)|(?P<thing>(?:this|that|these|those|the\s+same)\s+"
    r"(?:drugs?|treatments?|medicines?|medications?|diseases?|conditions?|virus(?:es)?|things?|methods?|diets?|foods?|"
    r"therap(?:y|ies)|effects?|plants?|animals?|species|substances?|interventions?|exercises?|vaccines?|illness(?:es)?|disorders?))"
    r"|(?P<bare>it|they|them|this|that|these|those))\b",
    re.IGNORECASE,
)
_EMPTY_IT: Final = re.compile(
    r"\b(?:is|was|does|will|would|can)\s+it\s+(?:\w+\s+){0,2}?(?:to|that|when|if)\b|\bit\s+(?:is|was)\s+\w+\s+(?:to|that)\b"
    r"|\bit\s+(?:rain|snow)|\bthat\s+(?=(?:the|a|an|people|\w+s)\b)",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
_PREPOSITION: Final = re.compile(rf"\b(?:{'|'.join(sorted(PREPOSITIONS))})\s+$", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a member's words ask.

    Attributes:
        question: To be looked up.
        leaned_on: The earlier question that something was taken from; None where nothing was.
        wish: The view of that question's answer that is wanted instead of an answer.
        filters: What the articles must be that it is answered from, as for the question leaned on.
        aside: Whether it asks for a fact of the study behind that question's answer: what follows still
            leans on the question.
    """

    question: str
    leaned_on: Turn | None = None
    wish: Wish | None = None
    filters: Filters = EVERYTHING
    aside: bool = False


def continued(turns: Sequence[Turn], understood: Understood, turn: Turn) -> tuple[Turn, ...]:
    """The conversation after this turn: a question that leans on nothing begins a new one."""
    earlier = turns if understood.leaned_on else ()
    return (*earlier, turn)[-MOST_TURNS:]


def understood(text: str, turns: Sequence[Turn]) -> Understood:
    """What `text` asks after these turns, oldest first."""
    if not turns:
        return Understood(text)
    last = turns[-1]
    asked = widened(text) if last.filters else None
    if asked is None:
        return _understood(text, last, last.filters)
    # "And in all articles?" asks the same again.
    return _understood(asked, last, EVERYTHING) if asked else Understood(last.question, last)


def _understood(text: str, last: Turn, filters: Filters) -> Understood:
    wish = wish_in(text)
    if wish:
        return Understood(last.question, last, wish, filters)
    said = " ".join(text.split())
    meant = _MEANT.sub("", said)
    asked = _OPENING.sub("", meant).strip()
    opened = len(asked) < len(said)
    asks = said.endswith("?")
    facts = asked_facts(bare(asked))
    if facts and not facts.about and last.study:
        return Understood(asked, last, filters=Filters(articles=(last.study,)), aside=True)
    whole = _resolved(asked.rstrip(" ?.!…"), bare(last.question), opened=opened, asks=asks)
    if not whole:
        return Understood(text if meant == said else meant)
    return Understood(whole[:1].upper() + whole[1:], last, filters=filters)


def _resolved(asked: str, before: str, *, opened: bool, asks: bool) -> str:
    """The follow-up as a whole question; "" where it stands by itself."""
    if asks_for_newer(asked):
        return newest_first(before)
    if bare := _BARE_ASKING.match(asked):
        return _asked_of(bare.group(1), before)
    aside = _WHAT_ABOUT.sub("", asked, count=1)
    if len(aside) < len(asked) or _is_aside(asked, opened=opened, asks=asks):
        return _swapped(aside.strip(), before)
    return _pointed(asked, before)


def _is_aside(asked: str, *, opened: bool, asks: bool) -> bool:
    """Whether the words are no sentence, only what is to stand in another."""
    words = [word.lower() for word in _WORD.findall(asked)]
    if not words or len(words) > _LONGEST_ASIDE or words[0] in {"what", "how", "who", "why"}:
        return False
    if AUXILIARIES.intersection(words) or _POINTER.search(asked):
        return False
    if opened:
        return True
    short = len(words) <= _SHORTEST_QUESTION or is_group(asked) or bool(ATTRIBUTE.match(asked))
    return asks and (words[0] in PREPOSITIONS or short)


def _asked_of(asking: str, before: str) -> str:
    """For "Why?" after a question: why what it asks of is so."""
    low = asking.lower()
    word = next(
        (w for w in ("why", "how", "when", "where", "who") if low.startswith((w, "since " + w))),
        "who",
    )
    if low.startswith(("why", "how come")):
        word = "why"
    first, _, rest = before.rstrip(" ?.!").strip().partition(" ")
    if first.lower() in AUXILIARIES:
        said = f"{first.lower()} {rest}"
    else:
        said = re.sub(
            r"^(?:(?:what|which|who|when|where|why|how)\b\s*)+",
            "",
            f"{first} {rest}".strip(),
            flags=re.IGNORECASE,
        )
    return f"{word.capitalize()} {said}?"


def _swapped(aside: str, before: str) -> str:
    """The question before, with this in the place of what it is like."""
    body = before.rstrip(" ?.!")
    group = group_in(body)
    if attribute := ATTRIBUTE.match(aside):
        focus = focus_of(body)
        of = f" of {focus.text}" if focus else ""
        where = f" {body[group.lead_start : group.end]}" if group and group != focus else ""
        return f"What are the {attribute.group(1)}{of}{where}?"
    lead, _, rest = aside.partition(" ")
    if lead.lower() in PREPOSITIONS and rest:
        return _placed(body, aside, lead.lower(), rest, group)
    if is_group(aside):
        focus = focus_of(body)
        if group:
            return _put(body, group.start, group.end, aside)
        if focus and focus.is_group:
            return _put(body, focus.start, focus.end, aside)
        return f"{body} in {aside}?"
    focus = focus_of(body)
    return _put(body, focus.start, focus.end, aside) if focus else f"{body} {aside}?"


def _placed(body: str, aside: str, lead: str, rest: str, group: Phrase | None) -> str:
    """A phrase with its preposition, in the place of one like it, or at the end."""
    if is_group(rest) and group:
        return _put(body, group.lead_start, group.end, aside)
    alike = [p for p in phrases_in(body) if p.lead == lead and p.is_group == is_group(rest)]
    if alike:
        return _put(body, alike[-1].lead_start, alike[-1].end, aside)
    return f"{body} {aside}?"


def _put(body: str, start: int, end: int, words: str) -> str:
    return f"{_ARTICLE.sub('', body[:start])}{words}{body[end:]}?"


def _pointed(asked: str, before: str) -> str:
    """The question with what it points back to in place of "it"; "" where it points at nothing."""
    pointer = _POINTER.search(asked)
    focus = focus_of(before)
    if not pointer or not focus or _EMPTY_IT.search(asked):
        return ""
    before_it, behind_it = asked[: pointer.start()], asked[pointer.end() :]
    # "Is there a cure for it?" points back; in "what do dogs do when they sleep" the sentence names them.
    ends = not behind_it.strip() and _PREPOSITION.search(before_it)
    if not ends and phrases_in(before_it):
        return ""
    owned = f"{focus.text}'s" if pointer.group("owner") else focus.text
    return f"{before_it}{owned}{behind_it}?"
