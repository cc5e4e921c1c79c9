"""Questions about a study's own facts: "when was the shark study published?", "is it a randomised trial?".

Only questions that speak of one piece of work are such: "the studies", "the first report" and "what
year did the outbreak begin?" are answered from what the articles say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from index.sources.rules.title_key import title_words
from index.words.question_words import FUNCTION_WORDS


class Fact(StrEnum):
    """What may be asked of a study; the names are those of an answer's facts."""

    PUBLISHED = "published"
    OUTLET = "outlet"
    AUTHORS = "authors"
    DOI = "doi"
    DESIGN = "design"
    PREPRINT = "preprint"
    SUBJECTS = "subjects"
    POPULATION = "population"
    SIZE = "n"
    PLACE = "place"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class AskedFacts:
    """A question about one study.

    Attributes:
        facts: What is asked of it.
        about: The words that name it; "" where it is only pointed at ("it", "this study").
        of_study: Whether it is asked of a study, and not of a piece of writing: a story's own author is
            not that of the study it tells of.
    """

    facts: tuple[Fact, ...]
    about: str
    of_study: bool = True


_NOUN: Final = (
    r"(?:stud(?:y|ies)|trials?|papers?|articles?|research|reviews?|meta-analys[ie]s|reports?|experiments?|surveys?"
    r"|stor(?:y|ies)|publications?|pieces?|guidelines?|statements?|corrections?|retractions?|notices?|editorials?|commentar(?:y|ies)"
    r"|letters?|essays?|posts?)"
)
_WORK: Final = re.compile(rf"\b(?:{_NOUN}\b|one$)", re.IGNORECASE)
_PIECE: Final = re.compile(
    r"\b(?:articles?|stor(?:y|ies)|news|pieces?|posts?|editorials?|commentar(?:y|ies)|letters?|essays?|reviews?|notices?"
    r"|corrections?|retractions?|reports?)\b",
    re.IGNORECASE,
)
_SEVERAL: Final = re.compile(
    r"\b(?:studies|trials|papers|articles|reviews|meta-analyses|reports|experiments|surveys|stories|publications|pieces|corrections"
    r"|retractions|letters|essays|posts)\b"
    r"|\b(?:first|earliest|original|previous|other|another|latest|last|newest|oldest|most\s+(?:recent|cited|famous|important))\s+"
    rf"(?:\w+\s+)?{_NOUN}\b|\b(?:any|every|each|all|no|some|most)\s+{_NOUN}\b",
    re.IGNORECASE,
)
"""More than one piece of work, or one of them that somebody would have to choose."""

_QUOTED: Final = re.compile(r"\"[^\"]{8,}\"|“[^”]{8,}”|«[^»]{8,}»")
_POINTS: Final = re.compile(
    r"^(?:it|this|that|they|these|(?:the|this|that)(?:\s+same)?\s+(?:study|trial|paper|article|research|review|report|survey"
    r"|experiment|work|story|one)|took\s+part|participated|\w+\s+(?:there|tested|studied|involved))$",
    re.IGNORECASE,
)
_PRONOUN: Final = re.compile(r"^(?:it|this|that|they|these)$", re.IGNORECASE)
_OF_ANYTHING: Final = re.compile(
    r"^how\s+(?:old|new|big|large|small)\b|^(?!who\b).*\b(?:appear|happen|held|run|made|based|set|filmed|recorded|tested|tried)\b"
    r"|^(?:is|are)\s+\w+\s+(?:only\s+)?(?:in|on|with)\b|\b(?:animal|experimental)$",
    re.IGNORECASE,
)
"""What is asked of a drug, a disease or an event as well: "where is it made?" is of no study behind "What is insulin?"."""

_AROUND: Final = re.compile(
    rf"^(?:(?:the|this|that|a|an)\s+)|\b{_NOUN}\b(?:\s+(?:on|of|about|into|in|that|which|called|titled|entitled|named)\b)?"
    r"|^(?:about|on)\s+|\bone$",
    re.IGNORECASE,
)
"""What stands around the words that name a work."""

_BE: Final = r"(?:is|was|are|were)"
_X: Final = r"(?P<about>.+?)"
_WORK_X: Final = rf"(?P<about>it|this|that|they|.+?\b(?:{_NOUN}|one)(?:\s+(?:on|of|about|in|into|by|called|titled)\s+.+?)?(?:\s+[\"“].+?[\"”])?)"
"""One that is named as a piece of work: "the gout trial", before what kind it may be."""

_OUT: Final = r"(?:first\s+)?(?:published|released|printed|posted)"
_DONE: Final = (
    r"(?:done|conducted|carried\s+out|performed|held|run|undertaken|made|based|set|filmed|recorded)"
)
_OUTLETS: Final = (
    r"(?:journals?|magazines?|newspapers?|outlets?|sites?|websites?|publishers?|publications?)"
)
_MADE: Final = (
    r"(?:did|made|ran|led|conducted|carried\s+out|performed|undertook|(?:is|are|was|were)\s+behind)"
)
_WRITERS: Final = r"(?:researchers?|scientists?|authors?|people|team|journalists?|reporters?)"
_BEINGS: Final = (
    r"(?:humans?|people|persons?|patients?|participants?|volunteers?|men|women|children|adults|students|infants|animals?|mice"
    r"|mouse|rats?|monkeys?|dogs?|pigs?|cells?|cell\s+cultures?|plants?|bacteria|(?:an?\s+)?(?:lab(?:oratory)?|dish|test\s+tube))"
)
_SOMEBODY: Final = (
    r"(?:people|persons|patients|participants|subjects|volunteers|individuals|respondents|animals)"
)
_KIND: Final = (
    r"(?:(?:real|proper|true|double-blind|blinded|placebo-controlled|small|large)\s+)*(?:randomi[sz]ed|rct|controlled|clinical\s+(?:trial|study)"
    r"|trial|meta-analysis|systematic|literature\s+review|review|cohort|case-control|case\s+(?:report|study|series)|cross-sectional"
    r"|observational|experiment(?:al)?|survey|animal|in\s+vitro|lab(?:oratory)?\s+study|qualitative|modelling|modeling|opinion|editorial"
    r"|news|guideline|protocol)\b.*"
)
_TEMPLATES: Final = (
    ((Fact.PUBLISHED,), rf"when\s+{_BE}\s+{_X}\s+{_OUT}"),
    ((Fact.PUBLISHED,), rf"when\s+did\s+{_X}\s+(?:come\s+out|appear)"),
    ((Fact.PUBLISHED,), rf"(?:in\s+)?(?:what|which)\s+(?:year|month)\s+{_BE}\s+{_X}\s+{_OUT}(?:\s+in)?"),
    ((Fact.PUBLISHED,), rf"(?:in\s+)?(?:what|which)\s+(?:year|month)\s+did\s+{_X}\s+(?:come\s+out|appear)(?:\s+in)?"),
    ((Fact.PUBLISHED,), rf"(?:what(?:\W?s|\s+{_BE})\s+)?the\s+(?:publication\s+)?(?:date|year)\s+(?:of\s+publication\s+)?of\s+{_X}"),
    ((Fact.PUBLISHED,), rf"how\s+(?:old|recent|new)\s+{_BE}\s+{_X}"),
    ((Fact.OUTLET,), rf"(?:in\s+)?(?:what|which)\s+{_OUTLETS}\s+{_BE}\s+{_X}(?:\s+{_OUT})?(?:\s+(?:in|by|on))?"),
    ((Fact.OUTLET,), rf"(?:what|which)\s+{_OUTLETS}\s+(?:published|printed|ran|carried|{_BE}\s+behind)\s+{_X}"),
    ((Fact.OUTLET,), rf"where\s+{_BE}\s+{_X}\s+{_OUT}"),
    ((Fact.AUTHORS, Fact.OUTLET), rf"who\s+published\s+{_X}"),
    ((Fact.AUTHORS, Fact.OUTLET), rf"who\s+{_BE}\s+{_X}\s+published\s+by"),
    ((Fact.AUTHORS,), rf"who\s+(?:(?:co-?)?wrote|(?:co-?)?authored)\s+{_X}"),
    ((Fact.AUTHORS,), rf"(?:who\s+{_BE}|what\s+{_BE}|name|list)\s+(?:the\s+)?(?:names?\s+of\s+the\s+)?(?:(?:lead|first|main)\s+)?(?:authors?|writers?)\s+of\s+{_X}"),
    ((Fact.AUTHORS,), rf"(?:who|(?:what|which)\s+{_WRITERS})\s+{_MADE}\s+{_X}"),
    ((Fact.AUTHORS,), rf"(?:what|which)\s+{_WRITERS}\s+(?:wrote|authored|published)\s+{_X}"),
    ((Fact.AUTHORS,), rf"(?:who|by\s+whom)\s+{_BE}\s+{_X}\s+(?:written|authored|{_DONE}|led|from)(?:\s+by)?"),
    ((Fact.DOI,), rf"what(?:\W?s|\s+{_BE})\s+the\s+doi\s+(?:of|for)\s+{_X}"),
    ((Fact.PREPRINT,), rf"{_BE}\s+{_WORK_X}\s+(?:a\s+preprint|peer[\s-]?reviewed)"),
    ((Fact.DESIGN,), rf"{_BE}\s+{_WORK_X}\s+(?:an?\s+)?{_KIND}"),
    ((Fact.DESIGN,), rf"what\s+(?:kinds?|types?|sorts?)\s+of\s+(?:{_NOUN}|work|evidence)\s+{_BE}\s+{_X}"),
    ((Fact.DESIGN,), rf"what(?:\W?s|\s+{_BE})\s+the\s+(?:study\s+)?design\s+of\s+{_X}"),
    ((Fact.DESIGN,), rf"how\s+{_BE}\s+{_X}\s+designed"),
    ((Fact.SUBJECTS, Fact.POPULATION), rf"{_BE}\s+{_X}\s+(?:(?:{_DONE}|tested|tried)\s+)?(?:only\s+)?(?:in|on|with)\s+(?:(?:real|actual|live|living)\s+)?{_BEINGS}\b.*"),
    ((Fact.SUBJECTS, Fact.POPULATION), rf"did\s+{_X}\s+(?:use|test|include|study|involve|look\s+at)\s+(?:(?:real|actual|live|living)\s+)?{_BEINGS}\b.*"),
    ((Fact.SUBJECTS, Fact.POPULATION), rf"(?:who|what)\s+(?:{_BE}\s+)?(?:studied|tested|the\s+(?:participants|subjects|patients))\s+(?:in|of)\s+{_X}"),
    ((Fact.SIZE, Fact.POPULATION), rf"how\s+many\s+{_SOMEBODY}\s+(?P<about>took\s+part|participated|{_BE}\s+(?:there|tested|studied|involved))"),
    ((Fact.SIZE, Fact.POPULATION), rf"who\s+(?:took\s+part|participated)\s+in\s+{_X}"),
    ((Fact.SIZE, Fact.POPULATION), (rf"how\s+many\s+{_SOMEBODY}\s+(?:{_BE}\s+(?:there\s+)?(?:in|part\s+of|(?:enroll?ed|recruited|included|randomi[sz]ed|studied|tested"
                   rf"|surveyed|examined|involved|analy[sz]ed|followed)\s+(?:in|for|by))|took\s+part\s+in|participated\s+in|joined)\s+{_X}")),
    ((Fact.SIZE, Fact.POPULATION), rf"how\s+many\s+{_SOMEBODY}\s+did\s+{_X}\s+(?:include|enroll?|recruit|study|test|survey|follow|involve|examine|randomi[sz]e|have|look\s+at)"),
    ((Fact.SIZE, Fact.POPULATION), rf"(?:what(?:\W?s|\s+{_BE})\s+)?the\s+(?:sample\s+size|size\s+of\s+the\s+sample|number\s+of\s+{_SOMEBODY})\s+(?:of|in)\s+{_X}"),
    ((Fact.SIZE, Fact.POPULATION), rf"how\s+(?:big|large|small)\s+{_BE}\s+{_X}"),
    ((Fact.PLACE,), rf"where\s+{_BE}\s+{_X}\s+{_DONE}"),
    ((Fact.PLACE,), rf"where\s+did\s+{_X}\s+(?:take\s+place|happen)"),
    ((Fact.PLACE,), rf"(?:in\s+)?(?:what|which)\s+(?:countr(?:y|ies)|cit(?:y|ies)|places?|regions?|hospitals?)\s+{_BE}\s+{_X}\s+{_DONE}(?:\s+(?:in|at))?"),
    ((Fact.PLACE,), rf"(?:in\s+)?(?:what|which)\s+(?:countr(?:y|ies)|cit(?:y|ies)|places?|regions?|hospitals?)\s+did\s+{_X}\s+take\s+place(?:\s+(?:in|at))?"),
    ((Fact.TIME,), rf"(?:when|(?:in\s+)?(?:what|which)\s+years?)\s+{_BE}\s+{_X}\s+{_DONE}(?:\s+in)?"),
    ((Fact.TIME,), rf"(?:when|(?:in\s+)?(?:what|which)\s+years?)\s+did\s+{_X}\s+take\s+place(?:\s+in)?"),
)  # fmt: skip
_READS: Final = tuple(
    (facts, re.compile(rf"{template}(?P<more>(?:,?\s+and\s+(?:when|where|by\s+whom|who\s+wrote\s+it|(?:in\s+)?(?:what|which)\s+{_OUTLETS})(?:\s+was\s+it(?:\s+(?:published|written))?)?)*)", re.IGNORECASE))
    for facts, template in _TEMPLATES
)  # fmt: skip
_OF_WORKS_ALONE: Final = re.compile(
    r"\b(?:wrote|co-?wrote|written|authored|co-?authored|authors?\s+of|doi)\b", re.IGNORECASE
)
"""What can be said of nothing but a piece of writing, whatever it is called."""

_MORE: Final = (
    (Fact.PUBLISHED, "when"),
    (Fact.OUTLET, "where|which|what"),
    (Fact.AUTHORS, "whom?"),
)
_LONGEST: Final = 400


@lru_cache(maxsize=256)
def asked_facts(question: str) -> AskedFacts | None:
    """What the question asks of one study; None where it asks something else.

    Args:
        question: Without what people say around it.
    """
    asked = " ".join(question.split()).strip(" ?.!")
    if len(asked) > _LONGEST:
        return None
    for facts, reads in _READS:
        found = reads.fullmatch(asked)
        if found and (about := _about(found["about"], asked)) is not None:
            more = [
                fact
                for fact, words in _MORE
                if re.search(rf"\b(?:{words})\b", found["more"], re.IGNORECASE)
            ]
            work = _WORK.search(_QUOTED.sub(" ", found["about"]))
            of_study = not about or (work is not None and not _PIECE.search(work.group()))
            return AskedFacts(tuple(dict.fromkeys((*facts, *more))), about, of_study)
    return None


def _about(words: str, asked: str) -> str | None:
    """The words that name the work; None where they name none, or several."""
    if _PRONOUN.match(words) and _OF_ANYTHING.search(asked):
        return None
    if _POINTS.match(words):
        return ""
    if _SEVERAL.search(_QUOTED.sub(" ", words)):
        return None
    if not _WORK.search(words) and not _OF_WORKS_ALONE.search(asked) and not _is_quoted(words):
        return None
    # A title in quotes names it by itself.
    quoted = _QUOTED.search(words)
    about = quoted.group() if quoted else " ".join(_AROUND.sub(" ", words).split())
    telling = [word for word in title_words(about) if word not in FUNCTION_WORDS]
    return about if telling else None


def _is_quoted(words: str) -> bool:
    return bool(_QUOTED.search(words)) or words.lower().startswith(("10.", "doi:", "http"))
