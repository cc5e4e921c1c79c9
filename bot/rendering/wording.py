"""Every word an answer is dressed in; the answers' own words come from the articles."""

from __future__ import annotations

from typing import Final

NO_ANSWER: Final = "**I found no answer to this in my library.**"
NO_ANSWER_NEAR: Final = "The nearest articles it holds, which may not answer your question:"
NO_ANSWER_NOTHING_NEAR: Final = "It holds no article close to your question either."
NO_ANSWER_FOOTER: Final = "Other words may find more. I answer only from the articles I hold."

QUOTED: Final = "Sentences from the articles; each number opens its source."
UNTITLED: Final = "Untitled article"
NOT_STATED: Final = "not stated"
PREPRINT: Final = "preprint, not peer-reviewed"

SHOW_PASSAGES: Final = "Show passages"
DELETE: Final = "Delete"
PREVIOUS: Final = "Previous"
NEXT: Final = "Next"

ABSTRACT: Final = "Abstract"
CAPTION: Final = "Caption"
NO_PASSAGES: Final = "The passages of this answer are no longer kept."

STATUSES: Final = {
    "corrected": "corrected since",
    "expression of concern": "under an expression of concern",
    "retracted": "RETRACTED",
    "reinstated": "reinstated after a retraction",
}
"""What is said of an article that is not simply current."""

_SUPPORT: Final = (
    (0.85, "Strong match: the library very probably answers this."),
    (0.65, "Good match: the library probably answers this."),
    (0.0, "Weak match: read the sources before you rely on this."),
)
"""From which calibrated probability on each sentence is used."""


def support(confidence: float) -> str:
    """How sure the answer is, in words."""
    return next((words for least, words in _SUPPORT if confidence >= least), _SUPPORT[-1][1])


def written_by(model: str) -> str:
    """Who put the answer into words, where it was a language model."""
    return f"Put into words by {model}; every sentence was checked against its source."


def left_out(count: int) -> str:
    """Where an answer has more sentences than a message holds."""
    return f"{count} more {'sentence' if count == 1 else 'sentences'} did not fit here."


def only_in(subjects: str) -> str:
    """On whom a study was made that nobody took part in: "in animals, cells or tissue only"."""
    return f"in {subjects} only"


def reports(paper: str) -> str:
    """The paper behind a story, by its design, size and DOI."""
    return f"reports: {paper}"


def of_reported(fate: str) -> str:
    """What befell the paper that a story reports."""
    return f"the paper it reports: {fate}"


def checked(day: str) -> str:
    """When a status was last looked up."""
    return f"status last checked {day}"


def page_of(number: int, total: int) -> str:
    """Which of the passages this is."""
    return f"Passage {number} of {total}"
