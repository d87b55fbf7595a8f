"""Beijing's gate, orders, denial by channel, lithography's stages, disuse and means: sentences about the lower track."""

import numpy as np
import pytest

from dualtrack.language.expressions.over_dimension import Vector
from dualtrack.theory.dual_track.sectors import access, choice, denial, learning, lithography, market, prices, reaction, readiness
from dualtrack.theory.dual_track.sectors.layers import CHANNEL, LAYER, LITHOGRAPHY
from tests.behaviour.theory import (
    PARTING,
    ROUGH,
    at,
    frozen,
    hold_still,
    plain_worlds,
    regimes,
    run,
    with_levers,
    with_switches,
)

OPEN_GATE = {"refusal_strength": 0.0, "leakage_strength": 0.0}
STOP, REOPENING = 2030.0, 2032.0


def layers(value: float, **others: float) -> Vector:
    return Vector({layer: others.get(layer, value) for layer in LAYER.elements})


def test_a_chip_that_washington_sells_and_beijing_stops_is_in_nobodys_hands() -> None:
    assert access.admitted_chip_rank(0.4, 0.0) == 0
    assert access.admitted_chip_rank(0.4, reaction.acceptance(0.0, 0.25)) == pytest.approx(0.3)
    assert reaction.acceptance(1.0, 0.0) == 0


def test_what_needs_no_licence_is_sold_whatever_becomes_of_licences_until_the_frontier_has_left_it_behind() -> None:
    early, late = (access.rule_free_rank(1.0, 0.12, frontier, 0.0) for frontier in (1.0, 10.0))
    assert early == pytest.approx(0.12) and late == pytest.approx(0.012)
    offered = [market.offered_supply(0.0, 0.0, 100.0, 50.0, 0.0, rank, 0.4, 0.05) for rank in (early, late, 0.0)]
    assert offered == [pytest.approx(20.0), pytest.approx(4.8), 0.0]


def test_a_stop_is_felt_at_once_and_an_opening_late() -> None:
    """Licensed sales end with the rule and take their lead time to come back, though as much is offered as before."""
    stopped = with_levers(regimes()["free_trade"], {"cut_off": 1.0}, STOP)
    again = with_levers(stopped, {"cut_off": 0.0}, REOPENING)
    among = with_switches(plain_worlds(), OPEN_GATE, others=None)
    paths = run(again, among, ["licensed_sales", "american_wanted"], ROUGH)
    step = ROUGH.step
    wanted = paths.values["american_wanted"]
    assert (wanted > 0).mean() > 0.95
    served = np.divide(paths.values["licensed_sales"], wanted, out=np.full(wanted.shape, np.nan), where=wanted > 0)
    place = [int(np.argmin(np.abs(paths.years - year))) for year in (STOP - step, STOP + step, REOPENING + 0.2, REOPENING + 3)]
    before, stop, soon, later = (served[:, each] for each in place)
    assert np.nanmin(before) > 0.9 and np.nanmax(stop) == 0
    assert np.nanmax(soon) < 0.7 and np.nanmin(later) > 0.9


def test_a_pipeline_without_orders_is_open_and_not_undefined() -> None:
    assert market.open_pipeline(10.0, 0.0, 10.0, 1.0, 0.25, 0.6) == 0
    assert market.open_pipeline(0.0, 0.0, 10.0, 1.0, 0.25, 0.6) == pytest.approx(-1 / 0.25)


def test_a_stack_is_worth_what_runs_on_it_and_less_where_it_is_one_of_several() -> None:
    def wished(running: float, concentration: float) -> float:
        found: float = choice.wished_domestic_share(
            1.0, 1.5, 2.0, layers(0.5), 3.0, 0.0, concentration, 0.0, 1.0, 0.5, 0.5, running
        )
        return found

    assert wished(0.9, 0.35) < wished(0.5, 0.35) < wished(0.1, 0.35)
    assert wished(0.5, 0.2) < wished(0.5, 0.7)
    taught = [learning.teaching_service(layers(0.0), layers(1.0), 1.0, 1.0, 0.0, c, 0.33)["software"] for c in (0.2, 1.0)]
    assert taught == [pytest.approx(0.2 + 0.8 * 0.33), pytest.approx(1.0)]


def test_two_denied_inputs_cost_less_than_the_sum_of_both_and_more_than_either() -> None:
    bites = Vector(dict.fromkeys(CHANNEL.elements, 0.5))
    none, all_ = layers(0.0), layers(1.0)

    def denied(memory: float, design: float) -> float:
        found = denial.denied_inputs(bites, none, all_, all_, none, none, none, 1.0, memory, design, 0.0, 0.0, 0.0)
        return float(found["accelerators"])

    assert (denied(0.0, 0.0), denied(1.0, 0.0)) == (0.0, 0.5)
    assert denied(1.0, 1.0) == pytest.approx(0.75)


def test_tools_bound_a_layer_and_what_is_designed_round_bounds_it_less() -> None:
    bites = Vector(dict.fromkeys(CHANNEL.elements, 0.6))
    bound = [denial.bound_by_tools(1.0, bites, layers(1.0), 0.5, learnt)["fabrication"] for learnt in (0.0, 0.5, 1.0)]
    assert bound == [pytest.approx(0.7), pytest.approx(0.85), pytest.approx(1.0)]
    assert lithography.headroom(layers(0.7), layers(0.7))["fabrication"] == 0


def test_old_scanners_age_and_only_the_next_lithography_leads_beyond_them() -> None:
    erosion = layers(0.04)
    left = [lithography.older_lithography_left(erosion, year, 2025.0) for year in (2020.0, 2025.0, 2040.0)]
    assert left == [1.0, 1.0, pytest.approx(np.exp(-0.6))]
    only = Vector({layer: float(layer == LITHOGRAPHY) for layer in LAYER.elements})
    reached = [lithography.reach(only, 0.35, 1.0, volume, layers(1.0))[LITHOGRAPHY] for volume in (0.0, 1.0)]
    assert reached == [pytest.approx(0.35), pytest.approx(1.0)]


def test_a_chain_that_never_builds_the_next_lithography_is_plainly_weaker_in_2036() -> None:
    """In the flat index of the first edition it cost hardly anything: what a fab cannot print, no other layer makes up for."""
    among, regime = plain_worlds(), regimes()["near_embargo"]
    built = hold_still(regime, among, ROUGH)["independent_capability"][:, -1]
    series = {"euv_volume": np.zeros((among.count, ROUGH.steps + 1))}
    never = frozen(series).run(regime, ROUGH, among.values, ["independent_capability"], series=series)
    lost = built - at(never, "independent_capability", 2036.0)
    assert (lost > -1e-9).mean() > 0.9
    assert np.median(lost) > 0.02


def test_ability_that_is_used_does_not_wither() -> None:
    used = readiness.used_ability(layers(1.0), 0.6, layers(0.0))
    lost = [readiness.withering(1.0, 0.1, layers(level), used)["software"] for level in (0.3, 0.4, 0.6)]
    assert lost == [0.0, 0.0, pytest.approx(0.02)]


def test_a_budget_follows_the_worlds_demand_only_as_far_as_means_allow() -> None:
    modest, boundless = (prices.desired_budget(0.3, sales, 1.0, 0.3, 100.0) for sales in (10.0, 1e6))
    assert modest == pytest.approx(3.0 * 100.0 / 103.0)
    assert boundless < 100.0


def test_the_gate_shuts_within_a_narrow_band_of_risk() -> None:
    """One office decides: a tenth of risk more than the threshold, and nearly nothing is let in."""
    ready = layers(0.3)
    stopped = [reaction.closed_gate(1.0, 30.0, risk, ready, 0.8) for risk in (0.4, 0.5, 0.6)]
    assert stopped[0] < 0.06 and stopped[1] == pytest.approx(0.5) and stopped[2] > 0.94


def test_both_readings_of_an_h100_begin_alike_and_the_literal_one_falls_behind() -> None:
    literal = {"chip_frontier_share_ceiling": 0.0, "chip_performance_ceiling": 1.0}
    rolling = regimes()["limited_opening"]
    paths = [
        run(each, plain_worlds(), ["licensed_chip_rank"], ROUGH) for each in (rolling, with_levers(rolling, literal, 2028.0))
    ]
    late = [at(each, "licensed_chip_rank", 2036.0) for each in paths]
    assert (at(paths[0], "licensed_chip_rank", 2030.0) >= 0.4 - 1e-9).all()
    assert np.median(late[1]) < np.median(late[0]) and PARTING < 2028.0
