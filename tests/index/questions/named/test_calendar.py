"""A time as people say it becomes figures, counted from the day it is asked on."""

from __future__ import annotations

from datetime import date

import pytest

from index.questions.named.calendar import in_figures


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("news this week", "news since 2026-01-08"),
        ("news last week", "news since 2026-01-01"),
        ("papers last month", "papers in 2025-12"),
        ("papers since March", "papers since 2025-03"),
        ("papers in May or June 2024", "papers in 2024-05 or 2024-06"),
        ("papers from March or April", "papers from 2025-03 or 2025-04"),
        ("papers in Nov. and in January on", "papers in 2025-11 and in 2026-01 on"),
        ("did it rise in March, may it fall", "did it rise in 2025-03, may it fall"),
        ("papers of Dec. 2023 or Jan. 2024", "papers of 2023-12 or 2024-01"),
        ("papers from 2022-23", "papers from 2022-2023"),
        ("papers from 2022-11", "papers from 2022-11"),
        ("papers from 2022-23-40", "papers from 2022-23-40"),
        ("papers from 2022-21", "papers from 2022-21"),
        ("papers of the past two months", "papers since 2025-11-15"),
        ("papers from the 1990s", "papers between 1990 and 1999"),
        ("in the last 999 decades", "since 0000"),
        ("the 1918 flu", "the 1918 flu"),
        ("the last supper", "the last supper"),
        ("the last \u017fix years", "the last \u017fix years"),
        ("the last f\u0131ve years", "the last f\u0131ve years"),
    ],
)
def test_times_are_told_by_figures(said: str, figures: str) -> None:
    """Also over the turn of a year."""
    assert in_figures(said, date(2026, 1, 15)).startswith(figures)
