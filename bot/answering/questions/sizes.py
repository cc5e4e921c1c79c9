"""Questions of how many took part: the number that the article's evidence card holds is the answer."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_WHO: Final = (
    r"(?:people|persons|patients|participants|subjects|volunteers|adults|children|women|men|individuals|students"
    r"|respondents|animals|mice|rats|\w+)"
)
_TOOK_PART: Final = (
    r"(?:took\s+part|take\s+part|participated?|joined|(?:was|were)\s+(?:there\s+)?(?:in\b|part\s+of|enroll?ed|recruited"
    r"|included|randomi[sz]ed|studied|tested|surveyed|examined|involved|analy[sz]ed|followed)"
    r"|did\s+(?:the|this|that|they)\b.{0,60}\b(?:include|enroll?|recruit|study|test|survey|follow|involve|examine|randomi[sz]e))"
)
_ASKS: Final = re.compile(
    rf"\bhow\s+many\s+{_WHO}(?:\s+\w+)?\s+{_TOOK_PART}|\bsample\s+size\b|\bhow\s+(?:big|large)\s+(?:was|is|were)\s+(?:the|this|that)"
    r"\s+(?:\w+\s+){0,3}(?:study|trial|sample|cohort|survey|group)\b",
    re.IGNORECASE,
)
_GROUPED: Final = re.compile(
    r"(?<=\d)[,\N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE} ](?=\d{3}\b)"
)


@lru_cache(maxsize=256)
def asks_size(question: str) -> bool:
    """Whether the question asks how many were studied."""
    return bool(_ASKS.search(question))


def holds(sentence: str, n: int) -> bool:
    """Whether this number stands in the sentence, in figures, thousands parted or not."""
    return bool(re.search(rf"(?<![\d.,]){n}(?![\d%]|[.,]\d)", _GROUPED.sub("", sentence)))
