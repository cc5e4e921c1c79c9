"""Outlets are read as people name them, and never where the same word is the matter."""

from __future__ import annotations

from itertools import permutations
from time import perf_counter

import pytest

from index.holdings.filters import Filters
from index.questions.intents import intent_of
from tests.index.questions.shelf import TODAY, outlets_held, understood


@pytest.mark.parametrize(
    ("question", "rest", "filters"),
    [
        ("what does the lancet say about fat", "fat", Filters(outlets=("The Lancet",))),
        ("according to the Lancet, does cold help?", "does cold help?", Filters(outlets=("The Lancet",))),
        ("psypost on flu", "flu", Filters(outlets=("PsyPost",))),
        ("PsyPost's articles about flu", "about flu", Filters(outlets=("PsyPost",))),
        ("what does PLOS say about coffee", "coffee", Filters(outlets=("PLOS Medicine", "PLOS ONE"))),
        ("lancet studies on fat", "on fat", Filters(outlets=("The Lancet",))),
        ("lancet on fat", "fat", Filters(outlets=("The Lancet",))),
        ("the lancet, fat and cold", "fat and cold", Filters(outlets=("The Lancet",))),
        ("bbc on sleep", "sleep", Filters(outlets=("BBC",))),
        ("BBC on sleep", "sleep", Filters(outlets=("BBC",))),
        ("what does the bbc say about sleep", "sleep", Filters(outlets=("BBC",))),
        ("sleep, by the BBC", "sleep", Filters(outlets=("BBC",))),
        ("plos med on coffee", "coffee", Filters(outlets=("PLOS Medicine",))),
        ("PLoS Med. papers on coffee", "on coffee", Filters(outlets=("PLOS Medicine",))),
        ("papers from PsyPost and from the BBC on sleep", "on sleep", Filters(outlets=("PsyPost", "BBC"))),
        ("parkinsonism and related disorders on gait", "gait", Filters(outlets=("Parkinsonism and Related Disorders",))),
        ("plos on coffee", "coffee", Filters(outlets=("PLOS Medicine", "PLOS ONE"))),
        ("plos studies on coffee", "on coffee", Filters(outlets=("PLOS Medicine", "PLOS ONE"))),
        ("papers in breast cancer research on ankles", "on ankles", Filters(outlets=("Breast Cancer Research",))),
    ],
)  # fmt: skip
def test_outlets_are_read_as_written(question: str, rest: str, filters: Filters) -> None:
    """In short, by their letters, in small letters."""
    intent = understood(question)
    assert (intent.question, intent.filters) == (rest, filters)


@pytest.mark.parametrize(
    ("question", "rest", "unwanted"),
    [
        ("fat and cold, not from the Lancet", "fat and cold", Filters(outlets=("The Lancet",))),
        ("anything but PsyPost on flu", "on flu", Filters(outlets=("PsyPost",))),
        ("except PLOS ONE, who wrote on walking", "who wrote on walking", Filters(outlets=("PLOS ONE",))),
        ("studies on coffee not from PLOS", "coffee", Filters(outlets=("PLOS Medicine", "PLOS ONE"))),
    ],
)  # fmt: skip
def test_an_outlet_that_is_denied_is_left_out(question: str, rest: str, unwanted: Filters) -> None:
    """And never the other way round."""
    intent = understood(question)
    assert (intent.question, intent.unwanted) == (rest, (unwanted,))
    assert not intent.filters
    assert not intent.preferred


@pytest.mark.parametrize(
    "question",
    [
        "may exercise help with Parkinson?",
        "the nature of lies",
        "changes in nature",
        "What Does Nature Say About Mice",
        "what is new in exercise",
        "parkinsonism on levodopa",
        "parkinsonism studies on gait",
        "does sleep at bbc matter",
        "results in Nature Medicine on mice",
        "not from Science: mice",
        "what does https://www.example.org/other/ say",
    ],
)
def test_what_is_no_outlet_limits_nothing(question: str) -> None:
    """A name that is a word, or another outlet's."""
    intent = understood(question)
    assert not intent.filters
    assert not intent.unwanted


@pytest.mark.parametrize(
    ("question", "preferred"),
    [
        ("what is new in breast cancer research", Filters(outlets=("Breast Cancer Research",))),
        ("Nature papers on mice", Filters(outlets=("Nature",))),
        ("nature papers on mice", Filters(outlets=("Nature",))),
        ("nature, nurture and fat", Filters()),
        ("Nature, nurture and fat", Filters()),
    ],
)  # fmt: skip
def test_an_outlet_that_may_be_the_matter_is_only_preferred(
    question: str, preferred: Filters
) -> None:
    """Nothing is shut out for it."""
    intent = understood(question)
    assert (intent.filters, intent.preferred) == (Filters(), preferred)


def test_an_outlet_is_the_same_however_its_name_is_shortened() -> None:
    """Some of a journal's own articles print it in short."""
    held = outlets_held(
        "PLoS Med", "PLOS Medicine", "PLoS Medicinal Chemistry", "PLOS ONE", "Cell", "Cells"
    )
    for said in ("what does PLoS Medicine say about fat", "plos med on fat"):
        intent = intent_of(said, held, today=TODAY)
        assert sorted(intent.filters.outlets) == ["PLOS Medicine", "PLoS Med"]
    assert intent_of("body fat, not in Cell", held, today=TODAY).unwanted == (
        Filters(outlets=("Cell",)),
    )


@pytest.mark.parametrize("said", ["bmj papers on fat", "what does the BMJ say about fat"])
def test_an_outlet_is_the_same_with_its_article_and_without(said: str) -> None:
    """Some print "The BMJ" and some "BMJ"."""
    intent = intent_of(said, outlets_held("BMJ", "The BMJ", "BMJ Open", "The The"), today=TODAY)
    assert sorted(intent.filters.outlets) == ["BMJ", "The BMJ"]


def test_one_outlet_is_wanted_and_another_is_not() -> None:
    """Both are named in one question."""
    intent = understood("PLOS ONE, not PLOS Medicine: walking")
    assert (intent.question, intent.filters) == ("walking", Filters(outlets=("PLOS ONE",)))
    assert intent.unwanted == (Filters(outlets=("PLOS Medicine",)),)


def test_of_thousands_of_outlets_the_named_one_is_found_at_once() -> None:
    """Each costs a look at the question, and no more, though they are of one another's words."""
    words = (
        "journal",
        "of",
        "sleep",
        "brain",
        "cell",
        "heart",
        "mice",
        "research",
        "health",
        "science",
    )
    others = [" ".join(three).title() for three in permutations(words, 3)]
    many = outlets_held(*(f"Journal of {number} things" for number in range(5000)), *others)
    started = perf_counter()
    intent_of(f"does {' '.join(words)} help {' '.join(reversed(words))}?", many, today=TODAY)
    intent = intent_of("articles in the journal of 77 things on mice", many, today=TODAY)
    assert intent.filters == Filters(outlets=("Journal of 77 things",))
    assert perf_counter() - started < 2


@pytest.mark.parametrize(
    "outlet", ["Women's Health", "Alzheimer’s & Dementia", "Anti-Cancer Drugs"]
)
@pytest.mark.parametrize("mark", ["'", "’"])
def test_an_outlet_with_marks_in_its_name_is_found(outlet: str, mark: str) -> None:
    """Whichever apostrophe is printed, and whichever typed."""
    typed = outlet.lower().replace("’", mark).replace("'", mark)
    intent = intent_of(f"papers in {typed} on sleep", outlets_held(outlet, "BBC"), today=TODAY)
    assert (intent.question, intent.filters) == ("on sleep", Filters(outlets=(outlet,)))


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
