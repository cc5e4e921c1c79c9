"""Messages that ask nothing of the articles: greetings, thanks, and what people say to a bot about itself.

Looked up, "thanks!" finds three articles that have nothing to do with it, and the next follow-up would
lean on it.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final


class SmallTalk(Enum):
    """What kind of it."""

    GREETING = "greeting"
    THANKS = "thanks"


_TO_US: Final = r"(?:you|u|there|all|everyone|everybody|guys|folks|bot|footnote|friend|mate|again)"
_THANKS: Final = (
    r"(?:many\s+)?thanks?(?:\s+(?:a\s+lot|a\s+bunch|so\s+much|very\s+much|you|u|for\s+(?:that|this|it|(?:the|your)\s+(?:help|answer|info))))*",
    r"thank\s*(?:you|u)(?:\s+(?:so|very)\s+much)?(?:\s+for\s+(?:that|this|it|(?:the|your)\s+(?:help|answer|info)))?",
    r"thx|tnx|ty(?:sm|vm)?|cheers|much\s+appreciated|good\s+(?:bot|job|answer|work)|well\s+done|nice\s+(?:one|answer|work)|that\s+(?:helps?|helped)(?:\s+a\s+lot)?",
    r"danke(?:\s+(?:sch[oö]n|dir|sehr))?|vielen\s+dank|merci(?:\s+beaucoup)?|(?:muchas\s+)?gracias|(?:muito\s+)?obrigad[oa]|ありがとう(?:ございま(?:す|した))?",
)
_GREETINGS: Final = (
    rf"(?:hi+|hey+|hello+|hiya|howdy|yo|sup|greetings|good\s+(?:morning|evening|afternoon|day|night))(?:\s+{_TO_US})*",
    r"how\s+(?:are|r)\s+(?:you|u)(?:\s+(?:doing|today))*|what\W?s\s+up|how\W?s\s+it\s+going|nice\s+to\s+meet\s+you",
    r"(?:who|what)\s+(?:are|r)\s+(?:you|u)|what\s+(?:can|do)\s+(?:you|u)\s+do|how\s+do\s+(?:you|i)\s+(?:work|use\s+(?:you|this(?:\s+bot)?))",
    r"are\s+(?:you|u)\s+(?:an?\s+)?(?:bot|robot|human|ai|real|alive|there|online|working)|help(?:\s+(?:me|pls|please))*|test(?:ing)?|ping",
    r"hallo|guten\s+(?:tag|morgen|abend)|bonjour|salut|hola|buen[oa]s\s+(?:d[ií]as|tardes|noches)|ol[aá]|bom\s+dia|こんにちは",
    r"bye(?:\s*bye)?|goodbye|see\s+(?:you|ya)(?:\s+later)?|lo+l|lmao|(?:ha){2,}h?|wow|ok(?:ay)?|k|yes|yeah|no|nope|cool|nice|great|awesome|perfect",
    r"got\s+it|i\s+see|makes\s+sense|(?:very\s+)?interesting|sorry|please|pls|never\s*mind|nvm|bad\s+bot|(?:you|u)(?:\W?re|\s+are)?\s+(?:wrong|right|stupid|dumb|useless)",
)
_PART: Final = rf"(?:{'|'.join((*_THANKS, *_GREETINGS))})"
_ALL: Final = re.compile(rf"\W*{_PART}(?:\W+{_PART})*\W*", re.IGNORECASE)
_THANKED: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_THANKS)})(?!\w)", re.IGNORECASE)

_LONGEST: Final = 80
"""Letters of small talk; also keeps the search for it quick, whatever is typed."""


def small_talk_in(text: str) -> SmallTalk | None:
    """What kind of small talk the whole of `text` is; None where it says anything else."""
    if len(text) > _LONGEST or not _ALL.fullmatch(text):
        return None
    return SmallTalk.THANKS if _THANKED.search(text) else SmallTalk.GREETING
