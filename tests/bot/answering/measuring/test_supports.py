"""What people judged is read whoever wrote it down, and counted as it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.answering.measuring.supports import (
    FEWEST,
    Pair,
    chosen_floors,
    floors_by_precision,
    passes,
    read_pairs,
    verdicts,
    worth,
)
from bot.answering.support.check import FLOORS, SupportCheck
from index.words.lexical import Stemmer

if TYPE_CHECKING:
    from pathlib import Path


class Deaf:
    """Finds every text like every other, so that only rules and coverage decide."""

    def embed_passages(self, texts):
        return np.ones((len(texts), 1), dtype=np.float32)


BEES = "At home bees dance in the dark."

PAIRS = [
    Pair("Bees dance in the dark.", "At home bees dance in the dark.", "supports"),
    Pair("Bees dance in the dark.", "At home bees do not dance in the dark.", "refutes"),
    Pair("Bees dance in the dark.", "Wasps sting in late autumn.", "neutral"),
    Pair("Insects move about by night.", "At home bees dance in the dark.", "complete"),
]


def test_both_ways_of_writing_pairs_are_read(tmp_path: Path):
    """Rows that nobody judged, or that cite nothing or an address alone, are left out; so are marks."""
    rows = [
        {"claim": "**a** [1].", "evidence": f"{BEES}", "label": "Supports"},
        {"claim": "a", "evidence": [BEES, "c"], "support": "Incomplete"},
        {
            "claim": "a",
            "evidence": ["[1] https://example.org/a https://example.org/b"],
            "support": "Complete",
        },
        {"claim": "a", "evidence": [], "support": "Complete"},
        {"claim": "a", "evidence": ["b"], "support": None},
    ]
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows))
    assert list(read_pairs(file)) == [
        Pair("a.", BEES, "supports"),
        Pair("a", f"{BEES}\nc", "incomplete"),
    ]


def test_a_break_inside_a_text_ends_no_row(tmp_path: Path):
    """JSON may hold the marks at which Python breaks lines: people copy them out of web pages."""
    file = tmp_path / "pairs.jsonl"
    claim, source = "Bees\u2028dance.", "In the dark\u0085of the hive\u2029bees dance."
    row = {"claim": claim, "evidence": source, "label": "supports"}
    file.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    assert list(read_pairs(file)) == [Pair(claim, source, "supports")]


def test_the_working_point_is_counted():
    """One of two that are borne out is let through, and nothing else."""
    found = verdicts(PAIRS, SupportCheck(Stemmer(), Deaf()))
    counts = worth(PAIRS, [verdict.supported for verdict in found])
    assert (counts.let_through, counts.rightly, counts.borne_out) == (1, 1, 2)
    assert (counts.denied, counts.denied_through) == (1, 0)
    assert (counts.precision, counts.recall) == (1.0, 0.5)
    assert [passes(verdict, FLOORS) for verdict in found] == [v.supported for v in found]


def test_other_floors_trade_one_for_the_other():
    """Each gives more recall than every more precise one."""
    found = verdicts(PAIRS, SupportCheck(Stemmer(), Deaf()))
    curve = list(floors_by_precision(PAIRS, found).values())
    assert curve
    recalls = [each.recall for each in curve]
    assert recalls == sorted(set(recalls))
    precisions = [each.precision for each in curve]
    assert precisions == sorted(precisions, reverse=True)


def test_floors_are_chosen_for_precision():
    """The most recall at the precision wanted; else the most precise; none where nothing is let through."""
    found = verdicts(PAIRS, SupportCheck(Stemmer(), Deaf()))
    assert chosen_floors(PAIRS, found) is None
    floors = chosen_floors(PAIRS * FEWEST, found * FEWEST)
    assert floors
    assert passes(found[0], floors)
    doubted = [pair._replace(label="neutral") for pair in PAIRS[:1]]
    floors = chosen_floors(doubted * FEWEST, found[:1] * FEWEST)
    assert floors is None or not passes(found[3], floors)


def test_nothing_let_through_is_worth_nothing():
    """And is no error."""
    counts = worth(PAIRS[2:3], [False])
    assert (counts.precision, counts.recall) == (0.0, pytest.approx(0.0))
