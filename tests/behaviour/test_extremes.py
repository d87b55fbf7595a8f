"""At the ends of every range nothing breaks: bounds hold, nothing is negative, nothing runs away, shares sum to one."""

import numpy as np
import pytest

from dualtrack.lab.regimes import with_cut_off
from dualtrack.language.unit import Unit
from tests.behaviour.theory import (
    CLOSED,
    DRAWN,
    OPEN,
    PARTING,
    REGIMES,
    ROUGH,
    STEP,
    at,
    elements,
    frozen,
    model,
    plain_worlds,
    regimes,
    run,
    shipped,
    since,
    with_levers,
    with_switches,
)

ROUNDING = 1e-9  # 350 steps of a dozen operations each leave less than this
each_regime = pytest.mark.parametrize("name", REGIMES)


def test_the_regimes_tried_here_are_those_shipped() -> None:
    assert set(REGIMES) == set(regimes())


@each_regime
def test_no_world_leaves_the_numbers(name: str) -> None:
    assert not shipped(name).failed.any()


@each_regime
def test_every_quantity_stays_inside_its_declared_bounds(name: str) -> None:
    for quantity, values in shipped(name).values.items():
        low, high = model()[quantity].low, model()[quantity].high
        slack = ROUNDING * max(1.0, float(np.abs(values).max()))
        assert low - slack <= values.min() and values.max() <= high + slack, quantity


@each_regime
def test_nothing_that_is_counted_is_negative(name: str) -> None:
    """Money, chips, computing, people, wafers and memory; a rate of change may fall only where it says so."""
    plain = {Unit.parse(unit) for unit in ("1", "month", "1/year")}
    for quantity, values in shipped(name).values.items():
        declared = model()[quantity]
        may_fall = np.isfinite(declared.low) and declared.low < 0
        if declared.unit not in plain and not may_fall:
            assert values.min() >= -ROUNDING * np.abs(values).max(), quantity


@each_regime
def test_american_spending_stays_below_its_ceiling_and_talent_below_its_limit(name: str) -> None:
    paths = shipped(name)
    assert (paths.values["us_spending"] <= paths.values["spending_ceiling"]).all()
    for pool in elements("talent"):
        limit = model()[pool.replace("talent", "talent_limit")].high
        assert paths.values[pool].max() <= limit


@each_regime
def test_no_stock_of_things_doubles_every_half_year_to_the_end(name: str) -> None:
    """By the 2030s limits of output, talent and the frontier bind, so nothing may still explode."""
    paths = shipped(name)
    for stock in model().stocks:
        if model()[stock].unit in {Unit.parse(unit) for unit in ("USD_bn", "USD_bn/year", "H100e", "wafer/year", "person")}:
            late, later = at(paths, stock, 2037.0), at(paths, stock, 2040.0)
            assert (later <= late * 2**6).all(), stock


@each_regime
def test_no_layer_passes_the_frontier(name: str) -> None:
    for layer in elements("readiness"):
        assert shipped(name).values[layer].max() <= 1.0


def test_weights_that_split_a_whole_sum_to_one() -> None:
    for weights in ("layer_weight", "funding_weight"):
        assert sum(model()[flat].number for flat in elements(weights)) == pytest.approx(1.0, abs=1e-12)


def test_a_stop_of_everything_sells_nothing_and_teaches_no_one() -> None:
    closed = with_levers(regimes()["near_embargo"], CLOSED)
    save = ["licensed_sales", "reachable_chip_rank", "denial", *elements("import_competition"), "memory_hoarded", "dies_hoarded"]
    paths = run(closed, with_switches(plain_worlds(), {"leakage_strength": 0.0}, others=None), save, ROUGH)
    assert (since(paths, "licensed_sales", 2027.0) == 0).all()
    assert (since(paths, "reachable_chip_rank", 2027.0) == 0).all()
    assert (since(paths, "denial", 2027.0) == 1).all()
    for hoarded in ("memory_hoarded", "dies_hoarded"):
        assert (since(paths, hoarded, 2027.0) == 0).all()
    for layer in ("equipment", "lithography", "design_tools", "fabrication", "memory", "accelerators", "software"):
        assert (since(paths, f"import_competition.{layer}", 2027.0) == 0).all()


def test_full_opening_denies_nothing_and_leaves_nothing_to_smuggle() -> None:
    """A chip that may be bought is not smuggled, once scarcity felt before the opening is forgotten."""
    opened = with_levers(regimes()["free_trade"], OPEN)
    paths = run(opened, plain_worlds(), ["denial", "smuggled_spending", "accelerator_budget"], ROUGH)
    assert (since(paths, "denial", 2027.0) == 0).all()
    assert (at(paths, "smuggled_spending", 2036.0) <= 0.01 * at(paths, "accelerator_budget", 2036.0)).all()


def test_without_root_talent_no_layer_makes_progress() -> None:
    """Machines and money do not work by themselves: progress needs people, so readiness can only erode."""
    still = frozen(["root_share"])
    nobody = {pool: np.zeros((DRAWN, ROUGH.steps + 1)) for pool in elements("root_share")}
    among = with_switches(plain_worlds(), {"protection_strength": 0.0, "diffusion_strength": 0.0}, others=None)
    save = [*elements("progress"), *elements("readiness"), "independent_capability"]
    paths = still.run(regimes()["as_is"], ROUGH, among.values, save, series=nobody)
    for layer in elements("progress"):
        assert (paths.values[layer] == 0).all()
    for layer in elements("readiness"):
        assert (np.diff(paths.values[layer], axis=1) < 0).all()
    assert (np.diff(paths.values["independent_capability"], axis=1) < 0).all()


def test_with_nearly_everyone_at_the_roots_applications_shrink_and_roots_gain() -> None:
    still = frozen(["root_share"])
    nearly = {pool: np.full((DRAWN, ROUGH.steps + 1), 0.999) for pool in elements("root_share")}
    among = with_switches(plain_worlds(), {}, others=0.0)
    save = ["application_earnings", "independent_capability", "root_engineers"]
    all_in = still.run(regimes()["as_is"], ROUGH, among.values, save, series=nearly)
    free = run(regimes()["as_is"], among, save, ROUGH)
    assert not all_in.failed.any()
    assert (at(all_in, "application_earnings", 2034.0) < at(free, "application_earnings", 2034.0)).all()
    assert (at(all_in, "independent_capability", 2034.0) > at(free, "independent_capability", 2034.0)).all()
    assert (at(all_in, "root_engineers", 2034.0) > at(free, "root_engineers", 2034.0)).all()


def test_the_parting_lies_between_two_steps() -> None:
    """Tests that look from 2027 on rest on every regime having parted by then."""
    assert 2027.0 - PARTING >= STEP


def test_a_full_cut_off_leaves_no_foreign_products_or_inputs_to_learn_from() -> None:
    cut = with_cut_off(model(), regimes()["free_trade"], 2027.0)
    # licences for design software run on for their term
    cut = with_levers(cut, {"cloud_licence_control": 1.0}, 2027.0)
    paths = run(cut, plain_worlds(), elements("teaching_openness"), ROUGH)
    for layer in elements("teaching_openness"):
        assert np.allclose(since(paths, layer, 2027.0), 0.0), layer
