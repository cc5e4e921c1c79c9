"""The parts of a plain English question that a follow-up puts something else in place of.

No parser: a question is a run of words, some of which hold it together and some of which say what
happens. What stands between them is what it is about. A wrong guess costs little, since questions are
looked up by their words and their meaning, not by their grammar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN: Final = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*")

AUXILIARIES: Final = frozenset(
    [
        "do",
        "does",
        "did",
        "is",
        "are",
        "was",
        "were",
        "can",
        "could",
        "will",
        "would",
        "should",
        "shall",
        "has",
        "have",
        "had",
        "may",
        "might",
        "must",
    ]
)
PREPOSITIONS: Final = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "by",
        "from",
        "to",
        "about",
        "among",
        "amongst",
        "during",
        "after",
        "before",
        "against",
        "without",
        "between",
        "under",
        "over",
        "through",
        "within",
        "into",
        "than",
        "versus",
        "vs",
        "via",
        "across",
    ]
)
_JOINING: Final = frozenset(
    [
        "and",
        "or",
        "but",
        "any",
        "some",
        "there",
        "it",
        "its",
        "they",
        "them",
        "their",
        "this",
        "that",
        "these",
        "those",
        "he",
        "she",
        "his",
        "her",
        "who",
        "whom",
        "what",
        "which",
        "when",
        "where",
        "why",
        "how",
        "many",
        "much",
        "long",
        "often",
        "so",
        "as",
        "if",
        "not",
        "no",
        "more",
        "most",
        "less",
        "fewer",
        "better",
        "worse",
        "very",
        "really",
        "ever",
        "actually",
        "also",
        "too",
        "all",
        "both",
        "either",
        "neither",
        "be",
        "been",
        "being",
        "known",
    ]
)
_VERBS: Final = re.compile(
    r"(?:lift|reduc|increas|decreas|improv|caus|help|prevent|affect|work|treat|lower|rais|chang|protect|lead|mak|sav|"
    r"trigger|boost|cur|kill|damag|harm|influenc|impact|slow|speed|stop|block|alter|promot|worsen|eas|reliev|delay|"
    r"extend|shorten|predict|explain|support|show|produc|creat|induc|inhibit|activat|suppress|enhanc|strengthen|"
    r"weaken|regulat|spread|transmit|infect|surviv|live|grow|die|develop|happen|occur|matter|need|hav|get|giv|tak|"
    r"us|last|cost|depend|remain|return|feel|think|believ|sleep|eat|drink|swim|fly|sing|walk|run|learn|remember|"
    r"detect|find|found|discover|invent|study|measur|diagnos|lessen|contribut|relat|link|associat|differ|vary|"
    r"compar|play|build|form|bind|target|know|hurt|heal|calm|fight|mean|keep|lose|gain|burn|add|react|respond|"
    r"recover|benefit|suffer|interact|combin|replac|rise|fall|drop|warm|cool|melt|move|migrat|mutat|evolv|adapt)"
    r"(?:e|es|s|ed|d|ing|ies|ied|t|ting|ted)?",
    re.IGNORECASE,
)
_STATES: Final = re.compile(
    r"(?:safe|good|bad|dangerous|harmful|harmless|healthy|unhealthy|useful|useless|effective|ineffective|common|rare|"
    r"toxic|addictive|contagious|heritable|genetic|hereditary|reversible|curable|treatable|preventable|possible|likely|"
    r"necessary|important|real|true|accurate|reliable|stable|permanent|fatal|deadly|infectious|resistant|"
    r"responsible|higher|lower|larger|smaller|faster|slower|stronger|weaker|older|younger|worth|"
    r"\w{3,}(?:ed|able|ible))",
    re.IGNORECASE,
)
_GROUPS: Final = frozenset(
    [
        "children",
        "child",
        "kids",
        "infants",
        "babies",
        "newborns",
        "toddlers",
        "teenagers",
        "teens",
        "adolescents",
        "youth",
        "adults",
        "women",
        "men",
        "girls",
        "boys",
        "elderly",
        "seniors",
        "people",
        "humans",
        "patients",
        "mothers",
        "fathers",
        "parents",
        "students",
        "athletes",
        "veterans",
        "smokers",
        "diabetics",
        "nurses",
        "workers",
        "mice",
        "mouse",
        "rats",
        "rat",
        "animals",
        "monkeys",
        "dogs",
        "cats",
        "pigs",
        "rabbits",
        "zebrafish",
        "cells",
        "plants",
        "insects",
        "birds",
    ]
)
_OF_GROUPS: Final = frozenset(["in", "among", "amongst", "for", "on"])
_LEADING_TO_TOPIC: Final = frozenset(
    ["of", "about", "on", "by", "from", "for", "to", "with", "against"]
)


_KINDS: Final = {
    "auxiliary": AUXILIARIES,
    "preposition": PREPOSITIONS,
    "article": frozenset(["the", "a", "an"]),
    "joining": _JOINING,
}
_DO: Final = frozenset(["do", "does", "did"])
_EMPTY: Final = frozenset(["it", "they", "this", "that", "there", "these", "those"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a question.

    Attributes:
        start: Offset of its first letter.
        end: Offset after its last.
        lead: The preposition before it, in small letters; "" for none.
        lead_start: Offset of that preposition, or `start`.
        text: As it stands.
    """

    start: int
    end: int
    lead: str
    lead_start: int
    text: str

    @property
    def is_group(self) -> bool:
        """Whether it names people, animals or other life that something is studied in."""
        return is_group(self.text)


def is_group(text: str) -> bool:
    """Whether the words name a group that something is studied in, as "pregnant women" do."""
    words = [word.lower() for word in _TOKEN.findall(text)]
    heads = words[: next((n for n, word in enumerate(words) if word in PREPOSITIONS), len(words))]
    return bool(heads) and heads[-1] in _GROUPS


def phrases_in(question: str) -> Sequence[Phrase]:
    """The runs of words that say what the question is about, in order."""
    found: list[Phrase] = []
    run: list[re.Match[str]] = []
    lead: re.Match[str] | None = None
    before = auxiliary = ""
    for word in (*_TOKEN.finditer(question), None):
        kind = _kind(word, run=run, before=before, auxiliary=auxiliary) if word else "end"
        before = word.group().lower() if word else ""
        if kind == "topic" and word:
            run.append(word)
            continue
        if run:
            # After "do", a word that is no known verb is one all the same: "Do bees dance?"
            doing = not found and auxiliary in _DO and kind != "verb" and len(run) > 1
            found.append(_phrase(question, run[:-1] if doing else run, lead))
            run, lead = [], None
        lead = word if kind == "preposition" else lead if kind == "article" else None
        auxiliary = before if kind == "auxiliary" else auxiliary
    return found


def focus_of(question: str) -> Phrase | None:
    """What the question is most about: its subject, or what stands after "of" and the like."""
    phrases = phrases_in(question)
    if not phrases:
        return None
    first = (_TOKEN.search(question) or [""])[0].lower()
    asks_of = [p for p in phrases if p.lead in _LEADING_TO_TOPIC and not p.is_group]
    if first in AUXILIARIES:
        return phrases[0]
    if first in {"what", "which"} and asks_of:
        return asks_of[0]
    if first in {"how", "why", "when", "where"} and not _counts(question):
        return next((p for p in phrases if not p.lead), phrases[0])
    plain = [phrase for phrase in phrases if not phrase.is_group]
    return (plain or phrases)[-1] if first in {"who", "how", "what", "which"} else phrases[0]


def group_in(question: str) -> Phrase | None:
    """The group a question is asked of, as in "in children", if it names one."""
    return next((p for p in phrases_in(question) if p.lead in _OF_GROUPS and p.is_group), None)


def _counts(question: str) -> bool:
    return re.match(r"\W*how\s+(?:many|much|often)\b", question, re.IGNORECASE) is not None


def _kind(word: re.Match[str], *, run: Sequence[object], before: str, auxiliary: str) -> str:
    low = word.group().lower()
    for kind, words in _KINDS.items():
        if low in words:
            return kind
    happens = _VERBS.fullmatch(low) or _STATES.fullmatch(low)
    # "Sleep" is a thing where it begins a run, and something done behind one.
    begins = not run and before not in _EMPTY and not (low.endswith("ed") and not auxiliary)
    if before in {"what", "who"} and low.endswith("s"):
        begins = False  # "What causes gout?"; "what symptoms" are none that happen
    return "verb" if happens and not begins else "topic"


def _phrase(question: str, run: Sequence[re.Match[str]], lead: re.Match[str] | None) -> Phrase:
    start, end = run[0].start(), run[-1].end()
    return Phrase(
        start=start,
        end=end,
        lead=lead.group().lower() if lead else "",
        lead_start=lead.start() if lead else start,
        text=question[start:end],
    )
