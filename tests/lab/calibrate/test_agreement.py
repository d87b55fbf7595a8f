"""Two draws beside each other: what passes, what fails, and that a failure is said in both languages."""

import numpy as np
import pytest

from dualtrack.lab.calibrate.agreement import Agreement, agreement
from dualtrack.lab.calibrate.temper import Tempering, temper
from dualtrack.targets.numeric.arrays import Array
from tests.lab.calibrate.landscapes import Linear

NAMES = tuple("abcdef")
EVIDENCE = (-1.0, -1.1)


def draws(shift: float = 0.0, number: int = 0) -> tuple[Array, Array]:
    one, other = np.random.default_rng(1).standard_normal((2, 6, 20_000))
    other[number] += shift
    return one, other


def test_draws_of_one_posterior_agree() -> None:
    found = agreement(NAMES, *draws(), EVIDENCE)
    assert found.holds
    assert found.typical < 0.02
    assert found.shrink == pytest.approx(1.0, abs=1e-3)
    assert found.says[0] == "The two runs agree."


def test_one_number_that_differs_fails_both() -> None:
    found = agreement(NAMES, *draws(0.2, 3), EVIDENCE)
    assert not found.holds
    assert (found.worst, round(found.greatest, 1)) == ("d", 0.2)
    assert found.says[0].startswith("It failed: ")
    assert "`d`" in found.says[0]
    assert found.says[1].startswith("校准失败")
    assert found.typical == pytest.approx(0.2 / np.sqrt(6), abs=0.01)


def test_each_limit_fails_by_itself() -> None:
    plain = Agreement(EVIDENCE, 0.05, 0.15, "a", 1.0)
    assert plain.holds
    assert not Agreement(EVIDENCE, 0.051, 0.1, "a", 1.0).holds
    assert not Agreement(EVIDENCE, 0.01, 0.151, "a", 1.0).holds
    assert Agreement((-1.0, -1.5), 0.01, 0.01, "a", 1.0).holds
    apart = Agreement((-1.0, -1.51), 0.01, 0.01, "a", 1.0)
    assert not apart.holds
    assert all("-1.51" in said for said in apart.says)


def test_the_factor_is_that_of_gelman_and_rubin() -> None:
    one, other = np.zeros((1, 4)), np.zeros((1, 4))
    one[0], other[0] = [0, 1, 2, 3], [1, 2, 3, 4]
    within, between = 5 / 3, 0.5
    assert agreement(("a",), one, other, EVIDENCE).shrink == pytest.approx(np.sqrt((0.75 * within + between) / within))
    still = agreement(("a",), np.zeros((1, 4)), np.ones((1, 4)), EVIDENCE)
    assert still.shrink == np.inf


def test_two_tempered_runs_agree_and_too_short_ones_are_caught() -> None:
    settings = Tempering(particles=4000, warm=3, least=8, most=8)
    clouds = [temper(Linear(0), settings, np.random.default_rng(seed)) for seed in (1, 2)]
    found = agreement(NAMES, clouds[0].state, clouds[1].state, (clouds[0].log_evidence, clouds[1].log_evidence))
    assert found.holds
    assert abs(np.subtract(*found.log_evidence)) < 0.2
    few = Tempering(particles=100, warm=1, least=1, most=1)
    clouds = [temper(Linear(0, dimension=40), few, np.random.default_rng(seed)) for seed in (1, 2)]
    assert not agreement(tuple(map(str, range(40))), clouds[0].state, clouds[1].state, EVIDENCE).holds
