"""Tilts: nothing moves but the switches they name, ranges and zeros stay, and worlds stay paired."""

import numpy as np
import pytest

from dualtrack.errors import BadNumber, DuplicateName, UnknownName
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.distribution import bounds
from dualtrack.language.tilt import Tilt, tilted, unplaced
from tests.lab.toys import growth

UP = Tilt("up", ("Up", "上"), raised=("mechanism",))
DOWN = Tilt("down", ("Down", "下"), lowered=("mechanism",))


def test_a_tilt_moves_nothing_but_the_switch_it_names() -> None:
    model = growth()
    plain = draw(model, 500, 7)
    for tilt in (UP, DOWN):
        leaning = tilted(model, tilt)
        moved = draw(leaning, 500, 7)
        assert {name for name in plain.values if not np.array_equal(plain.values[name], moved.values[name])} == {"mechanism"}
        changed = {name for name in model.quantities if model[name] != leaning[name]}
        assert changed == {"mechanism"}
        assert bounds(leaning["mechanism"].prior) == bounds(model["mechanism"].prior)  # type: ignore[arg-type]


def test_the_same_worlds_have_the_mechanism_and_keep_their_order() -> None:
    plain, up, down = (
        draw(model, 2000, 7).values["mechanism"] for model in (growth(), tilted(growth(), UP), tilted(growth(), DOWN))
    )
    assert np.array_equal(plain == 0, up == 0)
    assert np.array_equal(plain == 0, down == 0)
    assert 0.15 < (plain == 0).mean() < 0.25
    assert (down <= plain).all()
    assert (plain <= up).all()
    ranks = [np.argsort(np.argsort(values[plain > 0])) for values in (plain, up, down)]
    assert np.array_equal(ranks[0], ranks[1])
    assert np.array_equal(ranks[0], ranks[2])


def test_a_switch_that_exists_has_the_mean_of_a_straight_line() -> None:
    """A density that rises from nothing over [0, 1] has the mean 2/3, one that falls 1/3; four standard errors of the draw."""
    for tilt, mean in ((UP, 2 / 3), (DOWN, 1 / 3)):
        values = draw(tilted(growth(), tilt), 4000, 3).values["mechanism"]
        assert values[values > 0].mean() == pytest.approx(mean, abs=4 * np.sqrt(1 / 18 / 3000))


def test_leaning_nowhere_is_the_model_itself() -> None:
    neutral = Tilt("agnostic", ("No side", "中立"))
    assert tilted(growth(), neutral).fingerprint == growth().fingerprint != tilted(growth(), UP).fingerprint
    assert unplaced(growth(), [neutral, UP]) == ()
    assert unplaced(growth(), [Tilt("else", ("Else", "其他"), raised=("other",))]) == ("mechanism",)


def test_what_cannot_be_tilted_is_refused() -> None:
    with pytest.raises(UnknownName) as caught:
        tilted(growth(), Tilt("wrong", ("Wrong", "错"), raised=("mechanisms",)))
    assert caught.value.near == "mechanism"
    with pytest.raises(UnknownName):
        tilted(growth(), Tilt("wrong", ("Wrong", "错"), raised=("base_speed",)))
    with pytest.raises(DuplicateName):
        Tilt("both", ("Both", "双"), raised=("mechanism",), lowered=("mechanism",))
    with pytest.raises(BadNumber):
        Tilt("mute", ("Mute", ""))
