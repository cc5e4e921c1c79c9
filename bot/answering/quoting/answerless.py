"""Sentences that hold a question's words and answer nothing: imprints, aims, a trial's paperwork."""

from __future__ import annotations

import re
from typing import Final

_SOURCE: Final = re.compile(
    r"\b(?:who|whose|when|where|authors?|publish\w*|journal|paper|title|titled|called|written|wrote)\b",
    re.IGNORECASE,
)
_IMPRINT: Final = re.compile(
    r"\b(?:titled|entitled|under\s+the\s+title|published\s+(?:\w+\s+){0,3}?(?:in|on)|appeared\s+in"
    r"|(?:was|is|were|will\s+be|been)\s+(?:first\s+)?(?:published|authored))\b",
    re.IGNORECASE,
)
# What somebody set out to do, what is still open, where something is told: all say none of it.
_AIM: Final = re.compile(
    r"\b(?:aims?|purposes?|objectives?|goals?)\s+of\s+(?:this|the|our)\b"
    r"|\b(?:we|this\s+(?:\w+\s+)?(?:study|paper|article|review|trial|work|research))\s+(?:also\s+|here\s+|then\s+)?"
    r"(?:aim(?:s|ed)?|sought|seeks?|set\s+out|tried|explor(?:es?|ed)|examin(?:es?|ed)|investigat(?:es?|ed)"
    r"|(?:was|were)\s+(?:designed|undertaken|conducted))\b"
    # "To test this, we conducted a trial." tells no more; "… and found" does.
    r"|^(?!.*\b(?:found|identified|showed|observed|demonstrated|revealed)\b)(?:.*\bwe\s+(?:then\s+|also\s+)?(?:conducted|performed|undertook"
    r"|carried\s+out)\s|.*\b(?:meta-analysis|review|study|trial|survey|search|experiments?)\s+(?:was|were)\s+(?:then\s+|also\s+)?"
    r"(?:undertaken|performed|conducted|carried\s+out)\b)"
    r"|\bour\s+interest\s+is\b|\blet\s+us\b"
    r"|\bthis\s+(?:review|paper|article|chapter|section|study|work)\s+will\b|\b(?:here|below),?\s+we\s+(?:will|shall|review|describe|discuss"
    r"|summari[sz]e)\b|\b(?:reviews?|overviews?|introductions?)\s+(?:are|is)\s+available\b|\b(?:reviewed|discussed|described)\s+elsewhere\b"
    r"|\b(?:remains?|is|are)\s+(?:still\s+)?(?:an?\s+)?(?:open\s+question|unknown|unclear|to\s+be\s+(?:seen|determined))\b"
    r"|\b(?:details?|results?|data|methods?)\b[^.;]*\b(?:reported|given|described|listed|shown|found)\s+in\s+"
    r"(?:the\s+)?(?:supplement|supporting|appendix|table|figure|section)",
    re.IGNORECASE,
)
_METHOD: Final = re.compile(
    r"\b(?:in|ex)clusion\s+criteria\b|\bwere\s+(?:excluded|eligible|recruited)\b"
    r"|\b(?:NCT\d{5,}|EudraCT|ISRCTN\d+|informed\s+consent|ethics\s+committee)\b"
    r"|\bsingle[\s-]cent(?:re|er)\b|\b(?:double|single)[\s-]blind\w*,",
    re.IGNORECASE,
)
# "B) The mechanism is summarised.", "Figure 3. Overview of …": what is drawn, not what was found.
_PANEL: Final = re.compile(
    r"^\s*(?:\(?[A-Ha-h]\)\s|\([ivx]+\)\s|(?:Supplementary\s+)?(?:Fig(?:ure|\.)?|Table|Box)\s*S?\d+[A-Z]?\s*[.:|])"
)
# A year, a volume and pages, as in "Bull Hist Med. 1991;65:4-21.", stand in a list of works.
_LISTED_WORK: Final = re.compile(
    r"\b(?:1[89]|20)\d\d(?:\s+\w{3}(?:\s+\d+)?)?\s*;\s*\d+\s*(?:\([^)]*\))?\s*:\s*[eE]?\d+"
)
_ASKS_AIM: Final = re.compile(
    r"\b(?:aim\w*|purpose|objectives?|goals?|about|stud(?:y|ies|ied)|research\w*|examin\w*|explor\w*"
    r"|investigat\w*|unknown|unclear|open|not\s+known|why\s+did|test(?:ed)?)\b",
    re.IGNORECASE,
)
_ASKS_METHOD: Final = re.compile(
    r"\b(?:how|who|methods?|design\w*|criteria|exclu\w*|inclu\w*|eligib\w*|recruit\w*|consent|ethic\w*"
    r"|regist\w*|blind\w*|random\w*|centre|center|trials?|stud(?:y|ies|ied)|participants?|patients)\b",
    re.IGNORECASE,
)


def asks_source(question: str) -> bool:
    """Whether the question may be about who published what, where and when."""
    return bool(_SOURCE.search(question))


def is_imprint(sentence: str) -> bool:
    """Whether the sentence tells where something was published.

    Such a sentence repeats the paper's title, and so most words of a question, and answers none.
    """
    return bool(_IMPRINT.search(sentence))


def is_idle(sentence: str, question: str) -> bool:
    """Whether the sentence tells aims, open questions or a trial's paperwork, and nobody asked.

    "We examined whether X helps Y" holds every word of "does X help Y?", and answers it no more.
    """
    return (
        bool(_AIM.search(sentence) and not _ASKS_AIM.search(question))
        or bool(_METHOD.search(sentence) and not _ASKS_METHOD.search(question))
        or bool(_PANEL.match(sentence))
    )


def lists_work(sentence: str) -> bool:
    """Whether the sentence is of a list of references: a year, a volume and pages."""
    return bool(_LISTED_WORK.search(sentence))
