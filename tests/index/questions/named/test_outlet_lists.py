"""Lists of outlets are read whole, and no further than they go."""

from __future__ import annotations

import pytest

from index.holdings.filters import Filters
from index.questions.intents import intent_of
from tests.index.questions.shelf import TODAY, outlets_held

LISTED = outlets_held("JAMA", "BMJ", "Nature", "Science", "Cell", "Sleep", "The Lancet", "PLOS ONE")


@pytest.mark.parametrize(
    ("question", "rest", "outlets"),
    [
        ("papers in JAMA or BMJ on mice", "on mice", "BMJ JAMA"),
        ("JAMA and BMJ papers on mice", "on mice", "BMJ JAMA"),
        ("jama/bmj papers on mice", "on mice", "BMJ JAMA"),
        ("articles in Nature, Science and Cell on mice", "on mice", "Cell Nature Science"),
        ("Nature and Science papers on mice", "on mice", "Nature Science"),
        ("what do the BMJ and the Lancet say about mice", "mice", "BMJ The_Lancet"),
        ("papers either in JAMA or in BMJ on mice", "on mice", "BMJ JAMA"),
        ("papers from either plos one or jama on mice", "on mice", "JAMA PLOS_ONE"),
        ("according to both JAMA and BMJ, do mice sleep?", "do mice sleep?", "BMJ JAMA"),
        ("PLOS ONE, JAMA: mice", "mice", "JAMA PLOS_ONE"),
        ("do mice sleep, in BMJ as well as JAMA", "do mice sleep", "BMJ JAMA"),
        ("on mice papers jama adn plos one", "on mice", "JAMA PLOS_ONE"),
        ("papers in JAMA, Gut or BMJ on mice", "on mice", "BMJ JAMA"),
        ("papers in jama, gut or bmj on mice", "on mice", "BMJ JAMA"),
        ("papers in JAMA, Journal of Rest or BMJ on mice", "on mice", "BMJ JAMA"),
        ("papers in Gut or JAMA on mice", "on mice", "JAMA"),
        ("papers in nature and plos one on mice", "on mice", "Nature PLOS_ONE"),
        ("studies in sleep, nature or jama on mice", "mice", "JAMA Nature Sleep"),
        (
            "what was published in either nature or jama about mice",
            "what was published about mice",
            "JAMA Nature",
        ),
        ("does JAMA or BMJ say that mice sleep?", "that mice sleep?", "BMJ JAMA"),
        ("only JAMA and BMJ please: mice", "mice", "BMJ JAMA"),
        ("do mice sleep? jama/bmj", "do mice sleep?", "BMJ JAMA"),
        ("sleep of mice (JAMA & BMJ)", "sleep of mice", "BMJ JAMA"),
    ],
)
def test_a_list_of_outlets_is_read_whole(question: str, rest: str, outlets: str) -> None:
    """One of them alone would hide what the others say."""
    intent = intent_of(question, LISTED, today=TODAY)
    assert intent.question == rest
    assert sorted(intent.filters.outlets) == [name.replace("_", " ") for name in outlets.split()]
    assert not intent.unwanted


@pytest.mark.parametrize(
    ("question", "rest", "outlets"),
    [
        ("papers in jama, nature or science on mice", "nature or science on mice", "JAMA Nature Science"),
        ("nature or jama papers on mice", "nature on mice", "JAMA Nature"),
        ("the lancet, sleep and mice", "sleep and mice", "Sleep The_Lancet"),
        ("papers in JAMA, Sleep disturbances in mice", "Sleep disturbances in mice", "JAMA"),
        ("papers in nature, jama or science on mice", "science on mice", "JAMA Nature Science"),
        ("papers in JAMA on Cell death", "on Cell death", "JAMA"),
    ],
)  # fmt: skip
def test_a_word_beside_a_named_outlet_may_be_one_and_stays(
    question: str, rest: str, outlets: str
) -> None:
    """Its articles are not hidden, and it is searched for all the same."""
    intent = intent_of(question, LISTED, today=TODAY)
    assert intent.question == rest
    assert sorted(intent.filters.outlets) == [name.replace("_", " ") for name in outlets.split()]


@pytest.mark.parametrize(
    ("question", "outlets"),
    [
        ("what do jama and nature say about mice", ["JAMA", "Nature"]),
        ("what do nature, science and jama say about mice", ["JAMA", "Nature", "Science"]),
        ("what do jama and sleep labs say about mice", None),
        ("what do nature and science say about mice", None),
    ],
)
def test_what_says_something_beside_a_named_outlet_is_one(
    question: str, outlets: list[str] | None
) -> None:
    """Its word leaves the question; without a name beside it, or before a noun, it may be the matter."""
    intent = intent_of(question, LISTED, today=TODAY)
    assert (intent.question == "mice") is (outlets is not None)
    assert sorted(intent.filters.outlets) == (outlets or [])


@pytest.mark.parametrize("question", ["mice jama or bmj", "how often do JAMA and BMJ retract?"])
def test_a_list_that_may_be_asked_about_is_only_preferred(question: str) -> None:
    """It stands where the matter may stand."""
    intent = intent_of(question, LISTED, today=TODAY)
    assert (intent.question, intent.filters) == (question, Filters())
    assert sorted(intent.preferred.outlets) == ["BMJ", "JAMA"]


@pytest.mark.parametrize(
    "question",
    [
        "mice, not from JAMA or BMJ",
        "not from JAMA or BMJ: mice",
        "mice, except in either JAMA or BMJ",
        "mice, neither from JAMA nor BMJ",
        "mice, in neither JAMA nor BMJ",
        "mice, not jama and bmj",
        "nto from JAMA or BMJ: mice",
        "mice, not in jama and bmj",
    ],
)
def test_a_list_that_is_denied_is_left_out_whole(question: str) -> None:
    """Wherever the word that denies it stands."""
    intent = intent_of(question, LISTED, today=TODAY)
    assert (intent.question, intent.filters) == ("mice", Filters())
    assert [sorted(each.outlets) for each in intent.unwanted] == [["BMJ", "JAMA"]]


@pytest.mark.parametrize("denied", ["but not BMJ", "but not in BMJ", ", not BMJ", "except BMJ"])
def test_a_list_ends_where_its_rest_is_denied(denied: str) -> None:
    """One is wanted and the other is not."""
    intent = intent_of(f"papers in JAMA {denied} on mice", LISTED, today=TODAY)
    assert intent.filters == Filters(outlets=("JAMA",))
    assert intent.unwanted == (Filters(outlets=("BMJ",)),)


@pytest.mark.parametrize(
    "question",
    ["sleep and jama: mice", "papers in sleep disorders and plos one on mice", "papers in nature and science on mice"],
)  # fmt: skip
def test_words_alone_or_with_nothing_before_them_make_no_list(question: str) -> None:
    """They may be the matter, and it is asked of all articles."""
    intent = intent_of(question, LISTED, today=TODAY)
    assert (intent.question, intent.filters) == (question, Filters())


def test_outlets_of_words_are_left_out_with_a_name_beside_them() -> None:
    """As they are asked for."""
    intent = intent_of("mice, not in nature or plos one", LISTED, today=TODAY)
    assert (intent.question, intent.filters) == ("mice", Filters())
    assert [sorted(each.outlets) for each in intent.unwanted] == [["Nature", "PLOS ONE"]]
