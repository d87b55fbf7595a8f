"""Regimes share one history, part on their date, and differ in the direction of their dials; a cut-off ends all dials."""

import numpy as np
import pytest

from dualtrack.lab.regimes import with_cut_off
from tests.behaviour.theory import (
    CLOSED,
    OPEN,
    PARTING,
    REGIMES,
    ROUGH,
    at,
    elements,
    every_name,
    model,
    plain_worlds,
    regimes,
    run,
    shipped,
    since,
    with_levers,
    with_switches,
    worlds,
)

ROUNDING = 1e-9
CUT = 2030.0
SETTINGS = {"chip_levy": 0.0, "sliding_scale": 0.0, "rules_react": 0.0}


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
    """Beijing's decree leaves Washington's rules as they are and sells nothing."""
    refused, offered = shipped("refusal"), shipped("limited_opening")
    np.testing.assert_array_equal(since(refused, "licensed_chip_rank", 2027.0), since(offered, "licensed_chip_rank", 2027.0))
    assert (since(refused, "licensed_sales", 2027.0) == 0).all()
    assert (since(refused, "china_revenue_share", 2027.0) == 0).all()


def test_without_imports_and_leaks_every_accelerator_sold_is_domestic() -> None:
    among = with_switches(plain_worlds(), {"leakage_strength": 0.0}, others=None)
    paths = run(regimes()["refusal"], among, ["domestic_unit_share", "domestic_spending_share"], ROUGH)
    for share in ("domestic_unit_share", "domestic_spending_share"):
        np.testing.assert_allclose(since(paths, share, 2027.0), 1.0, rtol=ROUNDING)


def test_vendors_keep_less_of_the_same_sales_under_a_levy() -> None:
    taxed = with_levers(regimes()["free_trade"], {"chip_levy": 0.5})
    among = with_switches(plain_worlds(), {"china_cash_weight": 0.0}, others=None)
    names = ["china_revenue_share", "vendor_revenue_from_china", "licensed_sales"]
    free, levied = run(regimes()["free_trade"], among, names, ROUGH), run(taxed, among, names, ROUGH)
    np.testing.assert_allclose(levied.values["licensed_sales"], free.values["licensed_sales"], rtol=ROUNDING)
    half = since(free, "vendor_revenue_from_china", 2027.0) / 2
    np.testing.assert_allclose(since(levied, "vendor_revenue_from_china", 2027.0), half, rtol=ROUNDING)
    assert (since(levied, "china_revenue_share", 2027.0) < since(free, "china_revenue_share", 2027.0)).all()


def test_open_chips_leave_china_no_smaller_a_share_of_computing_than_a_near_embargo() -> None:
    """The same budget buys at least as much where more is on sale; it is asked of the middle world, before makers adapt."""
    gain = at(shipped("free_trade"), "compute_share", 2029.0) - at(shipped("near_embargo"), "compute_share", 2029.0)
    assert np.median(gain) > 0


def test_after_a_cut_off_no_dial_matters_any_more() -> None:
    """Whatever is closed at once cannot be opened by its own dial: two cut-offs under opposite dials are one."""
    cut = with_cut_off(model(), regimes()["as_is"], CUT)
    shut = run(with_levers(cut, {**CLOSED, **SETTINGS}, CUT), worlds(), every_name())
    wide = run(with_levers(cut, {**OPEN, **SETTINGS, "chip_levy": 1.0, "sliding_scale": 1.0}, CUT), worlds(), every_name())
    felt = [
        *model().outcomes,
        *model().stocks,
        *elements("import_competition"),
        *elements("diffusion"),
        "denial",
        "licensed_sales",
    ]
    for name in felt:
        np.testing.assert_array_equal(shut.values[name], wide.values[name], err_msg=name)


@pytest.mark.parametrize("name", ["limited_opening", "free_trade"])
def test_after_a_cut_off_a_chain_can_do_what_it_can_do_alone(name: str) -> None:
    paths = run(with_cut_off(model(), regimes()[name], CUT), worlds(), ["effective_capability", "independent_capability"])
    alone, able = since(paths, "independent_capability", CUT), since(paths, "effective_capability", CUT)
    np.testing.assert_allclose(able, alone, rtol=ROUNDING)


def test_a_cut_off_sells_nothing_lets_nothing_in_and_rents_ever_less() -> None:
    cut = with_cut_off(model(), regimes()["free_trade"], CUT)
    opens = [f"open_{dial}" for dial in ("memory", "tools", "design", "cloud", "foundry")]
    ended = [*opens, "licensed_sales", "licensed_chip_rank", "reachable_chip_rank", *elements("teaching_fabs")]
    paths = run(cut, worlds(), [*ended, "rented_compute"])
    for name in ended:
        assert (since(paths, name, CUT) == 0).all(), name
    assert (np.diff(since(paths, "rented_compute", CUT), axis=1) <= 0).all()
