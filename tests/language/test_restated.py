"""A model with numbers restated: nothing else changes, and nothing passes that the number cannot mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import BadNumber, UnknownName
from dualtrack.language.declaration import Assumed
from dualtrack.language.distribution import Category, Triangular, Uniform, quantile
from dualtrack.language.restated import Restated, held_at, is_held, restated
from tests.toys import two_sectors as toy

STEP = 1 / 16
WHY = Assumed("for a test", "nothing")
part = st.floats(0.01, 0.99)


@given(part, part, part)
def test_what_is_restated_is_as_said_and_all_else_as_it_was(one: float, two: float, three: float) -> None:
    low, mode, high = sorted((one, two, three))
    new = Restated(mode, Triangular(low, mode, high + 0.001), WHY)
    found = restated(toy(), {"imitation": new}, STEP)
    changed = found["imitation"]
    assert (changed.value, changed.prior, changed.low, changed.high) == (mode, new.prior, low, high + 0.001)
    assert {name for name, each in found.quantities.items() if each != toy()[name]} == {"imitation"}


@given(part, st.floats(0, 1))
def test_a_held_number_has_its_value_in_every_world(value: float, share: float) -> None:
    found = restated(toy(), {"imitation": Restated(value, held_at(toy()["imitation"], value), WHY)}, STEP)
    prior = found["imitation"].prior
    assert prior is not None
    assert is_held(found["imitation"])
    assert quantile(prior, share) == value


def test_a_held_switch_keeps_its_range_since_tests_take_it_to_zero() -> None:
    push = toy()["push"]
    found = restated(toy(), {"push": Restated(1.0, held_at(push, 1.0), WHY)}, STEP)["push"]
    assert (found.low, found.high) == (push.low, push.high)
    assert is_held(found)


@pytest.mark.parametrize(
    ("name", "prior", "value"),
    [
        ("imitation", Uniform(-0.2, 0.3), 0.1),
        ("training_time", Uniform(-1.0, 3.0), 1.0),
        ("imitation", Uniform(0.3, 0.2), 0.25),
        ("imitation", Uniform(0.1, 0.2), 0.3),
        ("push", Uniform(0.0, 2.0), 1.0),
        ("imitation", Category((0.1, 0.2), (0.5, 0.6)), 0.1),
    ],
)
def test_what_a_number_cannot_mean_is_refused(name: str, prior: Uniform | Category, value: float) -> None:
    with pytest.raises(BadNumber):
        restated(toy(), {name: Restated(value, prior, WHY)}, STEP)


def test_a_lever_and_a_misspelt_number_have_no_prior() -> None:
    new = Restated(0.5, Uniform(0.0, 1.0), WHY)
    with pytest.raises(UnknownName):
        restated(toy(), {"subsidy": new}, STEP)
    with pytest.raises(UnknownName, match="imitation"):
        restated(toy(), {"imitaton": new}, STEP)
