"""Who took part in a study, and how many, where its words say so plainly.

A number counts where it stands with people (or with the animals of an animal study) and is told of
the whole: shares, arms, subgroups, studies of a meta-analysis and those who were only asked do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.enrichment.beings import ANIMALS_COUNTED, PEOPLE
from index.enrichment.numerals import numbers_in
from index.enrichment.parts import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.enrichment.parts import Parts

_PEOPLE: Final = frozenset(PEOPLE)
_ANIMALS: Final = frozenset(ANIMALS_COUNTED)
_WITHIN: Final = 9
"""Words between a number and its noun: "46 desert nomadic and coastal urban Moroccan individuals"."""

_SURE, _SURER, _SUREST = 2, 3, 5
_LEAST: Final = 2
_FEW: Final = 5
"""Fewer are mostly some of those who took part, unless they are the total."""

_NOTE: Final = re.compile(r" ?[(\[][^()\[\]]{0,160}[)\]]")
_SHARE: Final = re.compile(r" ?[(\[][^()\[\]]{0,60}%[^()\[\]]{0,60}[)\]]")
_GAP: Final = re.compile(
    r"(?:all|the|these|our|both|of|were|was|or|to|in|with|years?|months?|weeks?|days?|hours?|minutes?|mg|kg|mm|cm|ml|studies|trials|sites|centers|centres"
    r"|hospitals|countries|versus|vs|per|than|that|which|who|for|from|by|at|on|is|are|reports?|articles|papers|samples|tumou?rs|items"
    r"|groups?|families|schools|practices|clinics|cities|villages|times|fold|percent|year-old|publications|cohorts|genes|snps|loci|sessions)",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(r"[^\W\d_][\w'’/+⁺-]*|[,.;:()]|\d\S*")
_WHOLE: Final = re.compile(
    r"(?:\btotal of|\bin total,?|\boverall,?|\baltogether,?) (?:the )?$", re.IGNORECASE
)
_CUE: Final = re.compile(
    r"\b(?:included|enroll?ed|recruited|randomi[sz]ed|randomly assigned|assigned|studied|examined|surveyed|analy[sz]ed|compris(?:ed|ing)|involv(?:ed|ing)"
    r"|consist(?:ed|ing) of|composed of|(?:data|information|samples?|specimens|records) (?:were )?(?:\w+ )?(?:from|on|for|of)|(?:cohort|sample|study|survey|trial|series|group|population|analysis) of"
    r"|(?:trial|study|survey|experiment|conducted|performed|measured|genotyped|assessed|tested|evaluated|carried out|undertaken|tested) (?:in|among|on|with)|collected (?:from|in)"
    r"|obtained (?:from|for)|restricted to|genotyped|interviewed|followed(?: up)?|were|was|evaluated|assessed|investigated|tested"
    r"|(?:mortality|outcomes?|survival|levels|results|characteristics) (?:of|in|among)|used|compared|asked|observed|allocated|exposed|participants were|subjects were"
    r"|studies (?:with|of)|trials (?:with|of)|(?:report|experience) (?:of|with)|(?:patients|participants|subjects|population|sample)[:.]?)(?: all| only| just| about| approximately| some| nearly| over| more than)?(?: the| these)? ?$",
    re.IGNORECASE,
)
_THEY_WERE: Final = re.compile(
    r"\b(?:participants|subjects|sample|population|respondents|patients) (?:were|was|included|comprised|consisted of) (?:a |the )?$",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    r"(?:\bof (?:these|those|whom|which)|(?:^|[;,:] )of the|\bamong(?: the)?|\bremaining|\banother|\badditional|\bonly|\bfurther|\beach(?: of)?|\bper|\bevery|\bextra"
    r"|\b(?:in|with) (?:the )?(?:group|arm)\W*\w*|\bcompared (?:with|to)|\bplus|\bother|\bone in|\bout of|\bas well as|\bor|\band|%\)? of|(?:^|[.;:] )of|\bincluding|\bup to|\bat least|\bgroups? of|\bversus|\bvs\.?) ?$",
    re.IGNORECASE,
)
_DID: Final = re.compile(
    r"(?:[^.;]{0,90}? (?:was|were|are|have been|had been) (?:\w+ly |then |all |first |subsequently )?(?:randomi[sz]ed|enroll?ed|recruited|included|studied|analy[sz]ed|assigned|followed|surveyed"
    r"|interviewed|examined|evaluated|investigated|available|allocated|divided|genotyped|entered|assessed|tested|selected|registered|treated|classified|reviewed|observed))"
    r"|[^.;,]{0,60}? (?:participated|took part|completed|underwent|participating|consented)\b",
    re.IGNORECASE,
)
_FELL: Final = re.compile(
    r"[^.;,]{0,45}? (?:died|developed|(?<!who )had\b|showed|withdrew|dropped|relapsed|declined|responded|experienced|achieved|reported|exhibited|survived|(?:was|were) (?:excluded|lost|found|detected|positive|"
    r"negative|diagnosed|infected|seropositive|preeclamptic|available)|received (?:placebo|the)|met\b|failed|remained|in (?:each|the \w+ (?:group|arm)))",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"[^.;,]{0,45}? (?:was|were) (?:\w+ )?(?:invited|approached|eligible|contacted|identified)|[^.;,]{0,45}? (?:assessed|screened) for eligibility",
    re.IGNORECASE,
)
_ARM: Final = re.compile(
    r"\b(?:cases|controls)\b|\b(?:intervention|control|placebo|treatment|treated|exposed|comparison|usual care) (?:group )?(?:patients|participants|women|men|children|subjects|individuals)\b",
    re.IGNORECASE,
)
_YEARS: Final = range(1900, 2036)
_RIVALS: Final = re.compile(
    r"[^.;]{0,100}?(?:,| and| plus| or| versus| vs\.?)(?: (?:in|of|from|the|their|with|an?|age|sex))* (?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty[\w-]*)(?: (?!(?:were|was|had|years?|months?|of|weeks?|days?|centers|countries|sites|practices|studies)\b)[\w-]+){0,5} (?:"
    + "|".join(PEOPLE)
    + r"|control)\b|[^.;]{0,60}? and (?:[\w-]+ ){0,4}(?:controls\b|control (?:subjects|patients|participants))"
    r"|[^.;]{0,70}?(?:,| and) \d[\d,]* (?:to|were|received)\b",
    re.IGNORECASE,
)
_SEVERAL: Final = re.compile(
    r"\b(?:study|experiment|studies|experiments) (?:2|two|ii)\b|\b(?:two|three|four|five|six) (?:\w+ )?(?:studies|experiments) (?:\w+ )?(?:were|we|test|show|examin)|\b(?:both|three|four) studies\b|\bseparate experiment",
    re.IGNORECASE,
)
_SET: Final = re.compile(
    r"\b(?:validation|training|test|replication|discovery) (?:set|cohort|sample)", re.IGNORECASE
)
_WHO_AFTER: Final = re.compile(
    r"(?: (?:with|without|aged|who|starting|undergoing|receiving|treated|living|infected|admitted|diagnosed|from|at|over|under|younger|older|suffering)\b"
    r"(?:(?! (?:was|were|are|is|had|has|have|participated|completed|to|and the|using|between|during|enrolled|recruited|by|for|after|in a|in this|included|who were (?:enrolled|recruited|randomi[sz]ed|included))\b) [^\s,.;:?()]+){1,7})",
)
_BACKWARD: Final = frozenset(
    ["in", "among", "of", "for", "on", "by", "between", "from", "with", "without", "the", "a", "an", "to", "and", "or", "during", "after", "before", "at", "as", "into", "through", "is", "are", "was", "were", "about", "amongst", "against", "versus", "vs", "using", "than", "that"]
)
_UNSURE: Final = frozenset(["cases", "controls", "members", "users", "carriers", "births", "controls", "couples"])
"""Nouns that are people only where a number counts them."""

_TITLE_WORDS: Final = 5
_TRAILING: Final = re.compile(
    r"(?: (?:from|in|with|of|the|an?|and|to|by|for|at|on|who|or|without|aged|presented|had|over|under|were|was|not|receiving|undergoing|\d+))+$"
)
_LONGEST: Final = 90


@dataclass(frozen=True, slots=True)
class Participants:
    """Who took part and how many; "" and None where not stated."""

    population: str = ""
    n: int | None = None


@dataclass(frozen=True, slots=True)
class _Count:
    """A number with its people, and how surely they are all who took part."""

    n: int
    who: str
    surety: int
    whole: bool
    did: bool
    rivals: bool


def participants_of(
    parts: Parts, *, animals: bool = False, only_whole: bool = False
) -> Participants:
    """Who took part by the title, the abstract, and only then the methods.

    Args:
        parts: The words of the article.
        animals: Whether animals are counted, and not people.
        only_whole: Whether only "a total of" counts, as where cases stand beside controls.
    """
    noun = _ANIMALS if animals else _PEOPLE
    several = _SEVERAL.search(parts.abstract) or any(map(_SEVERAL.search, parts.headings))
    counted = None
    if not several:
        counted = (
            _best(parts.title, noun, least=0, only_whole=only_whole)
            or _best(parts.done, noun, least=_SURE + animals, only_whole=only_whole)
            or _best(parts.setting, noun, least=_SUREST, only_whole=only_whole)
        )
    titled = "" if animals else _titled(parts.title)
    if counted is None:
        return Participants(titled)
    bare = " " not in counted.who
    return Participants(titled if bare and titled else counted.who, counted.n)


def _best(text: str, noun: frozenset[str], *, least: int, only_whole: bool) -> _Count | None:
    """The surest count; the first of several as sure."""
    best: _Count | None = None
    for sentence in sentences(text):
        for count in _counts(sentence, noun):
            # "25 patients, 13 relatives and 28 controls": none of these is how many took part.
            if count.rivals or ((only_whole or count.n < _FEW) and not count.whole):
                continue
            if noun is _ANIMALS and not (count.whole or count.did):
                continue
            if count.surety >= least and (best is None or count.surety > best.surety):
                best = count
    return best


def _counts(sentence: str, noun: frozenset[str]) -> Iterator[_Count]:
    shared = {sentence[: found.start()].rstrip()[-25:] for found in _SHARE.finditer(sentence)}
    plain = _NOTE.sub("", sentence)
    places = list(numbers_in(plain))
    for start, end, n in places:
        who = _who(plain, end, noun)
        if n < _LEAST or who is None:
            continue
        before, after = plain[max(0, start - 70) : start], plain[who : who + 130]
        whole = bool(_WHOLE.search(before))
        surety = 1 + 5 * whole + 2 * bool(_CUE.search(before)) + 2 * bool(_THEY_WERE.search(before))
        did = bool(_DID.match(after))
        surety += 2 * did - 4 * bool(_PART.search(before))
        surety -= (
            3 * bool(_FELL.match(after))
            + 2 * bool(_SET.search(after))
            + 2 * bool(_ASKED.match(after))
        )
        surety -= 3 * any(
            plain[:end].endswith(tail) or plain[:who].endswith(tail) for tail in shared
        )
        surety -= 3 * (n in _YEARS and not whole and plain[start:end].isdigit())
        said = _described(plain, end, who)
        rivals = (_more(after) and bool(_RIVALS.match(after))) or bool(_ARM.search(said))
        yield _Count(n, said, surety, whole, did, rivals)


def _more(after: str) -> bool:
    return " and " in after or "," in after or " or " in after or " v" in after or "plus" in after


def _who(text: str, start: int, noun: frozenset[str]) -> int | None:
    """Where the people end that a number before `start` counts; None where it counts none."""
    found = None
    for steps, token in enumerate(_TOKEN.finditer(text, start, start + 130)):
        word = token[0]
        if word.lower() in noun:
            found = token.end()
        elif found is not None or steps >= _WITHIN or word in ".;:()":
            return found
        elif word[0].isdigit() or _GAP.fullmatch(word):
            return None
    return found


def _described(text: str, start: int, end: int) -> str:
    more = _WHO_AFTER.match(text, end)
    who = text[start : more.end() if more else end].strip(" ,")
    who = _TRAILING.sub("", who)
    return who if len(who) <= _LONGEST else text[start:end].strip(" ,")[:_LONGEST]


def _titled(title: str) -> str:
    """Whom a title names: "overweight individuals without co-morbidities"."""
    words = list(re.finditer(r"[^\s,:;?()]+", title))
    for place, found in enumerate(words):
        noun = found[0].lower()
        if noun not in _PEOPLE or noun in _UNSURE or place == 0:
            continue
        first = place
        while first > max(0, place - _TITLE_WORDS) and _joins(
            title, words[first - 1], words[first]
        ):
            first -= 1
        if first == 0 or words[first - 1][0].lower() in _BACKWARD:
            if first < place and words[first][0].endswith("ing"):
                first += 1
            more = _WHO_AFTER.match(title, found.end())
            end = more.end() if more else found.end()
            return _TRAILING.sub("", title[words[first].start() : end])[:_LONGEST]
    return ""


def _joins(title: str, word: re.Match[str], following: re.Match[str]) -> bool:
    return word[0].lower() not in _BACKWARD and title[word.end() : following.start()].isspace()
