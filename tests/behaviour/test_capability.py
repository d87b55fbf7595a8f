"""What a chain of layers can do: weak links count most, access adds to it, and dependence rests on what runs."""

import numpy as np
import pytest

from dualtrack.language.vector import Vector
from dualtrack.theory.dual_track import capability, dependence
from dualtrack.theory.dual_track.layers import LAYER, LITHOGRAPHY, SOFTWARE
from tests.behaviour.theory import REGIMES, ROUGH, at, elements, frozen, plain_worlds, regimes, run, shipped, since, with_switches

each_regime = pytest.mark.parametrize("name", REGIMES)
EQUAL = Vector({layer: 1 / len(LAYER.elements) for layer in LAYER.elements})


def chain(**strengths: float) -> Vector:
    """A chain in which every layer is at one half but for those named."""
    return Vector({layer: strengths.get(layer, 0.5) for layer in LAYER.elements})


def alone(strength: Vector, substitution: float) -> float:
    found: float = capability.independent_capability(strength, EQUAL, capability.complement_exponent(substitution))
    return found


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


@each_regime
def test_capability_lies_between_the_weakest_and_the_strongest_layer(name: str) -> None:
    paths = shipped(name)
    for whole, parts in (("independent_capability", "own_strength"), ("effective_capability", "strength_with_access")):
        strengths = np.stack([paths.values[layer] for layer in elements(parts)])
        assert (strengths.min(axis=0) <= paths.values[whole] + 1e-9).all()
        assert (paths.values[whole] <= strengths.max(axis=0) + 1e-9).all()


@each_regime
def test_access_never_makes_a_chain_less_able_on_the_day(name: str) -> None:
    """Imports can be left unused; what they do to own readiness shows in later years, in both measures."""
    assert (shipped(name).values["effective_capability"] >= shipped(name).values["independent_capability"] - 1e-9).all()


@pytest.mark.parametrize("layer", LAYER.elements)
def test_every_layer_counts_for_what_the_chain_can_do_alone(layer: str) -> None:
    assert alone(chain(**{layer: 0.6}), 0.35) > alone(chain(), 0.35) > alone(chain(**{layer: 0.4}), 0.35)


def test_older_scanners_stand_in_for_lithography_only() -> None:
    v = shipped("near_embargo").values
    for layer in LAYER.elements:
        lift = v[f"own_strength.{layer}"] - v[f"readiness.{layer}"]
        assert (lift > 0).all() if layer == LITHOGRAPHY else (lift == 0).all()


def test_dependence_ends_where_nothing_american_runs_or_where_a_substitute_is_as_good() -> None:
    ready = Vector(dict.fromkeys(LAYER.elements, 1.0))
    assert dependence.dependence(0.0, 0.5) == 0
    assert dependence.dependence(1.0, dependence.substitute_at_hand(1.0, ready)) == 0
    assert dependence.dependence(1.0, 0.0) == 1


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


def test_applications_earn_more_and_models_trail_less_with_more_computing() -> None:
    """Half the computing costs the lag of one halving, and earnings by at least nothing."""
    among = with_switches(plain_worlds(), {"efficiency_strength": 0.0}, others=None)
    names = ["usable_compute", "model_lag_months", "application_earnings"]
    free = frozen([]).run(regimes()["as_is"], ROUGH, among.values, names)
    halved = frozen(["usable_compute"]).run(
        regimes()["as_is"], ROUGH, among.values, names, series={"usable_compute": free.values["usable_compute"] / 2}
    )
    owed = among.values["lag_per_log_compute"] * np.log(2)
    assert (at(halved, "application_earnings", 2035.0) < at(free, "application_earnings", 2035.0)).all()
    assert (at(halved, "model_lag_months", 2018.5) > at(free, "model_lag_months", 2018.5)).all()
    np.testing.assert_allclose(at(halved, "model_lag_months", 2018.0) - at(free, "model_lag_months", 2018.0), owed, rtol=1e-6)
