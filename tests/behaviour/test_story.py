"""The American story: it lives on evidence, tires without, and what Chinese success says of it depends on the chips beneath."""

import math

import numpy as np
import pytest

from dualtrack.targets.numeric.arrays import Array
from dualtrack.theory.dual_track.sectors import frontier, narrative, proof, spending
from tests.behaviour.theory import (
    ROUGH,
    at,
    caused,
    frozen,
    hold_still,
    plain_worlds,
    regimes,
    run,
    shipped,
    since,
    with_switches,
    worlds,
)

SILENT = 2027.0


def silenced(shortfall: float) -> dict[str, Array]:
    """A run in which, from one year on, revenue stands still, no proof comes, and returns fall short by a share."""
    quiet = ("efficiency_strength", "demand_proof_strength", "belief_strength")
    among = with_switches(plain_worlds(), dict.fromkeys(quiet, 0.0), others=None)
    still = ["us_revenue_growth", "proof_salience", "return_shortfall"]
    free = hold_still(regimes()["as_is"], among, ROUGH)
    later = np.asarray(ROUGH.years) >= SILENT
    series = {name: np.where(later, 0.0, free[name]) for name in still}
    series["return_shortfall"] = np.where(later, shortfall, free["return_shortfall"])
    names = ["confidence", "us_ai_valuation", "warranted_valuation", "counted_revenue", "expected_growth"]
    paths = frozen(still).run(regimes()["as_is"], ROUGH, among.values, names, series=series)
    return {name: since(paths, name, SILENT) for name in names}


@pytest.mark.parametrize("shortfall", [0.0, 0.5, 1.0])
def test_without_new_evidence_confidence_falls_for_good(shortfall: float) -> None:
    """U1: belief needs feeding, the more so where returns are missing; even met expectations do not keep it for ever."""
    confidence = silenced(shortfall)["confidence"]
    assert (np.diff(confidence, axis=1) < 0).all()


def test_valuation_over_revenue_falls_with_confidence() -> None:
    """The premium is what confidence adds: the multiple that markets aim at, less what growth adds, falls as the story tires."""
    found = silenced(1.0)
    grown = np.exp(plain_worlds().values["growth_premium"][:, None] * found["expected_growth"])
    multiple = found["warranted_valuation"] / found["counted_revenue"] / grown
    assert (np.diff(multiple, axis=1) < 0).all()


def test_spending_never_grows_faster_because_confidence_is_lower() -> None:
    """Whether spending grows or shrinks, more confidence cannot make it smaller."""
    for shortfall in (0.0, 0.5, 1.0):
        for spent in (100.0, 900.0):
            changes = [
                spending.us_spending_change(spent, 1.25, confidence, 1.0, 0.4, 1000.0, 0.3, 0.5, shortfall)
                for confidence in (0.0, 0.5, 1.0)
            ]
            assert changes == sorted(changes)


def test_spending_falls_where_nobody_believes_and_returns_are_missed_and_trust_alone_spares_it() -> None:
    """A boom can end: doubters ask for returns; how far believers do too is what trust says."""
    doubted, asked, spared = (
        spending.us_spending_change(500.0, 1.25, confidence, 1.0, 0.4, 1000.0, 0.3, trust, 1.0)
        for confidence, trust in ((0.0, 1.0), (1.0, 0.0), (1.0, 1.0))
    )
    assert doubted < 0 < asked < spared


def test_more_capital_earns_ever_less_more_and_never_what_the_market_would_not_pay() -> None:
    """Demand ends: at most the market is paid, half of it where capital could earn all of it."""
    earned = [
        spending.us_revenue_change(1.0, capital, 0.0, 0.0, 100.0, 0.0, 1.0, 2026.0, 2022.9, 0.3) for capital in (100.0, 1e3, 1e9)
    ]
    assert earned[0] == 50.0
    assert earned == sorted(earned)
    assert earned[-1] < 100.0


def test_believers_flee_only_from_a_value_that_falls_and_the_more_the_faster() -> None:
    flights = [narrative.flight(0.8, value, 100.0, 0.5, 0.6) for value in (50.0, 100.0, 150.0, 300.0)]
    assert flights[:2] == [0.0, 0.0]
    assert 0 < flights[2] < flights[3]


@pytest.mark.parametrize("name", regimes())
def test_a_fall_is_read_from_the_highest_value_so_far(name: str) -> None:
    """A value counts as the highest after some weeks, and rows are a quarter apart: the two readings may differ by a little."""
    paths = shipped(name)
    value, fall = paths.values["us_ai_valuation"], paths.values["fall_from_peak"]
    from_highest_row = 1 - value / np.maximum.accumulate(value, axis=1)
    assert np.abs(fall - from_highest_row).max() < 0.1
    assert np.abs(fall - from_highest_row).mean() < 0.01
    assert fall[from_highest_row == 0].max() < 0.01 < fall.max()


@pytest.mark.parametrize("name", regimes())
def test_cloud_firms_spend_on_ai_and_on_what_else_they_need(name: str) -> None:
    paths = shipped(name)
    other = paths.values["cloud_capex"] - paths.values["us_spending"]
    np.testing.assert_allclose(other, np.broadcast_to(worlds().values["other_cloud_capex"][:, None], other.shape), rtol=1e-9)


def test_spending_at_its_ceiling_does_not_grow() -> None:
    assert spending.us_spending_change(1000.0, 1.25, 1.0, 1.0, 0.4, 1000.0, 0.3, 0.5, 0.0) <= 0


def test_success_on_domestic_chips_proves_nothing_for_american_ones() -> None:
    """A2: the same growth, run on domestic roots, does not feed the story."""
    assert proof.proof(1.0, 0.0, 1.0, 0.25) == 0


def test_success_speaks_for_the_best_chips_only_where_it_ran_on_good_ones() -> None:
    for neutral in (0.1, 0.25, 0.6):
        assert proof.proof(1.0, 1.0, 1.0, neutral) > 0 > proof.proof(1.0, 1.0, neutral / 2, neutral)
        assert proof.proof(1.0, 1.0, neutral, neutral) == 0


def test_no_success_is_no_proof() -> None:
    assert proof.visible_success(-1.0, 10.0, 0.5) == 0 == proof.proof(0.0, 1.0, 1.0, 0.25)
    assert 0 < proof.visible_success(1.0, 10.0, 0.5) < proof.visible_success(5.0, 10.0, 0.5) <= 1


def test_a_proof_does_not_ask_who_owns_the_product() -> None:
    """Ownership, acquisition and review of deals move people and money; what a success shows of the chips stays."""
    for quantity in ("proof", "visible_success", "proof_salience"):
        assert not caused()[quantity] & {"template", "deal_review", "capture_strength", "talent_captured"}


def test_market_value_follows_what_revenue_and_confidence_warrant() -> None:
    """In a settled story the valuation is what is warranted, and a rise of one is followed by the other."""
    among = plain_worlds()
    names = ["warranted_valuation", "us_ai_valuation"]
    free = run(regimes()["as_is"], among, ["warranted_valuation"], ROUGH)
    held = np.repeat(free.values["warranted_valuation"][:, :1], ROUGH.steps + 1, axis=1)
    for factor in (1.0, math.e):
        paths = frozen(["warranted_valuation"]).run(
            regimes()["as_is"], ROUGH, among.values, names, series={"warranted_valuation": factor * held}
        )
        np.testing.assert_allclose(at(paths, "us_ai_valuation", 2036.0), factor * held[:, 0], rtol=1e-6)


def test_models_come_as_a_surprise_once_and_then_are_expected() -> None:
    """A steady lag surprises no one: what stays as it is cannot go on deflating the story."""
    among = plain_worlds()
    steady = np.repeat(among.values["initial_model_lag"][:, None], ROUGH.steps + 1, axis=1)
    sudden = steady - 3.0 * (np.asarray(ROUGH.years) >= SILENT)
    paths = frozen(["model_lag"]).run(
        regimes()["as_is"], ROUGH, among.values, ["efficiency_surprise"], series={"model_lag": sudden}
    )
    assert (at(paths, "efficiency_surprise", SILENT) > 2.5).all()
    assert (at(paths, "efficiency_surprise", 2036.0) < 0.1).all()


def test_the_story_moves_the_frontier_and_the_frontier_erodes_tied_layers() -> None:
    """More research speeds the frontier, and a layer tied to it loses more by standing still, whatever runs where."""
    among = plain_worlds()
    names = ["frontier_performance", "erosion.accelerators", "readiness.accelerators"]
    found = []
    for budget in (5.0, 50.0):
        levels = {"us_research": budget, "running_us_share": 0.5, "urgency": 0.3}
        series = {name: np.full((among.count, ROUGH.steps + 1), level) for name, level in levels.items()}
        found.append(frozen(levels).run(regimes()["as_is"], ROUGH, among.values, names, series=series))
    slow, fast = found
    assert (at(fast, "frontier_performance", 2030.0) > at(slow, "frontier_performance", 2030.0)).all()
    assert (at(fast, "erosion.accelerators", 2018.0) > at(slow, "erosion.accelerators", 2018.0)).all()
    assert (at(fast, "readiness.accelerators", 2030.0) < at(slow, "readiness.accelerators", 2030.0)).all()


def test_a_frontier_that_gets_exactly_the_research_it_needs_grows_at_its_normal_rate() -> None:
    for elasticity in (0.2, 0.4):
        assert frontier.effect_of_research_on_frontier(7.0, 7.0, elasticity) == pytest.approx(1.0)


def test_the_rank_that_is_seen_is_a_mean_however_few_american_chips_are_seen() -> None:
    """A few chips of a high rank still speak for American chips; a floor on how many are seen would turn that."""
    for running in (1.0, 0.1, 0.001):
        seen = proof.seen_us_share(0.0, running, 100.0, 50.0, 0.0)
        assert seen == pytest.approx(running / 2)
        rank = proof.seen_rank(0.0, running, 100.0, 40.0, 0.0, seen)
        assert rank == pytest.approx(0.8)
        assert proof.proof(1.0, seen, rank, 0.6) > 0 > proof.proof(1.0, seen, rank, 0.9)
    assert proof.seen_rank(0.0, 0.0, 100.0, 40.0, 0.0, 0.0) == 0
