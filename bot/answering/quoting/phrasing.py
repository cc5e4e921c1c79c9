"""How a verbatim quote reads as a statement: citation marks go, words stay as they are."""

from __future__ import annotations

import re
from typing import Final

from bot.answering.quoting.vocabulary import ABSTRACT_LABEL

# "54 [45-63]" is a range and "12 [8]" a second figure: behind a number, brackets stay.
_NUMBERED: Final = r"(?<![\d%])(?<![\d%]\s)\s*\[\s*\d{1,3}(?:\s*[-–,;]\s*\d{1,3})*\s*\]"
# Nothing but works, each with its year: "(not significant; Smith et al., 2010)" says more.
_WORK: Final = r"(?:(?:see(?: also)?|e\.g\.,?|cf\.?|reviewed in)\s+)?(?-i:[A-Z])[^();]*?\d{4}[a-z]?(?:,\s*\d{4}[a-z]?)*\s*"
_NAMED: Final = rf"\s*\((?=[^()]*\bet al\b){_WORK}(?:;\s*{_WORK})*\)"
# Nothing but what is pointed to: "(see Table 2 for those who did not respond)" says more.
_PLACE: Final = (
    r"(?:(?:Supplementary|Supporting|Extended|Data|Fig(?:ure)?s?|Tables?|Box|Appendix|Panels?|Text|Materials?"
    r"|Information|Files?|online|and|to)\b|S?\d+[A-Za-z]{0,2}\b|[A-Z]\d*\b|[\s.,;–&-])"
)
_POINTED: Final = (
    r"\s*\((?:see\s+)?(?=(?:Fig(?:ure)?s?|Tables?|Box|Appendix|Supplementary)\b)" + _PLACE + r"+\)"
)
# "(Table 1; see also Smith et al., 2010)": places and works together, and nothing else.
_MIXED: Final = (
    r"\s*\((?=[^()]*\b(?:et al|Fig(?:ure)?s?|Tables?|Box|Appendix|Supplementary)\b)"
    # Never gone back into: each way to part a long bracket again doubled the time.
    rf"(?>(?:and\s+)?(?:see(?:\s+also)?\s+)?(?:{_PLACE}++|{_WORK})[;,\s]*+)++\)"
)
_UNSHOWN: Final = r"\s*\((?:data|results?|details?)?\s*not\s+(?:shown|presented)\)"
# "… in mice (33,34)." names notes; "(95 % CI 33, 34)" and "aged (12-20)" do not.
_LISTED: Final = r"(?<=[a-z]{4})\s*\(\d{1,3}(?:\s*,\s*\d{1,3})+\)(?=\s*[.,;])"
# "… worldwide (1)." ends with a note's number; "(80%)" and "(n = 12)" are figures.
_NOTE: Final = r"(?<=[a-z]{4})\s*\(\d{1,2}\)(?=\s*\.$)"
_CITATION_MARKS: Final = re.compile(
    f"{_NOTE}|{_NUMBERED}|{_NAMED}|{_POINTED}|{_MIXED}|{_UNSHOWN}|{_LISTED}", re.IGNORECASE
)
_LABEL: Final = re.compile(rf"^(?:{ABSTRACT_LABEL})+")
# "8, 9, 11 The strain …", "32 While we …": notes of the sentence before. "12 HIV patients" are twelve.
_NOTES_BEFORE: Final = re.compile(
    r"^(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})+\s+(?=[A-Z])|\d{1,3}\s+(?=(?:However|While|Although|Moreover|Furthermore|Therefore|Thus|The"
    r"|This|These|In|We|It|Our|There|Here|Although|Because|Since|As|For|If|When|Despite)\b))"
)
_ADVERB: Final = re.compile(
    r"^(?:However|Moreover|Furthermore|Additionally|In addition|Also|Finally|Indeed|Interestingly|"
    r"Importantly|Notably|Therefore|Thus|Hence|Consequently|Overall|And|But|So),?\s+(?=\w)"
)
_SPACE_BEFORE_MARK: Final = re.compile(r"\s+([,.;:!?])(?=\s|$)")


def phrased(quote: str) -> str:
    """The quote without citation marks, an abstract's labels or a leading "However,", on one line."""
    text = _NOTES_BEFORE.sub("", _LABEL.sub("", " ".join(quote.split()), count=1), count=1)
    text = _SPACE_BEFORE_MARK.sub(r"\1", _CITATION_MARKS.sub("", text))
    opening = _ADVERB.match(text)
    if opening and "," in opening.group():
        text = text[opening.end() :]
        text = text[:1].upper() + text[1:]
    return text
