"""Plateaus are stretches on which nothing changes, and a world lies as near as its nearest edge."""

import numpy as np
import pytest

from dualtrack.lab.breaking.plateau import plateaus_of, to_edges
from dualtrack.lab.worlds.latent import Latent
from tests.lab.breaking.edges import edges
from tests.lab.toys import growth


@pytest.mark.parametrize("model", [edges(), growth()], ids=["exists or not", "zero or some size"])
def test_at_the_edge_a_world_is_the_same_and_no_farther(model: object) -> None:
    latent = Latent.of(model)  # type: ignore[arg-type]
    state = np.random.Generator(np.random.Philox(key=3)).standard_normal((len(latent.names), 500))
    moved = to_edges(plateaus_of(latent), state)
    before, after = latent.values(state), latent.values(moved)
    assert all(np.array_equal(before[name], after[name]) for name in latent.names)
    assert (np.abs(moved) <= np.abs(state)).all() and (np.abs(moved) < np.abs(state)).any()


def test_an_edge_lies_where_the_prior_has_its_mass() -> None:
    low, high = plateaus_of(Latent.of(edges()))
    assert low.edge == pytest.approx(-0.8416212, abs=1e-6) and high.edge == 0.0
    (alone,) = plateaus_of(Latent.of(growth()))
    assert alone.edge == pytest.approx(-0.8416212, abs=1e-6)
