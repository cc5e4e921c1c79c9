"""Judgements: which document answers which question, and how well, in any of the forms people keep."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final, NamedTuple

from index.errors.asked import JudgedQuestionsError
from index.evaluation.files import content_of, id_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_ENDINGS: Final = (".tsv", ".txt", ".qrels", ".jsonl", ".tsv.gz", ".jsonl.gz")
_QUESTION: Final = ("query-id", "query_id", "queryid", "qid", "query", "topic")
_DOCUMENT: Final = (
    "corpus-id", "corpus_id", "doc-id", "doc_id", "docid", "document", "document-id", "document_id", "pid", "docno",
)  # fmt: skip
_GRADE: Final = ("score", "relevance", "rel", "grade", "label", "relevancy")
_TREC: Final = 4


class Judgement(NamedTuple):
    """How well a document answers a question; 0 or less is not at all."""

    question: str
    document: str
    grade: int


class _Columns(NamedTuple):
    """Where a row has its values; None where every row is an answer."""

    question: int
    document: int
    grade: int | None


def judgements_file(folder: Path) -> Path:
    """The folder's file of judgements: `qrels.tsv`, `qrels/test.tsv`, or the only one in `qrels`.

    Raises:
        JudgedQuestionsError: There are several to choose from.
    """
    named = [folder / f"{name}{end}" for name in ("qrels", "qrels/test") for end in _ENDINGS]
    found = next((file for file in named if file.is_file()), None)
    if found is not None:
        return found
    splits = [
        file
        for file in sorted((folder / "qrels").glob("*"))
        if file.is_file() and file.name.endswith(_ENDINGS)
    ]
    if len(splits) > 1:
        names = ", ".join(file.name for file in splits)
        reason = f"it holds {names}; call the one to judge by test{splits[0].suffix}"
        raise JudgedQuestionsError(folder / "qrels", reason)
    return splits[0] if splits else named[0]


def judgements_in(file: Path) -> Iterator[Judgement]:
    """The judgements in their order.

    Raises:
        JudgedQuestionsError: The file is missing or cannot be understood.
    """
    if ".jsonl" in file.suffixes:
        yield from _of_json(file)
        return
    written = enumerate(content_of(file).split("\n"), start=1)
    rows = [
        (line, [part.strip() for part in (row.split("\t") if "\t" in row else row.split())])
        for line, row in written
        if row.strip()
    ]
    columns = _columns(rows[0][1]) if rows else None
    for line, row in rows[1:] if columns else rows:
        yield _judgement(row, columns or _usual(row), file, line)


def _columns(row: Sequence[str]) -> _Columns | None:
    """What a header says of the columns; None where the row is none."""
    names = [name.lower().lstrip("#") for name in row]
    question, document, grade = (
        next((at for at, name in enumerate(names) if name in known), None)
        for known in (_QUESTION, _DOCUMENT, _GRADE)
    )
    if question is not None and document is not None:
        return _Columns(question, document, grade)
    if len(row) > _TREC - 2 and not _is_number(row[-1]):
        return _Columns(0, len(row) - 2, len(row) - 1)
    return None


def _usual(row: Sequence[str]) -> _Columns:
    """Without a header: query-id, corpus-id, score, or TREC's four columns."""
    return _Columns(0, len(row) - 2, len(row) - 1)


def _judgement(row: Sequence[str], columns: _Columns, file: Path, line: int) -> Judgement:
    needed = max(at for at in columns if at is not None)
    headless = columns == _usual(row) and len(row) not in {_TREC - 1, _TREC}
    if len(row) <= needed or headless:
        raise JudgedQuestionsError(file, "a row is no query-id, corpus-id and score", line)
    grade = 1 if columns.grade is None else _grade(row[columns.grade], file, line)
    return Judgement(row[columns.question], row[columns.document], grade)


def _of_json(file: Path) -> Iterator[Judgement]:
    for line, row in rows_of(file):
        question, document, grade = (
            next((row[name] for name in known if name in row), None)
            for known in (_QUESTION, _DOCUMENT, _GRADE)
        )
        if question is None or document is None:
            raise JudgedQuestionsError(file, "a row has no query-id and corpus-id", line)
        yield Judgement(
            id_of({"id": question}, file, line),
            id_of({"id": document}, file, line),
            1 if grade is None else _grade(str(grade), file, line),
        )


def _grade(written: str, file: Path, line: int) -> int:
    if not _is_number(written):
        raise JudgedQuestionsError(file, f"{written!r} is no score", line)
    grade = float(written)
    if not grade.is_integer():
        reason = f"the score {written} is no whole number, which every figure here is made of"
        raise JudgedQuestionsError(file, reason, line)
    return int(grade)


def _is_number(written: str) -> bool:
    try:
        return isfinite(float(written))
    except ValueError:
        return False
