"""Questions over one's own library as a maintainer writes them down, in YAML or as JSON lines.

They are written by hand, so that every slip is told with its line and with what to write instead; the
worst one, a forgotten dash, would else lose a question in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple, cast

import yaml
from yaml.error import MarkedYAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from index.errors.asked import JudgedQuestionsError
from index.evaluation.files import content_of, rows_of
from index.sources.front_yaml import TextLoader
from index.words.letters import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_NAMES: Final = ("question", "articles", "article", "answerable")
_MISSPELT: Final = 0.8
"""How alike a name must be to one that is read to be a slip of it (difflib's ratio): "answer" is at 0.75, and
many keep what they expect to read under it."""

_SHAPE: Final = "write `- question: …` and under it `  articles: [doi, address, file or id]`"
_TRUE: Final = frozenset({"true", "yes"})
_FALSE: Final = frozenset({"false", "no"})


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question over a library, as a maintainer wrote it down.

    Attributes:
        text: The question.
        articles: Ids, DOIs, addresses or file names of the articles that answer it.
        answerable: False where the library should say that it does not know.
        line: Where it stands in its file; 0 for nowhere.
    """

    text: str
    articles: tuple[str, ...] = field(default=())
    answerable: bool = True
    line: int = 0


class _Entry(NamedTuple):
    """An entry's line, and its values: texts, lists of texts, true and false, or None."""

    line: int
    values: Mapping[str, object]


def read_gold(file: Path) -> tuple[GoldQuestion, ...]:
    """The questions in a file of YAML, JSON or JSON lines, in their order.

    Raises:
        JudgedQuestionsError: It is missing, empty or cannot be understood, with the line and what to write.
    """
    if file.suffix.lower() in {".yaml", ".yml", ".json"}:
        entries = _in_yaml(file)
    else:
        entries = (_Entry(line, row) for line, row in rows_of(file))
    questions = tuple(_question(entry, file) for entry in entries)
    if not questions:
        raise JudgedQuestionsError(file, f"it holds no question: {_SHAPE}")
    return questions


def _question(entry: _Entry, file: Path) -> GoldQuestion:
    line, values = entry
    for name in values.keys() - set(_NAMES):
        if meant := get_close_matches(name.lower(), _NAMES, n=1, cutoff=_MISSPELT):
            reason = f"{name!r} is no name that is read; write {meant[0]!r}"
            raise JudgedQuestionsError(file, reason, line)
    text = _text(values.get("question"))
    if not text:
        raise JudgedQuestionsError(file, f"an entry has no question: {_SHAPE}", line)
    articles = _articles(values, file, line)
    answerable = _truth(values.get("answerable", bool(articles)))
    if answerable is None:
        raise JudgedQuestionsError(file, "write `answerable: true` or `answerable: false`", line)
    # Nothing said is not "unanswerable": a forgotten article would teach the figures a lie.
    said = {"articles", "article", "answerable"} & values.keys()
    if not said or answerable is not bool(articles):
        reason = (
            f"{text[:80]!r} needs either articles that answer it, `articles: [doi, address, file or id]`, "
            "or `answerable: false`"
        )
        raise JudgedQuestionsError(file, reason, line)
    return GoldQuestion(text, articles, answerable, line)


def _articles(values: Mapping[str, object], file: Path, line: int) -> tuple[str, ...]:
    named = values.get("articles", values.get("article"))
    names = cast("list[object]", named) if isinstance(named, list) else [named]
    for name in names:
        if isinstance(name, dict | list | bool):
            reason = "an article is named by one text: its DOI, address, file or id"
            raise JudgedQuestionsError(file, reason, line)
    return tuple(dict.fromkeys(text for name in names if (text := _text(name))))


def _text(value: object) -> str:
    return (
        "" if value is None or isinstance(value, dict | list | bool) else whole(str(value)).strip()
    )


def _truth(value: object) -> bool | None:
    if isinstance(value, str):
        word = value.strip().lower()
        return True if word in _TRUE else False if word in _FALSE else None
    return value if isinstance(value, bool) else None


def _in_yaml(file: Path) -> Iterator[_Entry]:
    root = _root(file)
    if root is None:
        return
    if not isinstance(root, SequenceNode):
        reason = f"it is not a list of questions: {_SHAPE}"
        raise JudgedQuestionsError(file, reason, _line(root))
    for node in cast("list[Node]", root.value):
        if not isinstance(node, MappingNode):
            reason = f"an entry is no mapping of names to values: {_SHAPE}"
            raise JudgedQuestionsError(file, reason, _line(node))
        yield _Entry(_line(node), _values(node, file))


def _root(file: Path) -> Node | None:
    content = content_of(file)
    try:
        return cast("Node | None", yaml.compose(content, Loader=TextLoader))  # pyright: ignore[reportUnknownMemberType] - PyYAML has no types
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        written = content.split("\n")[line - 1] if line and line <= content.count("\n") + 1 else ""
        hint = "indent with blanks, not with a tab" if "\t" in written else (
            "put a text that holds a colon, a # or a leading bracket in quotes, and indent like the line above"
        )  # fmt: skip
        raise JudgedQuestionsError(
            file, f"it is not YAML here ({error.problem}); {hint}", line
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise JudgedQuestionsError(file, "it is not YAML") from error


def _values(node: MappingNode, file: Path) -> Mapping[str, object]:
    found: dict[str, object] = {}
    for key, value in cast("list[tuple[Node, Node]]", node.value):
        name = str(key.value).strip() if isinstance(key, ScalarNode) else ""
        if name in found:
            reason = f"{name!r} stands twice in one entry: begin the next question with a dash, `- question: …`"
            raise JudgedQuestionsError(file, reason, _line(key))
        found[name] = _value(value)
    return found


def _value(node: Node) -> object:
    """What is written, all as text; a mapping stays one, for its refusal."""
    if isinstance(node, ScalarNode):
        written: str = node.value
        return None if not node.style and written in {"", "~", "null"} else written
    if isinstance(node, SequenceNode):
        return [_value(part) for part in cast("list[Node]", node.value)]
    return {}


def _line(node: Node) -> int:
    return node.start_mark.line + 1
