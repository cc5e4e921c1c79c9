"""Who and where: names of people and bodies, and places, told apart by the words around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.brief.amounts import amounts, dates
from bot.answering.brief.nearness import bounds_of, nearest
from bot.answering.brief.titles import titles_in
from bot.answering.brief.tokens import phrases_of, tokens_of
from bot.answering.questions.kinds import subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.brief.nearness import Bounds
    from bot.answering.brief.tokens import Phrase, Token
    from bot.answering.evidence import Sought

_WHO: Final = re.compile(r"\W*who", re.IGNORECASE)
_PLACED: Final = frozenset(
    {"in", "at", "from", "near", "within", "across", "throughout", "into", "around", "off", "outside", "inside", "on"}
)  # fmt: skip
_JOINING: Final = frozenset(
    {"of", "and", "the", "von", "van", "der", "den", "de", "del", "da", "di", "la", "le", "al", "bin", "ter"}
)  # fmt: skip
_BEFORE_NOUN: Final = frozenset({"the", "a", "an", "city", "of"})
_LAND: Final = frozenset(
    {
        "island", "islands", "lake", "river", "sea", "ocean", "bay", "gulf", "strait", "coast", "mount", "mountain",
        "mountains", "valley", "desert", "forest", "park", "province", "county", "district", "state", "states", "city",
        "town", "village", "street", "road", "republic", "kingdom", "peninsula", "archipelago", "reef", "africa", "asia",
        "europe", "america", "australia", "antarctica", "arctic", "atlantic", "pacific", "continent", "country", "region",
    }
)  # fmt: skip
"""A name that ends so is a place's, and nobody's."""

_NO_PLACE: Final = frozenset(
    {
        "day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades", "time", "times", "future",
        "past", "order", "addition", "contrast", "general", "particular", "total", "way", "ways", "case", "cases", "fact",
        "response", "number", "study", "studies", "analysis", "article", "paper", "review", "trial",
    }
)  # fmt: skip

_REFERRED: Final = re.compile(r"(?:Tables?|Fig(?:ure)?s?|Sections?|Box|Appendix|Suppl\w*)$")
"""Parts of an article are no places: "in Table 2"."""


def person_in(text: str, sought: Sought) -> Bounds | None:
    """Where somebody is named who may be the answer to "who?"."""
    # "Who is Karl von Frisch?" has the name, and no other name answers it.
    own = re.search(re.escape(subject_of(sought.question)) or "$", text, re.IGNORECASE)
    if own and own.group()[:1].isupper():
        return None
    tokens = tokens_of(text, sought.words.weights, sought.stems)
    # A title holds the question's words, and names nobody; neither does "July 2009".
    taken = [*titles_in(text), *(match.span() for match in dates(text))]
    who = bool(_WHO.match(sought.question))
    named = [
        bounds_of(tokens, phrase)
        for phrase in phrases_of(tokens)
        if _is_name(tokens, phrase)
        and not (who and (_in_place(tokens, phrase) or not _is_somebody(tokens, phrase)))
    ]
    return nearest([b for b in named if _is_free(b, taken)], tokens)


def place_in(text: str, sought: Sought) -> Bounds | None:
    """Where a place is told that may be the answer to "where?"."""
    tokens = tokens_of(text, sought.words.weights, sought.stems)
    taken = [m.span() for found in (dates(text), amounts(text)) for m in found]
    found = [bounds_of(tokens, p) for p in phrases_of(tokens) if _in_place(tokens, p)]
    return nearest([b for b in found if _is_free(b, taken)], tokens)


def _is_free(bounds: Bounds, taken: Sequence[Bounds]) -> bool:
    return not any(start < bounds[1] and bounds[0] < end for start, end in taken)


def _in_place(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether "in", "at" or the like stands before it, and no time or figure of speech behind that."""
    if tokens[phrase.last].text.lower() in _NO_PLACE or _REFERRED.match(tokens[phrase.first].text):
        return False
    before = phrase.first - 1
    while before >= 0 and tokens[before].text.lower() in _BEFORE_NOUN:
        before -= 1
    if before < 0 or tokens[before].text.lower() not in _PLACED:
        return False
    # "In the nucleus" tells where; "in flaviviruses" and "in an effort" do not.
    if _is_cut_off(tokens, phrase):
        return False
    led = tokens[before + 1].text.lower() == "the"
    return led or any(t.text[0].isupper() for t in tokens[phrase.first : phrase.last + 1])


def _is_cut_off(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether it only tells more of a word of the question: "from the REACH study"."""
    after = tokens[phrase.last + 1 : phrase.last + 2]
    return any(token.weight and not token.turns for token in after)


def _is_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether capitals begin all its words but those that join names."""
    words = [t for t in tokens[phrase.first : phrase.last + 1] if t.text.lower() not in _JOINING]
    return all(w.text[0].isupper() for w in words) and any(w.start > 0 for w in words)


def _is_somebody(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a name may be that of a person or a body: "SARS-CoV-2" and "Pescador Island" are not."""
    # "Will Gervais", "Diminished Response": a piece of a longer name, or of a title.
    before = tokens[max(0, phrase.first - 1) : phrase.first]
    if any(token.is_word and token.text[0].isupper() for token in before):
        return False
    words = [token.text for token in tokens[phrase.first : phrase.last + 1]]
    return words[-1].lower() not in _LAND and not any(c.isdigit() for w in words for c in w)
