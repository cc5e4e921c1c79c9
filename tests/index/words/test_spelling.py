"""A mistyped word is looked up as the library's, and a word that somebody knows never is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from index.searching.search import Searcher
from index.words.spelling import learned_words, read_words, write_words
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from pathlib import Path

LIBRARY = learned_words(
    [
        "Acupuncture eases depression, pneumonia and hemorrhage; prednisolone, hyperkalemia, ampicillin.",
        "Hydroxychloroquine eliminates a tumor. Ioannidis.",
        "Schizophrénie et café: Schizophrenia. The hive understands: fiber, BRCA1, microglia.",
    ]
)


def heard(word: str) -> bool:
    """What the library holds in another form."""
    return word.rstrip("sing") in {"hive", "eliminat"}


def meant(question: str) -> str:
    return LIBRARY.meant(question, known=heard)


@pytest.mark.parametrize(
    ("typed", "looked_up"),
    [
        pytest.param("does accupuncture help depresion?", "does acupuncture help depression?", id="doubled, dropped"),
        pytest.param("hydroxicloroquin", "hydroxychloroquine", id="as it sounds"),
        pytest.param("pnuemonia's", "pneumonia's", id="swapped"),
        pytest.param("DOES ACCUPUNCTURE HELP", "DOES ACUPUNCTURE HELP", id="shouted"),
        pytest.param("aacupuncture", "acupuncture", id="its first letter twice"),
        pytest.param("Schitzophrenia", "Schizophrenia", id="a capital stays"),
        pytest.param("schizofrenia", "schizophrenia", id="two letters for one sound"),
        pytest.param("what does Ionnidis say", "what does Ioannidis say", id="a name"),
        pytest.param("anti-depresion", "anti-depression", id="part of a compound"),
        pytest.param("haemorrhage, tumour, fibre", "hemorrhage, tumor, fiber", id="British"),
        pytest.param("accupunture and deppresion", "acupuncture and depression", id="one letter doubled, one lost"),
        pytest.param("is it realy acupuncture becuase", "is it really acupuncture because", id="small words"),
        pytest.param("what elimnating means", "what eliminating means", id="another form of the library's"),
    ],
)  # fmt: skip
def test_a_mistyped_word_is_taken_for_the_librarys(typed: str, looked_up: str) -> None:
    """Whatever stands around it stays as it is."""
    assert meant(typed) == looked_up


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("acupuncture hives understands", id="of the library"),
        pytest.param("a cheaper fire, an action", id="of the language"),
        pytest.param("doesnt dont whats", id="without their apostrophe"),
        pytest.param("doesn't couldn’t there've", id="with it"),
        pytest.param("hime sorx hivec", id="too short"),
        pytest.param("PNUEMONIA mTORR BRCA", id="in capitals"),
        pytest.param("statins, opioids, vaping", id="known to readers"),
        pytest.param("codepression", id="something before a word"),
        pytest.param("depresion2 brca1x 10.5555/depresion https://x.org/depresion depresion.org", id="codes"),
        pytest.param("does prednisone help? amoxicillin? hypokalemia?", id="another drug, another illness"),
        pytest.param("the hall of Soure", id="a short name"),
        pytest.param("", id="nothing"),
    ],
)  # fmt: skip
def test_what_may_be_meant_stays(question: str) -> None:
    """A wrong repair answers what nobody asked."""
    assert meant(question) == question


def test_british_words_are_no_slips() -> None:
    """A dictionary may hold none of them: each stays, or is the library's spelling of it."""
    library = learned_words(["summaries summaries organs organs colon colons randomized"])
    said = "summarise how organisms organise colours, randomised"
    assert (
        library.meant(said, known=heard) == "summarise how organisms organise colours, randomized"
    )


def test_known_words_are_not_taken_for_words_that_sound_alike() -> None:
    """Neither a plural for something else, nor one double letter for a single one."""
    library = learned_words(
        ["stating stations opinions bled lose step finish poisson matting career"]
    )
    said = "statins opioids bleed loose steep finnish poison mating carer"
    assert library.meant(said, known=heard) == said


def test_what_an_article_misspells_once_is_still_a_slip() -> None:
    """What it says twice is its own word, and so is what few write."""
    once = learned_words(["The government and the goverment. The lamin and the latin."])
    assert (
        once.meant("which goverment, which lamin", known=heard) == "which government, which lamin"
    )
    twice = learned_words(["The government, the goverment, the goverment."])
    assert twice.meant("which goverment", known=heard) == "which goverment"


def test_somebody_called_as_many_misspell_is_no_slip(tmp_path: Path) -> None:
    """With a capital anywhere, and in small letters where the library holds an article by them."""
    assert LIBRARY.meant("what Ponting says", known=heard) == "what Ponting says"
    assert LIBRARY.meant("what ponting says", known=heard) != "what ponting says"
    embedder = HashingEmbedder()
    told = replace(article("Bees", FILLER).metadata, authors=("Ann Ponting",))
    library = library_of(
        tmp_path, replace(article("Bees", FILLER), metadata=told), embedder=embedder
    )
    with library.open() as generation:
        assert not Searcher(generation, embedder).search("what ponting says of bees").looked_up


def test_a_form_that_the_library_holds_is_written_as_it_writes_it() -> None:
    """One that only sounds so, and is no form of it, is another word."""
    library = learned_words(["life expectancy, heterogeneity, rotational, lignins"])

    def kin(one: str, other: str) -> bool:
        return one[:5] == other[:5]

    typed = "life expectency, heterogenity, rotationally, lignans"
    said = library.meant(typed, known=lambda _: 1, kin=kin)
    assert said == "life expectancy, heterogeneity, rotationally, lignans"


def test_a_common_slip_is_mended_where_the_library_lacks_the_word() -> None:
    """And not put as another word that it holds; what nobody knows is left alone there."""
    library = learned_words(["real movement bodies"])
    assert (
        library.meant("realy a goverment, migrane", known=heard) == "really a government, migrane"
    )


def test_of_two_words_the_more_frequent_is_meant() -> None:
    """Or, of words about as frequent, the one that sounds the same; by five letters, none said once."""
    library = learned_words(["planet planes planes calming coming nexis bovine bovine"])
    assert library.meant("planeq comming", known=heard) == "planes coming"
    assert library.meant("bovie nexin", known=heard) == "bovine nexin"


@given(st.text())
def test_any_question_is_taken(question: str) -> None:
    """Letters of every script, and none."""
    assert meant(question).split() == [] or question.split()


def test_a_text_of_one_endless_word_costs_no_time() -> None:
    """Nor is such a word kept, whoever wrote it into an article."""
    assert not learned_words(["a" * 200_000 + "'t"]).counts
    assert not learned_words(["a" * 200_000]).counts


def test_a_word_that_is_said_again_is_looked_for_once() -> None:
    """A message of one strange word, over and over, costs no more than the word."""
    asked: list[str] = []

    def known(word: str) -> int:
        asked.append(word)
        return 0

    assert LIBRARY.meant("depresion " * 50, known=known).split() == ["depression"] * 50
    assert asked.count("depresion") == 1


def test_words_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_words(tmp_path / "words.tsv", LIBRARY)
    assert read_words(tmp_path / "words.tsv") == LIBRARY


@pytest.mark.parametrize("text", ["depression\n", "depression\tmany\n"])
def test_a_file_of_something_else_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "words.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"."):
        read_words(tmp_path / "words.tsv")


def test_a_search_says_what_it_looked_up(tmp_path: Path) -> None:
    """The author's name may be mistyped too; a question in another language is left alone."""
    needles = article("Needles", f"Acupuncture eases depression. {FILLER}")
    named = replace(needles.metadata, authors=("Ada Ionescu",))
    library = library_of(
        tmp_path,
        replace(needles, metadata=named),
        article("Bees", f"Bees dance for depression of the hive. {FILLER}"),
    )
    with library.open() as generation:
        searcher = Searcher(generation, HashingEmbedder())
        found = searcher.search("what does Ionnescu say about depresion?")
        assert found.looked_up == "what does Ionescu say about depression?"
        assert [hit.metadata.title for hit in found.hits] == ["Needles"]
        assert not searcher.search("what eases depression?").looked_up
        german = "Welche Behandlung hilft Menschen gegen eine schwere Depresion?"
        assert not searcher.search(german).looked_up
        as_typed = Searcher(generation, HashingEmbedder(), repair=False)
        assert not as_typed.search("what eases depresion?").looked_up
