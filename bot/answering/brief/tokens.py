"""A statement as the search for a short answer sees it: words, which of them the question has, phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.quoting.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_TOKEN: Final = re.compile(r"[^\W_]+(?:[-‐‑–/'’.+][^\W_]+)*[+]?|[^\w\s]")

_PARTS: Final = (
    "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did",
    "can", "could", "may", "might", "will", "would", "shall", "should", "must", "cannot",
    "that", "which", "who", "whom", "whose", "when", "where", "while", "whereas", "because", "if", "whether",
    "although", "though", "since", "unless", "than", "as", "such", "so", "but", "yet", "not", "nor", "neither", "either",
    "in", "on", "at", "by", "for", "with", "from", "to", "into", "onto", "through", "during", "after", "before", "between",
    "among", "via", "under", "over", "against", "within", "without", "upon", "across", "per", "about", "towards",
    "toward", "along", "near", "off", "outside", "inside", "around", "behind", "beyond", "including", "include", "includes", "included", "called", "named",
    "known", "based", "due", "according", "using", "used", "it", "its", "they", "their", "them", "we", "our", "us", "he",
    "she", "his", "her", "i", "you", "your", "this", "these", "those", "there", "here", "both", "all", "some", "any",
    "each", "every", "other", "another", "also", "then", "thus", "however", "therefore", "sooner", "later", "earlier", "again", "already", "always", "never", "moreover", "furthermore", "only",
    "even", "still", "just", "very", "too", "often", "usually", "mainly", "mostly", "generally", "typically", "e.g", "i.e",
)  # fmt: skip
"""Words that no short answer begins with, ends with or reaches over."""

_GLUE: Final = frozenset({"of", "and", "or", "the", "a", "an"})
_BREAKS: Final = frozenset(_PARTS)
_VERB: Final = re.compile(
    r"^(?:(?:[a-z]{3,}(?:ised|ized|ified|uced|osed|ained|ected|uted|ated|ered|oved|own|orted|ved|shed|lled|rmed)|"
    + any_of((
        "showed", "shows", "show", "shown", "found", "causes", "cause", "caused", "leads", "lead", "led", "results",
        "resulted", "suggest", "suggests", "suggested", "became", "become", "becomes", "remains", "remain", "seems",
        "appears", "makes", "made", "gives", "gave", "given", "takes", "took", "taken", "allows", "allow", "provides",
        "provide", "plays", "play", "requires", "require", "contains", "contain", "consists", "belongs", "occurs",
        "occur", "increases", "increased", "reduces", "reduced", "produces", "began", "begins", "spread", "spreads",
        "binds", "bind", "encodes", "inhibits", "inhibit", "regulates", "acts", "induces", "said", "says", "had", "kept",
        "died", "lived", "looked", "killed", "helped", "compared", "called", "calls", "call", "ended", "happened", "appeared",
        "remained", "started", "stopped", "used", "worked", "ate", "built", "came", "chose", "fell", "felt", "fought", "got",
        "grew", "held", "knew", "lost", "met", "paid", "ran", "rose", "sank", "saw", "sent", "sold", "spent", "stood", "thought",
        "told", "understood", "went", "won", "wrote",
    ))
    + r")$)"
)  # fmt: skip


_COPULAS: Final = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "include",
        "includes",
        "included",
        "has",
        "have",
    }
)
_DOING: Final = re.compile(r"\w{3}(?:ing|ed)$")
_DONE: Final = re.compile(r"[a-z]{2,}ed$")
_INFLECTED: Final = re.compile(r"(?:s|ed|ing)$")
_VAGUE: Final = frozenset({
    "most", "more", "much", "less", "least", "many", "several", "various", "new", "novel", "first", "second", "important",
    "significant", "common", "high", "higher", "low", "lower", "main", "major", "other", "different", "certain", "recent",
    "study", "studies", "results", "result", "example", "examples", "addition", "general", "well", "able", "likely", "similar",
    "two", "three", "four", "five", "large", "small", "good", "same", "critical", "essential", "original", "standard", "one",
    "further", "additional", "early", "earlier", "late", "later", "now", "often", "then", "current", "previous", "possible", "specific", "part", "role", "number",
})  # fmt: skip
"""What stands before names and is none alone."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a statement.

    Attributes:
        text: As written.
        start: Its offset.
        end: Offset after it.
        weight: What the question's words in it weigh; 0 for a word that was not asked.
    """

    text: str
    start: int
    end: int
    weight: float

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a figure, not a mark."""
        return self.text[0].isalnum()

    @property
    def parts(self) -> bool:
        """Whether a phrase ends before it: a mark, a function word, a verb, a word of the question."""
        low = self.text.lower()
        return (
            not self.is_word
            or self.weight > 0
            or low in _BREAKS
            or _VERB.match(low) is not None
            or (low.endswith("ly") and len(low) > 4)  # noqa: PLR2004 - "fly" and "July" are none
        )

    @property
    def turns(self) -> bool:
        """Whether it may be the verb between what is told and of what: "is", "causes", one of the question's."""
        low = self.text.lower()
        return (
            low in _COPULAS
            or _VERB.match(low) is not None
            or bool(self.weight and _INFLECTED.search(low))
        )

    @property
    def names(self) -> bool:
        """Whether it says more than how much, how new or how often."""
        low = self.text.lower()
        doing = self.text == low and _DOING.search(low) is not None
        return self.is_word and low not in _VAGUE and not doing


@dataclass(frozen=True, slots=True)
class Phrase:
    """Neighbouring tokens that may name a thing, by their places."""

    first: int
    last: int


def tokens_of(
    text: str, weights: dict[str, float], stems: Callable[[str], Sequence[str]]
) -> tuple[Token, ...]:
    """The words and marks of `text`, in order."""
    return tuple(
        Token(
            match.group(),
            match.start(),
            match.end(),
            sum(weights.get(stem, 0.0) for stem in stems(match.group())),
        )
        for match in _TOKEN.finditer(text)
    )


def phrases_of(tokens: Sequence[Token]) -> Iterator[Phrase]:
    """Every longest run that nothing parts, without "of", "and" and articles at its ends.

    A long form keeps its short one: "pattern recognition receptors (PRRs)".
    """
    first = at = 0
    while at <= len(tokens):
        if at < len(tokens) and not tokens[at].parts:
            at += 1
            continue
        last = at - 1
        if first <= last and _is_acronym(tokens[at : at + 3]):
            last, at = at + 2, at + 2
        yield from _trimmed(tokens, first, last)
        first = at = at + 1


def _is_acronym(tokens: Sequence[Token]) -> bool:
    texts = [token.text for token in tokens]
    return texts[:1] == ["("] and texts[2:] == [")"] and sum(map(str.isupper, texts[1])) > 1


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> Iterator[Phrase]:
    while first <= last and tokens[first].text.lower() in _GLUE:
        first += 1
    while last >= first and tokens[last].text.lower() in _GLUE:
        last -= 1
    # "Karl von Frisch presented": a verb that no list holds.
    if last > first and tokens[first].text[0].isupper() and _DONE.match(tokens[last].text):
        last -= 1
    if any(token.names for token in tokens[first : last + 1]):
        yield Phrase(first, last)
