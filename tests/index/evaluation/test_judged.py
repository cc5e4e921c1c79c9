"""Judged questions come in as people keep them, or are refused with their file and line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from index.errors import JudgedQuestionsError
from index.evaluation.judged import Document, read_beir, read_gold

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = (
    '{"_id": "d1", "title": "Bees", "text": "Bees dance."}\n{"_id": "d2", "text": "Ants walk."}\n'
)
QUERIES = '{"_id": "q1", "text": "who dances?"}\n{"_id": "q2", "text": "who walks?"}\n'
QRELS = "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t2\n"


def beir(folder: Path, **files: str | None) -> Path:
    """A BEIR folder in which some files differ from the usual ones; None leaves one out."""
    usual = {"corpus.jsonl": CORPUS, "queries.jsonl": QUERIES, "qrels.tsv": QRELS}
    for name, content in (usual | files).items():
        if content is not None:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="as_beir_writes_it"),
        pytest.param({"qrels.tsv": None, "qrels/test.tsv": QRELS}, id="qrels_in_their_folder"),
        pytest.param({"qrels.tsv": "q1\td1\t1\nq2\td2\t2\n"}, id="no_header"),
        pytest.param({"qrels.tsv": "q1 0 d1 1\nq2 0 d2 2\n"}, id="trec_columns"),
        pytest.param({"qrels.tsv": QRELS.replace("\n", "\r\n")}, id="windows_line_ends"),
        pytest.param(
            {"qrels.tsv": QRELS.replace("\t2\n", "\t2.0\n\n")}, id="decimal_score_blank_line"
        ),
        pytest.param({"corpus.jsonl": "\ufeff" + CORPUS}, id="byte_order_mark"),
        pytest.param({"corpus.jsonl": CORPUS.replace("_id", "id")}, id="plain_id_in_corpus"),
        pytest.param({"queries.jsonl": QUERIES.replace("_id", "id")}, id="plain_id_in_queries"),
        pytest.param({"qrels.tsv": QRELS + "q2\td1\t0\n"}, id="a_document_judged_irrelevant"),
    ],
)
def test_every_usual_form_of_a_beir_folder_is_read(tmp_path: Path, files: dict[str, str | None]):
    """Header or not, `_id` or `id`, one file or a folder of splits: the same judgements."""
    judged = read_beir(beir(tmp_path, **files))
    assert judged.documents[0] == Document("d1", "Bees", "Bees dance.")
    assert judged.questions == {"q1": "who dances?", "q2": "who walks?"}
    assert judged.grades["q1"] == {"d1": 1}
    assert judged.grades["q2"]["d2"] == 2


def test_numbers_for_ids_meet_their_text(tmp_path: Path):
    """A corpus with integer ids matches qrels, which are text."""
    judged = read_beir(
        beir(
            tmp_path,
            **{
                "corpus.jsonl": '{"_id": 7, "title": null, "text": "Bees dance."}\n',
                "queries.jsonl": '{"_id": 1, "text": "who dances?"}\n',
                "qrels.tsv": "1\t7\t1\n",
            },
        )
    )
    assert judged.documents == (Document("7", "", "Bees dance."),)
    assert judged.grades == {"1": {"7": 1}}


def test_questions_that_nothing_answers_are_left_out(tmp_path: Path):
    """They can be met by no ranking, and would only dilute the means."""
    judged = read_beir(beir(tmp_path, **{"qrels.tsv": "q1\td1\t1\nq2\td1\t0\n"}))
    assert list(judged.questions) == ["q1"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param({"corpus.jsonl": None}, ["corpus.jsonl", "no such file"], id="no_corpus"),
        pytest.param({"queries.jsonl": None}, ["queries.jsonl", "no such file"], id="no_queries"),
        pytest.param({"qrels.tsv": None}, ["qrels.tsv", "no such file"], id="no_qrels"),
        pytest.param({"corpus.jsonl": CORPUS + "{"}, ["line 3", "JSON"], id="half_a_row"),
        pytest.param({"corpus.jsonl": CORPUS + "[1]\n"}, ["line 3", "object"], id="row_is_a_list"),
        pytest.param({"corpus.jsonl": CORPUS + CORPUS}, ["line 3", "twice"], id="double_id"),
        pytest.param({"corpus.jsonl": '{"text": "x"}\n'}, ["line 1", "_id"], id="no_id"),
        pytest.param({"corpus.jsonl": "\n"}, ["no document"], id="empty_corpus"),
        pytest.param({"qrels.tsv": QRELS + "q9\td1\t1\n"}, ["'q9'", "no text"], id="unknown_query"),
        pytest.param({"qrels.tsv": QRELS + "q1\td1\tgood\n"}, ["line 4", "'good'"], id="no_number"),
        pytest.param({"qrels.tsv": QRELS + "q1\td1\n"}, ["line 4"], id="too_few_columns"),
        pytest.param({"qrels.tsv": "query-id\tcorpus-id\tscore\n"}, ["no query"], id="header_only"),
    ],
)
def test_a_folder_with_holes_is_refused_by_file_and_line(
    tmp_path: Path, files: dict[str, str | None], said: list[str]
):
    """Whoever must mend it reads where."""
    with pytest.raises(JudgedQuestionsError) as refused:
        read_beir(beir(tmp_path, **files))
    assert all(part in str(refused.value) for part in said)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path):
    """Guessing an encoding would index other words than those judged."""
    folder = beir(tmp_path)
    (folder / "corpus.jsonl").write_bytes('{"_id": "1", "text": "é"}'.encode("latin-1"))
    with pytest.raises(JudgedQuestionsError, match="not UTF-8"):
        read_beir(folder)


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
        pytest.param([{"question": "who?", "answerable": "no"}], "either", id="not_a_boolean"),
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
    ("content", "said"),
    [
        pytest.param("question: [", "not YAML", id="broken"),
        pytest.param("question: who?", "not a list", id="one_mapping"),
        pytest.param("- who?", "no mapping", id="list_of_texts"),
    ],
)
def test_yaml_of_another_shape_is_refused(tmp_path: Path, content: str, said: str):
    """With a sentence, not a trace."""
    file = tmp_path / "gold.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(JudgedQuestionsError, match=said):
        read_gold(file)
