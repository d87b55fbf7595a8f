"""Decimal years keep the order and the length of calendar time."""

import calendar
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dualtrack.evidence.dates import day_of, decimal_year, middle

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 30))


def test_a_year_begins_at_its_whole_number():
    assert decimal_year(date(2018, 1, 1)) == 2018.0


def test_the_middle_day_of_a_common_year_is_half_way():
    assert decimal_year(date(2023, 7, 2)) == 2023 + 182 / 365


@given(DAYS)
def test_a_decimal_year_falls_on_the_day_that_it_was_made_of(day):
    assert day_of(decimal_year(day)) == day


@given(DAYS)
def test_a_day_lies_in_its_own_year(day):
    assert day.year <= decimal_year(day) < day.year + 1


@given(DAYS)
def test_the_next_day_is_later_by_one_day_of_its_year(day):
    days_in_year = 366 if calendar.isleap(day.year) else 365
    step = decimal_year(day + timedelta(days=1)) - decimal_year(day)
    # two numbers near 2000 are subtracted: their spacing is 2.3e-13
    assert abs(step - 1 / days_in_year) < 1e-12


@given(DAYS, DAYS)
def test_the_middle_lies_between_both_ends(one, other):
    start, end = sorted((one, other))
    half = middle(start, end)
    assert start <= half <= end
    assert abs((half - start) - (end - half)) <= timedelta(days=1)
