"""Judged questions come in as people keep them, or are refused with their file and line."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from index.errors.asked import JudgedQuestionsError
from index.evaluation.judged import Document, read_beir

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
        pytest.param({"qrels.tsv": QRELS + "q2\td1\t-1\n"}, id="a_document_judged_harmful"),
        pytest.param({"qrels.tsv": None, "qrels/dev.tsv": QRELS}, id="one_split_of_another_name"),
        pytest.param(
            {"qrels.tsv": None, "qrels/dev.tsv": "x", "qrels/test.tsv": QRELS}, id="several_splits"
        ),
        pytest.param({"qrels.tsv": None, "qrels.txt": QRELS}, id="another_ending"),
        pytest.param(
            {"qrels.tsv": "corpus-id\tquery-id\tscore\nd1\tq1\t1\nd2\tq2\t2\n"},
            id="columns_as_the_header_says",
        ),
        pytest.param(
            {"qrels.tsv": "score\tnote\tdocid\tqid\tx\n1\t\td1\tq1\t\n2\ty\td2\tq2\t\n"},
            id="more_columns",
        ),
        pytest.param({"qrels.tsv": "a\tb\tc\nq1\td1\t1\nq2\td2\t2\n"}, id="any_header"),
        pytest.param(
            {
                "qrels.tsv": None,
                "qrels/test.jsonl": '{"query-id": "q1", "corpus-id": "d1", "score": 1}\n'
                '{"query-id": "q2", "corpus-id": "d2", "score": 2.0}\n',
            },
            id="json_lines",
        ),
        pytest.param({"qrels.tsv": QRELS + "q9\td1\t1\n"}, id="a_query_without_text"),
        pytest.param({"corpus.jsonl": CORPUS + CORPUS}, id="every_document_twice"),
        pytest.param(
            {"corpus.jsonl": '{"_id": "d1", "text": "Wasps."}\n' + CORPUS}, id="the_last_row_counts"
        ),
        pytest.param(
            {
                "corpus.jsonl": CORPUS.replace("text", "contents"),
                "queries.jsonl": QUERIES.replace("text", "query"),
            },
            id="other_names_of_text",
        ),
        pytest.param(
            {"corpus.jsonl": CORPUS.replace('"Bees dance."', '["Bees dance."]')},
            id="a_list_of_texts",
        ),
        pytest.param(
            {"corpus.jsonl": CORPUS.replace("\n", "\r\n"), "queries.jsonl": "\ufeff" + QUERIES},
            id="windows_again",
        ),
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
        pytest.param({"corpus.jsonl": '{"text": "x"}\n'}, ["line 1", "_id"], id="no_id"),
        pytest.param({"corpus.jsonl": "\n"}, ["no document"], id="empty_corpus"),
        pytest.param({"qrels.tsv": "q9\td1\t1\n"}, ["no query"], id="no_query_has_a_text"),
        pytest.param(
            {"qrels.tsv": QRELS + "q1\td1\tinf\n"}, ["line 4", "'inf'"], id="endless_score"
        ),
        pytest.param(
            {"qrels.tsv": QRELS + "q1\td1\t0.5\n"}, ["line 4", "whole"], id="half_a_point"
        ),
        pytest.param({"qrels.tsv": "q1\td1\n"}, ["line 1"], id="no_score_and_no_header"),
        pytest.param({"corpus.jsonl": '{"_id": "d1"}\n'}, ["no row", "text"], id="no_text_at_all"),
        pytest.param(
            {"qrels.tsv": None, "qrels/dev.tsv": QRELS, "qrels/train.tsv": QRELS},
            ["dev.tsv, train.tsv", "test.tsv"],
            id="which_split",
        ),
        pytest.param(
            {"qrels.tsv": None, "qrels.jsonl": '{"query-id": "q1"}\n'},
            ["line 1"],
            id="json_of_no_judgement",
        ),
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


def test_what_is_passed_over_is_told(tmp_path: Path):
    """Nothing is left out in silence."""
    corpus = CORPUS + '{"_id": "d1", "text": "Bees sing."}\n'
    judged = read_beir(
        beir(tmp_path, **{"corpus.jsonl": corpus, "qrels.tsv": QRELS + "q9\td1\t1\nq1\td9\t1\n"})
    )
    assert judged.documents[0].text == "Bees sing."
    assert judged.grades["q1"] == {"d1": 1, "d9": 1}
    assert [told.split()[:3] for told in judged.passed_over] == [
        ["1", "ids", "stand"],
        ["1", "judged", "queries"],
        ["1", "documents", "that"],
    ]


def test_packed_files_are_unpacked(tmp_path: Path):
    """As many collections are handed out."""
    folder = beir(tmp_path)
    for name in ("corpus.jsonl", "queries.jsonl", "qrels.tsv"):
        packed = gzip.compress((folder / name).read_bytes())
        (folder / name).unlink()
        (folder / f"{name}.gz").write_bytes(packed)
    assert read_beir(folder).grades == {"q1": {"d1": 1}, "q2": {"d2": 2}}
    (folder / "corpus.jsonl.gz").write_bytes(packed[:-9])
    with pytest.raises(JudgedQuestionsError, match="cut short"):
        read_beir(folder)


def test_half_letters_are_no_reason_to_stop(tmp_path: Path):
    """JSON can write them, and nothing can store them."""
    judged = read_beir(beir(tmp_path, **{"corpus.jsonl": CORPUS.replace("dance", "\\ud800")}))
    assert judged.documents[0].text == "Bees ?."


def test_a_file_in_another_encoding_is_refused(tmp_path: Path):
    """Guessing an encoding would index other words than those judged."""
    folder = beir(tmp_path)
    (folder / "corpus.jsonl").write_bytes('{"_id": "1", "text": "é"}'.encode("latin-1"))
    with pytest.raises(JudgedQuestionsError, match="line 1: it is not UTF-8"):
        read_beir(folder)
