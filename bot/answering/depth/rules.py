"""How much a sentence belongs to a view, from the heading it stands under and its own words.

0 is not at all. Headings count most: authors say there what follows. News stories have none, and
are read by their words alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.support.quantities import quantities

if TYPE_CHECKING:
    from bot.answering.depth.sentences import Told


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_METHODS_HEADING: Final = _words(
    r"\b(?:methods?|methodology|materials|procedures?|participants|subjects|study\s+(?:design|population)|setting"
    r"|data\s+(?:collection|sources?)|statistical\s+analys[ie]s|interventions?|how\s+(?:it|they|the\s+study)\b.*|what\s+they\s+did)\b"
)
_RESULTS_HEADING: Final = _words(r"\b(?:results?|findings|outcomes?|what\s+was\s+found)\b")
_LIMITS_HEADING: Final = _words(r"\b(?:limitations?|strengths|caveats|weakness\w*)\b")
_BACKGROUND_HEADING: Final = _words(r"\b(?:introduction|background)\b")

_DID: Final = (
    _words(r"\b(?:randomi[sz]ed|randomly|allocated|assigned|blind(?:ed)?|placebo|controls?|sham|cross-?over|double-blind)\b"),
    _words(r"\b(?:enrol\w+|recruit\w+|includ\w+|invited|sampled|selected|participants?|patients|volunteers|subjects|cases)\b"),
    _words(r"\b(?:measured|assessed|recorded|collected|interviewed|tested|filmed|observed|counted|questionnaires?|surveys?|scales?"
           r"|assays?|scans?|samples?|sequenced|extracted|estimated|calculated)\b"),
    _words(r"\b(?:we|researchers?|scientists?|team|authors|investigators|study|trial)\b.*\b(?:used|compared|followed|analy[sz]ed|examined"
           r"|gave|asked|performed|conducted|carried\s+out|searched|reviewed|developed)\b"),
    _words(r"\b(?:follow(?:ed)?[\s-]up|for\s+\w+\s+(?:weeks|months|years|days)|baseline|regression|model|adjusted|meta-analysis|cohort"
           r"|cross-sectional|case-control|trial)\b"),
)  # fmt: skip
"""Signs that a sentence tells what was done: of a design, people, measuring, acting, time."""

_MEASURE: Final = _words(
    r"\b(?:p\s*[<=>≤]|CI\b|confidence\s+interval|odds\s+ratio|hazard\s+ratio|relative\s+risk|risk\s+ratio|OR\s*[=:]|HR\s*[=:]|RR\s*[=:]"
    r"|mean|median|average|per\s?cent|percentage|rate|ratio|difference|increase\w*|decrease\w*|reduc\w+|rose|fell|lower|higher|more|fewer"
    r"|less|than|times|fold|points?|prevalence|incidence)\b|%"
)
_YEAR_ALONE: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LIMITS: Final = _words(
    r"\blimit(?:ation|ed\s+by|s\s+of\s+(?:this|the|our))\w*|\bcaution\w*\b|\bcaveats?\b|\bsmall\s+(?:sample|number|study|size)"
    r"|\b(?:cannot|can't|could\s+not|unable\s+to|not\s+possible\s+to|impossible\s+to)\s+(?:\w+\s+)?(?:say|tell|rule\s+out|exclude|establish|determine"
    r"|prove|conclude|infer|show|know|distinguish|assess|be\s+(?:ruled|excluded|determined|generali[sz]ed))"
    r"|\b(?:may|might|could|do(?:es)?|can)\s?not\s+(?:be\s+)?(?:generali[sz]\w+|apply|appl(?:y|ies)|prove|representative)"
    r"|\b(?:further|future|more|larger|additional)\s+(?:\w+\s+)?(?:research|studies|work|trials|investigations?)\s+(?:\w+\s+){0,3}?(?:needed|required|necessary|warranted)"
)
_DOUBTS: Final = _words(
    r"\b(?:bias(?:es|ed)?|confound\w+|underpowered|self-reported|recall|loss\s+to\s+follow|selection\s+effects?|not\s+blinded|no\s+control\s+group"
    r"|lack(?:s|ed|ing)?\s+of\s+(?:a\s+)?(?:control|power|data|blinding)|observational|correlation\w*\s+(?:is|does)\s+not|says?\s+nothing\s+about)\b"
    r"|\b(?:weakness(?:es)?|shortcomings?)\b"
)
_OWN: Final = _words(
    r"\b(?:our|this|the|these)\s+(?:\w+\s+)?(?:stud(?:y|ies)|trial|analys[ie]s|data|results?|findings|sample|review|work|design|approach|experiments?)\b"
    r"|\bwe\b|\b(?:authors|researchers)\b"
)
_AGAINST: Final = _words(
    r"\b(?:in\s+contrast\s+(?:to|with)|contrary\s+to|contradict\w*|inconsistent|inconsistenc(?:y|ies)|conflict(?:ing|s)?\s+(?:with|results?|evidence|findings|reports?)"
    r"|disagree\w*|at\s+odds\s+with|discrepan\w+|controvers\w+|disputed?|debated?|fail(?:ed|s)?\s+to\s+(?:replicate|confirm|find|show|detect)"
    r"|did\s+not\s+(?:replicate|confirm|support)|unlike\s+(?:previous|earlier|other)|differ(?:s|ed|ent)?\s+from\s+(?:previous|earlier|other|those|the)"
    r"|mixed\s+(?:results|evidence|findings)|other\s+(?:studies|authors|researchers|groups|scientists)\b.*\b(?:not|no)\b)"
)


def methods_weight(told: Told) -> float:
    """What was done, to or with whom, and how it was measured."""
    signs = sum(bool(sign.search(told.said)) for sign in _DID)
    if _METHODS_HEADING.search(told.heading):
        return 2.0 + signs
    elsewhere = _RESULTS_HEADING.search(told.heading) or _BACKGROUND_HEADING.search(told.heading)
    # Two signs: "patients had less pain" tells of people and of nothing done.
    return 0.0 if elsewhere or signs < _TWO else float(signs)


def numbers_weight(told: Told) -> float:
    """How much was found, in figures; dates and the counts of a method are none."""
    if _METHODS_HEADING.search(told.heading) or _BACKGROUND_HEADING.search(told.heading):
        return 0.0
    figures = len(quantities(_YEAR_ALONE.sub(" ", told.said)))
    if not figures or not _MEASURE.search(told.said):
        return 0.0
    return (
        1.0
        + min(figures, _MOST_FIGURES) / _MOST_FIGURES
        + bool(_RESULTS_HEADING.search(told.heading))
    )


def limitations_weight(told: Told) -> float:
    """What the work cannot say, in its own words."""
    cues = len(_LIMITS.findall(told.said))
    # Methods tell of bias too, and how it was kept away.
    if not _METHODS_HEADING.search(told.heading):
        cues += len(_DOUBTS.findall(told.said))
    if _LIMITS_HEADING.search(told.heading):
        return 2.0 + cues
    if _BACKGROUND_HEADING.search(told.heading) or not _OWN.search(told.said):
        return 0.0
    return float(cues)


def against_weight(told: Told) -> float:
    """What the article says that others found otherwise."""
    return float(len(_AGAINST.findall(told.said)))


_TWO: Final = 2
_MOST_FIGURES: Final = 4
