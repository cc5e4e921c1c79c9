"""The gap list: what members asked that the library did not answer, or answered badly.

It is a work list for whoever chooses articles, and a start of judged questions for
`scripts.evaluate` and the release gate. Nobody is named in it.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from bot.improving.alike import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.state.feedback import Opinion, Unanswered

UNANSWERED: Final = "unanswered"
NOT_HELPFUL: Final = "not helpful"
"""Why a question is on the list, where no reason was given."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions that ask the same and were left open.

    Attributes:
        question: As asked last.
        times: How often it was left open.
        reasons: How often for which reason.
        last: When last, seconds since 1970.
        cited: Ids of articles that members found did not answer it.
        wordings: Other ways it was asked, at most a few.
    """

    question: str
    times: int
    reasons: tuple[tuple[str, int], ...]
    last: int
    cited: tuple[str, ...]
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Open:
    question: str
    reason: str
    given: int
    cited: tuple[str, ...] = ()


_WORDINGS: Final = 5


def gaps_in(unanswered: Iterable[Unanswered], opinions: Iterable[Opinion]) -> tuple[Gap, ...]:
    """The gap list, what was left open most often first."""
    left = [_Open(q.question, UNANSWERED, q.given) for q in unanswered]
    for opinion in opinions:
        if not opinion.helpful:
            cited = tuple(witness.article for witness in opinion.evidence)
            reason = opinion.reason or NOT_HELPFUL
            left.append(_Open(opinion.question, reason, opinion.given, cited))
    left.sort(key=lambda each: each.given)
    gaps = [_gap(group) for group in grouped(left, lambda each: each.question)]
    return tuple(sorted(gaps, key=lambda gap: (-gap.times, -gap.last, gap.question)))


def gold_lines(gaps: Sequence[Gap], opinions: Iterable[Opinion]) -> tuple[str, ...]:
    """Judged questions, one JSON object each, as `index.evaluation.gold_files.read_gold` takes them.

    A gap is written as unanswerable with a note: true of this library until somebody names the
    articles that answer it. What members found helpful names the articles that helped.
    """
    rows: list[dict[str, Any]] = [
        {
            "question": gap.question,
            "answerable": False,
            "note": "; ".join(f"{reason}: {count}" for reason, count in gap.reasons),
        }
        for gap in gaps
    ]
    helped = [o for o in opinions if o.helpful and o.evidence]
    asked_badly = {gap.question for gap in gaps}
    for group in grouped(helped, lambda opinion: opinion.question):
        last = group[-1]
        if last.question in asked_badly:
            continue  # opinions differ: a person must look
        articles = sorted({witness.article for o in group for witness in o.evidence})
        rows.append(
            {"question": last.question, "articles": articles, "note": f"helpful: {len(group)}"}
        )
    return tuple(json.dumps(row, ensure_ascii=False) for row in rows)


def _gap(group: Sequence[_Open]) -> Gap:
    last = group[-1]
    reasons = Counter(each.reason for each in group)
    others = dict.fromkeys(each.question for each in reversed(group))
    others.pop(last.question)
    return Gap(
        question=last.question,
        times=len(group),
        reasons=tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))),
        last=last.given,
        cited=tuple(dict.fromkeys(article for each in group for article in each.cited)),
        wordings=tuple(others)[:_WORDINGS],
    )
