"""What followed what: the row of the findings comes back from the events, and chance is the share of days covered."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.evidence.following import FORTNIGHT, SINCE, Followed, counter_measures_followed, followed
from dualtrack.evidence.record import load_record

APRIL_AND_OCTOBER = ((2025, 4), (2025, 10))
"""Months whose counter-measures stand in the source of the equation of retaliation."""
UNTIL = SINCE + timedelta(days=999)
DAYS = st.lists(st.integers(0, 999).map(lambda later: SINCE + timedelta(days=later)), max_size=8)


def test_the_row_of_the_counter_measures_comes_back_from_the_events() -> None:
    record = load_record()
    row = record.finding("counter_controls_timing")
    found = counter_measures_followed(record.events, left_out=APRIL_AND_OCTOBER)
    assert (row.effect, row.out_of, row.chance) == (found.hits, found.out_of, round(found.chance, 4))


def test_what_the_row_says_of_allied_rules_comes_back_too() -> None:
    record = load_record()
    found = counter_measures_followed(record.events, left_out=APRIL_AND_OCTOBER, causes=("US", "NL", "JP"))
    note = record.finding("counter_controls_timing").note
    assert f"{found.hits} of {found.out_of} by a chance of {found.chance:.4f}" in note


def test_a_count_by_hand() -> None:
    cause = date(2023, 1, 1)
    answers = [date(2022, 12, 31), date(2023, 1, 15), date(2023, 1, 20), date(2023, 3, 1)]
    assert followed(answers, [cause], cause, date(2023, 1, 30)) == Followed(1, 3, 0.5)
    assert followed(answers[1:], [cause], cause, date(2023, 1, 30)) == Followed(1, 2, 0.5)
    assert followed([date(2023, 1, 16)], [cause], cause, cause) == Followed(0, 1, 1.0)


@given(DAYS, DAYS)
def test_hits_are_of_clusters_and_chance_is_a_share(answers: list[date], causes: list[date]) -> None:
    found = followed(answers, causes, SINCE, UNTIL)
    assert 0 <= found.hits <= found.out_of <= len(set(answers))
    assert 0 <= found.chance <= min(1, len(set(causes)) * (FORTNIGHT + 1) / 1000)
    assert followed(answers[::-1], causes[::-1] * 2, SINCE, UNTIL) == found


@given(DAYS, DAYS)
def test_more_causes_never_take_a_hit_away(answers: list[date], causes: list[date]) -> None:
    fewer, all_of_them = (followed(answers, some, SINCE, UNTIL) for some in (causes[1:], causes))
    assert fewer.hits <= all_of_them.hits
    assert fewer.chance <= all_of_them.chance


@pytest.mark.parametrize("later", [0, FORTNIGHT])
def test_the_day_of_the_cause_and_the_last_of_the_fortnight_count(later: int) -> None:
    assert followed([SINCE + timedelta(days=later)], [SINCE], SINCE, UNTIL).hits == 1
    assert followed([SINCE + timedelta(days=FORTNIGHT + 1)], [SINCE], SINCE, UNTIL).hits == 0
