"""`python -m scripts.ask` and `search`: the design's JSON, readable text, and honest exits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.store.library import Library
from tests.scripts.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = "how many dances of honeybees were filmed?"
UNKNOWN = "which vaccine protects cattle against anthrax?"


def test_an_answer_has_the_designs_json_and_its_quotes_stand_in_the_article(library: Path):
    """Every quote is found verbatim at the offsets it names."""
    outcome = run("ask", KNOWN, "--library", library, "--json")
    assert outcome.code == 0
    answer = outcome.json()
    assert set(answer) == {
        "question",
        "abstained",
        "confidence",
        "statements",
        "references",
        "nearest",
        "generation",
        "answerer",
        "language",
        "timings_ms",
        "looked_up",
    }
    assert (answer["question"], answer["abstained"]) == (KNOWN, False)
    references = {reference["number"]: reference for reference in answer["references"]}
    assert set(answer["references"][0]) == {
        "number",
        "article_id",
        "title",
        "url",
        "link",
        "doi",
        "outlet",
        "published",
        "status",
        "evidence_card",
        "passage_id",
    }
    opened = Library(library).open(answer["generation"])
    for statement in answer["statements"]:
        assert statement["citations"]
        for citation in statement["citations"]:
            assert {"reference", "quote", "start", "end"} <= set(citation)
            article = opened.records.article(references[citation["reference"]]["article_id"])
            assert article is not None
            assert article.text[citation["start"] : citation["end"]] == citation["quote"]
    opened.close()


def test_people_read_numbers_titles_quotes_and_links(library: Path):
    """The text carries what the JSON carries."""
    answer = run("ask", KNOWN, "--library", library, "--json").json()
    text = run("ask", KNOWN, "--library", library).out
    for statement in answer["statements"]:
        said = text.replace("**", "")  # the short answer is set in bold
        assert f"{statement['text']} [{statement['citations'][0]['reference']}]" in said
        assert statement["citations"][0]["link"] in text
    assert "[1] Honeybees tell each other the way by dancing. The Test Gazette. 2021-05-04" in text


def test_what_the_library_does_not_know_it_says_and_exits_well(library: Path):
    """An abstention is an answer: exit code 0, with the nearest articles."""
    outcome = run("ask", UNKNOWN, "--library", library, "--json")
    answer = outcome.json()
    assert (outcome.code, answer["abstained"], answer["statements"]) == (0, True, [])
    text = run("ask", UNKNOWN, "--library", library).out
    assert text.startswith("The library does not answer this.")
    assert all(near["title"] in text for near in answer["nearest"])


def test_what_is_asked_of_a_time_without_articles_is_not_answered_from_another(library: Path):
    """It says what was looked into, so that nobody takes it for nothing at all."""
    asked = "what do Test Gazette articles say about how bees dance?"
    answer = run("ask", asked, "--library", library, "--json").json()
    assert (answer["abstained"], "within" in answer) == (False, False)
    before = asked.replace("articles", "articles before 1990")
    answer = run("ask", before, "--library", library, "--json").json()
    assert (answer["abstained"], answer["nearest"]) == (True, [])
    assert (answer["within"]["until"], answer["within"]["outlets"]) == (
        "1989",
        ["The Test Gazette"],
    )
    text = run("ask", before, "--library", library).out.strip()
    assert text.endswith("It was looked only into: until 1989; The Test Gazette.")
    found = run("search", before, "--library", library, "--json").json()
    assert (found["hits"], found["within"]) == ([], answer["within"])
    text = run("search", before, "--library", library).out.strip()
    assert text == "looked only into: until 1989; The Test Gazette\n\nnothing found"


def test_what_a_question_shuts_out_is_named_where_nothing_is_found(library: Path):
    """Who leaves out whatever answers the question sees that it was left out."""
    asked = "papers on how bees dance, not from the Test Gazette"
    answer = run("ask", asked, "--library", library, "--json").json()
    assert answer["abstained"]
    assert [each["outlets"] for each in answer["without"]] == [["The Test Gazette"]]
    text = run("ask", asked, "--library", library).out
    assert "It was looked only into: not The Test Gazette." in text
    found = run("search", asked, "--library", library, "--json").json()
    assert found["without"] == answer["without"]


def test_what_is_asked_of_a_time_alone_without_articles_is_not_answered(library: Path):
    """Though neither an author nor an outlet is named."""
    answer = run(
        "ask", "papers since 2090 on how bees dance", "--library", library, "--json"
    ).json()
    assert (answer["abstained"], answer["within"]["since"]) == (True, "2090")
    text = run("ask", "papers since 2090 on how bees dance", "--library", library).out
    assert "It was looked only into: since 2090." in text


def test_a_fact_of_a_study_is_told_as_its_records(library: Path):
    """With the number of the reference whose record it is."""
    question = "when was the study of dancing honeybees published?"
    answer = run("ask", question, "--library", library, "--json").json()
    (fact,) = answer["facts"]
    assert fact["name"] == "published"
    assert fact["reference"] in {each["number"] for each in answer["references"]}
    assert (
        f"By the record of [{fact['reference']}]" in run("ask", question, "--library", library).out
    )


def test_search_has_the_designs_json(library: Path):
    """At most k hits, ranked from 1, with scores by component."""
    outcome = run("search", "dancing bees", "--library", library, "-k", 2, "--json")
    found = outcome.json()
    assert set(found) == {"query", "generation", "hits", "timings_ms"}
    assert [hit["rank"] for hit in found["hits"]] == [1, 2]
    assert set(found["hits"][0]) == {
        "rank",
        "passage_id",
        "article_id",
        "title",
        "section",
        "text",
        "score",
        "dense",
        "lexical",
    }
    assert found["hits"][0]["title"].startswith("Honeybees")
    assert found["hits"][0]["lexical"] > 0


def test_a_mistyped_word_is_looked_up_as_the_librarys(library: Path):
    """And both commands say so, and answer."""
    typed, meant = (
        "how do honybees tell each other the way?",
        "how do honeybees tell each other the way?",
    )
    answer = run("ask", typed, "--library", library, "--json").json()
    assert (answer["abstained"], answer["looked_up"]) == (False, meant)
    assert run("ask", typed, "--library", library).out.startswith(f"Looked up as: {meant}\n\n")
    assert run("search", typed, "--library", library, "--json").json()["looked_up"] == meant
    assert run("search", typed, "--library", library).out.startswith(
        f"looked up as: {meant}\n\n1. Honeybees"
    )


def test_people_read_the_hits_with_their_scores(library: Path):
    """Best first."""
    text = run("search", "sourdough bread", "--library", library).out
    assert text.startswith("1. Sourdough keeps its crumb soft")
    assert "dense 0." in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["ask", " "], "ask a question", id="blank_question"),
        pytest.param(["search", ""], "say what to search for", id="blank_search"),
        pytest.param(["search", "bees", "-k", 0], "-k", id="no_hits_wanted"),
        pytest.param(["search", "bees", "-k", "many"], "-k", id="no_number"),
        pytest.param(["ask", "who?", "--colour"], "--colour", id="unknown_option"),
        pytest.param(["ask"], "question", id="no_question"),
    ],
)
def test_misuse_is_told_and_exits_with_2(library: Path, arguments: list[object], said: str):
    """Nothing on stdout."""
    outcome = run(*map(str, arguments), "--library", library)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


@pytest.mark.parametrize("name", ["ask", "search"])
def test_a_library_that_is_not_there_is_told_in_one_sentence(tmp_path: Path, name: str):
    """With the command that makes one."""
    outcome = run(name, "bees", "--library", tmp_path / "none", "--json")
    assert (outcome.code, outcome.out) == (2, "")
    assert "scripts.index" in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_words_that_no_passage_holds_still_search(library: Path):
    """Query syntax, emoji and nonsense are words like any other."""
    for words in ('"title:(', "AND OR NOT *", "🦑", "a" * 5000):
        assert run("search", words, "--library", library, "--json").code == 0


@pytest.mark.parametrize("name", ["ask", "search"])
def test_bytes_that_are_no_letters_count_as_question_marks(library: Path, name: str):
    """As a terminal of another encoding sends them."""
    outcome = run(name, "how far do bees \udcff fly", "--library", library, "--json")
    assert outcome.code == 0
    told = outcome.json()
    assert told["question" if name == "ask" else "query"] == "how far do bees ? fly"


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        pytest.param(["--since", "2021"], {"Honeybees"}, id="since"),
        pytest.param(["--until", "2019-12"], {"Sourdough"}, id="until"),
        pytest.param(["--outlet", "the test gazette", "--since", "2020", "--until", "2020"], {"Small"}, id="outlet"),
        pytest.param(["--design", "meta-analysis"], set(), id="design"),
        pytest.param(["--author", "Nobody"], set(), id="author"),
    ],
)  # fmt: skip
def test_a_search_is_limited_by_its_options(library: Path, options: list[str], titles: set[str]):
    """Nothing but what the options admit is found."""
    found = run("search", "days and hours", "--library", library, "--json", *options).json()
    assert {hit["title"].split()[0] for hit in found["hits"]} == titles


def test_an_answer_keeps_to_the_options(library: Path):
    """What other articles say is no answer."""
    answer = run("ask", KNOWN, "--library", library, "--until", "2020", "--json").json()
    assert answer["abstained"]
    assert all(near["published"] <= "2020-12-31" for near in answer["nearest"])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(["--since", "May"], "2023-04-01", id="date"),
        pytest.param(["--design", "poem"], "cohort study", id="design"),
        pytest.param(["--status", "lost"], "retracted", id="status"),
    ],
)
def test_an_option_that_is_none_says_what_there_is(library: Path, options: list[str], said: str):
    """Exit code 2, and nothing is searched."""
    outcome = run("search", "bees", "--library", library, *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_a_question_in_another_language_is_told_so(library: Path):
    """The packaged model reads English: noise would be no answer."""
    question = "Wie sagen Bienen einander, wo die Blumen sind?"
    answer = run("ask", question, "--library", library, "--json").json()
    assert (answer["abstained"], answer["language"]) == (True, "de")
    assert "Ask in English" in run("ask", question, "--library", library).out
