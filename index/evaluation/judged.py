"""Judged questions as people keep them: a BEIR folder, or a file of questions over one's own library.

Files in the wild vary: with or without a header, `_id` or `id`, numbers for ids. Whatever can be
meant in one way only is taken; everything else is refused with its file and line.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import yaml

from index.errors import JudgedQuestionsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Grades = dict[str, dict[str, int]]
"""By question and document, how well the document answers: 0 not at all."""


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
    """

    documents: tuple[Document, ...]
    questions: Mapping[str, str]
    grades: Grades


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question over a library, as a maintainer wrote it down.

    Attributes:
        text: The question.
        articles: Ids, DOIs, addresses or file names of the articles that answer it.
        answerable: False where the library should say that it does not know.
    """

    text: str
    articles: tuple[str, ...] = field(default=())
    answerable: bool = True


def read_beir(folder: Path) -> JudgedCorpus:
    """The judged corpus in `folder`.

    Raises:
        JudgedQuestionsError: A file is missing or cannot be understood.
    """
    documents = tuple(_documents(folder / "corpus.jsonl"))
    queries = folder / "queries.jsonl"
    asked = {id_of(row, queries, line): _text(row, "text") for line, row in rows_of(queries)}
    judgements = _judgements_file(folder)
    grades: Grades = {}
    for line, question, document, grade in _judgements(judgements):
        if question not in asked:
            raise JudgedQuestionsError(judgements, f"the query {question!r} has no text", line)
        grades.setdefault(question, {})[document] = grade
    # A question that nothing answers can be met by no ranking, and would only dilute the means.
    answered = {q: found for q, found in grades.items() if max(found.values()) > 0}
    if not answered:
        raise JudgedQuestionsError(judgements, "no query has a document that answers it")
    return JudgedCorpus(documents, {q: asked[q] for q in answered}, answered)


def read_gold(file: Path) -> tuple[GoldQuestion, ...]:
    """The questions in a JSONL or YAML file, in their order.

    Raises:
        JudgedQuestionsError: It is missing, empty or cannot be understood.
    """
    if file.suffix.lower() in {".yaml", ".yml"}:
        try:
            entries = cast("object", yaml.safe_load(_content(file)))
        except yaml.YAMLError as error:
            raise JudgedQuestionsError(file, "it is not YAML") from error
        if not isinstance(entries, list):
            raise JudgedQuestionsError(file, "it is not a list of questions")
        rows = enumerate(cast("list[Any]", entries), start=1)
    else:
        rows = rows_of(file)
    questions = tuple(_gold(row, file, place) for place, row in rows)
    if not questions:
        raise JudgedQuestionsError(file, "it holds no question")
    return questions


def _gold(row: object, file: Path, place: int) -> GoldQuestion:
    if not isinstance(row, dict):
        raise JudgedQuestionsError(file, "an entry is no mapping of names to values", place)
    entry = cast("dict[str, Any]", row)
    text = _text(entry, "question")
    if not text:
        raise JudgedQuestionsError(file, "an entry has no question", place)
    named = cast("object", entry.get("articles", entry.get("article")) or [])
    names = cast("list[object]", named) if isinstance(named, list) else [named]
    articles = tuple(str(name) for name in names)
    # Nothing said is not "unanswerable": a forgotten article would teach the figures a lie.
    said = {"articles", "article", "answerable"} & entry.keys()
    answerable = entry.get("answerable", bool(articles))
    if not said or answerable is not bool(articles):
        reason = "an entry needs either articles that answer it, or `answerable: false`"
        raise JudgedQuestionsError(file, reason, place)
    return GoldQuestion(text, articles, answerable)


def _documents(file: Path) -> Iterator[Document]:
    seen: set[str] = set()
    for line, row in rows_of(file):
        document = Document(id_of(row, file, line), _text(row, "title"), _text(row, "text"))
        if document.id in seen:
            raise JudgedQuestionsError(file, f"the id {document.id!r} stands twice", line)
        seen.add(document.id)
        yield document
    if not seen:
        raise JudgedQuestionsError(file, "it holds no document")


def _judgements_file(folder: Path) -> Path:
    candidates = (folder / "qrels.tsv", folder / "qrels" / "test.tsv")
    return next((file for file in candidates if file.is_file()), candidates[0])


def _judgements(file: Path) -> Iterator[tuple[int, str, str, int]]:
    """Line, query id, document id and grade; rows of TREC's four columns are taken too."""
    rows = [
        (line, row.split("\t") if "\t" in row else row.split())
        for line, row in enumerate(_content(file).splitlines(), start=1)
        if row.strip()
    ]
    for position, (line, columns) in enumerate(rows):
        if len(columns) not in {3, 4}:
            raise JudgedQuestionsError(file, "a row is no query-id, corpus-id and score", line)
        try:
            grade = int(float(columns[-1]))
        except ValueError as error:
            if position == 0:
                continue  # the header
            raise JudgedQuestionsError(file, f"{columns[-1]!r} is no score", line) from error
        yield line, columns[0].strip(), columns[-2].strip(), grade


def rows_of(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each line's number and its JSON object.

    Raises:
        JudgedQuestionsError: The file is missing, or a line is no JSON object.
    """
    # Not `splitlines`, which also breaks at characters that JSON allows inside a string.
    for line, written in enumerate(_content(file).split("\n"), start=1):
        if not written.strip():
            continue
        try:
            row = json.loads(written)
        except ValueError as error:
            raise JudgedQuestionsError(file, "a line is not JSON", line) from error
        if not isinstance(row, dict):
            raise JudgedQuestionsError(file, "a line is no JSON object", line)
        yield line, cast("dict[str, Any]", row)


def _content(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise JudgedQuestionsError(file, "there is no such file") from error
    except OSError as error:
        raise JudgedQuestionsError(file, error.strerror or "it cannot be read") from error
    except UnicodeDecodeError as error:
        raise JudgedQuestionsError(file, "it is not UTF-8") from error


def id_of(row: dict[str, Any], file: Path, line: int) -> str:
    """The row's id as text.

    Raises:
        JudgedQuestionsError: It has none.
    """
    found = row.get("_id", row.get("id"))
    if isinstance(found, bool) or not isinstance(found, str | int) or not str(found).strip():
        raise JudgedQuestionsError(file, "a row has no _id", line)
    return str(found).strip()


def _text(row: dict[str, Any], name: str) -> str:
    found = row.get(name)
    return found.strip() if isinstance(found, str) else ""
