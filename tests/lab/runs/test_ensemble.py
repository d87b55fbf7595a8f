"""Ensembles: paired worlds, a failed world as a row, and results with named axes."""

import numpy as np
import pytest

from dualtrack.errors import RegimeError, UnknownName
from dualtrack.lab.runs.ensemble import Ensemble, run_ensemble
from dualtrack.lab.worlds.draw import Worlds, draw, nominal
from dualtrack.language.scenario import Clock, Path, Regime
from tests.lab.toys import WORDS, draining, growth

CLOCK = Clock(2020.0, 2030.0, 1 / 16, 1 / 4)
CLOSED, OPEN = Regime("closed", {"access": Path(((2020.0, 0.0),))}), Regime("open", {"access": Path(((2020.0, 1.0),))})
SAVED = ("capability", "diverted_share")


@pytest.fixture(scope="module")
def two() -> Ensemble:
    return run_ensemble(growth(), [CLOSED, OPEN], draw(growth(), 40, 3), CLOCK, SAVED)


@pytest.fixture(scope="module")
def broken() -> Ensemble:
    """Half of the worlds run dry before the end, but only where the tap is open."""
    shut = Regime("shut", {"opening": Path(((2020.0, 0.0),))})
    return run_ensemble(draining(), [shut, Regime("running")], draw(draining(), 60, 1, first=10), CLOCK, ("level", "log_level"))


def test_every_regime_meets_the_same_worlds(two: Ensemble) -> None:
    given = two.worlds.values
    for regime, access in (("closed", 0.0), ("open", 1.0)):
        slope = given["base_speed"] + access * (given["help_of_access"] - given["loss_by_diversion"] * given["mechanism"])
        assert two.at(regime, "capability", 2030.0) == pytest.approx(0.05 + 10 * slope, rel=1e-12)


def test_progress_counts_runs() -> None:
    seen: list[tuple[int, int]] = []
    run_ensemble(growth(), [CLOSED, OPEN], draw(growth(), 5, 3), CLOCK, SAVED, progress=lambda *pair: seen.append(pair))
    assert seen == [(5, 10), (10, 10)]


def test_a_failed_world_is_a_row_with_its_reason_and_the_rest_finish(broken: Ensemble) -> None:
    drain = broken.worlds.values["drain"]
    assert not broken["shut"].failed.any()
    dry = np.array([(1 - rate * (np.asarray(CLOCK.years) - 2020.0) <= 0).any() for rate in drain])
    assert np.array_equal(broken["running"].failed, dry)
    assert 0 < dry.sum() < len(dry)
    assert [row.world for row in broken.failures] == (10 + np.flatnonzero(dry)).tolist()
    for row in broken.failures:
        assert (row.regime, row.variable) == ("running", "log_level")
        empties = 2020.0 + 1 / drain[row.world - 10]
        assert row.year is not None
        assert -1e-9 <= row.year - empties < CLOCK.save
        assert "log_level" in row.reason
    assert broken.failure_table().shape == (dry.sum(), 5)


def test_only_worlds_that_finish_everywhere_are_compared(broken: Ensemble) -> None:
    assert broken.sound.sum() + len(broken.failures) == 60
    assert broken.curves("shut", "level").shape == (broken.sound.sum(), 41)
    assert all(band.lowest > 0 for band in broken.band("running", "level"))


def test_a_dataset_names_its_axes_units_and_labels(broken: Ensemble) -> None:
    data = broken.to_xarray()
    assert dict(data.sizes) == {"regime": 2, "world": 60, "year": 41, "parameter": 1}
    assert data["level"].attrs.items() >= {"units": "1", "long_name": WORDS[0], "long_name_zh": WORDS[1]}.items()
    assert data.coords["world"].values[0] == 10
    failed = int(broken.failures[0].world)
    assert np.isnan(data["level"].sel(regime="running", world=failed)).all()
    assert float(data["level"].sel(regime="shut", world=failed, year=2030.0)) == 1.0


def test_a_table_has_a_row_per_regime_world_and_year(two: Ensemble) -> None:
    table = two.table([2020.0, 2029.9])
    assert table.columns == ["regime", "world", "year", *SAVED]
    assert len(table) == 2 * 40 * 2
    chosen = table.filter((table["regime"] == "open") & (table["world"] == 7) & (table["year"] == 2029.9))
    assert chosen["capability"].to_list() == [two.at("open", "capability", 2029.9)[7]]


def test_the_world_as_declared_is_an_ensemble_of_one() -> None:
    one = run_ensemble(growth(), [Regime("default")], nominal(growth()), CLOCK, ["capability"])
    band = one.band("default", "capability")[-1]
    assert band.lowest == band.highest == pytest.approx(0.05 + 10 * (0.06 + 0.01 * 0.2 - 0.05 * 0.2 * 0.4), rel=1e-12)


@pytest.mark.parametrize(
    ("save", "near"), [(["capabilty"], "capability"), (["base_speed"], ""), ([], ""), (["capability", "acess"], "access")]
)
def test_what_cannot_be_saved_is_refused(save: list[str], near: str) -> None:
    with pytest.raises(UnknownName) as caught:
        run_ensemble(growth(), [OPEN], draw(growth(), 2, 1), CLOCK, save)
    assert near in caught.value.near
    assert caught.value.fix


def test_unknown_names_are_met_with_the_nearest(two: Ensemble) -> None:
    with pytest.raises(RegimeError) as regime:
        two["opem"]
    with pytest.raises(UnknownName) as name:
        two.curves("open", "capabilty")
    assert (regime.value.near, name.value.near) == ("open", "capability")


@pytest.mark.parametrize("regimes", [[], [OPEN, OPEN]])
def test_regimes_are_few_and_different(regimes: list[Regime]) -> None:
    with pytest.raises(RegimeError):
        run_ensemble(growth(), regimes, draw(growth(), 2, 1), CLOCK, SAVED)


def test_worlds_in_pieces_give_the_same_ensemble(two: Ensemble) -> None:
    pieces: list[Worlds] = [two.worlds.part(0, 13), two.worlds.part(13, 40)]
    runs = [run_ensemble(growth(), [OPEN], piece, CLOCK, SAVED).curves("open", "capability") for piece in pieces]
    assert np.array_equal(np.concatenate(runs), two.curves("open", "capability"))
