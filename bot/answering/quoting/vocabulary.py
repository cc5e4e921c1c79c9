"""Words that tell how a sentence hangs together: lists to read and to add to, no rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for any of these; longer ones first, blanks for any white space."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(phrase.replace(" ", r"\s+") for phrase in longest_first) + ")"


_LABELS: Final = (
    "background", "context", "introduction", "objective", "objectives", "aim", "aims", "purpose",
    "rationale", "method", "methods", "methods and findings", "design", "result", "results",
    "main results", "finding", "findings", "conclusion", "conclusions", "interpretation",
    "discussion", "significance", "implications", "abstract", "summary", "text",
)  # fmt: skip

ABSTRACT_LABEL: Final = (
    rf"(?:{any_of(label.upper() for label in _LABELS)}\s*:?"
    rf"|{any_of(label.capitalize() for label in _LABELS)}\s*:)\s+(?=[\"“‘A-Z0-9])"
)
"""What a structured abstract puts before a sentence: "RESULTS", "Methods:"."""

CONNECTIVES: Final = (
    "however", "moreover", "furthermore", "additionally", "therefore", "thus", "hence", "consequently",
    "similarly", "likewise", "instead", "nevertheless", "nonetheless", "meanwhile", "also", "indeed",
    "finally", "then", "still", "yet", "but", "and", "so", "or", "in addition", "in contrast",
    "by contrast", "in comparison", "on the other hand", "as a result", "for example", "for instance",
    "in particular", "in fact", "in turn", "conversely", "specifically", "accordingly", "importantly",
    "interestingly", "notably", "overall", "surprisingly", "unfortunately", "again", "rather",
    "otherwise", "at the same time", "after that", "afterwards", "subsequently", "secondly", "thirdly",
    "next", "in this case", "in this way", "in this context", "in this respect", "in this regard",
    "for this reason", "for this purpose", "to this end", "to do so", "not surprisingly",
)  # fmt: skip

ARTICLE_ITSELF: Final = (
    "study", "studies", "paper", "article", "review", "work", "trial", "trials", "analysis",
    "meta-analysis", "report", "guideline", "statement", "survey", "investigation", "research",
    "manuscript", "essay", "editorial", "commentary", "summary", "experiment", "experiments", "project",
    "section", "chapter",
)  # fmt: skip

EMPTY_IT: Final = (
    r"it\s+(?:is|was|has\s+been|had\s+been|will\s+be|(?:would|may|might|can|could|should)\s+be|"
    r"remains?|seems?|appears?|turns?\s+out|follows)\s+(?:\w+ly\s+|also\s+|now\s+|not\s+|still\s+|"
    r"thus\s+|well\s+|often\s+|very\s+|yet\s+)?"
    + any_of((
        "important", "known", "unknown", "likely", "unlikely", "possible", "impossible", "clear",
        "unclear", "estimated", "thought", "believed", "assumed", "expected", "suggested", "recommended",
        "noted", "shown", "found", "reported", "difficult", "easy", "necessary", "essential",
        "interesting", "worth", "noteworthy", "plausible", "conceivable", "evident", "apparent",
        "established", "accepted", "recognized", "recognised", "understood", "proposed", "hypothesized",
        "hypothesised", "argued", "said", "observed", "demonstrated", "concluded", "hoped", "true",
        "hard", "common", "crucial", "critical", "useful", "that", "to",
    ))
    + r"\b"
)  # fmt: skip
"""An "it" that stands for what follows."""

GENERIC_NOUNS: Final = (
    "drug", "drugs", "compound", "treatment", "therapy", "disease", "disorder", "condition", "virus",
    "vaccine", "procedure", "device", "technique", "method", "effect", "effects", "difference",
    "differences", "increase", "increases", "decrease", "decreases", "reduction", "change", "changes",
    "finding", "findings", "result", "results", "patients", "participants", "subjects", "volunteers",
    "group", "groups", "animals", "mice", "rats", "children", "women", "men", "protein", "gene",
    "infection", "symptom", "symptoms", "intervention", "programme", "program", "model", "researcher",
    "researchers", "team", "scientists", "investigators", "association", "relationship", "correlation",
    "rate", "rates", "risk", "figure", "number", "numbers", "proportion", "percentage", "first",
    "second", "third", "last", "two", "three", "four", "five", "remaining", "rest", "resulting",
    "corresponding", "above", "following", "reason", "reasons", "answer", "question", "problem",
    "pattern", "trend", "approach", "system", "process", "dose", "doses", "species", "population",
    "cell", "cells", "bacteria", "test", "tests", "sample", "samples", "site", "sites",
)  # fmt: skip
"""What "the …" at a sentence's start often takes up again."""

PREPOSITIONS: Final = (
    "in", "on", "of", "for", "with", "from", "by", "after", "before", "during", "among", "under",
    "unlike", "like", "despite", "besides", "through", "because of", "based on", "given", "using", "to",
    "as", "at", "following", "beyond", "since", "until", "via", "within", "not only", "only",
)  # fmt: skip
