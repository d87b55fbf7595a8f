"""The record in worlds of a toy: figures in their years, targets in their tolerances, rows in any order, and no failed world."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.errors import RunError, UnknownName
from dualtrack.lab.calibrate.figure_errors import DatedFigure
from dualtrack.lab.calibrate.formula_block import forgiving
from dualtrack.lab.calibrate.landscape import WorldLandscape
from dualtrack.lab.calibrate.likelihood import Likelihood, Weighing, scale_of
from dualtrack.lab.record.figure import Figure
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.ledger import Change, Level, Stated
from dualtrack.language.statements.target import Target, Tolerance
from tests.lab.toys import draining, growth
from tests.refusals import refused

SHUT = Regime("shut", {"access": Path(((2020.0, 0.0),))})
CLOCK = Clock(2020.0, 2030.0, 0.25, 0.25)
"""With access shut, capability is 0.05 and what the drawn base speed adds each year."""


def look(series: str, year: float) -> Figure:
    raise AssertionError(f"no target of these tests asks for {series} in {year}")


def seen(value: float, start: float, stop: float, series: str = "survey", **more: object) -> DatedFigure:
    return DatedFigure(series, value, value, value, start, stop, 0.05, **more)  # type: ignore[arg-type]


FIGURES = (seen(0.4, 2025.0, 2026.0), seen(0.5, 2027.0, 2028.0), seen(0.3, 2023.0, 2024.0, "count", grade="A"))
TARGET = Target(
    "T", ("A change", "变化"), Change("capability", 2021.0, 2022.0), "at_least", Stated(0.07, "anyone"), Tolerance(0.01)
)


def weighing(**more: object) -> Weighing:
    plain = Weighing(growth(), SHUT, CLOCK, {"capability": FIGURES}, (), look)
    return replace(plain, **more)  # type: ignore[arg-type]


def weighed(asked: Weighing, count: int = 50, seed: int = 1):
    likelihood = Likelihood.of(asked)
    return likelihood.weigh(likelihood.run(draw(asked.model, count, seed).values))


def test_a_figure_stands_beside_the_mean_over_its_period() -> None:
    likelihood = Likelihood.of(weighing())
    worlds = draw(growth(), 20, 1)
    run = likelihood.run(worlds.values)
    (beside,) = likelihood.beside
    means = [0.05 + worlds.values["base_speed"] * (year - 2020) for year in (2023.5, 2025.5, 2027.5)]
    assert beside.compared(run) == pytest.approx(np.log(np.array(means) / (1 - np.array(means))))
    assert [each.series for each in beside.block.figures] == ["count", "survey", "survey"]


def test_a_figure_at_the_end_of_its_period_and_a_formula_are_read_there() -> None:
    end = seen(0.25, 2026.0, 2027.0, at_end=True)
    likelihood = Likelihood.of(weighing(figures={"capability / 2": (end,)}))
    worlds = draw(growth(), 20, 1)
    (beside,) = likelihood.beside
    value = (0.05 + worlds.values["base_speed"] * 7) / 2
    assert beside.compared(likelihood.run(worlds.values))[0] == pytest.approx(np.log(value / (1 - value)))


def test_the_order_of_rows_and_formulas_changes_nothing() -> None:
    more = {"capability": FIGURES, "2 * capability": (seen(0.7, 2024.0, 2025.0),)}
    turned = {name: rows[::-1] for name, rows in reversed(more.items())}
    one, other = weighed(weighing(figures=more)), weighed(weighing(figures=turned))
    assert np.array_equal(one.parts, other.parts)
    assert np.array_equal(one.whitened, other.whitened)


def test_a_target_costs_by_its_own_tolerance() -> None:
    asked = weighing(targets=(TARGET,))
    found = weighed(asked)
    speed = draw(growth(), 50, 1).values["base_speed"]
    distance = np.maximum(0.07 - speed, 0) / 0.01
    assert found.parts[-1] == pytest.approx(forgiving(distance))
    assert found.whitened[-1] == pytest.approx(distance)
    assert Likelihood.of(asked).terms == ("capability", "T")


def test_bounds_of_a_series_are_a_term_of_their_own() -> None:
    bound = seen(0.1, 2025.0, 2026.0, "floor", bears="at_least")
    asked = weighing(figures={"capability": (*FIGURES, bound)})
    assert Likelihood.of(asked).terms == ("capability", "floor")
    assert (weighed(asked).parts[1] == 0).all()
    assert np.array_equal(weighed(asked).parts[0], weighed(weighing()).parts[0])


def test_a_world_that_fails_or_has_no_number_is_impossible() -> None:
    running, worlds = Regime("running"), draw(draining(), 200, 1)
    figures = {"level": (seen(0.5, 2022.0, 2023.0),)}
    likelihood = Likelihood.of(Weighing(draining(), running, CLOCK, figures, (), look))
    failed = 1.0 - 10 * worlds.values["drain"] <= 0
    found = likelihood.log_likelihood(worlds.values)
    assert np.array_equal(np.isneginf(found), failed)
    over_nothing = replace(TARGET, measure=Level("capability", 2021.0, per="access"))
    assert np.isneginf(weighed(weighing(targets=(over_nothing,))).parts.sum(axis=0)).all()


def test_blocks_of_worlds_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    likelihood = Likelihood.of(weighing(targets=(TARGET,)))
    values = draw(growth(), 100, 2).values
    whole = likelihood.log_likelihood(values)
    monkeypatch.setattr("dualtrack.lab.calibrate.likelihood.BLOCK", 7)
    assert np.array_equal(likelihood.log_likelihood(values), whole)


def test_a_wider_floor_makes_far_worlds_less_unlikely() -> None:
    near, far = (weighed(weighing(floor=floor), 400).parts.sum(axis=0) for floor in (0.1, 0.4))
    assert np.ptp(far) < np.ptp(near)


def test_shares_and_quantities_are_told_apart() -> None:
    assert scale_of(growth(), "capability", FIGURES) == "log odds"
    assert scale_of(growth(), "capability", [seen(1.2, 2021.0, 2022.0)]) == "log"
    assert scale_of(growth(), "progress", FIGURES) == "log"


def test_points_stand_for_worlds() -> None:
    landscape = WorldLandscape.of(Likelihood.of(weighing(targets=(TARGET,))))
    assert landscape.dimension == len(growth().drawn)
    state = np.random.default_rng(1).standard_normal((landscape.dimension, 9))
    values = landscape.latent.values(state)
    assert np.array_equal(landscape.log_likelihood(state), landscape.likelihood.log_likelihood(values))
    assert landscape.whitened(state).shape == (4, 9)
    assert [landscape.latent.names[place] for place in landscape.switches] == ["mechanism"]


def test_a_weighing_of_nothing_or_beyond_the_run_is_refused() -> None:
    refused(RunError, lambda: weighing(figures={}))
    refused(RunError, lambda: weighing(floor=0.0))
    refused(RunError, lambda: Likelihood.of(weighing(figures={"capability": (seen(0.4, 2029.5, 2031.0),)})))
    refused(UnknownName, lambda: Likelihood.of(weighing(figures={"capabilty": FIGURES})))
