"""What worlds say of a figure is in its unit and over its days, and is nearer to the series where it is held to it."""

import math

import numpy as np
import pytest

from dualtrack.app.bind import bind, shipped_record
from dualtrack.lab.forecasts.foretell import FigureAsked, asked_figure, by_series_alone, by_worlds, paces
from dualtrack.lab.forecasts.freeze_forecasts import run_for
from dualtrack.lab.forecasts.series_figures import figures_before, is_same, periods, scale_of
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.statements.forecast_question import ForecastQuestion


def question(series: str) -> ForecastQuestion:
    return next(each for each in bind().theory.foretold.questions if each.series == series)


def asked(series: str) -> FigureAsked:
    laboratory, wanted = bind(), question(series)
    counterpart = next(each for each in laboratory.theory.counterparts if each.series == series)
    found = asked_figure(laboratory.record, counterpart, wanted.first, wanted.last, lambda row: True)
    assert found is not None
    return found


def test_a_year_is_about_four_quarters_and_a_longer_quarter_counts_more() -> None:
    year, quarter = asked("nvidia_revenue"), asked("nvidia_revenue_quarter")
    record = shipped_record()
    series = record.series_of("nvidia_revenue_quarter")
    assert periods(series, quarter.start, quarter.end) == pytest.approx(98 / 91.3125)
    run = run_for(bind(), bind().past, draw(bind().model, 100, 7), [year, quarter])
    whole, part = (by_worlds(bind().model, record, each, run, np.random.default_rng(7)) for each in (year, quarter))
    assert 3 < whole.median / part.median < 4.2


def test_held_to_the_series_worlds_are_nearer_to_it_and_surer() -> None:
    figure, record = asked("nvidia_market_value"), shipped_record()
    run = run_for(bind(), bind().past, draw(bind().model, 200, 7), [figure])
    free, held = (
        by_worlds(bind().model, record, figure, run, np.random.default_rng(7), anchored=anchored) for anchored in (False, True)
    )
    assert held.spread < free.spread
    assert all(math.isfinite(each) for each in held.quantiles)


def test_a_share_stays_a_share_for_everyone() -> None:
    figure, record = asked("china_accelerator_domestic_share"), shipped_record()
    assert scale_of(record.series_of(figure.counterpart.series)) == "log odds"
    for shape in by_series_alone(record, figure, paces([figure])).values():
        assert all(0 < each < 1 for each in shape.quantiles)


def test_of_figures_within_another_the_longer_stands_and_no_outlook_does() -> None:
    rows = figures_before(shipped_record(), "china_accelerator_domestic_share", lambda row: True)
    assert [row.value for row in rows] == [0.1, 0.3, 0.41]
    assert not any(is_same(one, other.start, other.end) for one in rows for other in rows if one != other)
