"""What is sold, spent, installed, hoarded and hired adds up, in every world and regime."""

import numpy as np
import pytest

from dualtrack.language.scenario import Clock
from tests.behaviour.theory import REGIMES, STEP, elements, model, plain_worlds, regimes, run, shipped, since, with_levers, worlds

ROUNDING = 1e-9
EVERY_STEP = Clock(2018.0, 2032.0, STEP, STEP)
each_regime = pytest.mark.parametrize("name", REGIMES)


@each_regime
def test_sales_and_what_is_left_unserved_make_up_legal_demand(name: str) -> None:
    v = shipped(name).values
    unserved = v["scarcity"] * v["legal_demand"]
    np.testing.assert_allclose(v["domestic_sales"] + v["licensed_sales"] + unserved, v["legal_demand"], rtol=ROUNDING)


@each_regime
def test_nobody_sells_more_than_they_can_make_or_are_licensed_for(name: str) -> None:
    v = shipped(name).values
    assert (v["domestic_chips_sold"] <= v["domestic_chip_capacity"] * (1 + ROUNDING)).all()
    assert (v["licensed_sales"] <= v["licensed_supply"] * (1 + ROUNDING)).all()


@pytest.mark.parametrize("name", ["limited_opening", "free_trade"])
def test_a_mandate_keeps_its_part_of_the_market_from_imports(name: str) -> None:
    regime = with_levers(regimes()[name], {"domestic_procurement_mandate": 0.6})
    paths = run(regime, worlds(), ["licensed_sales", "legal_demand"])
    sold, wanted = since(paths, "licensed_sales", 2027.0), since(paths, "legal_demand", 2027.0)
    assert (sold <= (1 - 0.6) * wanted * (1 + ROUNDING)).all()


@each_regime
def test_buyers_go_short_only_where_licensed_sellers_are_at_their_limit(name: str) -> None:
    """Whoever is turned away by a domestic maker buys American if the rules of both sides allow it."""
    v = shipped(name).values
    short = v["scarcity"] > ROUNDING
    mandate = np.array([[regimes()[name].paths["domestic_procurement_mandate"].at(year) for year in shipped(name).years]])
    limit = np.minimum(v["licensed_supply"], (1 - mandate) * v["legal_demand"])
    assert (v["licensed_sales"] >= limit * (1 - ROUNDING))[short].all()


@each_regime
def test_nobody_spends_more_than_the_budget(name: str) -> None:
    v = shipped(name).values
    spent = v["domestic_sales"] + v["licensed_sales"] + v["smuggled_spending"]
    assert (spent <= v["accelerator_budget"] * (1 + ROUNDING)).all()


@pytest.mark.parametrize("refocus", [0.0, 1.0])
def test_refocus_moves_money_and_makes_none(refocus: float) -> None:
    """Breaking out is paid for: what the roots gain from private money, applications lose."""
    regime = with_levers(regimes()["as_is"], {"root_refocus": refocus})
    paths = run(regime, worlds(), ["application_money", "private_capital", "private_root_share", "refocused_money"])
    v = paths.values
    at_roots = v["private_capital"] * v["private_root_share"] + v["refocused_money"]
    np.testing.assert_allclose(v["application_money"] + at_roots, v["private_capital"], rtol=ROUNDING)
    assert (v["application_money"] >= 0).all()
    moved = since(paths, "refocused_money", 2027.0)
    assert (moved == 0).all() if refocus == 0 else (moved > 0).all()


@pytest.mark.parametrize("name", ["limited_opening"])
def test_installed_computing_is_what_was_sold_less_what_was_retired(name: str) -> None:
    """Chips are counted where they are sold, computing where it stands; both accounts must agree to the last chip."""
    among = plain_worlds()
    stocks = {
        "us_rooted_compute": ("licensed_installations", "smuggled_installations"),
        "domestic_compute": ("domestic_installations",),
        "compute_elsewhere": ("installations_elsewhere",),
    }
    chips = ["domestic_chips_sold", "domestic_chip_performance", "smuggled_chips", "frontier_performance"]
    v = run(regimes()[name], among, [*stocks, *(flow for flows in stocks.values() for flow in flows), *chips], EVERY_STEP).values
    made = v["domestic_chips_sold"] * v["domestic_chip_performance"]
    np.testing.assert_allclose(v["domestic_installations"], made, rtol=ROUNDING)
    np.testing.assert_allclose(v["smuggled_installations"], v["smuggled_chips"] * v["frontier_performance"], rtol=ROUNDING)
    life = among.values["capital_life"][:, None]
    for stock, flows in stocks.items():
        added = sum(v[flow] for flow in flows)
        kept = np.cumsum(STEP * (added - v[stock] / life), axis=1)[:, :-1]
        np.testing.assert_allclose(v[stock][:, 1:], v[stock][:, :1] + kept, rtol=1e-6)


@pytest.mark.parametrize("name", ["near_embargo", "free_trade"])
def test_a_bank_holds_what_was_hoarded_and_never_gives_more_than_it_has(name: str) -> None:
    """The quickest draw a prior allows is far slower than a step, so a bank cannot be drawn below empty."""
    banks = {"die_bank": ("dies_hoarded", "dies_drawn"), "memory_bank": ("memory_hoarded", "memory_drawn")}
    paths = run(regimes()[name], worlds(), [*banks, *(flow for flows in banks.values() for flow in flows)], EVERY_STEP)
    for bank, (hoarded, drawn) in banks.items():
        held, scale = paths.values[bank], paths.values[bank].max()
        assert held.min() >= 0
        assert (STEP * paths.values[drawn] <= held).all()
        gained = np.cumsum(STEP * (paths.values[hoarded] - paths.values[drawn]), axis=1)[:, :-1]
        np.testing.assert_allclose(held[:, 1:], gained, rtol=1e-6, atol=ROUNDING * scale)


@each_regime
def test_nothing_is_both_hoarded_and_built_in(name: str) -> None:
    """What foreign makers offer goes into a chip or into a bank, once."""
    v = shipped(name).values
    for used, hoarded, offered in (
        ("imported_memory_supply", "memory_hoarded", "memory_on_offer"),
        ("offshore_die_supply", "dies_hoarded", "offshore_dies_on_offer"),
    ):
        assert (v[used] + v[hoarded] <= v[offered] * (1 + ROUNDING)).all()


@each_regime
def test_every_engineer_is_at_the_roots_or_in_applications(name: str) -> None:
    v = shipped(name).values
    heads = sum(v[pool] for pool in elements("talent"))
    np.testing.assert_allclose(v["root_engineers"] + v["application_people"], heads, rtol=ROUNDING)
    np.testing.assert_allclose(v["root_talent_share"] * heads, v["root_engineers"], rtol=ROUNDING)


@each_regime
def test_money_for_the_layers_adds_up_to_root_funding(name: str) -> None:
    v = shipped(name).values
    np.testing.assert_allclose(sum(v[layer] for layer in elements("root_funding_by_layer")), v["root_funding"], rtol=ROUNDING)


@each_regime
def test_computing_is_american_or_domestic_and_both_shares_follow(name: str) -> None:
    v = shipped(name).values
    np.testing.assert_allclose(v["us_rooted_compute"] + v["domestic_compute"], v["installed_compute"], rtol=ROUNDING)
    np.testing.assert_allclose(v["domestic_compute"] + v["working_us_compute"], v["usable_compute"], rtol=ROUNDING)
    assert (v["working_us_compute"] <= (v["us_rooted_compute"] + v["rented_compute"]) * (1 + ROUNDING)).all()
    everywhere = v["installed_compute"] + v["compute_elsewhere"]
    np.testing.assert_allclose(v["compute_share"] * everywhere, v["installed_compute"], rtol=ROUNDING)


def test_state_money_arrives_in_full_though_late() -> None:
    """A delay loses nothing: what is committed is spent or still on its way."""
    stages = [name for name in model().stocks if name.startswith("state_money.")]
    v = run(regimes()["as_is"], plain_worlds(), ["state_commitments", "state_money", *stages], EVERY_STEP).values
    waiting = np.sum([v[stage] for stage in stages], axis=0)
    arrived = STEP * np.cumsum(v["state_commitments"] - v["state_money"], axis=1)[:, :-1]
    np.testing.assert_allclose(waiting[:, 1:], waiting[:, :1] + arrived, rtol=1e-6)
