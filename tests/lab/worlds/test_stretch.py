"""How far a number may be taken: ten times its range, and never beyond what it can mean or what a step can follow."""

from typing import Any

import pytest

from dualtrack.lab.worlds.draw import draw, hold
from dualtrack.lab.worlds.stretch import Leeway, stretched
from dualtrack.language.declare import existence, flow, outcome, stock, switch, uncertainty
from dualtrack.language.distribution import Category, Uniform
from dualtrack.language.model import Model
from tests.lab.toys import TOY, WORDS, model_of

STEP = 1 / 4


def kinds() -> Model:
    """One number of every kind."""
    share = uncertainty(0.3, "1", low=0.2, high=0.6, **TOY)
    rate = uncertainty(2.0, "1/year", low=1.0, high=3.0, **TOY)
    from_zero = uncertainty(2.0, "year", low=0.0, high=3.0, **TOY)
    odd = uncertainty(0.0, "year", low=-1.0, high=1.0, **TOY)
    debt = uncertainty(-2.0, "year", low=-3.0, high=-1.0, **TOY)
    date = uncertainty(2022.9, "year", low=2022.8, high=2023.0, **TOY)
    few = uncertainty(1.0, "1", low=1.0, high=3.0, prior=Category((1.0, 3.0), (0.5, 0.5)), **TOY)
    stay = uncertainty(1.0, "year", low=0.5, high=2.0, prior=Uniform(0.5, 2.0), **TOY)
    mechanism = switch(**TOY)
    there = existence(**TOY)

    @flow("1/year", label=WORDS)
    def outflow(level, stay):
        """What leaves in a year."""
        return level / stay

    @stock("1", initial=1, label=WORDS)
    def level(outflow):
        """What is left."""
        return -outflow

    @outcome("1", direction="neutral", label=WORDS)
    def answer(share, rate, from_zero, odd, debt, date, few, mechanism, there, level):
        """All of them."""
        return level + share * few * mechanism * there + 0 * rate * (from_zero + odd + debt + date)

    return model_of("kinds", dict(locals()))


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("mechanism", (0.0, 1.0, "switch", "switch")),
        ("there", (0.0, 1.0, "switch", "switch")),
        ("share", (0.0, 1.0, "share", "share")),
        ("rate", (0.1, 23.0, "sign", "times")),
        ("from_zero", (0.0, 33.0, "sign", "times")),
        ("odd", (-21.0, 21.0, "times", "times")),
        ("debt", (-23.0, -0.1, "times", "sign")),
        ("date", (2020.8, 2025.0, "times", "times")),
        ("few", (1.0, 3.0, "values", "values")),
    ],
)
def test_a_number_goes_as_far_as_it_means_something(name: str, ends: tuple[Any, ...]) -> None:
    model, found = stretched(kinds(), name, STEP)
    assert (found.least, found.most) == pytest.approx(ends[:2])
    assert (found.least_by, found.most_by) == ends[2:]
    assert found.values == {"there": (0.0, 1.0), "few": (1.0, 3.0)}.get(name, ())
    for value in (found.least, found.most):
        assert hold(model, draw(kinds(), 2, 3), {name: value}).values[name].tolist() == [value] * 2


def test_a_time_is_not_made_shorter_than_the_step_can_follow() -> None:
    _, found = stretched(kinds(), "stay", STEP)
    assert found.least_by == "step"
    assert STEP <= found.least < 0.5
    assert (found.most, found.most_by) == (17.0, "times")


def test_a_place_counts_ranges_from_the_low_end() -> None:
    found = Leeway("x", 1.0, 3.0, 0.1, 23.0, "sign", "times")
    assert [found.place(value) for value in (1.0, 2.0, 3.0, 5.0, 0.0)] == [0.0, 0.5, 1.0, 2.0, -0.5]
