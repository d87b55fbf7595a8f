"""The screen: no share from chance, the known share where one is known, and interactions seen by the spread."""

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.questions.screen import Screen, by_chance, first_order
from dualtrack.lab.worlds.draw import quantiles, uniforms
from dualtrack.language.declare import SWITCH_PRIOR

COUNT = 4000
X, Y, Z = (uniforms(5, name, COUNT, 0) for name in "xyz")


def test_chance_is_taken_away() -> None:
    """Over fifty idle inputs the mean share is nought; without the correction it would be 15 bins in 4000 worlds, 0.004."""
    shares = [first_order(uniforms(seed, "idle", COUNT, 0), X) for seed in range(50)]
    assert abs(float(np.mean(shares))) < 0.0015


def test_a_known_share_is_found() -> None:
    """Of x + 2 y, y carries four parts in five; bins of a sixteenth hide one part in 256 of it. One bin may hold a step."""
    assert first_order(Y, X + 2 * Y) == pytest.approx(0.8, abs=0.03)
    assert first_order(X, X + 2 * Y) == pytest.approx(0.2, abs=0.03)
    assert first_order(X, np.where(X > 0.5, 1.0, 0.0)) == pytest.approx(1.0, abs=1 / 16)


@pytest.mark.parametrize("worlds", [300, 2100])
def test_no_idle_input_is_taken_for_a_telling_one(worlds: int) -> None:
    """In 100 screens of 60 idle inputs one may exceed the bar with a chance of 0.1; a number that tells does."""
    answer = np.where(X[:worlds] < 0.3, 1.0, 0.0)
    largest = [max(first_order(uniforms(seed, f"idle{i}", worlds, 0), answer) for i in range(60)) for seed in range(100)]
    assert sum(share > by_chance(worlds, 60) for share in largest) <= 1
    assert by_chance(worlds, 60) < 2.5 * float(np.quantile(largest, 0.95))
    assert first_order(X[:worlds], answer + Y[:worlds]) > by_chance(worlds, 60)


def test_a_point_mass_is_a_bin_of_its_own() -> None:
    switch = quantiles(SWITCH_PRIOR, X)
    assert first_order(switch, np.where(switch > 0, 1.0, 0.0)) == pytest.approx(1.0, abs=1e-9)
    assert first_order(switch, Y) < 0.01
    assert first_order(np.ones(COUNT), Y) == 0.0


def test_an_input_that_only_spreads_the_answer_is_kept() -> None:
    answer = (X - 0.5) * (Y - 0.5)
    assert first_order(X, answer) < 0.01
    inputs = {"z": Z, "x": X, "y": Y}
    order = Screen(worlds=COUNT, kept=2).order(inputs, [["z"], ["x"], ["y"]], [answer], [0.0, 0.0, 0.0])
    assert order[-1] == 0


def test_an_input_that_only_the_pairs_see_is_kept() -> None:
    order = Screen(worlds=COUNT, kept=1).order({"x": X, "y": Y, "z": Z}, [["z"], ["x"], ["y"]], [X], [0.0, 0.0, 2.0])
    assert order == [2, 1, 0]


def test_nothing_is_made_of_what_is_no_number() -> None:
    for values, answer in ((X, np.full(COUNT, np.nan)), (np.full(COUNT, np.inf), X)):
        with pytest.raises(RunError, match="no number"):
            first_order(values, answer)
    with pytest.raises(RunError, match="nothing can be screened"):
        Screen(worlds=100)
