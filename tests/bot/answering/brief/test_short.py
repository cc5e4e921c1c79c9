"""The short answer within a statement: what was asked for, in the words that stand there."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from bot.answering.brief.short import short_answer
from bot.answering.evidence import Sought
from index.words.lexical import Stemmer
from index.words.question_words import QuestionWords, function_stems

STEMMER = Stemmer()
PLAIN = function_stems(STEMMER)


def sought(question: str) -> Sought:
    """The question, its words all equally rare."""
    weights = {stem: 1.0 for stem in STEMMER.terms(question) if stem not in PLAIN}
    return Sought(question, QuestionWords(weights, {}), STEMMER.terms)


def bold(question: str, text: str) -> str:
    """What is set in bold, "" for nothing."""
    found = short_answer(text, sought(question))
    return text[slice(*found)] if found else ""


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        pytest.param("how many hives were filmed?", "In 2020, 214 dances in four hives were filmed.", "four hives", id="a count of what was asked"),
        pytest.param("what percentage of bees returned?", "Of 300 bees, 62 % returned within two hours.", "62 %", id="a share, not the count"),
        pytest.param("what proportion had anxiety?", "They reported pain (634 [50.4%]), anxiety (560 [44.6%]) and gout (9 [2.1%]).", "44.6%", id="in brackets behind its word"),
        pytest.param("how long does the dance last?", "The dance of 12 bees lasts 3 to 5 minutes.", "3 to 5 minutes", id="a time, not the count"),
        pytest.param("what was the breathing rate?", "The mean breathing rate was 43 breaths per minute.", "43 breaths per minute", id="per minute"),
        pytest.param("how many people died?", "About 1,200 people died.", "About 1,200 people", id="about"),
        pytest.param("how many people took part in the yoga trial?", "Those who came did ten yoga sessions; 302 adult patients were offered yoga.", "302 adult patients", id="a count of people, not of sessions"),
        pytest.param("how many patients had the virus?", "They found the virus in 68 of 101 people with gout.", "68 of 101 people", id="a part of a whole"),
        pytest.param("how many hours do bees sleep?", "Bees sleep 8 hours in 3 bouts.", "8 hours", id="a count of hours"),
        pytest.param("how many died?", "Of 90 bees kept for 3 weeks, 14 died.", "14", id="a count of nothing named"),
        pytest.param("how fast does it swim?", "The fish is 365 cm long and swims at 14.03 metres per second.", "14.03 metres per second", id="a speed, not a length"),
        pytest.param("how much did it warm?", "It warmed the plots by 1°C to 3°C.", "1°C to 3°C", id="a range with its unit twice"),
        pytest.param("who wrote the dance statement?", "Karl von Frisch presented it in July 1920, as “The Dance Statement”.", "Karl von Frisch", id="no title and no month"),
        pytest.param("where was the dance seen?", "A study from New Zealand looked at the dance.", "New Zealand", id="no verb behind a place"),
        pytest.param("what kills bees?", "Bees given extracts died sooner, and stronger extracts killed faster.", "stronger extracts", id="no verb within a thing"),
        pytest.param("which virus harms bees?", "Moku virus, mites and frost harm bees.", "Moku", id="one where one was asked for"),
        pytest.param("when was the virus found?", "On January 30, 2020, the 2019-nCoV virus was found.", "January 30, 2020", id="a day, not a name"),
        pytest.param("in what year was it built?", "It was built in 1907 over 3 months.", "1907", id="a year"),
        pytest.param("when do symptoms begin?", "Symptoms begin after 2 to 14 days.", "2 to 14 days", id="a time for a when"),
        pytest.param("who discovered the dance?", "The dance was discovered by Karl von Frisch in Austria.", "Karl von Frisch", id="a name"),
        pytest.param("where was the dance first seen?", "The dance was first seen in June 1920 in the city of Munich.", "city of Munich", id="a place, not a month"),
        pytest.param("what is a drone?", "A drone is a male bee that gathers no nectar.", "male bee", id="what it is"),
        pytest.param("what are nuclear receptors (NRs)?", "By binding DNA, nuclear receptors (NRs) are a class of factors.", "class of factors", id="with its short form"),
        pytest.param("what is the PHQ-9?", "Its measure was the PHQ-9, a questionnaire on which more is worse.", "questionnaire", id="without the end of its clause"),
        pytest.param("what is IFITM?", "Interferon-induced transmembrane (IFITM) proteins are small.", "Interferon-induced transmembrane", id="a long form"),
        pytest.param("what is the key regulator of sporulation?", "Spo0A is the key regulator of sporulation.", "Spo0A", id="before the verb"),
        pytest.param("what inhibits the enzyme?", "The enzyme is inhibited by 2-bromopalmitic acid (2BP).", "2-bromopalmitic acid (2BP)", id="behind the verb"),
        pytest.param("what carries the virus?", "Found by Webb (2003), bats carry the virus (VRS).", "bats", id="not who found it"),
        pytest.param("what is the family of the bee virus?", "The bee virus (BV) is a member of the family Iflaviridae.", "Iflaviridae", id="not the short form in brackets"),
        pytest.param("what kind of bee dances?", "The worker bee dances.", "worker", id="a kind before its word"),
        pytest.param("from what plant does the honey come?", "The honey comes from heather in May.", "heather", id="behind the question's own preposition"),
        pytest.param("what proportion of hives died?", "Of all hives, 40.2% died [12], 95% CI 38 to 43.", "40.2%", id="no interval and no reference"),
        pytest.param("how long is the tail?", "The tail of 12 sharks is 180 cm long.", "180 cm long", id="a length for how long"),
        pytest.param("what is the bee count?", "The bee count was 214 after 3 days.", "214", id="a count, not a time"),
        pytest.param("where is the highest rate of gout?", "The highest rate of gout, 6 %, is in New Zealand.", "New Zealand", id="a place, though a rate is named"),
        pytest.param("where does the protein collect?", "The protein collects in the nucleus in most cases.", "nucleus", id="a place without a name"),
        pytest.param("which symptoms did patients have?", "Patients had fever, cough and chills.", "fever, cough and chills", id="a list"),
    ],
)  # fmt: skip
def test_what_was_asked_for_stands_out(question: str, text: str, short: str) -> None:
    """By the form of the question and the words around."""
    assert bold(question, text) == short


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param("does the dance help?", "The dance helps 40 bees.", id="yes or no"),
        pytest.param("why do bees dance?", "Bees dance because it pays.", id="a reason"),
        pytest.param("how many bees dance?", "Many bees dance.", id="no number"),
        pytest.param("when do bees dance?", "Bees dance in the dark.", id="no date"),
        pytest.param(
            "when was it published?",
            "Those who lived for two years with it were published.",
            id="a time that is no when",
        ),
        pytest.param(
            "how many bees died?",
            "Six genes were more active in bees, and 82% of hives died at 1.5 m.",
            id="a count of something else",
        ),
        pytest.param(
            "how many patients had the virus?", "Of 186 patients none had the virus.", id="none"
        ),
        pytest.param(
            "how old were the bees?", "Of 186 bees none were old.", id="a count for an age"
        ),
        pytest.param("how fast do bees fly?", "Bees fly 3 km.", id="a length for a speed"),
        pytest.param(
            "who danced?", "Those who danced were seen in Munich.", id="a place for a name"
        ),
        pytest.param(
            "how many people were studied?",
            "The profile occurs in one of 12,500 people studied.",
            id="a chance for a count",
        ),
        pytest.param(
            "who is Glendon Parker?",
            "The DNA had decayed. That is what Glendon Parker showed.",
            id="what somebody did",
        ),
        pytest.param(
            "which virus is universal?",
            "By September the virus was universal.",
            id="a month for a thing",
        ),
        pytest.param(
            "who reported on sharks in june 2010?",
            "In June 2010 divers reported sharks around Pescador Island.",
            id="an island for a name",
        ),
        pytest.param("who is at risk?", "At risk of HCoV-229E are many.", id="a virus for a name"),
        pytest.param(
            "which journal published the bee study?",
            'The bee study was published as "Dances Keep Hives in the Dark".',
            id="words of a title",
        ),
        pytest.param(
            "what protects honey bees from mites?",
            "Thyme may help bees.",
            id="too few of its words",
        ),
        pytest.param("what does thyme do to bees?", "Thyme plays a key role in bees.", id="a role"),
        pytest.param("what genes make bees dance?", "Six genes make bees dance.", id="how many"),
        pytest.param("what kills bees?", "Bees may die.", id="a verb behind may"),
        pytest.param(
            "what do mites do to bees?",
            "Mites can push a bee virus.",
            id="a verb before an article",
        ),
        pytest.param(
            "what is the size of a bee?", "A bee has a size of 3%.", id="a share for a size"
        ),
        pytest.param(
            "what share of bees died?",
            "The share of bees that died fell in 12 hives.",
            id="a count for a share",
        ),
        pytest.param(
            "where do bees go?", "Bees go out in an effort to find food in winter.", id="no place"
        ),
        pytest.param(
            "what did the bee study find?", "The bee study found bees in hives.", id="a finding"
        ),
        pytest.param(
            "how many bees were in the study?",
            "Study 1 filmed bees in hives.",
            id="a study's number",
        ),
        pytest.param(
            "when was the bee study carried out?",
            "The bee study was published in May 2013.",
            id="when it was published for when it was done",
        ),
        pytest.param("where are the bees?", "The bees are in Table 2.", id="a table for a place"),
        pytest.param(
            "where was the bee study done?",
            "Bees came from the REACH study.",
            id="a name that is no place",
        ),
        pytest.param("what kills bees?", "In mice: Frost.", id="what we say before the article"),
        pytest.param("what is XMRV?", "XMRV is involved in no illness.", id="what becomes of it"),
        pytest.param("what is XMRV?", "Its authors had found XMRV in people.", id="who found it"),
        pytest.param(
            "what receptor binds the sugar?",
            "The receptor on the cell that binds the sugar was not identified.",
            id="not known",
        ),
    ],
)
def test_nothing_stands_out_where_nothing_short_answers(question: str, text: str) -> None:
    """Rather nothing in bold than the wrong words."""
    assert bold(question, text) == ""


@given(
    st.sampled_from(["how many bees?", "when?", "who danced?", "where do bees live?", "what is IL-6?", "what causes gout?"]),
    st.text(max_size=300),
)  # fmt: skip
def test_any_text_is_searched(question: str, text: str) -> None:
    """Whatever an article holds, the short answer is words of it."""
    found = short_answer(text, sought(question))
    assert found is None or text[slice(*found)].strip()


@pytest.mark.parametrize(
    ("question", "text", "found"),
    [
        pytest.param("what kills bees?", "Frost kills bees.", False, id="a thing"),
        pytest.param("what is the cause of gout?", "Uric acid is the cause of gout.", False, id="of something"),
        pytest.param("what is a drone?", "A drone is a male bee.", True, id="what it is"),
        pytest.param("how many bees died?", "40 bees died.", True, id="a count"),
    ],
)  # fmt: skip
def test_a_thing_is_set_in_bold_in_the_first_statement_alone(
    question: str, text: str, *, found: bool
) -> None:
    """What answers best tells it or nothing does; a number or a meaning may follow."""
    assert short_answer(text, sought(question), first=True)
    assert bool(short_answer(text, sought(question), first=False)) is found
