"""The question within what people type: greetings, thanks and "true or false?" say nothing of it.

Such words stand in no article. Left in, they make a question look as if the library lacked half of it.
"""

from __future__ import annotations

import re
from typing import Final

_YOU: Final = r"(?:you|u|someone|somebody|anyone|anybody|any\s+of\s+you)"
_ABOUT: Final = r"(?:\s+(?:me|us))?(?:\s+(?:if|whether|that|about))?"
_OPENINGS: Final = (
    r"(?:hi+|hey+|hello|hiya|yo|greetings|good\s+(?:morning|evening|afternoon|day))(?:\s+(?:there|all|everyone|everybody|guys|folks|bot|footnote))?(?=[\s,!.:;-])",
    r"(?:ok(?:ay)?|so|um+|uh+|er+|hmm+|well|please|pls|plz|sorry|thanks|thank\s+you|btw|by\s+the\s+way|quick(?:\s+\w+)?\s+question|question|just\s+(?:curious|wondering))(?=[\s,!.:;-])",
    rf"(?:can|could|would|will)\s+{_YOU}\s+(?:please\s+|pls\s+|maybe\s+|perhaps\s+)?(?:tell|explain(?:\s+to)?|say|help|let\s+me\s+know|find\s+out|check){_ABOUT}\b",
    rf"(?:do|does|would|might)\s+{_YOU}\s+(?:happen\s+to\s+)?(?:know|have\s+any\s+idea){_ABOUT}\b",
    r"(?:(?:please|pls)\s+)?(?:tell|let)\s+(?:me|us)(?:\s+know)?(?:\s+(?:if|whether|that|about))?\b",
    r"i(?:\W?m|\s+am|\s+was|\W?ve\s+been)?\s+(?:just\s+|always\s+)?(?:wonder(?:ing|ed)?|curious|asking|confused)(?:\s+(?:if|whether|about|to\s+know))?\b",
    r"i\W?(?:d|\s+would)?\s*(?:just\s+)?(?:like|love|want|need|wanna)\s*(?:to\s+)?(?:know|understand|learn|ask|find\s+out)(?:\s+(?:if|whether|about|more\s+about))?\b",
    r"(?:i|we)(?:\W?ve|\s+have)?\s+(?:just\s+|once\s+|recently\s+|also\s+)?(?:heard|read|saw|seen)(?:\s+(?:somewhere|online|recently))?\s+that\b",
    r"(?:my|a|some)\s+(?:friend|doctor|gp|mom|mum|mother|dad|father|teacher|colleague|brother|sister|wife|husband|people|ppl)s?\s+(?:says?|said|claims?|claimed|thinks?|told\s+me|keeps?\s+saying)(?:\s+that)?\b",
    r"(?:is\s+it|it\W?s)\s+(?:really\s+|actually\s+)?true(?:\s+that)?\b",
    r"(?:what|anything)\s+(?:does|do)\s+(?:the\s+|your\s+|our\s+)?(?:research|science|literature|evidence|studies|articles?|papers|library)\s+(?:say|tell\s+us|show)\s+(?:about|on)\b",
    r"(?:according\s+to|based\s+on)\s+(?:the|your|our)\s+(?:library|articles|papers|research|literature|studies|evidence)\b",
    r"(?:true\s+or\s+false|yes\s+or\s+no|t/f|y/n)(?=[\s,!.:;?-])",
    r"any(?:one|body)?\s+(?:idea|clue|know|knows)\s+(?:if|whether|about)\b",
)  # fmt: skip
_TAILS: Final = (
    r"(?:please|pls|plz|plss|thanks(?:\s+a\s+lot|\s+so\s+much|\s+in\s+advance)?|thank\s+(?:you|u)(?:\s+so\s+much|\s+in\s+advance)?|thx|tnx|cheers|ty|tia)",
    r"true\s*(?:or|/)\s*false|t\s*/\s*f|yes\s*(?:or|/)\s*no|y\s*/\s*n|fact\s+or\s+(?:fiction|myth)|or\s+(?:not|no|is\s+(?:that|it)\s+(?:a\s+)?(?:myth|false|wrong))",
    r"is\s+(?:that|this|it)\s+(?:even\s+|really\s+|actually\s+)?(?:true|right|correct|so|a\s+(?:thing|myth|fact)|real|legit)",
    r"(?<=[,;.!?–-])\s*(?:right|correct|no|yes|eh|huh|or\s+what|really|isn\W?t\s+it|aren\W?t\s+they|doesn\W?t\s+it|don\W?t\s+they|does\s+it|do\s+they|is\s+it|are\s+they)",
    r"any\s+(?:ideas?|thoughts|help|info(?:rmation)?|clues?|sources?|studies)(?:\s+(?:is|are|would\s+be))?(?:\s+(?:much\s+|greatly\s+)?(?:appreciated|welcome|great|nice))?",
    r"asking\s+for\s+a\s+friend|lo+l|haha+|lmao|idk|imo|afaik|just\s+(?:wondering|curious|asking)|i(?:\W?m|\s+am)?\s+(?:just\s+)?(?:wonder(?:ing)?|curious)",
    r"(?:do|does)\s+(?:you|anyone|anybody|someone)\s+know|(?:can|could)\s+(?:you|someone|anyone)\s+(?:explain|help|tell\s+me|answer(?:\s+(?:this|that))?)(?:\s+(?:me|please))?",
)  # fmt: skip
_OPENING: Final = re.compile(rf"^[\s,!.:;–-]*(?:{'|'.join(_OPENINGS)})[\s,!.:;–-]*", re.IGNORECASE)
_TAIL: Final = re.compile(
    # From one mark of several on, the second: from every one, many marks would take minutes.
    rf"(?:^|(?<=[\s,.;:!?–-])(?<![\s,.;:!?–-]{{2}}))[\s,.;:!?–-]*(?:{'|'.join(_TAILS)})[\s?!.)]*$",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
_POINTS_BACK: Final = re.compile(
    r"\b(?:it|its|they|them|their|this|that|these|those|he|she|him|her|his|one|ones|there|such|so|too|either|instead|else)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w{3,}")
_LEFT_OVER: Final = 2
"""Words of some length that must be left; "hi, how are you" is no question with a greeting before it."""

_MOST_WRAPPED: Final = 8
"""Openings and tails around one question; nobody says more."""

_WHOLE: Final = 4
"""Words after which a sentence is a question of its own."""


def bare(text: str) -> str:
    """The question in `text`, as typed, without what people say around questions."""
    asked = _asking(" ".join(text.split()))
    for _ in range(_MOST_WRAPPED):
        shorter = _TAIL.sub("", _OPENING.sub("", asked, count=1), count=1).strip(" ,;:–-")
        if shorter == asked.rstrip("?!. ") or shorter == asked:
            break
        if len(_WORD.findall(shorter)) < _LEFT_OVER:
            break
        asked = shorter
    return asked


def _asking(text: str) -> str:
    """The one sentence that asks, where it says what it is about."""
    asking = [part for part in _SENTENCE_END.split(text) if part.endswith("?")]
    telling = [part for part in asking if len(_WORD.findall(_TAIL.sub("", part))) >= _LEFT_OVER]
    if len(set(telling)) == 1:
        plain = _TAIL.sub("", _OPENING.sub("", telling[0]))
        if len(_WORD.findall(plain)) >= _WHOLE and not _POINTS_BACK.search(plain):
            return telling[0]
    return text
