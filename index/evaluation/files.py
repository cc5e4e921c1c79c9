"""Files of judged questions as bytes, lines and JSON rows, each refused with its line."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any, cast

from index.errors.asked import JudgedQuestionsError
from index.words.letters import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_IDS = ("_id", "id", "doc_id", "docid", "corpus-id", "corpus_id", "query-id", "query_id", "qid")


def content_of(file: Path) -> str:
    """The file's text; a name that ends in ".gz" is unpacked.

    Raises:
        JudgedQuestionsError: It is missing, unreadable or no UTF-8.
    """
    try:
        read = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        return read.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError as error:
        raise JudgedQuestionsError(file, "there is no such file") from error
    except (gzip.BadGzipFile, EOFError) as error:
        raise JudgedQuestionsError(file, "it is not packed by gzip, or is cut short") from error
    except OSError as error:
        raise JudgedQuestionsError(file, error.strerror or "it cannot be read") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise JudgedQuestionsError(file, "it is not UTF-8; save it as that", line) from error


def rows_of(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each line's number and its JSON object.

    Raises:
        JudgedQuestionsError: The file is missing, or a line is no JSON object.
    """
    # Not `splitlines`, which also breaks at characters that JSON allows inside a string.
    for line, written in enumerate(content_of(file).split("\n"), start=1):
        if not written.strip():
            continue
        try:
            row = json.loads(written)
        except (ValueError, RecursionError) as error:
            raise JudgedQuestionsError(file, "a line is not JSON", line) from error
        if not isinstance(row, dict):
            raise JudgedQuestionsError(file, "a line is no JSON object", line)
        yield line, cast("dict[str, Any]", row)


def id_of(row: dict[str, Any], file: Path, line: int) -> str:
    """The row's id as text.

    Raises:
        JudgedQuestionsError: It has none.
    """
    found = next((row[name] for name in _IDS if name in row), None)
    if isinstance(found, bool) or not isinstance(found, str | int) or not str(found).strip():
        raise JudgedQuestionsError(file, "a row has no _id", line)
    return whole(str(found).strip())


def text_of(row: dict[str, Any], *names: str) -> str:
    """The first text of these names, paragraphs of a list joined; "" where the row has none."""
    for name in names:
        found: object = row.get(name)
        if isinstance(found, list):
            parts = cast("list[object]", found)
            found = "\n\n".join(part for part in parts if isinstance(part, str))
        if isinstance(found, str) and found.strip():
            return whole(found.strip())
    return ""
