"""Policy history: step functions that start at a baseline, and an alarm that neither adds to nor loses what events announce."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.evidence.dates import decimal_year
from dualtrack.evidence.history import ALARM_LASTS, alarm_history, dial_history, value_at
from dualtrack.evidence.record import Record, load_record
from dualtrack.evidence.rows import Event

RECORD = load_record()
DIALS = sorted(dial_history(RECORD))
US_SIDE = {
    "chip_performance_ceiling",
    "chip_frontier_share_ceiling",
    "chip_volume_ceiling",
    "chip_levy",
    "memory_access",
    "tool_access",
    "eda_access",
    "cloud_access",
    "foundry_access",
    "korean_fab_access",
    "mainland_foundry_access",
    "remote_control",
    "process_data_control",
    "cloud_licence_control",
}
CHINESE_SIDE = {"domestic_procurement_mandate", "domestic_tool_mandate", "root_fund_commitments", "deal_review"}


@st.composite
def alarming_records(draw: st.DrawFn) -> Record:
    """Our record with other events, any number of them on any days."""
    days = draw(st.lists(st.dates(date(2018, 1, 1), date(2030, 12, 31)), max_size=12))
    alarms = draw(st.lists(st.floats(0, 1), min_size=len(days), max_size=len(days)))
    model = RECORD.events[0]
    events: tuple[Event, ...] = tuple(replace(model, date=day, alarm=alarm) for day, alarm in zip(days, alarms, strict=True))
    return replace(RECORD, events=events)


def integral(steps):
    return sum(value * (end - start) for (start, value), (end, _) in pairwise(steps))


def test_the_dials_are_those_of_both_governments():
    assert set(DIALS) == US_SIDE | CHINESE_SIDE


@pytest.mark.parametrize("dial", DIALS)
def test_a_dial_starts_at_a_baseline_and_moves_forward(dial):
    steps = dial_history(RECORD)[dial]
    years = [year for year, _ in steps]
    assert years[0] <= 2018.0
    assert years == sorted(set(years))


@pytest.mark.parametrize("dial", DIALS)
def test_a_step_changes_the_value(dial):
    values = [value for _, value in dial_history(RECORD)[dial]]
    assert all(before != after for before, after in pairwise(values))


def test_the_rules_on_chips_are_absolute_after_october_2022():
    history = dial_history(RECORD)
    assert value_at(history["chip_frontier_share_ceiling"], decimal_year(date(2022, 10, 6))) == 1
    assert value_at(history["chip_frontier_share_ceiling"], decimal_year(date(2022, 10, 7))) == 0
    assert value_at(history["chip_performance_ceiling"], decimal_year(date(2025, 6, 1))) == 0
    assert value_at(history["chip_performance_ceiling"], decimal_year(date(2025, 10, 1))) == 0.15


@given(alarming_records())
def test_the_alarm_adds_up_to_what_the_events_announce(record):
    announced = sum(event.alarm for event in record.events)
    # edges near 2000 are subtracted: each pulse may lose a few spacings of 2.3e-13, times its height of at most 4
    assert integral(alarm_history(record)) == pytest.approx(announced, abs=1e-10)


@given(alarming_records())
def test_the_alarm_starts_in_order_is_never_negative_and_ends_at_zero(record):
    steps = alarm_history(record)
    years = [year for year, _ in steps]
    assert years[0] == 2018.0
    assert years == sorted(set(years))
    assert all(value >= 0 for _, value in steps)
    assert steps[-1][1] == 0


@given(st.integers(0, 4000))
def test_a_lone_event_alarms_for_one_quarter(days):
    day = date(2018, 1, 1) + timedelta(days=days)
    record = replace(RECORD, events=(replace(RECORD.events[0], date=day, alarm=0.5),))
    steps = alarm_history(record)
    assert value_at(steps, decimal_year(day)) == 0.5 / ALARM_LASTS
    assert value_at(steps, decimal_year(day) + ALARM_LASTS) == 0


def test_before_the_first_step_the_first_value_holds():
    assert value_at(((2018.0, 3.0), (2020.0, 4.0)), 1999.0) == 3.0
    assert value_at(((2018.0, 3.0), (2020.0, 4.0)), 2020.0) == 4.0
