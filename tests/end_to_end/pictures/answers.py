"""What members see of answers, and of what stands under them."""

from __future__ import annotations

from typing import Final

from tests.end_to_end.pictures.shown import (
    JONAS,
    ROBIN,
    SASHA,
    As,
    Fill,
    Press,
    Say,
    Shown,
    Sitting,
    Use,
)


def _asked(question: str, *options: tuple[str, str]) -> Use:
    return Use("ask", (("question", question), *options))


_ACUPUNCTURE: Final = "does acupuncture help with depression?"

ANSWERS: Final = Sitting(
    (
        Shown(
            "answer", "an answer to /ask", (_asked("can you identify a person from hair without DNA?"),),
            ("Robin used /ask", "can you identify a person", "[1]", "match:", "Sentences from the articles", "Passages", "Follow up", "Delete", "Helpful", "Not helpful"),
            ("each sentence ends in a number that is a link", "the reference names its outlet, year and kind of study", "a coloured edge, and the same said in words"),
        ),
        Shown(
            "passages", "Passages, under an answer with several", (_asked(_ACUPUNCTURE), Press("Passages")),
            ("Only you can see this", "Passage 1 of", "Next"), ("the sentence that was quoted in bold",),
        ),
        Shown("passages-2", "its second page", (Press("Next"),), ("Passage 2 of", "Previous"), ("the sentence that was quoted in bold",)),
        Shown("similar", "Similar, under an answer", (Press("Similar"),), ("Only you can see this", "Articles nearest to this one"), ("titles are links",)),
        Shown("more", "More, under an answer", (Press("More"),), ("Only you can see this", "[1]"), ("what the sources say beyond the answer",)),
        Shown("numbers", "More, turned to Numbers", (Press("Numbers"),), ("Only you can see this", "Numbers"), ("sentences with numbers from the same sources",)),
        Shown("follow-up-form", "the form of Follow up", (Press("Follow up"),), ("Follow up on this answer", "Ask a question", "Submit"), (), 0),
        Shown(
            "follow-up", "the answer to a follow-up", (Press("Follow up"), Fill("what about counselling?")),
            ("counselling", "[1]"), ("the question as it was understood stands above",),
        ),
        Shown("helpful", "thanks for an opinion", (Press("Helpful"),), ("Only you can see this", "Thank you: noted as helpful."), ()),
        Shown("not-helpful-form", "the form of Not helpful", (Press("Not helpful"), Fill("", choice="outdated", send=False)), ("What was wrong?", "Reason", "outdated"), (), 0),
        Shown("not-helpful", "after it was sent", (Press("Not helpful"), Fill("There is a newer trial.", choice="outdated")), ("Only you can see this", "on the list of what it lacks"), ()),
        Shown("abstention", "an abstention", (_asked("who won the world cup in 2018?"),), ("I found no answer", "may not answer your question", "Delete"), ("the nearest articles are offered, and said to be no answer",)),
        Shown("private", "a private answer", (_asked(_ACUPUNCTURE, ("private", "True")),), ("Only you can see this", "Share"), ()),
        Shown("shared", "the same, shared", (Press("Share"),), ("Shared by Robin",), ("not marked as private any more",)),
        Shown("animals", "an answer from a study on mice", (_asked("does willow bark extract reduce swelling?"),), ("In mice:", "in animals only"), ()),
        Shown("contrast", "an answer from two studies that found the opposite", (_asked("do evening walks lower blood pressure?"),), ("Evening walks lowered", "By contrast", "Evening walks raised", "[2]"), ("both sides, each with its number",)),
        Shown("retracted", "an answer from a retracted article", (_asked("does elderberry syrup end colds sooner?"),), ("RETRACTED",), ("nobody can read past it",)),
        Shown("limited", "an answer limited by options", (_asked(_ACUPUNCTURE, ("since", "2012"), ("design", "news report")),), ("2012",), ("says what it was limited to",)),
        Shown("stranger", "a stranger who presses Delete", (As(SASHA), Press("Delete")), ("Only you can see this", "Only the person who asked"), ()),
        Shown("mention", "an answer to a mention", (As(ROBIN), Say("<@{bot}> how do thresher sharks hunt?")), ("sharks", "[1]"), ("a reply to the member's message",), 2),
        Shown("german", "an answer for a member who reads German", (As(JONAS), _asked(_ACUPUNCTURE, ("private", "True"))), ("Textstellen", "Nachfragen", "Nicht hilfreich", "Sätze aus den Artikeln"), ("buttons, badges and the last line in German; the articles' words as they stand",)),
    )
)  # fmt: skip
