"""What people write down about a source: checked here, once, with a sentence that says what to mend.

Three places share these keys: a sidecar (`name.meta.yaml`), a row of a folder's `articles.csv`, and
the front matter of a Markdown file.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, cast

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from index.article import Medium, Metadata, Status
from index.errors.sources import UnreadableSourceError
from index.sources.front_yaml import read_yaml
from index.sources.rules.addresses import believed
from index.sources.rules.dates import iso_date
from index.sources.rules.names import doi_of, web_address
from index.sources.rules.plain import plain, plain_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.sources.front_yaml import Keys

_NULLS = {"", "~", "null", "Null", "NULL"}
_OF_ONE_ARTICLE = frozenset({"title", "authors", "byline", "doi", "url"})
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")


class Supplied(NamedTuple):
    """Metadata somebody wrote down, and which fields they settled by it, even to nothing."""

    metadata: Metadata = Metadata()
    settled: frozenset[str] = frozenset()

    def over(self, found: Metadata) -> Metadata:
        """`found`, with everything written down in its place."""
        unset = Metadata()
        written = {
            one.name: value
            for one in fields(Metadata)
            if (value := getattr(self.metadata, one.name)) != getattr(unset, one.name)
            or one.name in self.settled
        }
        return replace(found, **written)

    def under(self, found: Metadata) -> Metadata:
        """`found`, with what is written down only where it states nothing.

        An address that is written down is where `found` was fetched, and its own is believed only
        if it is on the same site.
        """
        unset = Metadata()
        lacking = {
            one.name: getattr(self.metadata, one.name)
            for one in fields(Metadata)
            if getattr(found, one.name) == getattr(unset, one.name)
        }
        if self.metadata.url:
            lacking["url"] = believed(found.url, self.metadata.url)
        return replace(found, **lacking)

    def and_over(self, other: Supplied) -> Supplied:
        """Both, this one winning."""
        return Supplied(self.over(other.metadata), self.settled | other.settled)


def of_several(supplied: Supplied) -> Supplied:
    """What of it can be true of several articles at once."""
    unset = Metadata()
    bare = {name: getattr(unset, name) for name in _OF_ONE_ARTICLE}
    return Supplied(replace(supplied.metadata, **bare), supplied.settled - _OF_ONE_ARTICLE)


def _one(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError("write one value, as text")  # noqa: TRY004 - pydantic reports ValueError
    return "" if value.strip() in _NULLS else plain(value)


def _many(value: object) -> object:
    """A list, names of a mapping each, or one text with semicolons between."""
    if isinstance(value, str):
        return plain_all(() if value.strip() in _NULLS else value.split(";"))
    if not isinstance(value, (list, dict)):
        raise ValueError("write a list, or one text with semicolons between")  # noqa: TRY004 - as above
    written = cast("list[object]", [value] if isinstance(value, dict) else value)
    named = [cast("Keys", one).get("name") if isinstance(one, dict) else one for one in written]
    if not all(isinstance(one, str) for one in named):
        raise ValueError("write a list of names")
    return plain_all(str(one) for one in named)


def _date(value: object) -> object:
    text = str(_one(value))
    if text and not iso_date(text):
        raise ValueError("write it as 2017-03-19, 2017-03 or 2017")
    return iso_date(text)


def _doi(value: object) -> object:
    text = str(_one(value))
    if text and not doi_of(text):
        raise ValueError("write it as 10.1371/journal.pone.0000000")
    return doi_of(text)


def _address(value: object) -> object:
    text = str(_one(value))
    if text and not web_address(text):
        raise ValueError("write a whole address that begins with https:// or http://")
    return text


def _language(value: object) -> object:
    text = str(_one(value))
    if text and not _LANGUAGE.fullmatch(text):
        raise ValueError('write a language tag such as "en"')
    return text.replace("_", "-")


def _lower(value: object) -> object:
    return str(_one(value)).lower()


_Text = Annotated[str, BeforeValidator(_one)]
_Texts = Annotated[tuple[str, ...], BeforeValidator(_many)]


class Written(BaseModel):
    """The keys people may write; every one may be left out."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")

    title: _Text = ""
    authors: _Texts = Field((), validation_alias=AliasChoices("authors", "author"))
    byline: _Text = ""
    outlet: _Text = Field("", validation_alias=AliasChoices("outlet", "journal"))
    published: Annotated[str, BeforeValidator(_date)] = Field(
        "", validation_alias=AliasChoices("published", "date")
    )
    topics: _Texts = Field((), validation_alias=AliasChoices("topics", "tags"))
    doi: Annotated[str, BeforeValidator(_doi)] = ""
    url: Annotated[str, BeforeValidator(_address)] = ""
    licence: _Text = Field("", validation_alias=AliasChoices("licence", "license"))
    language: Annotated[str, BeforeValidator(_language)] = ""
    genre: _Text = ""
    medium: Annotated[Medium, BeforeValidator(_lower)] = Medium.WEB
    status: Annotated[Status, BeforeValidator(_lower)] = Status.CURRENT

    def supplied(self) -> Supplied:
        """As the readers take it."""
        written = frozenset(self.model_fields_set)
        return Supplied(Metadata(**dict(self), status_by_hand="status" in written), written)


class WrittenFrontMatter(Written):
    """As `Written`; keys of the site's own (layout, slug) are not ours to refuse."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="ignore")


class Row(NamedTuple):
    """A line of articles.csv: the file it is about, and what it says, or why it cannot be taken."""

    line: int
    file: str
    supplied: Supplied
    problem: str = ""


class Table(NamedTuple):
    """An articles.csv: its rows, and what is wrong with the table as a whole."""

    rows: tuple[Row, ...]
    problems: tuple[str, ...]


_ALIASES = {"author", "journal", "date", "tags", "license"}
KEYS = frozenset(Written.model_fields) | _ALIASES


def read_sidecar(text: str) -> Supplied:
    """What a sidecar says.

    Raises:
        UnreadableSourceError: it is no YAML, names an unknown key, or a value does not fit its key.
    """
    return checked(read_yaml(text), Written)


def checked(written: Mapping[str, object], model: type[Written]) -> Supplied:
    """Keys and values as people wrote them, checked.

    Raises:
        UnreadableSourceError: the first key that does not fit, and what to write.
    """
    try:
        return model.model_validate(written).supplied()
    except ValidationError as error:
        raise UnreadableSourceError(_sentence(error)) from error


def read_table(text: str) -> Table:
    """What an articles.csv says; a cell left empty states nothing."""
    # Not splitlines: a cell may hold breaks of its own, and U+2028 parts no rows.
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = [column.strip().lower() for column in reader.fieldnames or ()]
        reader.fieldnames = columns
        if "file" not in columns:
            return Table((), ('it has no column "file"; name each article\'s file there',))
        unknown = sorted(set(columns) - KEYS - {"file"})
        rows = tuple(_row(reader.line_num, cells) for cells in reader)
    except csv.Error as error:
        return Table((), (f"it is no CSV (line {reader.line_num}: {error})",))
    problems = [
        f'the column "{name}" is unknown and was left out; known are {_known()}' for name in unknown
    ]
    return Table(rows, tuple(problems))


def _row(line: int, cells: Mapping[str | None, Any]) -> Row:
    file = str(cells.get("file") or "").strip()
    if None in cells:  # where csv keeps what is beyond the last column
        return Row(line, file, Supplied(), f"articles.csv line {line} has more cells than columns")
    stated = ((key, value) for key, value in cells.items() if key in KEYS and value)
    written = {str(key): str(value) for key, value in stated if str(value).strip()}
    try:
        return Row(line, file, checked(written, Written))
    except UnreadableSourceError as error:
        return Row(line, file, Supplied(), f"articles.csv line {line}: {error.reason}")


def _sentence(error: ValidationError) -> str:
    problem = error.errors(include_url=False)[0]
    key = str(problem["loc"][0]) if problem["loc"] else "its metadata"
    if problem["type"] == "extra_forbidden":
        return f'the key "{key}" is unknown; known are {_known()}'
    said = problem["msg"].removeprefix("Value error, ")
    return f'the value of "{key}" does not fit: {said[0].lower()}{said[1:]}'


def _known() -> str:
    return ", ".join(Written.model_fields)
