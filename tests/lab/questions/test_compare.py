"""Comparisons: paired by world, against every reference, and only of what was saved."""

import numpy as np
import pytest

from dualtrack.errors import RegimeError, UnknownName
from dualtrack.lab.questions.compare import Comparison, compare
from dualtrack.lab.runs.ensemble import Ensemble, run_ensemble
from dualtrack.lab.statistics.lag import LagRule, lag
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock, Path, Regime
from tests.lab.toys import growth

RULE = LagRule(2022.0, 2034.0, (0.5, 0.7), resamples=10)


@pytest.fixture(scope="module")
def ensemble() -> Ensemble:
    regimes = [
        Regime(name, {"access": Path(((2020.0, value),))}) for name, value in (("shut", 0.0), ("ajar", 0.5), ("open", 1.0))
    ]
    return run_ensemble(growth(), regimes, draw(growth(), 50, 3), Clock(2020.0, 2035.0, 0.25, 0.25), ["capability", "progress"])


@pytest.fixture(scope="module")
def found(ensemble: Ensemble) -> Comparison:
    return compare(ensemble, ["capability"], [2025.0, 2030.0], ["shut", "open"], lagged=["capability"], rule=RULE)


def test_each_regime_stands_in_each_year(found: Comparison) -> None:
    assert [(row.regime, row.year) for row in found.levels] == [(r, y) for y in (2025, 2030) for r in ("shut", "ajar", "open")]
    assert (found.worlds, found.drawn) == (50, 50)


def test_differences_are_paired_by_world(found: Comparison, ensemble: Ensemble) -> None:
    """A difference within each world is narrower than the difference of two bands; its truth follows from the slopes."""
    given = ensemble.worlds.values
    added = 10 * (given["help_of_access"] - given["loss_by_diversion"] * given["mechanism"])
    row = next(r for r in found.differences if (r.regime, r.reference, r.year) == ("open", "shut", 2030.0))
    assert row.band.median == pytest.approx(np.median(added), abs=1e-12)
    assert row.share_above == pytest.approx((added > 0).mean())
    back = next(r for r in found.differences if (r.regime, r.reference, r.year) == ("shut", "open", 2030.0))
    assert back.band.numbers == pytest.approx([-each for each in reversed(row.band.numbers)], abs=1e-12)


def test_lags_stand_beside_every_reference(found: Comparison, ensemble: Ensemble) -> None:
    assert [(r.regime, r.reference) for r in found.lags] == [
        ("ajar", "shut"),
        ("open", "shut"),
        ("shut", "open"),
        ("ajar", "open"),
    ]
    own = lag(ensemble.curves("open", "capability"), ensemble.curves("shut", "capability"), ensemble.years, RULE)
    assert np.array_equal(found.lags[1].lag.months, own.months, equal_nan=True)


def test_a_table_holds_levels_differences_and_lags(found: Comparison) -> None:
    table = found.to_polars()
    counts = {kind: int((table["kind"] == kind).sum()) for kind in ("level", "difference", "lag")}
    assert counts == {"level": 6, "difference": 8, "lag": sum(1 + len(row.lag.thresholds) for row in found.lags)}
    levels = table.filter(table["kind"] == "level")
    assert levels["share_above"].null_count() == levels["reference"].null_count() == 6


def test_unknown_names_are_refused(ensemble: Ensemble) -> None:
    with pytest.raises(UnknownName) as outcome:
        compare(ensemble, ["capabilty"], [2025.0], ["shut"])
    with pytest.raises(RegimeError) as reference:
        compare(ensemble, ["capability"], [2025.0], ["shot"])
    assert (outcome.value.near, reference.value.near) == ("capability", "shut")
