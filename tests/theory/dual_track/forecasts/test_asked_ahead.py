"""The theory's frozen forecasts: many, of many series, ahead of their figures, and as they were sealed."""

from collections import Counter
from datetime import date, timedelta

import pytest

from dualtrack.app.bind import bind, shipped_record
from dualtrack.evidence.vocabulary import OUTLOOKS
from dualtrack.lab.forecasts.foretell import FORECASTERS
from dualtrack.lab.forecasts.resolve_forecasts import resolve_all
from dualtrack.lab.forecasts.sealed_registry import ForecastRegistry
from dualtrack.lab.forecasts.shipped_registry import registry_of
from dualtrack.theory.dual_track.forecasts.asked_ahead import QUESTIONS, SEAL

FROZEN = date(2026, 11, 30)


@pytest.fixture(scope="module")
def registry() -> ForecastRegistry:
    return registry_of(bind().theory)


def test_forty_forecasts_and_more_of_fourteen_series_and_more_three_each_at_most(registry: ForecastRegistry) -> None:
    ahead = [each for each in registry.forecasts if each.batch == "prospective"]
    assert len(ahead) >= 40
    assert len({each.series for each in ahead}) >= 14
    assert max(Counter(each.series for each in registry.forecasts).values()) <= 3


def test_every_figure_of_a_prospective_forecast_lies_after_the_freeze(registry: ForecastRegistry) -> None:
    assert registry.frozen == FROZEN
    assert all(each.end > FROZEN for each in registry.forecasts if each.batch == "prospective")
    assert all(each.end <= FROZEN for each in registry.forecasts if each.batch == "blind")


def test_most_are_told_within_a_year(registry: ForecastRegistry) -> None:
    ahead = [each for each in registry.forecasts if each.batch == "prospective"]
    due = [each for each in ahead if each.end + timedelta(days=each.days) <= FROZEN + timedelta(days=365)]
    assert len(due) >= 25


def test_the_registry_is_the_one_sealed_and_answers_every_question_by_every_forecaster(registry: ForecastRegistry) -> None:
    assert registry.seal == SEAL
    assert not registry.altered
    assert [each.id for each in registry.forecasts] == [each.id for each in QUESTIONS]
    assert all(set(each.shapes) == set(FORECASTERS) for each in registry.forecasts)
    assert all(each.resolves[0] and each.resolves[1] and each.teller[1] for each in registry.forecasts)


def test_the_record_holds_no_figure_of_a_blind_forecast_that_was_out_before_the_freeze(registry: ForecastRegistry) -> None:
    record = shipped_record()
    rows = [row for row in record.observations if row.published <= FROZEN and row.kind not in OUTLOOKS]
    found, _ = resolve_all(registry, rows, record.series)
    assert [each.forecast.id for each in found if each.standing not in ("not due", "waiting")] == []
