"""Regimes share one history, part on their date, and differ in the direction of their dials."""

import numpy as np
import pytest

from tests.behaviour.theory import (
    PARTING,
    REGIMES,
    at,
    every_name,
    model,
    regimes,
    shipped,
    since,
)

ESSAY_CHIPS = {"chip_frontier_share_ceiling", "chip_volume_ceiling", "rule_free_sales", "chip_levy", "remote_control"}
FABS_AND_DATA = {"korean_fab_access", "mainland_foundry_access", "process_data_control", "cloud_licence_control"}
LAYERS_FIRST = {f"layer_focus.{layer}" for layer in ("equipment", "lithography", "materials", "design_tools", "core_ip")}
TREATMENTS = {
    ("near_embargo", "limited_opening"): ESSAY_CHIPS | FABS_AND_DATA,
    ("near_embargo", "chips_only"): ESSAY_CHIPS,
    ("chips_only", "limited_opening"): FABS_AND_DATA,
    ("limited_opening", "refusal"): {"import_refusal"},
    ("limited_opening", "broad_opening"): {
        "chip_frontier_share_ceiling",
        "memory_access",
        "tool_access",
        "eda_access",
        "cloud_access",
        "foundry_access",
    },
    ("as_is", "breakout"): {"root_refocus", "root_recognition"} | LAYERS_FIRST,
}
"""What each comparison of the ledger changes, lever by lever: an effect of anything else would be credited to the treatment."""


@pytest.mark.parametrize(("first", "second"), TREATMENTS)
def test_two_regimes_differ_in_the_declared_levers_and_in_no_other(first: str, second: str) -> None:
    paths = [regimes()[name].paths for name in (first, second)]
    moved = {name for name in {*paths[0], *paths[1]} if _after(first, name) != _after(second, name)}
    assert moved == TREATMENTS[first, second]


def _after(regime: str, lever: str) -> list[float]:
    """What a lever is from the parting on, where it moves or not."""
    path = regimes()[regime].paths.get(lever)
    years = [PARTING, 2027.5, 2028.0, 2030.0, 2039.0]
    return [model()[lever].number if path is None else path.at(year) for year in years]


def test_the_essay_opens_h20_class_chips_first_and_h100_class_ones_a_generation_behind() -> None:
    ceiling = regimes()["limited_opening"].paths["chip_frontier_share_ceiling"]
    assert [ceiling.at(year) for year in (2027.0, 2027.9, 2028.0, 2035.0)] == [0.15, 0.15, 0.4, 0.4]


@pytest.mark.parametrize("name", REGIMES)
def test_every_regime_follows_the_same_history_until_it_parts(name: str) -> None:
    assert regimes()[name].parts_at == PARTING
    before = shipped(name).years < PARTING
    for quantity in every_name():
        np.testing.assert_array_equal(shipped(name).values[quantity][:, before], shipped("as_is").values[quantity][:, before])


def test_denial_falls_from_near_embargo_over_limited_opening_to_free_trade() -> None:
    levels = [at(shipped(name), "denial", 2030.0) for name in ("near_embargo", "limited_opening", "free_trade")]
    assert (levels[0] > levels[1]).all() and (levels[1] > levels[2]).all()


def test_refusal_is_limited_opening_without_the_chips() -> None:
    """Beijing's decree leaves Washington's rules as they are and sells nothing.

    A fixed chip below the thresholds loses rank to a frontier that lost sales move by a trace, hence the tolerance.
    """
    refused, offered = shipped("refusal"), shipped("limited_opening")
    kept, found = (since(each, "licensed_chip_rank", 2027.0) for each in (refused, offered))
    np.testing.assert_allclose(kept, found, rtol=1e-3)
    assert (since(refused, "licensed_sales", 2027.0) == 0).all()
    assert (since(refused, "china_revenue_share", 2027.0) == 0).all()


def test_open_chips_leave_china_no_smaller_a_share_of_computing_than_a_near_embargo() -> None:
    """The same budget buys at least as much where more is on sale; it is asked of the middle world, before makers adapt."""
    gain = at(shipped("free_trade"), "compute_share", 2029.0) - at(shipped("near_embargo"), "compute_share", 2029.0)
    assert np.median(gain) > 0
