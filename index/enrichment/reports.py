"""Whether a piece is a news report: somebody else's story of a study, told for everybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.article import Medium

if TYPE_CHECKING:
    from index.article import Article

_READ: Final = 6000

_OF_RESEARCH: Final = re.compile(
    r"\b(?:new|recent|latest) (?:study|research|paper|findings|analysis|trial|review)\b|\b(?:the )?(?:study|research|findings|results|paper|report|work) (?:was|were|is|are|has been|have been|appears?|appeared) (?:\w+ )?(?:published|reported|described|presented|online)"
    r"|\bpublished (?:\w+ ){0,3}(?:in|by|online) (?:the )?|\b(?:researchers|scientists|the team|investigators|the authors|experts) (?:\w+ )?(?:found|say|said|report|reported|discovered|looked|analy[sz]ed|asked|compared|studied|tested|recruited|measured|showed|believe|suggest|followed|used|were|have|had|randomly)"
    r"|\b(?:the )?study(?:['’]s)? (?:found|shows?|showed|suggests?|suggested|authors?|lead|involved|looked|included)|\baccording to (?:a|the|new|researchers|scientists)|\b(?:university|institute|professor|dr\.?|phd)\b",
    re.IGNORECASE,
)
_SPOKEN: Final = re.compile(
    r"\b(?:said|says|told|explains?|explained|added|notes|noted)\b", re.IGNORECASE
)
_PAPERLIKE: Final = re.compile(
    r"\bwe (?:show|found|find|report|conclude|investigated|aimed)\b|\bour (?:results|data)\b",
    re.IGNORECASE,
)

_RESEARCH, _ANY = 3, 2


def is_news(article: Article) -> bool:
    """Whether it reads as a journalist's report of research, and nothing calls it a paper."""
    known = article.metadata
    if known.medium is Medium.PAPER:
        return False
    text = f"{known.title}. {article.text[:_READ]}"
    told = {found[0].lower() for found in _OF_RESEARCH.finditer(text)}
    if len(_PAPERLIKE.findall(text)) > _ANY:
        return False
    return len(told) >= _RESEARCH or (len(told) >= _ANY and bool(_SPOKEN.search(text)))
