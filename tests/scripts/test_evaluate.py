"""`python -m scripts.evaluate`: figures over a BEIR folder, and over one's own library."""

from __future__ import annotations

import json
from statistics import fmean
from typing import TYPE_CHECKING

import pytest
import pytrec_eval
from lxml import html as lxml_html

from tests.scripts.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "bees": "Honeybees dance on the comb.\n\nThe waggle tells the direction of the flowers.",
    "volcano": "Small earthquakes announce the eruption.\n\nThe magma climbs towards the surface.",
    "bread": "Sourdough keeps the crumb soft for six days.",
    "empty": "",
}
QUESTIONS = {
    "q1": ("how do bees tell the way to flowers?", {"bees": 1}),
    "q2": ("what comes before an eruption?", {"volcano": 2, "bread": 0}),
    "q3": ("why does bread stay soft?", {"bread": 1, "volcano": 1}),
}
NAMES = ["ndcg@10", "mrr@10", "recall@5", "recall@10", "recall@100", "success@1", "success@3"]


@pytest.fixture
def beir(tmp_path: Path) -> Path:
    """A corpus of four documents, one of them without text, and three questions."""
    folder = tmp_path / "beir"
    folder.mkdir()
    rows = [{"_id": name, "title": name.title(), "text": text} for name, text in TEXTS.items()]
    asked = [{"_id": name, "text": text} for name, (text, _) in QUESTIONS.items()]
    judged = [
        f"{q}\t{d}\t{grade}\n" for q, (_, found) in QUESTIONS.items() for d, grade in found.items()
    ]
    (folder / "corpus.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    (folder / "queries.jsonl").write_text("\n".join(json.dumps(row) for row in asked))
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\n" + "".join(judged))
    return folder


def test_figures_are_those_another_tool_finds_in_the_run(beir: Path, tmp_path: Path):
    """Judged again by pytrec_eval from the files alone."""
    trec = tmp_path / "run.trec"
    outcome = run(
        "evaluate", "--beir", beir, "--cache", tmp_path / "cache", "--run", trec, "--json"
    )
    assert outcome.code == 0, outcome.err
    report = outcome.json()
    assert {"queries", "documents", *NAMES, "timings_ms"} <= set(report)
    assert (report["queries"], report["documents"]) == (3, 4)
    assert set(report["timings_ms"]) == {"median", "p95"}
    grades = {question: found for question, (_, found) in QUESTIONS.items()}
    with trec.open() as rows:
        judge = pytrec_eval.RelevanceEvaluator(grades, {"ndcg_cut.10", "success.1"})
        found = judge.evaluate(pytrec_eval.parse_run(rows))
    for ours, theirs in (("ndcg@10", "ndcg_cut_10"), ("success@1", "success_1")):
        mean = fmean(question[theirs] for question in found.values())
        assert report[ours] == pytest.approx(mean, abs=6e-5)


def test_a_second_evaluation_finds_the_corpus_indexed(beir: Path, tmp_path: Path):
    """And the same figures, read by people this time."""
    cache = tmp_path / "cache"
    first = run("evaluate", "--beir", beir, "--cache", cache, "--json").json()
    (built,) = cache.glob("collections/*/CURRENT")
    before = built.read_text()
    shown = run("evaluate", "--beir", beir, "--cache", cache)
    assert built.read_text() == before
    figures = dict(line.split(maxsplit=1) for line in shown.out.splitlines())
    assert float(figures["ndcg@10"]) == first["ndcg@10"]


def test_a_damaged_cache_is_built_again(beir: Path, tmp_path: Path):
    """It is only a cache."""
    cache = tmp_path / "cache"
    run("evaluate", "--beir", beir, "--cache", cache)
    (vectors,) = cache.glob("collections/*/generations/*/vectors.faiss")
    vectors.chmod(0o644)
    vectors.write_bytes(b"x")
    assert run("evaluate", "--beir", beir, "--cache", cache).code == 0


def test_a_library_is_judged_by_its_maintainers_questions(library: Path, tmp_path: Path):
    """Retrieval over the answerable ones; answers over all."""
    gold = tmp_path / "gold.jsonl"
    rows = [
        {
            "question": "what does the waggle dance tell?",
            "articles": ["https://gazette.example/bees"],
        },
        {
            "question": "how long before an eruption do earthquakes begin?",
            "articles": ["10.5555/volcano"],
        },
        {"question": "which vaccine protects cattle?", "answerable": False},
    ]
    gold.write_text("\n".join(json.dumps(row) for row in rows))
    outcome = run("evaluate", "--library", library, "--gold", gold, "--answers", "--json")
    assert outcome.code == 0, outcome.err
    report = outcome.json()
    assert (report["queries"], report["documents"], report["success@1"]) == (2, 3, 1.0)
    assert (report["answers"]["answerable"], report["answers"]["unanswerable"]) == (2, 1)
    assert report["answers"]["abstained"] == 1.0
    assert (
        "answers abstained"
        in run("evaluate", "--library", library, "--gold", gold, "--answers").out
    )


def test_an_article_the_library_lacks_is_named(library: Path, tmp_path: Path):
    """Its question counts as not found."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"question": "what does the waggle dance tell?", "article": "gone.html"}')
    outcome = run("evaluate", "--library", library, "--gold", gold, "--json")
    assert outcome.json()["recall@100"] == 0.0
    assert "gold.jsonl, line 1: gone.html is no article of this library" in outcome.err


def test_questions_that_nothing_answers_are_judged_by_their_answers(library: Path, tmp_path: Path):
    """Without any other there is no ranking to judge."""
    gold = tmp_path / "gold.yaml"
    gold.write_text("- question: which vaccine protects cattle?\n  answerable: false\n")
    options = ("evaluate", "--library", library, "--gold", gold)
    outcome = run(*options)
    assert outcome.code == 2
    assert "--answers" in outcome.err
    report = run(*options, "--answers", "--report", tmp_path / "report.html", "--json").json()
    assert (report["queries"], report["answers"]["abstained"]) == (0, 1.0)
    assert "citation_recall" not in report["answers"]


def test_what_a_folder_holds_in_vain_is_told(beir: Path, tmp_path: Path):
    """On standard error, beside the figures."""
    with (beir / "qrels.tsv").open("a") as qrels:
        qrels.write("q9\tbees\t1\n")
    outcome = run("evaluate", "--beir", beir, "--cache", tmp_path / "cache", "--json")
    assert outcome.json()["queries"] == 3
    assert "1 judged queries have no text in queries.jsonl" in outcome.err


@pytest.mark.parametrize(
    "options",
    [
        pytest.param([], id="nothing"),
        pytest.param(["--library", "x"], id="no_gold"),
        pytest.param(["--gold", "x"], id="no_library"),
        pytest.param(["--beir", "x", "--library", "x", "--gold", "x"], id="both"),
        pytest.param(["--library", "x", "--gold", "x", "--model", "y"], id="model_of_a_library"),
        pytest.param(["--beir", "/nowhere"], id="no_such_folder"),
        pytest.param(["--library", "/nowhere", "--gold", "/nowhere"], id="no_such_gold"),
    ],
)
def test_misuse_is_told_and_exits_with_2(options: list[str]):
    """One sentence on stderr."""
    outcome = run("evaluate", *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert len(outcome.err.splitlines()) == 1


def test_a_run_is_set_beside_a_saved_one(beir: Path, tmp_path: Path):
    """The same run is neither better nor worse; each question's figures can be studied."""
    saved, studied = tmp_path / "run.trec", tmp_path / "questions.jsonl"
    command = ("evaluate", "--beir", beir, "--cache", tmp_path / "cache")
    first = run(*command, "--run", saved, "--json").json()
    second = run(*command, "--against", saved, "--questions", studied, "--json").json()
    for name in NAMES:
        told = second["against"][name]
        assert told["before"] == told["now"] == first[name]
        assert (told["p"], told["better"], told["worse"]) == (1.0, 0, 0)
    rows = [json.loads(line) for line in studied.read_text().strip().split("\n")]
    assert {row["id"]: row["question"] for row in rows} == {
        q: text for q, (text, _) in QUESTIONS.items()
    }
    assert fmean(row["ndcg@10"] for row in rows) == pytest.approx(first["ndcg@10"], abs=6e-5)
    assert "0 better, 0 worse" in run(*command, "--against", saved).out
    saved.write_text("q99 Q0 bees 1 1 footnote\n")
    assert "ranks none of these questions" in run(*command, "--against", saved).err
    saved.write_text("no run")
    outcome = run(*command, "--against", saved)
    assert (outcome.code, "line 1" in outcome.err) == (2, True)


def test_answers_are_judged_by_their_words_and_by_what_is_left_out(beir: Path, tmp_path: Path):
    """Judged spans stand in the quotes; without its article a question has no answer here."""
    rows = [
        {"_id": "q1", "answers": [{"text": "tells the direction of the flowers"}]},
        {"_id": "q3", "answers": [{"text": "Sourdough"}]},
    ]
    asked = {
        "q1": "what does the waggle of honeybees tell of the flowers?",
        "q2": "do small earthquakes announce the eruption?",
        "q3": "what keeps the crumb soft for six days?",
    }
    (beir / "answers.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    (beir / "queries.jsonl").write_text(
        "\n".join(json.dumps({"_id": name, "text": text}) for name, text in asked.items())
    )
    command = ("evaluate", "--beir", beir, "--cache", tmp_path / "cache", "--answers")
    report = run(*command, "--json").json()["answers"]
    assert report["answered"] == report["span_in_quotes"] == report["left_out_abstained"] == 1.0
    assert report["answerability_auroc"] == 1.0
    assert (report["short"], report["citation_recall"], report["citation_precision"]) == (2, 1, 1)
    assert 1 <= report["statements"] <= 3
    assert report["most_words"] <= 90
    assert report["reliability"]
    assert report["risk_coverage"][-1][0] == 1.0
    page = tmp_path / "report.html"
    assert "answers answerability_auroc" in run(*command, "--report", page).out
    told = lxml_html.fromstring(page.read_text(encoding="utf-8"))
    titles = {each.text for each in told.iter("h3")}
    assert {"Risk and coverage", "Reliability"} <= titles


def test_a_report_shows_the_figures_and_the_questions_that_went_worst(
    beir: Path, tmp_path: Path
) -> None:
    """One page for people, with what `--json` prints, and every question's words escaped."""
    with (beir / "queries.jsonl").open("a", encoding="utf-8") as asked:
        asked.write("\n" + json.dumps({"_id": "q4", "text": "is <b>dough</b> sour?"}))
    with (beir / "qrels.tsv").open("a", encoding="utf-8") as judged:
        judged.write("q4\tvolcano\t1\n")
    file, cache = tmp_path / "report.html", tmp_path / "cache"
    trec = tmp_path / "run.trec"
    run("evaluate", "--beir", beir, "--cache", cache, "--run", trec)
    outcome = run(
        "evaluate", "--beir", beir, "--cache", cache, "--against", trec, "--report", file, "--json"
    )
    assert outcome.code == 0, outcome.err
    told = file.read_text(encoding="utf-8")
    assert "How well beir is searched" in told
    assert str(outcome.json()["ndcg@10"])[:5] in told
    assert "Beside the saved run" in told
    assert "is &lt;b&gt;dough&lt;/b&gt; sour?" in told
    assert "<polyline" in told
