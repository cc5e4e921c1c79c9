"""An answer as plain text, as `ask` and the demo print it."""

from __future__ import annotations

from dataclasses import fields
from itertools import chain
from typing import TYPE_CHECKING, Final

from index.evidence_card import NOT_STATED
from index.holdings.filters import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answering.answer import Answer, Reference, Statement
    from index.holdings.filters import Filters


_FACTS: Final = {
    "published": "published",
    "outlet": "published in",
    "authors": "by",
    "doi": "doi",
    "design": "kind of work",
    "subjects": "made on",
    "population": "who took part",
    "n": "how many took part",
    "preprint": "a preprint",
}


def answer_prose(answer: Answer) -> str:
    """Statements with numbers, then what each number stands for, with the words it rests on."""
    meant = f"Looked up as: {answer.looked_up}\n\n" if answer.looked_up else ""
    return meant + (_abstention(answer) if answer.abstained else _cited(answer))


def _cited(answer: Answer) -> str:
    body = " ".join(_statement(statement) for statement in answer.statements)
    entries = "\n\n".join(_entry(reference, answer) for reference in answer.references)
    silent = "; ".join(answer.unanswered)
    left = f"The library does not answer: {silent}" if silent else ""
    own, reported = (_held(answer, of_report=of_report) for of_report in (False, True))
    return "\n\n".join(part for part in (own, body, reported, left, entries) if part)


def _held(answer: Answer, *, of_report: bool) -> str:
    """What records hold of what was asked of a study, each with its number: no statement, so apart from them."""
    whose = ", a report and not the study itself" if of_report else ""
    lines: dict[int, list[str]] = {}
    for fact in answer.facts:
        if fact.of_report is of_report:
            lines.setdefault(fact.reference, []).append(f"{_FACTS[fact.name]}: {fact.value}")
    return "\n".join(
        f"By the record of [{number}]{whose}: {'; '.join(facts)}" for number, facts in lines.items()
    )


def _abstention(answer: Answer) -> str:
    if answer.language:
        return (
            f"The question seems to be in another language ({answer.language}), which the library's "
            "embedding model does not read. Ask in English."
        )
    limits = limits_of(answer.within or EVERYTHING, answer.without)
    within = f" It was looked only into: {limits}." if limits else ""
    if not answer.nearest:
        return f"The library does not answer this.{within}"
    near = "\n\n".join(
        f"  - {_title(reference)}\n{_indented(reference.link)}" for reference in answer.nearest
    )
    return f"The library does not answer this.{within} The nearest it holds:\n\n{near}"


def limits_of(filters: Filters, without: Iterable[Filters] = ()) -> str:
    """What articles had to be, and what they could not: "since 2020; PLOS ONE; not Smith, Jones"."""
    left_out = (f"not {', '.join(told)}" for told in map(_limits, without) if told)
    return "; ".join((*_limits(filters), *left_out))


def _limits(filters: Filters) -> Sequence[str]:
    told = {each.name: getattr(filters, each.name) for each in fields(filters)}
    told.pop("articles")
    days = [f"{name} {told.pop(name)}" for name in ("since", "until") if told[name]]
    return (*days, *chain.from_iterable(told.values()))


def _statement(statement: Statement) -> str:
    numbers = dict.fromkeys(citation.reference for citation in statement.citations)
    return f"{_emphasised(statement)} {''.join(f'[{number}]' for number in numbers)}"


def _emphasised(statement: Statement) -> str:
    """The statement's words, the short answer between double stars."""
    if statement.short is None:
        return statement.text
    start, end = statement.short
    return f"{statement.text[:start]}**{statement.bold}**{statement.text[end:]}"


def _entry(reference: Reference, answer: Answer) -> str:
    lines: dict[str, None] = {}
    for statement in answer.statements:
        for citation in statement.citations:
            if citation.reference == reference.number:
                # A statement that is its quote, word for word, need not be read twice.
                if citation.quote not in statement.text:
                    lines[_indented(f"“{citation.quote}”")] = None
                lines[_indented(citation.link)] = None
    return "\n".join((f"[{reference.number}] {_title(reference)}", *lines))


def _title(reference: Reference) -> str:
    facts = [reference.title or "(no title)", reference.outlet, reference.published]
    facts.append(_kind(reference.evidence_card, reference.doi))
    if reference.status != "current":
        facts.append(_befallen(reference))
    if reference.doi:
        facts.append(f"doi:{reference.doi}")
    return ". ".join(fact for fact in facts if fact)


def _kind(card: Mapping[str, str], doi: str) -> str:
    """What kind of study it is: "Cohort study, n = 400"; a story's is that of the paper it reports."""
    told = {name: fact for name, fact in card.items() if fact != NOT_STATED}
    design = told.get("design", "")
    # The paper's DOI follows by itself.
    reported = told.get("reports", "").removesuffix(f"({doi})").strip()
    if reported and reported != doi:
        return f"{(design or 'report').capitalize()} of a paper: {reported}"
    facts = [design, f"n = {told['n']}" if "n" in told else ""]
    if told.get("preprint") == "yes":
        facts.append("preprint")
    subjects = told.get("subjects", "")
    if subjects and "humans" not in subjects and design not in {"animal study", "in vitro study"}:
        facts.append(f"in {subjects}")
    kind = ", ".join(fact for fact in facts if fact)
    return kind[:1].upper() + kind[1:]


def _befallen(reference: Reference) -> str:
    """What befell it, when, and when that was last looked up."""
    card = reference.evidence_card
    lead = "THE PAPER IT REPORTS: " if card.get("reports") else ""
    said = f"{lead}{reference.status.upper()} {card.get('status date', '')}".strip()
    checked = card.get("status checked", "")
    return f"{said} (status last checked {checked})" if checked else said


def _indented(text: str) -> str:
    return f"    {text}" if text else "    (no address is known)"
