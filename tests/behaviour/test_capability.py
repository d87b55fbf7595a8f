"""What a chain of layers can do: weak links count most, access adds to it, and dependence rests on what runs."""

import numpy as np
import pytest

from dualtrack.language.expressions.over_dimension import Vector
from dualtrack.targets.numeric.many import Paths
from dualtrack.theory.dual_track.sectors import applications, belief, capability, dependence, dividends, openness
from dualtrack.theory.dual_track.sectors.layers import LAYER, LITHOGRAPHY, SOFTWARE
from tests.behaviour.theory import (
    REGIMES,
    ROUGH,
    at,
    frozen,
    plain_worlds,
    regimes,
    run,
    shipped,
    since,
    with_switches,
    worlds,
)

each_regime = pytest.mark.parametrize("name", REGIMES)
EQUAL = Vector({layer: 1 / len(LAYER.elements) for layer in LAYER.elements})
NO_PROCESS = Vector(dict.fromkeys(LAYER.elements, 0.0))
PROCESS = Vector({layer: float(layer in ("equipment", "lithography", "materials", "fabrication")) for layer in LAYER.elements})


def chain(**strengths: float) -> Vector:
    """A chain in which every layer is at one half but for those named."""
    return Vector({layer: strengths.get(layer, 0.5) for layer in LAYER.elements})


def alone(strength: Vector, substitution: float) -> float:
    exponent = capability.complement_exponent(substitution)
    parts = capability.own_part(strength, EQUAL, Vector(dict.fromkeys(LAYER.elements, exponent)))
    found: float = capability.independent_capability(1.0, parts, NO_PROCESS, 0.0, exponent)
    return found


def in_one_nest(strength: Vector, substitution: float, within: float) -> float:
    """The same chain, the layers of the process nested."""
    weight = capability.process_weight(EQUAL, PROCESS)
    chains, fabs = capability.complement_exponent(substitution), capability.process_complement_exponent(within)
    parts = capability.own_part(strength, EQUAL, capability.layer_exponent(PROCESS, fabs, chains))
    own = capability.own_process(parts, PROCESS, weight, fabs)
    found: float = capability.independent_capability(own, parts, PROCESS, weight, chains)
    return found


@pytest.mark.parametrize("substitution", [0.1, 0.35, 0.9])
def test_a_nest_that_substitutes_as_the_chain_does_is_no_nest(substitution: float) -> None:
    uneven = chain(lithography=0.1, fabrication=0.7, software=0.9)
    assert in_one_nest(uneven, substitution, substitution) == pytest.approx(alone(uneven, substitution))


def test_the_less_a_fab_can_do_without_its_scanner_the_more_an_old_scanner_costs() -> None:
    found = [in_one_nest(chain(lithography=0.1), 0.35, within) for within in (0.05, 0.15, 0.35)]
    assert found[0] < found[1] < found[2] < 0.5


@pytest.mark.parametrize("substitution", [0.1, 0.35, 0.9])
def test_a_chain_of_equal_layers_is_as_strong_as_each(substitution: float) -> None:
    assert alone(chain(), substitution) == pytest.approx(0.5)


@pytest.mark.parametrize("substitution", [0.1, 0.35, 0.9])
def test_mending_the_weakest_layer_helps_more_than_improving_the_strongest(substitution: float) -> None:
    uneven = {"lithography": 0.2, "software": 0.8}
    before = alone(chain(**uneven), substitution)
    weakest = alone(chain(**{**uneven, "lithography": 0.3}), substitution)
    strongest = alone(chain(**{**uneven, "software": 0.9}), substitution)
    assert weakest - before > strongest - before > 0


def test_the_less_layers_replace_each_other_the_more_the_weakest_decides() -> None:
    one_gap = chain(lithography=0.1)
    found = [alone(one_gap, substitution) for substitution in (0.1, 0.35, 0.9)]
    assert 0.1 < found[0] < found[1] < found[2] < 0.5


@pytest.mark.parametrize("layer", LAYER.elements)
def test_every_layer_counts_for_what_the_chain_can_do_alone(layer: str) -> None:
    assert alone(chain(**{layer: 0.6}), 0.35) > alone(chain(), 0.35) > alone(chain(**{layer: 0.4}), 0.35)


def test_older_scanners_stand_in_for_lithography_only() -> None:
    v = shipped("near_embargo").values
    for layer in LAYER.elements:
        lift = v[f"own_strength.{layer}"] - v[f"readiness.{layer}"]
        assert (lift > 0).all() if layer == LITHOGRAPHY else (lift == 0).all()


def test_a_substitute_needs_both_a_chip_and_its_software() -> None:
    bare = Vector({layer: 0.0 if layer == SOFTWARE else 1.0 for layer in LAYER.elements})
    assert dependence.substitute_at_hand(1.0, bare) == 0
    assert dependence.substitute_at_hand(0.0, Vector(dict.fromkeys(LAYER.elements, 1.0))) == 0


def test_dependence_outlasts_the_last_sale_and_american_computing_fades_by_retirement() -> None:
    """What is installed runs on: a refusal of new chips does not end dependence at once, and only age removes the old ones."""
    among = with_switches(plain_worlds(), {"leakage_strength": 0.0}, others=None)
    paths = run(regimes()["refusal"], among, ["dependence", "us_rooted_compute"], ROUGH)
    assert (at(paths, "dependence", 2027.25) > 0.5 * at(paths, "dependence", 2026.75)).all()
    left = since(paths, "us_rooted_compute", 2027.0)
    assert (np.diff(left, axis=1) < 0).all() and (left > 0).all()


def driven(name: str, factor: float, save: list[str], still: str = "running_us_share") -> tuple[Paths, Paths]:
    """A run, and the same with one quantity held at a multiple of its path, and what the work runs on at its own."""
    among = plain_worlds()
    free = run(regimes()["as_is"], among, [name, still, *save], ROUGH)
    series = {name: factor * free.values[name], still: free.values[still]}
    held = frozen(series).run(regimes()["as_is"], ROUGH, among.values, save, series=series)
    assert not held.failed.any()
    return free, held


def test_applications_earn_less_with_half_the_computing() -> None:
    free, halved = driven("usable_compute", 0.5, ["application_earnings"])
    assert (at(halved, "application_earnings", 2035.0) < at(free, "application_earnings", 2035.0)).all()


def test_models_trail_by_one_halving_more_with_half_the_computing_to_train_on() -> None:
    free, halved = driven("training_compute", 0.5, ["model_lag_months", "efficiency_edge"])
    behind = halved.values["model_lag_months"] + halved.values["efficiency_edge"]
    before = free.values["model_lag_months"] + free.values["efficiency_edge"]
    owed = plain_worlds().values["lag_per_log_compute"] * np.log(2)
    np.testing.assert_allclose((behind - before)[:, 0], owed, rtol=1e-6)
    assert (behind > before).mean() > 0.99  # the market that computing is compared with moves a little too


def test_domestic_computing_trains_only_as_far_as_its_software_is_ready() -> None:
    assert applications.training_compute(3.0, 2.0, Vector(dict.fromkeys(LAYER.elements, 0.0))) == 3.0
    assert applications.training_compute(3.0, 2.0, Vector(dict.fromkeys(LAYER.elements, 1.0))) == 5.0


@each_regime
def test_the_rent_of_a_success_is_paid_once_and_to_the_roots_it_runs_on(name: str) -> None:
    """A1 and A3: neither owner nor place decides, and moving the same workloads moves the same rent."""
    v = shipped(name).values
    rent = worlds().values["root_rent"][:, None] * v["application_earnings"]
    np.testing.assert_allclose(v["dividend_to_us_roots"] + v["dividend_to_domestic_roots"], rent, rtol=1e-9)
    np.testing.assert_allclose(v["dividend_to_us_roots"], rent * v["us_root_share"], rtol=1e-9)


@each_regime
def test_american_receipts_count_money_that_is_paid_and_none_where_nothing_is_bought_rented_or_called(name: str) -> None:
    """A1: a root without a payment takes nothing in."""
    share = shipped(name).values["us_receipts_share"]
    assert ((share >= 0) & (share < 1)).all()
    assert dividends.us_receipts_share(0.0, 0.0, 0.0, 1.0, 0.02, 5.0, 0.3, 0.0, 50.0, 300.0) == 0
    assert dividends.us_receipts_share(60.0, 40.0, 0.0, 1.0, 0.02, 5.0, 0.3, 0.0, 50.0, 300.0) == 0.25


def test_who_rents_nothing_and_fears_no_stop_loses_nothing_in_a_cut_off() -> None:
    among = with_switches(plain_worlds(), {"leakage_strength": 0.0, "remote_stop_strength": 0.0}, others=None)
    paths = run(regimes()["limited_opening"], among, ["capability_under_cut_off", "independent_capability"], ROUGH)
    np.testing.assert_allclose(paths.values["capability_under_cut_off"], paths.values["independent_capability"], rtol=1e-9)


def test_a_remote_stop_costs_more_where_more_is_controlled_and_installed() -> None:
    """L1: what a stop of sales leaves running, a remote stop may end."""
    kept = [dividends.compute_kept(50.0, 50.0, coverage, 1.0, 0.0) for coverage in (0.0, 0.5, 1.0)]
    assert kept == [1.0, 0.75, 0.5]
    assert dividends.compute_kept(20.0, 80.0, 1.0, 1.0, 0.0) < dividends.compute_kept(50.0, 50.0, 1.0, 1.0, 0.0)


def test_open_work_adds_to_american_productivity_and_lost_margins_take_from_it() -> None:
    """U4: without either flow there is no gain, which is what the paired run compares with."""
    assert openness.us_gain_from_open_work(0.0, 0.0) == 0
    assert openness.us_gain_from_open_work(0.0, 0.1) < 0 < openness.us_gain_from_open_work(0.1, 0.0)


def _belief(china: float, roots: float, rank: float, elsewhere: float, hidden: float = 0.0, as_domestic: float = 0.0) -> float:
    found: float = belief.belief(0.5, china, 1.0, 1.0, roots, rank, roots + hidden, as_domestic, 0.2, 1.0, elsewhere, 0.6)
    return found


def test_belief_in_american_chips_moves_only_with_success_and_toward_what_it_is_seen_to_run_on() -> None:
    """U5: success on domestic chips lowers it, on the best American chips raises it, and silence leaves it."""
    assert _belief(0.0, 1.0, 1.0, 0.0) == 0
    assert _belief(1.0, 0.0, 1.0, 0.0) < 0 < _belief(1.0, 1.0, 1.0, 0.0)


def test_success_on_hidden_chips_says_nothing_but_for_what_is_taken_for_domestic() -> None:
    """A success that runs on chips nobody shows is no success on domestic roots, unless it is taken for one."""
    assert _belief(1.0, 0.0, 0.0, 0.0, hidden=1.0) == 0
    assert _belief(1.0, 0.0, 0.0, 0.0, hidden=1.0, as_domestic=1.0) == _belief(1.0, 0.0, 0.0, 0.0) < 0


def test_success_elsewhere_holds_the_belief_that_an_embargo_would_leave_without_a_chinese_ground() -> None:
    """Before, an embargo alone destroyed the belief, since only Chinese successes formed it."""
    assert _belief(1.0, 0.0, 0.0, 0.0) < _belief(1.0, 0.0, 0.0, 1.0)
    assert _belief(0.0, 0.0, 0.0, 1.0) > 0


@each_regime
def test_indispensability_is_a_share_that_no_one_reads_but_as_belief(name: str) -> None:
    np.testing.assert_array_equal(shipped(name).values["indispensability"], shipped(name).values["belief"])


def test_there_is_no_backlash_without_denial_and_more_with_more() -> None:
    """C4: counter-measures answer what is refused; where all is open for years they fade."""
    among = with_switches(plain_worlds(), {"retaliation_strength": 1.0}, others=None)
    late = [at(run(regimes()[name], among, ["backlash"], ROUGH), "backlash", 2036.0) for name in ("free_trade", "near_embargo")]
    assert (late[0] < 0.01).all() and (late[1] > 0.5).all()
