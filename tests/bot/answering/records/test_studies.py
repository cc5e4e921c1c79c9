"""Facts of a study: of the one that is meant, by its record and its own sentences, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.answering.answer import HeldFact
from bot.answering.answerer import Answerer
from index.article import Medium
from index.evidence_card import Design, EvidenceCard, Subjects
from index.holdings.filters import Filters
from index.searching.search import Searcher
from scripts.parts.prose import answer_prose
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.answering.answer import Answer
    from index.article import Article
    from index.store.library import Library
    from index.vectors.embedding import Embedder


@pytest.fixture(scope="module")
def shelf(sample_library: Library, embedder: Embedder) -> Iterator[Answerer]:
    with sample_library.open() as generation:
        yield Answerer(Searcher(generation, embedder))


def paper(
    title: str,
    text: str,
    *authors: str,
    card: EvidenceCard | None = None,
    doi: str = "",
    outlet: str = "",
    published: str = "",
) -> Article:
    made = article(
        title, f"{text} {FILLER}", language="en", doi=doi, outlet=outlet, published=published
    )
    metadata = replace(
        made.metadata, medium=Medium.PAPER, authors=authors, card=card or EvidenceCard()
    )
    return replace(made, metadata=metadata)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Answerer]:
    """Two trials of one tea, a paper with its story, and a piece that states nothing of itself."""
    trial = EvidenceCard(
        Design.RANDOMISED_TRIAL, (Subjects.HUMANS,), "adults with gout", 120, preprint=False
    )
    library = library_of(
        tmp_path_factory.mktemp("papers") / "library",
        paper(
            "Green tea against gout: a randomised trial",
            "Green tea eased gout in a randomised trial. It enrolled 120 adults in Oslo in 2014.",
            "Ana Müller",
            "Bo Chen",
            card=trial,
            outlet="Journal of Teas",
            published="2016-05",
        ),
        paper(
            "Green tea against gout: a second trial",
            "Green tea did not ease gout in a second trial of 80 adults with gout.",
            outlet="Annals of Gout",
            published="2018",
        ),
        paper(
            "Wasps remember the faces of beekeepers",
            "Wasps remembered the faces of beekeepers for a week. We filmed 40 wasps near Lund in 2011.",
            *(f"Ann Writer{letter}" for letter in "ABCDEFGHIJ"),
            doi="10.1234/wasps",
            outlet="Insects Today",
            published="2012-02-03",
        ),
        article(
            "Wasps know who you are",
            f"Wasps remember the faces of beekeepers, a study says. {FILLER}",
            doi="10.1234/wasps",
            outlet="News Example",
            published="2012-02-10",
            language="en",
        ),
        paper("Violins of old wood", "Old wood gives violins their sound."),
        embedder=embedder,
    )
    with library.open() as generation:
        yield Answerer(Searcher(generation, embedder))


def held(answer: Answer) -> dict[str, str]:
    assert {fact.reference for fact in answer.facts} <= {each.number for each in answer.references}
    return {fact.name: fact.value for fact in answer.facts}


@pytest.mark.parametrize(
    ("question", "facts", "said"),
    [
        pytest.param("when was the wasp study published?", {"published": "2012-02-03"}, "Wasps", id="when, of the paper and not its story"),
        pytest.param("which journal published the study on the faces of beekeepers?", {"outlet": "Insects Today"}, "Wasps", id="the journal"),
        pytest.param("what is the DOI of the beekeepers paper?", {"doi": "10.1234/wasps"}, "Wasps", id="the DOI"),
        pytest.param("where was the wasp study done?", {}, "near Lund", id="where, by its own sentence"),
        pytest.param("when was the wasp study carried out?", {}, "in 2011", id="when done, and not when published"),
        pytest.param('how many people were in "Green tea against gout: a randomised trial"?', {"n": "120", "population": "adults with gout"}, "120 adults", id="how many, of a title in quotes"),
        pytest.param('is the paper "Green tea against gout: a randomised trial" a randomised trial?', {"design": "randomised trial"}, "randomised trial", id="the kind"),
        pytest.param("is the Green tea against gout: a randomised trial paper a preprint?", {"preprint": "no"}, "randomised", id="no preprint, of a bare title"),
        pytest.param("was the randomised trial of green tea done in people or mice?", {"subjects": "humans", "population": "adults with gout"}, "randomised trial", id="on whom"),
        pytest.param("who wrote the violin study?", {"authors": "not stated"}, "violins", id="nobody is named"),
    ],
)  # fmt: skip
def test_a_fact_of_the_one_study_that_is_meant(
    papers: Answerer, question: str, facts: dict[str, str], said: str
) -> None:
    """Its record is told with its number, and its own sentence is cited beside it."""
    answer = papers.answer(question)
    assert held(answer) == facts
    assert said in answer.statements[0].text
    assert len(answer.references) == 1


def test_many_authors_are_counted(papers: Answerer) -> None:
    names = held(papers.answer("who wrote the study on wasps and beekeepers?"))["authors"]
    assert names.endswith("Ann WriterH, 2 more")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("when was the green tea study published?", id="two trials of it"),
        pytest.param("when was the study published?", id="no study is named"),
        pytest.param("when was the study of lupus published?", id="none is held"),
        pytest.param(
            "how many people were in the trial of tea and wasps?", id="no one study is on both"
        ),
    ],
)
def test_no_fact_where_no_one_study_is_meant(papers: Answerer, question: str) -> None:
    """Neither is anything set in bold: it would be of the wrong study half of the time."""
    answer = papers.answer(question)
    assert not answer.facts
    assert not any(statement.bold for statement in answer.statements)


def test_where_an_article_does_not_say_where_nothing_is_made_up(papers: Answerer) -> None:
    answer = papers.answer("where was the study of old violins done?")
    assert not answer.facts
    assert not any(statement.bold for statement in answer.statements)


def test_a_study_that_is_given_needs_no_name(papers: Answerer) -> None:
    """As by the article of /ask, or by the conversation."""
    (wasps,) = {
        r.article_id for r in papers.answer("when was the wasp study published?").references
    }
    only = Filters(articles=(wasps,))
    assert held(papers.answer("when was it published?", filters=only)) == {
        "published": "2012-02-03"
    }
    both = held(papers.answer("who wrote it, and when was it published?", filters=only))
    assert both.keys() == {"authors", "published"}


def test_what_a_report_holds_of_itself_is_said_to_be_of_the_report(shelf: Answerer) -> None:
    """Who reads "by the maintainers" must not take them for the sharks' researchers."""
    answer = shelf.answer("who wrote the thresher shark study?")
    assert answer.facts == (HeldFact(1, "authors", "Footnote maintainers", of_report=True),)
    assert "Simon Oliver" in answer.statements[0].text
    told = answer_prose(answer)
    assert told.index("Simon Oliver") < told.index("By the record of [1], a report")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("where was the thresher shark study done?", "Pescador Island", id="where"),
        pytest.param("how many people were in the weight loss study?", "2,957 people", id="no number on the card"),
        pytest.param("is the acupuncture study a randomised trial?", "randomised controlled trial", id="no design on the card"),
        pytest.param("how many people were in the acupuncture study?", "755", id="the number of the card"),
        pytest.param("where was the arctic plants study done?", "Alaska", id="where, of plants"),
    ],
)  # fmt: skip
def test_the_sentence_that_tells_it_is_cited(shelf: Answerer, question: str, said: str) -> None:
    """And what the record lacks is not missed where the sentence says it."""
    answer = shelf.answer(question)
    assert said in answer.statements[0].text
    assert "not stated" not in held(answer).values()


def test_a_storys_own_author_is_the_storys_where_the_story_is_asked_about(shelf: Answerer) -> None:
    """A story is no report of itself, and its researchers did not write it."""
    answer = shelf.answer("who wrote the story on thresher sharks?")
    assert answer.facts == (HeldFact(1, "authors", "Footnote maintainers", of_report=False),)
    assert "Simon Oliver" not in answer.statements[0].text


def test_where_others_worked_is_not_where_the_study_was_done(
    tmp_path: Path, embedder: Embedder
) -> None:
    """Nor is a table a place."""
    library = library_of(
        tmp_path / "library",
        paper(
            "Hornets and honey",
            "Hornets took honey at night. Earlier studies of hornets and honey were conducted in Japan."
            " The hornets of this study are described in Table 2. We caught the hornets near Bern.",
        ),
        embedder=embedder,
    )
    with library.open() as generation:
        answerer = Answerer(Searcher(generation, embedder))
        answer = answerer.answer("where was the study of hornets and honey done?")
    assert "near Bern" in answer.statements[0].text
    assert answer.statements[0].bold == "Bern"


def test_facts_are_not_put_into_other_words(shelf: Answerer) -> None:
    assert shelf.found("when was the thresher shark study published?").support is None
    assert shelf.found("does acupuncture help with depression?").support is not None


@pytest.mark.parametrize(
    ("question", "said", "unanswered"),
    [
        pytest.param("how do sharks hunt? can vitamin D prevent migraine?", ["sharks"], ("can vitamin D prevent migraine?",), id="one is not answered"),
        pytest.param("does acupuncture help with depression? how many people took part?", ["acupuncture", "755 adults"], (), id="of the study just cited"),
        pytest.param("where was the thresher shark study done and when was it published?", ["Pescador", "July 2013"], (), id="two facts of one study"),
        pytest.param("can vitamin D prevent migraine? does it help with gout?", [], ("can vitamin D prevent migraine?", "does it help with gout?"), id="neither is answered"),
    ],
)  # fmt: skip
def test_each_of_several_questions_gets_its_own_statement(
    shelf: Answerer, question: str, said: list[str], unanswered: tuple[str, ...]
) -> None:
    """Or is named as one that the library does not answer."""
    answer = shelf.answer(question)
    assert [words in each.text for words, each in zip(said, answer.statements, strict=True)] == [
        True
    ] * len(said)
    assert answer.unanswered == unanswered
    assert sum(len(each.text.split()) for each in answer.statements) <= 90
    if said and unanswered:
        assert f"The library does not answer: {unanswered[0]}" in answer_prose(answer)


def test_one_sentence_that_answers_two_questions_is_said_once(shelf: Answerer) -> None:
    answer = shelf.answer("does acupuncture help with depression? is it a randomised trial?")
    texts = [statement.text for statement in answer.statements]
    assert len(texts) == len(set(texts))
