"""Somebody who writes of hurting or killing themself, and not of research on it.

They are told where help is, and shown no articles: the nearest to "i want to die" is none that they need.
Only what is said of oneself counts, so that a question about suicide or self-harm is looked up like any other.
"""

from __future__ import annotations

import re
from typing import Final

_SELF: Final = r"(?:my\s*self|me)"
_I: Final = r"\bi(?:\W?m|\W?ve|\W?d|\s+am|\s+have|\s+just|\s+really|\s+only|\s+do|\s+feel\s+like|\s+keep)*\s+"
_WISH: Final = (
    r"(?:want(?:ed|ing)?(?:\s+to|\s*na)?|wanna|wish(?:ing)?(?:\s+to)?|need\s+to|going\s+to|gonna|about\s+to|plan(?:ning|ned)?\s+(?:to|on)"
    r"|think(?:ing)?\s+(?:of|about)|thought\s+(?:of|about)|tr(?:y|ied|ying)\s+to|will|might|could|should)"
)
_DEED: Final = (
    rf"(?:(?:kill|hurt|harm|cut|hang|shoot|poison|drown)(?:t?ing)?\s+{_SELF}|(?:end|tak)(?:e|ing)?\s+(?:it\s+all|my\s+(?:own\s+)?life)"
    r"|commit(?:ting)?\s+suicide|die|dying|be\s+dead|(?:i\s+(?:was|were)|to\s+be)\s+dead|disappear\s+forever)"
)
_SAID: Final = re.compile(
    "|".join(
        (
            rf"{_I}(?:\w+\s+){{0,2}}?{_WISH}\s+(?:just\s+)?{_DEED}(?!\s+(?:of|from)\b)",
            rf"{_I}(?:\w+\s+){{0,2}}?(?:suicidal|better\s+off\s+dead)\b",
            r"\bi\s+(?:do\s*n\W?t|do\s+not|no\s+longer)\s+(?:want\s+to|wanna)\s+(?:live|be\s+alive|exist|be\s+here)\b",
            r"\bi\s+(?:ca\s*n\W?t|can\s*not)\s+go\s+on\b|\bi\W?m\s+going\s+to\s+end\s+it\b",
            rf"\b(?:how|best\s+way|easiest\s+way|painless\s+way|ways?)\b.{{0,40}}\b(?:kill|hang|poison|drown)\s+{_SELF}\b",
            r"\b(?:how|best\s+way|easiest\s+way|painless\s+way|ways?)\b.{0,40}\b(?:end|take)\s+my\s+(?:own\s+)?life\b",
            r"\bi\W?(?:ve|\s+have)?\s*(?:just\s+)?(?:overdosed|took\s+an?\s+overdose|taken\s+an?\s+overdose)\b",
            r"\bich\s+(?:will|möchte|moechte)\s+(?:sterben|nicht\s+mehr\s+leben|mich\s+(?:umbringen|töten|verletzen))\b|\bmich\s+umbringen\b",
            r"\bje\s+veux\s+(?:mourir|me\s+(?:tuer|suicider))\b|\bme\s+suicider\b",
            r"\b(?:me\s+)?quiero\s+(?:morir(?:me)?|matar(?:me)?|suicidarme)\b",
            r"\b(?:eu\s+)?quero\s+(?:morrer|me\s+matar|me\s+suicidar)\b",
            r"死にたい|自殺したい",
        )
    ),
    re.IGNORECASE,
)


def in_distress(text: str) -> bool:
    """Whether `text` says that its writer wants to hurt or kill themself."""
    return bool(_SAID.search(text))
