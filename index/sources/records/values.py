"""Values as JSON and tables hold them, asked for by what they mean; whatever the shape, no error."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, TypeGuard, TypeVar, cast

from index.sources.records.keys import INSIDE, OUTLET, bare
from index.sources.rules.plain import plain, plain_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Object = dict[str, object]
_T = TypeVar("_T")

_SAID: Final = (
    "name", "displayname", "value", "text", "rendered", "label", "title", "term", "descriptorname", "category",
    "literal", "fullname", "url", "href", "id", "en",
)  # fmt: skip
"""Keys by which an object that stands for one word or name says it."""

_NO_VALUE: Final = frozenset(
    ("", "nan", "none", "null", "n/a", "na", "nat", "undefined", "[]", "{}")
)
"""What programs write into a cell for "nothing"."""

_QUOTED: Final = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_MOST_DIGITS: Final = 30
_DEEPEST: Final = 4
_TRUE: Final = frozenset(("true", "yes", "1", "y", "t"))


def is_object(value: object) -> TypeGuard[Object]:
    """Whether it is an object; JSON's keys are always text."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether it is a list."""
    return isinstance(value, list)


def first_of(found: Iterable[_T], otherwise: _T) -> _T:
    """The first that is not empty."""
    return next(filter(None, found), otherwise)


class Fields:
    """A record's values by bare key, its own before those of the objects inside it."""

    def __init__(self, record: Object) -> None:
        self._values: Object = {}
        self._take(record, _DEEPEST)

    def _take(self, record: Object, depth: int) -> None:
        inner: list[Object] = []
        for key, value in record.items():
            name = bare(key)
            inside = is_object(value) and name in INSIDE
            if is_object(value) and inside and depth:
                inner.append(value)
            if not is_empty(value) and (name in OUTLET[:-1] or not inside):
                self._values.setdefault(name, value)
        for one in inner:
            self._take(one, depth - 1)

    def __contains__(self, keys: Iterable[str]) -> bool:
        return any(key in self._values for key in keys)

    def all(self, keys: Iterable[str]) -> Iterator[object]:
        """What the record holds under these, in their order."""
        return (self._values[key] for key in keys if key in self._values)

    def text(self, keys: Iterable[str]) -> str:
        """The first that says a word or a number."""
        return first_of(map(said, self.all(keys)), "")

    def texts(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The words of the first that says any."""
        return first_of(map(many, self.all(keys)), ())

    def truth(self, keys: Iterable[str]) -> bool:
        """Whether one of them says yes."""
        return any(said(value).lower() in _TRUE or value is True for value in self.all(keys))


def is_empty(value: object) -> bool:
    """Whether it says nothing."""
    if isinstance(value, str):
        return value.strip().lower() in _NO_VALUE
    return value is None or value != value or value in ([], {})  # noqa: PLR0124 - what is no number differs from itself


def said(value: object, depth: int = _DEEPEST) -> str:
    """The one word, name or number that a value stands for; "" for none."""
    if isinstance(value, str):
        return plain(value) if not is_empty(value) else ""
    if isinstance(value, bool) or value is None or not depth:
        return ""
    if isinstance(value, (int, float)):
        return _number(value)
    if is_list(value):
        return first_of((said(one, depth - 1) for one in value), "")
    if is_object(value):
        lowered = {bare(key): one for key, one in value.items()}
        return first_of((said(lowered.get(key), depth - 1) for key in _SAID), "")
    return ""


def many(value: object, depth: int = _DEEPEST) -> tuple[str, ...]:
    """The words that a list, or a text with marks between, stands for."""
    if isinstance(value, str):
        return plain_all(one for one in parted(value) if not is_empty(one))
    if is_list(value):
        return plain_all(said(one) for one in value)
    if is_object(value) and depth:
        inner = [one for one in value.values() if is_list(one) or is_object(one)]
        # An object around a list: {"pubType": [...]}.
        return many(inner[0], depth - 1) if len(value) == 1 and inner else plain_all([said(value)])
    return plain_all([said(value)])


def parted(text: str) -> Sequence[str]:
    """A cell of several: a list as a program prints it, or words with semicolons, bars or commas between."""
    bare_text = text.strip()
    if bare_text.startswith("[") and bare_text.endswith("]"):
        listed = _listed(bare_text)
        if listed:
            return listed
    for mark in (";", "|", ","):
        if mark in text:
            return text.split(mark)
    return (text,)


def _listed(text: str) -> Sequence[str]:
    try:
        value = cast("object", json.loads(text))
    except (ValueError, RecursionError):
        return [one or other for one, other in _QUOTED.findall(text)]
    return [said(one) for one in value] if is_list(value) else ()


def _number(value: float) -> str:
    if value != value or abs(value) >= 10**_MOST_DIGITS:  # noqa: PLR0124 - as above
        return ""
    return str(int(value)) if value == int(value) else str(value)
