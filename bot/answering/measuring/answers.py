"""Judged questions asked twice, of the whole library and with what answers them left out; and the figures."""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bot.answering.answerer import Answerer
from bot.answering.evidence import PASSAGES_READ
from bot.answering.measuring.citations import by_check, by_wording, cited
from bot.answering.questions.chatter import bare
from index.evaluation.certainty import auroc, calibration_error, reliability, risk_coverage
from index.evaluation.gold import Outcome, answer_figures
from index.evaluation.spans import RIGHT, holds, is_short, likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.answering.answer import Answer
    from bot.answering.support.check import SupportCheck
    from index.evaluation.judged import Grades
    from index.progress import Progress
    from index.searching.hits import Hit, SearchResult
    from index.searching.search import Searcher

DEPTH: Final = 100
"""Hits that are taken at first, so that enough are left without those of one article."""

_DEEPEST: Final = 1600


class Asked(NamedTuple):
    """What became of one question.

    Attributes:
        answer: Of the whole library.
        without: Of the library with every article left out that answers; None where none does.
    """

    answer: Answer
    without: Answer | None


def asked_twice(
    searcher: Searcher, questions: Mapping[str, str], grades: Grades, *, progress: Progress
) -> dict[str, Asked]:
    """Every question's answers. What answers is left out of the hits: nothing is indexed again."""
    answerer = Answerer(searcher)
    found: dict[str, Asked] = {}
    progress.begin("Answering", len(questions))
    for number, question in questions.items():
        result = searcher.search(bare(question), limit=DEPTH)
        first = replace(result, hits=result.hits[:PASSAGES_READ])
        lacking = None
        if number in grades:
            rest = without(own_of(searcher, grades[number]), searcher, result)
            lacking = answerer.chosen(question, rest).answer
        found[number] = Asked(answerer.chosen(question, first).answer, lacking)
        progress.advance(1)
    return found


def answers_judged(
    asked: Mapping[str, Asked],
    grades: Grades,
    golds: Mapping[str, Sequence[str]],
    check: SupportCheck,
) -> dict[str, Any]:
    """All figures of these answers, as one JSON object; what cannot be told is left out."""
    answers = {number: each.answer for number, each in asked.items()}
    outcomes = {
        number: Outcome(answer.abstained, frozenset(r.article_id for r in answer.references))
        for number, answer in answers.items()
    }
    figures: dict[str, Any] = dict(answer_figures(outcomes, grades))
    figures |= _spans({n: a for n, a in answers.items() if n in golds}, golds)
    figures |= _lengths([answer for answer in answers.values() if not answer.abstained])
    for judge, bears in (("", by_check(check)), ("_by_wording", by_wording)):
        counts = cited(answers.values(), bears)
        if not counts.statements:
            continue
        figures[f"citation_recall{judge}"] = round(counts.recall, 4)
        figures[f"citation_precision{judge}"] = round(counts.precision, 4)
    return figures | _certainty(asked, grades)


def own_of(searcher: Searcher, graded: Mapping[str, int]) -> Callable[[Hit], bool]:
    """Tells the passages of articles that answer; rows of one title are one article."""
    ids = {document for document, grade in graded.items() if grade > 0}
    records = (searcher.generation.records.article(document) for document in ids)
    titles = {record.metadata.title for record in records if record} - {""}
    return lambda hit: hit.passage.article in ids or hit.metadata.title in titles


def without(own: Callable[[Hit], bool], searcher: Searcher, result: SearchResult) -> SearchResult:
    """The same search of a library that lacks these hits' articles; nothing is indexed again.

    The scores are those among all candidates, so the first of the rest scores low only because what
    was left out scored high. No sign of an answer may look at a score itself, or it is fitted to that.
    """
    depth = DEPTH
    while True:
        hits = [hit for hit in result.hits if not own(hit)][:PASSAGES_READ]
        if len(hits) == PASSAGES_READ or len(result.hits) < depth or depth >= _DEEPEST:
            return replace(result, hits=tuple(hits))
        depth *= 2
        result = searcher.search(result.question, limit=depth)


def _spans(answers: Mapping[str, Answer], golds: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """How often the judged words stand in the quotes, and in bold."""
    if not answers:
        return {}
    quoted = {n: holds(_quotes(answer), golds[n]) for n, answer in answers.items()}
    answered = [n for n, answer in answers.items() if not answer.abstained]
    found: dict[str, Any] = {"span_in_quotes": round(fmean(quoted.values()), 4)}
    if answered:
        found["span_in_quotes_of_answered"] = round(fmean(quoted[n] for n in answered), 4)
    short = [n for n in answers if is_short(golds[n])]
    if not short:
        return found
    bold = {n: _bold(answers[n]) for n in short}
    given = [n for n in short if bold[n]]
    right = sum(likeness(bold[n], golds[n]) >= RIGHT for n in given)
    found |= {"short": len(short), "bold_right": round(right / len(short), 4)}
    return found | ({"bold_right_of_given": round(right / len(given), 4)} if given else {})


def _quotes(answer: Answer) -> list[str]:
    return [c.quote for statement in answer.statements for c in statement.citations]


def _bold(answer: Answer) -> str:
    """What is set in bold first, "" for nothing."""
    return next((statement.bold for statement in answer.statements if statement.bold), "")


def _lengths(answers: Sequence[Answer]) -> dict[str, Any]:
    """Statements and words of an answer, abstentions aside."""
    if not answers:
        return {}
    words = [sum(len(s.text.split()) for s in answer.statements) for answer in answers]
    return {
        "statements": round(fmean(len(answer.statements) for answer in answers), 2),
        "words": round(fmean(words), 1),
        "most_words": max(words),
    }


def _certainty(asked: Mapping[str, Asked], grades: Grades) -> dict[str, Any]:
    """How well the confidence tells a library that answers from the same one without what does.

    An answer is wrong, for the risk, where it cites nothing that answers.
    """
    pairs = [(each.answer, each.without) for each in asked.values() if each.without]
    whole = [answer.confidence for answer, _ in pairs]
    others = [without.confidence for _, without in pairs]
    others += [each.answer.confidence for number, each in asked.items() if number not in grades]
    if not whole:
        return {}
    chances = [*whole, *others]
    right = [_cites_right(each.answer, grades[n]) for n, each in asked.items() if each.without]
    bins = reliability(chances, [True] * len(whole) + [False] * len(others))
    withheld = [without.abstained for _, without in pairs]
    return {
        "left_out_abstained": round(fmean(withheld), 4),
        "answerability_auroc": round(auroc(whole, others), 4),
        "calibration_error": round(calibration_error(bins), 4),
        "reliability": [
            [each.questions, round(each.confidence, 4), round(each.answerable, 4)] for each in bins
        ],
        "risk_coverage": [
            [round(each.coverage, 4), round(each.risk, 4)]
            for each in risk_coverage(chances, [*right, *([False] * len(others))])
        ],
    }


def _cites_right(answer: Answer, graded: Mapping[str, int]) -> bool:
    return any(graded.get(reference.article_id, 0) > 0 for reference in answer.references)
