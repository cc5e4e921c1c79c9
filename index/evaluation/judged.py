"""Judged questions in the layout of BEIR: a corpus, questions, and which of them each document answers.

Folders in the wild vary: with or without a header, `_id` or `id`, numbers for ids, packed or not, one file
of judgements or a folder of them. What can be meant in one way only is taken; what is passed over is told;
everything else is refused with its file and line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from index.errors.asked import JudgedQuestionsError
from index.evaluation.files import id_of, rows_of, text_of
from index.evaluation.qrels import judgements_file, judgements_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


Grades = dict[str, dict[str, int]]
"""By question and document, how well the document answers: 0 not at all."""

_TEXT: Final = ("text", "contents", "body", "abstract")
_QUESTION: Final = ("text", "query", "question")


class Document(NamedTuple):
    """A row of a BEIR corpus."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class JudgedCorpus:
    """A corpus and questions over it, each with the documents that answer it.

    Attributes:
        documents: In the order of the file.
        questions: Those that some document answers, by id.
        grades: Of those questions.
        passed_over: A sentence on each kind of row that counts for nothing, or not as written.
    """

    documents: tuple[Document, ...]
    questions: Mapping[str, str]
    grades: Grades
    passed_over: tuple[str, ...] = ()


def read_beir(folder: Path) -> JudgedCorpus:
    """The judged corpus in `folder`.

    Raises:
        JudgedQuestionsError: A file is missing or cannot be understood.
    """
    corpus, queries = _packed_or_not(folder, "corpus"), _packed_or_not(folder, "queries")
    documents, otherwise = _documents(corpus)
    asked = {id_of(row, queries, line): text_of(row, *_QUESTION) for line, row in rows_of(queries)}
    file = judgements_file(folder)
    judged: Grades = {}
    for judgement in judgements_in(file):
        judged.setdefault(judgement.question, {})[judgement.document] = judgement.grade
    grades = {q: found for q, found in judged.items() if asked.get(q)}
    # A question that nothing answers can be met by no ranking, and would only dilute the means.
    answered = {q: found for q, found in grades.items() if max(found.values()) > 0}
    if not answered:
        reason = f"no query of {queries.name} has a document that answers it"
        raise JudgedQuestionsError(file, reason)
    known = {document.id for document in documents}
    lost = {d for found in answered.values() for d, grade in found.items() if grade > 0} - known
    passed_over = (
        _told(otherwise, f"ids stand twice in {corpus.name} with other words: the last row counts"),
        _told(
            len(judged) - len(grades), f"judged queries have no text in {queries.name}: left out"
        ),
        _told(
            len(lost), f"documents that answer are not in {corpus.name}: they count as not found"
        ),
    )
    return JudgedCorpus(
        documents, {q: asked[q] for q in answered}, answered, tuple(filter(None, passed_over))
    )


def _told(count: int, what: str) -> str:
    return f"{count:,} {what}" if count else ""


def _packed_or_not(folder: Path, name: str) -> Path:
    plain, packed = folder / f"{name}.jsonl", folder / f"{name}.jsonl.gz"
    return packed if packed.is_file() and not plain.is_file() else plain


def _documents(file: Path) -> tuple[tuple[Document, ...], int]:
    """The documents, the last of each id, and how many ids stood twice with other words."""
    found: dict[str, Document] = {}
    twice: set[str] = set()
    for line, row in rows_of(file):
        document = Document(id_of(row, file, line), text_of(row, "title"), text_of(row, *_TEXT))
        if found.setdefault(document.id, document) != document:
            twice.add(document.id)
            found[document.id] = document
    if not found:
        raise JudgedQuestionsError(file, "it holds no document")
    if not any(document.title or document.text for document in found.values()):
        raise JudgedQuestionsError(file, "no row has a title or a text")
    return tuple(found.values()), len(twice)
