"""Worlds as standard normal numbers: their priors come back, switches as plateaus, and what is drawn together goes together."""

import numpy as np
import pytest

from dualtrack.errors import RegimeError
from dualtrack.lab.worlds.draw import prior_of, quantiles
from dualtrack.lab.worlds.latent import Latent
from dualtrack.language.correlated import correlated
from dualtrack.language.declare import auxiliary, constant, uncertainty
from dualtrack.language.distribution import Uniform, bounds
from tests.lab.toys import TOY, WORDS, growth, model_of, rare_toy
from tests.refusals import refused


def pair(rank: float):
    one, other = (uncertainty(0.5, "1", low=0.0, high=1.0, prior=Uniform(0.0, 1.0), **TOY) for _ in "ab")
    together = correlated(("other", "one"), ((1.0, rank), (rank, 1.0)), source="anyone", label=WORDS, doc="A pair.")

    @auxiliary("1", label=WORDS)
    def answer(one, other):
        """Their sum."""
        return one + other

    return model_of("pair", {"one": one, "other": other, "together": together, "answer": answer})


def test_the_quantiles_of_every_prior_come_back() -> None:
    model = growth()
    latent, shares = Latent.of(model), np.array([0.1, 0.5, 0.9])
    state = np.tile([-1.2815515655446004, 0.0, 1.2815515655446004], (len(latent.names), 1))
    for name, values in latent.values(state).items():
        assert np.allclose(values, quantiles(prior_of(model, name), shares), rtol=1e-12), name


def test_a_switch_is_a_plateau_and_no_value_leaves_its_bounds() -> None:
    model = growth()
    latent = Latent.of(model)
    (place,) = latent.switches
    assert latent.names[place] == "mechanism"
    state = np.zeros((len(latent.names), 5))
    state[place] = -9.0, -3.0, -1.0, 1.0, 9.0
    values = latent.values(state)["mechanism"]
    assert values[0] == values[1] == 0.0
    assert values[-1] > 0
    far = latent.values(np.full((len(latent.names), 1), 50.0))
    assert all(bounds(prior_of(model, name))[0] <= each[0] <= bounds(prior_of(model, name))[1] for name, each in far.items())


def test_names_stand_in_alphabetical_order() -> None:
    assert Latent.of(growth()).names == tuple(sorted(growth().drawn))


def test_numbers_drawn_together_have_the_rank_correlation_that_is_declared() -> None:
    latent = Latent.of(pair(0.6))
    state = np.random.default_rng(1).standard_normal((2, 40_000))
    values = latent.values(state)
    ranks = [np.argsort(np.argsort(values[name])) for name in ("one", "other")]
    assert abs(np.corrcoef(ranks[0], ranks[1]).min() - 0.6) < 0.01
    assert np.allclose(latent.joined(state)[latent.names.index("one")], state[latent.names.index("one")])
    assert latent.joined(state).std(axis=1) == pytest.approx(1.0, abs=0.01)


def test_without_groups_numbers_are_their_own() -> None:
    latent = Latent.of(rare_toy(0.5, 0.5))
    state = np.ones((3, 2))
    assert latent.joined(state) is state


def test_a_model_without_uncertainty_is_refused() -> None:
    fixed = constant(0.5, "1", low=0.0, high=1.0, **TOY)

    @auxiliary("1", label=WORDS)
    def answer(fixed):
        """It."""
        return fixed

    refused(RegimeError, lambda: Latent.of(model_of("fixed", {"fixed": fixed, "answer": answer})))
