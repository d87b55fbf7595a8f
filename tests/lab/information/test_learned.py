"""What stands beside numbers: one that settles a claim without being worth anything is told, and what none decides says so."""

import numpy as np

from dualtrack.lab.information.learned import Learned
from dualtrack.lab.information.number_worth import worth_of_numbers
from tests.lab.information.planted import stake
from tests.lab.toys import growth

WORLDS = 4000
MODEL = growth()
CHANCE = np.random.default_rng(8)
VALUES = {name: CHANCE.random(WORLDS) for name in MODEL.drawn}
FIRST = MODEL.drawn[0]


def learned(true: np.ndarray) -> Learned:
    stakes = (stake("one", np.ones(WORLDS, dtype=bool), true),)
    return Learned(MODEL, stakes, worth_of_numbers(stakes, VALUES, 7), (), {}, {}, WORLDS, WORLDS, "neutral", 7)


def test_a_number_settles_what_is_called_alike_at_all_its_values() -> None:
    """True in 4 % of worlds in the lower half of a number and in 44 % of the upper: called false in both, and settled in one."""
    found = learned(CHANCE.random(WORLDS) < np.where(VALUES[FIRST] < 0.5, 0.04, 0.44))
    assert found.leading("one", 3) == []
    settling = found.settling("one")
    assert settling is not None
    assert settling[0] == FIRST
    assert 0.4 < settling[1].settled.value < 0.6
    assert found.undecided == ()


def test_a_claim_of_chance_alone_is_decided_by_nothing() -> None:
    found = learned(CHANCE.random(WORLDS) < 0.45)
    assert found.undecided == ("one",)
    assert found.beyond == ()


def test_a_claim_beyond_a_bound_is_settled_by_no_number() -> None:
    found = learned(CHANCE.random(WORLDS) < 0.1)
    assert found.undecided == found.beyond == ("one",)
    assert found.settling("one") is None


def test_what_would_measure_a_number_falls_back_on_its_assumption() -> None:
    """Toys are assumed, and `nothing` would measure them."""
    assert learned(VALUES[FIRST] > 0.5).measured_by(FIRST) == ("nothing", "")
