"""Two priors of one theory differ, or are refused: both are named, and none is refused that differs."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import dualtrack as dt
from dualtrack.app.bind import bind
from dualtrack.errors import DuplicateName, UnknownName
from dualtrack.lab.worlds.priors import pooled
from dualtrack.language.distribution import Category, PointMass, Uniform
from dualtrack.language.model import Model
from dualtrack.language.soundness.check_tilts import ALIKE, apart, check_tilts
from dualtrack.language.theory import model_of
from dualtrack.language.tilt import Tilt, tilted
from tests.lab.apart import SCEPTIC, theory
from tests.lab.toys import WORDS
from tests.language.test_tilt import SIZED

LEVEL = Tilt("level", WORDS)
SIDES = {"there": ("raised", "lowered"), "strength": ("raised", "lowered")} | dict.fromkeys(
    ("peaked", "level", "mostly_none"), ("larger", "smaller")
)


def tilt(name: str, leans: dict[str, bool]) -> Tilt:
    """A tilt that leans up where it says so, and else down."""
    sides: dict[str, tuple[str, ...]] = {}
    for each, up in leans.items():
        side = SIDES[each][0 if up else 1]
        sides[side] = (*sides.get(side, ()), each)
    return Tilt(name, WORDS, **sides)


LEANS = st.dictionaries(st.sampled_from(tuple(SIDES)), st.booleans(), max_size=4)


@given(LEANS, LEANS)
def test_two_priors_are_refused_just_where_they_lean_alike(one: dict[str, bool], other: dict[str, bool]) -> None:
    pair = (tilt("one", one), tilt("other", other))
    if one == other:
        with pytest.raises(DuplicateName, match="`one` and `other`") as caught:
            check_tilts(SIZED, pair)
        assert (caught.value.near, bool(caught.value.fix)) == ("other", True)
    else:
        check_tilts(SIZED, pair)


@given(LEANS, LEANS, st.integers(0, 100))
@example({"mostly_none": False}, {}, 32)
def test_no_world_is_likelier_by_more_than_is_said(one: dict[str, bool], other: dict[str, bool], seed: int) -> None:
    pair = (tilt("one", one), tilt("other", other))
    mine, yours = (each.weights for each in pooled(SIZED, pair, 40, seed))
    assert mine is not None
    assert yours is not None
    most = apart(*(tilted(SIZED, each) for each in pair))
    assert (mine <= yours * most * (1 + 1e-6)).all() if np.isfinite(most) else one != other
    assert np.allclose(mine, yours) or most > ALIKE


def weighed(mass: float) -> Model:
    """A model in which one mechanism does not exist in a given part of the prior."""
    there = replace(SIZED["there"], prior=Category((0.0, 1.0), (mass, 1 - mass)))
    return replace(SIZED, quantities={**SIZED.quantities, "there": there})


def test_priors_within_a_hundredth_are_one_prior_with_two_names() -> None:
    assert apart(weighed(0.2), weighed(0.2)) == 1
    assert apart(weighed(0.2), weighed(0.2015)) == pytest.approx(0.2015 / 0.2)
    assert apart(weighed(0.2), weighed(0.2015)) < ALIKE < apart(weighed(0.2), weighed(0.21))


def test_what_never_happens_tells_no_priors_apart() -> None:
    """Of a mechanism that never exists the strength may lean as it likes."""
    never = replace(SIZED["strength"], prior=PointMass(0.0, 1.0, Uniform(0.0, 1.0)))
    with pytest.raises(DuplicateName):
        check_tilts(
            replace(SIZED, quantities={**SIZED.quantities, "strength": never}), (LEVEL, Tilt("up", WORDS, raised=("strength",)))
        )


def test_a_theory_with_one_prior_under_two_names_is_not_built() -> None:
    twin = replace(SCEPTIC, name="doubter")
    with pytest.raises(DuplicateName, match="`sceptic` and `doubter`"):
        model_of(theory(*theory().tilts, twin))
    with pytest.raises(DuplicateName, match="`level` and `idle`"):
        dt.laboratory(theory(*theory().tilts, Tilt("idle", WORDS)))


def test_a_tilt_that_does_not_fit_is_refused_when_the_theory_is_built() -> None:
    with pytest.raises(UnknownName, match="no switch"):
        model_of(theory(LEVEL, Tilt("wrong", WORDS, raised=("size",))))


def test_the_shipped_priors_are_far_apart() -> None:
    """A strong mechanism is twice as likely under who raises it, and far more than under who lowers it."""
    theory = bind().theory
    models = [tilted(bind().model, each) for each in theory.tilts]
    assert min(apart(one, other) for one, other in combinations(models, 2)) > 2
