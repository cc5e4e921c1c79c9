"""Dialogues: what each follow-up is looked up as, and which questions stand by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from bot.answering.questions.conversation import Understood, continued, understood
from bot.answering.questions.turns import MOST_TURNS, Turn, turns_of, turns_text, within_reach
from bot.answering.questions.wishes import Wish, wish_in
from index.article import Status
from index.evidence_card import Design
from index.holdings.filters import EVERYTHING, Filters


def turn(question: str, *, private: bool = False, at: int = 0) -> Turn:
    return Turn(question, "a1", private, at)


def asked(*said: str) -> list[Understood]:
    """What each of these, said one after the other, was understood as."""
    turns: tuple[Turn, ...] = ()
    found: list[Understood] = []
    for text in said:
        known = understood(text, turns)
        found.append(known)
        if not known.wish:
            turns = continued(turns, known, turn(known.question))
    return found


@pytest.mark.parametrize(
    ("before", "said", "meant"),
    [
        pytest.param("Does ketamine lift mood in adults?", "and in children?", "Does ketamine lift mood in children?", id="another group"),
        pytest.param("Does ketamine lift mood?", "And in older people?", "Does ketamine lift mood in older people?", id="a group where none was"),
        pytest.param("Does ketamine lift mood among nurses?", "what about students?", "Does ketamine lift mood among students?", id="a group without its preposition"),
        pytest.param("Do children sleep longer than adults?", "and teenagers?", "Do teenagers sleep longer than adults?", id="the group is the subject"),
        pytest.param("Does esketamine lift mood in adults?", "what about ketamine?", "Does ketamine lift mood in adults?", id="another drug"),
        pytest.param("How does the varroa mite harm honeybees?", "How about viruses?", "How does viruses harm honeybees?", id="another cause"),
        pytest.param("What are the side effects of statins?", "and of aspirin?", "What are the side effects of aspirin?", id="with its preposition"),
        pytest.param("Is coffee linked to cancer?", "tea?", "Is tea linked to cancer?", id="one word"),
        pytest.param("How many people have asthma?", "And diabetes?", "How many people have diabetes?", id="another disease"),
        pytest.param("Does exercise help people sleep?", "at night?", "Does exercise help people sleep at night?", id="a circumstance"),
        pytest.param("Does melatonin help at night?", "and during the day?", "Does melatonin help at night during the day?", id="another kind of circumstance"),
        pytest.param("Does melatonin help with jet lag?", "with insomnia?", "Does melatonin help with insomnia?", id="the same preposition"),
        pytest.param("Does ketamine lift mood in rats?", "side effects?", "What are the side effects of ketamine in rats?", id="an attribute"),
        pytest.param("Does ketamine lift mood?", "what about the long-term risks?", "What are the long-term risks of ketamine?", id="an attribute with its adjective"),
        pytest.param("Does ketamine lift mood?", "why?", "Why does ketamine lift mood?", id="why"),
        pytest.param("Does ketamine lift mood?", "How does that work?", "How does ketamine lift mood?", id="how"),
        pytest.param("Is it true that vaccines cause autism?", "why not?", "Why vaccines cause autism?", id="why not"),
        pytest.param("Who discovered penicillin?", "when?", "When discovered penicillin?", id="when"),
        pytest.param("What are the side effects of aspirin?", "is it safe?", "Is aspirin safe?", id="it"),
        pytest.param("Do thresher sharks slap their tails?", "do they hunt at night?", "Do thresher sharks hunt at night?", id="they"),
        pytest.param("Is varroa deadly to honeybees?", "is there a treatment for it?", "Is there a treatment for varroa?", id="it at the end"),
        pytest.param("Does ketamine lift mood?", "what are its risks?", "What are ketamine's risks?", id="its"),
        pytest.param("Does ketamine lift mood?", "How long does this drug last?", "How long does ketamine last?", id="this drug"),
        pytest.param("How do bees dance?", "Do they sleep?", "Do bees sleep?", id="an unknown verb is no part of the subject"),
        pytest.param("Does acupuncture help with depression?", "no I meant counselling", "Does counselling help with depression?", id="a correction"),
        pytest.param("Does tea help with gout?", "sorry, I mean coffee", "Does coffee help with gout?", id="a politer correction"),
        pytest.param("Sleep", "why?", "Why Sleep?", id="why of one word"),
        pytest.param("How do bees dance?", "ok, and wasps?", "How do wasps dance?", id="words before it"),
        pytest.param("Does tea help with gout?", "has newer research changed this?", "Does tea help with gout, newest first?", id="newer research"),
        pytest.param("Does tea help with gout?", "do newer studies contradict older ones", "Does tea help with gout, newest first?", id="newer against older"),
        pytest.param("Does tea help with gout?", "what do later trials say about it?", "Does tea help with gout, newest first?", id="what later ones say"),
        pytest.param("Does tea help with gout?", "are there more recent clinical trials on this topic?", "Does tea help with gout, newest first?", id="newer ones of a kind"),
        pytest.param("Does tea help with gout?", "any new literature on this?", "Does tea help with gout, newest first?", id="newer literature"),
        pytest.param("Does tea help with gout?", "have the most recent developments changed that", "Does tea help with gout, newest first?", id="newer developments"),
        pytest.param("Does tea help with gout, newest first?", "any more recent papers?", "Does tea help with gout, newest first?", id="newer ones again"),
    ],
)  # fmt: skip
def test_a_follow_up_is_a_whole_question(before: str, said: str, meant: str) -> None:
    """It takes from the question before what it leaves out, and nothing else."""
    known = understood(said, [turn(before)])
    assert known.question == meant
    assert known.leaned_on == turn(before)
    assert known.wish is None


@pytest.mark.parametrize(
    "said",
    [
        "How do bees dance?",
        "Does exercise help people sleep?",
        "Is it possible to sleep too much?",
        "What do dogs do when they sleep?",
        "Do people who smoke know that it kills them?",
        "What is known about the microbiome of children in Japan?",
        "Is there evidence that the moon affects sleep?",
        "ketamine dosage",
        "any newer studies on bees?",
        "do newer studies of bees contradict older ones?",
        "has newer research changed how we see bees?",
        "any new bee studies?",
        "any new developments in bees?",
        "thresher sharks",
        "Hilft Bewegung beim Schlafen?",
        "運動は睡眠に効きますか",
    ],
)
def test_a_new_topic_is_looked_up_as_it_stands(said: str) -> None:
    """It takes nothing from before, and what was before is dropped."""
    before = turn("Does ketamine lift mood in adults?")
    known = understood(said, [before])
    assert known == Understood(said)
    assert continued([before], known, turn(said)) == (turn(said),)


def test_a_chain_leans_on_what_was_meant() -> None:
    """Each follow-up goes on from the one before it, as it was understood."""
    known = asked(
        "Does ketamine lift mood in adults?",
        "and in children?",
        "what about esketamine?",
        "why?",
        "How do bees dance?",
        "and wasps?",
    )
    assert [each.question for each in known] == [
        "Does ketamine lift mood in adults?",
        "Does ketamine lift mood in children?",
        "Does esketamine lift mood in children?",
        "Why does esketamine lift mood in children?",
        "How do bees dance?",
        "How do wasps dance?",
    ]


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("show me the numbers", Wish.NUMBERS),
        ("And the figures, please?", Wish.NUMBERS),
        ("how many?", Wish.NUMBERS),
        ("What were the methods?", Wish.METHODS),
        ("what are the methods?", Wish.METHODS),
        ("How did they find that out?", Wish.METHODS),
        ("how did they find out?", Wish.METHODS),
        ("limitations?", Wish.LIMITATIONS),
        ("How reliable is that?", Wish.LIMITATIONS),
        ("does any study disagree?", Wish.DISAGREEMENTS),
        ("tell me more", Wish.MORE),
        ("go on", Wish.MORE),
        ("source?", Wish.MORE),
        ("Sources please", Wish.MORE),
        ("where did you get that from?", Wish.MORE),
        ("are you sure about that?", Wish.LIMITATIONS),
        ("really?", Wish.LIMITATIONS),
        ("how many people were in it?", Wish.NUMBERS),
        ("How many people have asthma?", None),
        ("sources of lead in water?", None),
        ("are you sure that bees dance?", None),
        ("What methods are used to count worms?", None),
        ("more sleep for teenagers?", None),
    ],
)
def test_a_wish_for_another_view_is_told_from_a_question(said: str, wish: Wish | None) -> None:
    assert wish_in(said) is wish


def test_a_correction_that_is_a_question_is_asked_as_it_stands() -> None:
    """Without the words that say it is one."""
    before = turn("Does ketamine lift mood?")
    known = understood("no, I meant to ask how bees dance in spring?", [before])
    assert known == Understood("how bees dance in spring?")


def test_a_wish_is_for_the_last_answer() -> None:
    """Without one before it, the same words are a question like any other."""
    before = turn("Does ketamine lift mood?")
    assert understood("show me the numbers", [before]) == Understood(
        "Does ketamine lift mood?", before, Wish.NUMBERS
    )
    assert understood("show me the numbers", []) == Understood("show me the numbers")


def test_memory_has_a_length_and_an_age() -> None:
    old, young = turn("Old?", at=100), turn("Young?", at=900)
    assert within_reach([old, young], now=1000, seconds=600, private=False) == (young,)
    many = [turn(f"Question {n}?") for n in range(MOST_TURNS)]
    leaning = Understood("And so on?", many[-1])
    assert len(continued(many, leaning, turn("And so on?"))) == MOST_TURNS


def test_what_was_asked_in_private_is_never_carried_where_all_see_it() -> None:
    """A public "and in children?" must not tell what its asker asked alone."""
    private = turn("Is my illness heritable?", private=True)
    assert within_reach([private], now=0, seconds=60, private=False) == ()
    assert within_reach([private], now=0, seconds=60, private=True) == (private,)


@given(st.text(max_size=600), st.text(min_size=1, max_size=600))
def test_no_words_break_it(said: str, before: str) -> None:
    """Whatever is typed is understood as something, quickly, and kept as it is."""
    known = understood(said, [turn(before)])
    assert known.question or not said
    assert turns_of(turns_text([turn(before)])) == (turn(before),)


def test_turns_of_another_version_are_no_turns() -> None:
    assert turns_of('[{"words": 3}]') == ()
    assert turns_of("") == ()


LIMITED = Filters(
    since="2019", outlets=("Nature",), designs=(Design.COHORT,), statuses=(Status.CURRENT,)
)


@pytest.mark.parametrize(
    ("said", "meant", "filters"),
    [
        pytest.param("and in children?", "Does ketamine lift mood in children?", LIMITED, id="leans on it"),
        pytest.param("show me the numbers", "Does ketamine lift mood?", LIMITED, id="a view of it"),
        pytest.param("How do bees dance?", "How do bees dance?", EVERYTHING, id="a new topic"),
        pytest.param("and in all articles?", "Does ketamine lift mood?", EVERYTHING, id="the same, wider"),
        pytest.param("Without the filter, please.", "Does ketamine lift mood?", EVERYTHING, id="without"),
        pytest.param("And now search everywhere!", "Does ketamine lift mood?", EVERYTHING, id="everywhere"),
        pytest.param("and in children, in all articles?", "Does ketamine lift mood in children?", EVERYTHING, id="both"),
        pytest.param("In all studies, what about esketamine?", "Does esketamine lift mood?", EVERYTHING, id="first"),
        pytest.param("and in all studies of mice?", "Does ketamine lift mood in all studies of mice?", LIMITED, id="about mice"),
    ],
)  # fmt: skip
def test_what_a_question_was_limited_to_goes_with_what_leans_on_it(
    said: str, meant: str, filters: Filters
) -> None:
    """And no further: a new topic, or "in all articles", looks everywhere."""
    before = Turn("Does ketamine lift mood?", "a1", private=False, at=0, filters=LIMITED)
    known = understood(said, (before,))
    assert (known.question, known.filters) == (meant, filters)


def test_words_for_all_articles_are_plain_words_where_nothing_was_limited() -> None:
    known = understood("Is it so in all articles?", (turn("Does ketamine lift mood?"),))
    assert known.question.endswith("in all articles?")


def test_turns_come_back_as_they_were_kept() -> None:
    """Those of a version that knew no limits too."""
    turns = (Turn("Q?", "a1", private=True, at=3, filters=LIMITED), turn("R?"))
    assert turns_of(turns_text(turns)) == turns
    old = '[{"question":"Q?","answer_id":"a1","private":false,"at":3}]'
    assert turns_of(old) == (Turn("Q?", "a1", private=False, at=3),)


@pytest.mark.parametrize(
    ("said", "question"),
    [
        pytest.param("was it a randomised trial?", "was it a randomised trial?", id="it"),
        pytest.param("and who wrote this study?", "who wrote this study?", id="this study"),
        pytest.param("ok, when was it published?", "when was it published?", id="ok"),
    ],
)
def test_a_fact_is_asked_of_the_study_that_was_cited_alone(said: str, question: str) -> None:
    """What comes after it leans on the question before it, not on the study."""
    before = Turn("Does ketamine lift mood?", "a1", private=False, at=0, study="a7")
    known = understood(said, (before,))
    assert (known.question, known.filters) == (question, Filters(articles=("a7",)))
    assert known.aside
    assert known.leaned_on == before
    # Of several studies, none is taken for the one that is meant.
    assert not understood(said, (turn("Does ketamine lift mood?"),)).filters


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("where is it made?", "Where is insulin made?"),
        ("was it tested in children?", "Was insulin tested in children?"),
        ("when did it appear?", "When did insulin appear?"),
    ],
)
def test_what_may_be_asked_of_anything_is_asked_of_the_matter(said: str, question: str) -> None:
    """And not of the study that told of it."""
    before = Turn("What is insulin?", "a1", private=False, at=0, study="a7")
    known = understood(said, (before,))
    assert (known.question, known.aside) == (question, False)
    assert not known.filters
