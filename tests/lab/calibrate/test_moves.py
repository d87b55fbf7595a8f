"""Each move by itself leaves the posterior as it is, and none goes where nothing is possible."""

import numpy as np
import pytest

from dualtrack.lab.calibrate import moves as module
from dualtrack.lab.calibrate.landscape import information, informed_directions
from dualtrack.lab.calibrate.moves import KINDS, CloudMover, Kind
from tests.lab.calibrate.landscapes import Broken, Linear, Switched


def posterior(landscape: Linear, count: int, seed: int):
    root = np.linalg.cholesky(landscape.spread)
    random = np.random.default_rng(seed)
    return landscape.mean[:, None] + root @ random.standard_normal((landscape.dimension, count)), random


def mover(landscape, state, random) -> CloudMover:
    directions = informed_directions(information(landscape, state[:, :3]))
    lengths: dict[Kind, float] = {"walk": 1.0, "lean": 0.5, "rest": 0.5}
    return CloudMover(landscape, state, landscape.log_likelihood(state), 1.0, directions, random, lengths)


@pytest.mark.parametrize("kind", [each for each in KINDS if each != "switches"])
def test_a_move_leaves_the_posterior_as_it_is(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    landscape = Linear(3, dimension=8)
    state, random = posterior(landscape, 20_000, 1)
    before = state.copy()
    monkeypatch.setattr(module, "CYCLE", (kind,))
    monkeypatch.setattr(module, "WANTED", {})
    moved = mover(landscape, state, random)
    for _ in range(6):
        moved.cycle()
    assert np.abs(state.mean(axis=1) - landscape.mean).max() < 0.03
    assert np.abs(np.cov(state) - landscape.spread).max() < 0.05
    assert (state != before).any(axis=0).mean() > 0.02
    assert set(moved.tried) == set(KINDS)
    assert np.allclose(moved.likely, landscape.log_likelihood(state))


def test_the_rest_moves_nothing_of_which_the_record_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    landscape = Linear(3, dimension=8)
    state, random = posterior(landscape, 500, 2)
    before = state.copy()
    monkeypatch.setattr(module, "CYCLE", ("rest",))
    moved = mover(landscape, state, random)
    moved.cycle()
    assert np.allclose(moved.directions.T @ before, moved.directions.T @ state)
    assert moved.tried["rest"] == [1.0]


def test_switches_are_drawn_afresh_and_only_they(monkeypatch: pytest.MonkeyPatch) -> None:
    landscape = Switched(1.0, 5.0)
    random = np.random.default_rng(1)
    state = random.standard_normal((3, 4000))
    before = state.copy()
    monkeypatch.setattr(module, "CYCLE", ("switches",))
    mover(landscape, state, random).cycle()
    assert (state[0] != before[0]).mean() > 0.8
    assert np.array_equal(state[1:], before[1:])


def test_nothing_impossible_is_taken() -> None:
    landscape = Broken(1)
    random = np.random.default_rng(1)
    state = random.standard_normal((6, 3000))
    state = np.ascontiguousarray(state[:, np.isfinite(landscape.log_likelihood(state))])
    moved = mover(landscape, state, random)
    for _ in range(5):
        moved.cycle()
    assert np.isfinite(moved.likely).all()
    assert np.isfinite(landscape.log_likelihood(state)).all()
