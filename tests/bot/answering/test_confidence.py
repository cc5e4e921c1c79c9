"""What speaks for an answer where a single source has anything to say."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.confidence import confidence_of, signs_in
from bot.answering.evidence import evidence_in
from tests.bot.answering.hits import hit_of, sought


def test_a_lone_source_tells_less_the_fewer_passages_there_are() -> None:
    """In a library of one article no other could have come about as near."""
    asked = sought("bees", "dance", question="do bees dance in the hive?")
    hits = [hit_of("The bees dance in the dark hive every morning.", similarity=0.4)]
    small, large = (
        replace(asked, words=replace(asked.words, known=known)) for known in (0.05, 0.97)
    )
    sure = [confidence_of(signs_in(hits, evidence_in(hits, each), each)) for each in (small, large)]
    assert 0 < sure[0] < sure[1] < 1
