"""Questions that maintainers write down are read, and each slip is told with its line and its remedy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from index.errors.asked import JudgedQuestionsError
from index.evaluation.gold_files import read_gold

if TYPE_CHECKING:
    from pathlib import Path

GOLD = [
    {"question": "who dances?", "articles": ["10.1/bees", "ants.html"]},
    {"question": "who walks?", "article": "ants.html"},
    {"question": "who swims?", "answerable": False},
]


@pytest.mark.parametrize("name", ["gold.jsonl", "gold.yaml", "gold.yml"])
def test_gold_questions_are_read_from_jsonl_and_yaml(tmp_path: Path, name: str):
    """The same questions in either form; one article may stand alone."""
    file = tmp_path / name
    # JSON is YAML too; JSONL is not.
    rows = (
        "\n".join(json.dumps(row) for row in GOLD)
        if name.endswith("l") and "jsonl" in name
        else json.dumps(GOLD)
    )
    file.write_text(rows, encoding="utf-8")
    dances, walks, swims = read_gold(file)
    assert (dances.text, dances.articles) == ("who dances?", ("10.1/bees", "ants.html"))
    assert walks.articles == ("ants.html",)
    assert (swims.articles, swims.answerable) == ((), False)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param([], "no question", id="empty"),
        pytest.param([{"question": "who?"}], "answerable: false", id="nothing_said_of_articles"),
        pytest.param([{"question": " ", "article": "a"}], "no question", id="blank_question"),
        pytest.param(
            [{"question": "who?", "article": "a", "answerable": False}],
            "either",
            id="contradiction",
        ),
        pytest.param([{"question": "who?", "answerable": "perhaps"}], "true", id="not_a_boolean"),
    ],
)
def test_gold_that_says_too_little_or_two_things_is_refused(
    tmp_path: Path, rows: list[dict[str, Any]], said: str
):
    """A forgotten article must not count as a question that nothing answers."""
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    with pytest.raises(JudgedQuestionsError, match=said):
        read_gold(file)


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        pytest.param("- question: what is it: a bird?\n", 1, "in quotes", id="colon"),
        pytest.param("- question: who?\n\tarticle: a\n", 2, "not with a tab", id="tab"),
        pytest.param("- question: [who?\n  article: a\n", 1, "in quotes", id="bracket"),
        pytest.param("- question: a\n  article: b\n  question: c\n  article: d\n", 3, "begin the next question with a dash", id="no_dash"),
        pytest.param("questions:\n- question: who?\n", 1, "not a list of questions", id="one_mapping"),
        pytest.param("- question: a\n  article: b\n- who?\n", 3, "no mapping", id="a_text_in_the_list"),
        pytest.param("- question: a\n  article: b\n\n- question: c\n  artciles: [d]\n", 4, "write 'articles'", id="misspelt_name"),
        pytest.param("- question: a\n  article: b\n- question: c\n", 3, "'c' needs either articles", id="no_article"),
        pytest.param("- question: a\n  answerable: maybe\n", 1, "`answerable: true`", id="maybe"),
        pytest.param("- question: a\n  articles:\n  - doi: 10.1/x\n", 1, "named by one text", id="a_mapping_for_a_name"),
        pytest.param("- &a {question: b, article: c}\n- *a\n", None, "aliases", id="alias"),
        pytest.param("# nothing yet\n", None, "no question: write `- question", id="only_a_comment"),
    ],
)  # fmt: skip
def test_a_slip_in_yaml_is_told_with_its_line(
    tmp_path: Path, content: str, line: int | None, said: str
):
    """And with what to write."""
    file = tmp_path / "gold.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(JudgedQuestionsError) as refused:
        read_gold(file)
    assert refused.value.line == line
    assert said in str(refused.value)


def test_yaml_is_taken_as_written(tmp_path: Path):
    """Numbers, Windows line ends, a mark at the start, "no" for false; a note is read by nobody."""
    file = tmp_path / "gold.yaml"
    file.write_text(
        "\ufeff- question: 1984\r\n  article: 10.10\r\n- question: who swims?\r\n"
        "  answerable: no\r\n  note: a guess\r\n- question: who?\r\n  articles: [a, ~, a]\r\n",
        encoding="utf-8",
        newline="",
    )
    book, swims, who = read_gold(file)
    assert (book.text, book.articles, book.line) == ("1984", ("10.10",), 1)
    assert (swims.answerable, swims.line) == (False, 3)
    assert who.articles == ("a",)
