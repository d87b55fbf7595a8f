"""Tilts: nothing moves but what they name, ranges stay, what leans up is never less, and worlds stay paired."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import BadNumber, DuplicateName, UnknownName
from dualtrack.lab.verdicts.existence import SOME, STRONG
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.declare import constant, existence, outcome, switch, uncertainty
from dualtrack.language.distribution import Category, LogUniform, PointMass, Triangular, Uniform, bounds, quantile
from dualtrack.language.model import Model
from dualtrack.language.tilt import DOUBT_OF_OTHERS, DOUBT_OF_OWN, Tilt, tilted, unplaced
from tests.lab.toys import TOY, WORDS, growth, model_of

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


def sized() -> Model:
    """What exists or not beside a strength, and a number of every kind that may be a size."""
    there = existence(**TOY)
    strength = switch(**TOY)
    fixed = constant(1.0, "1", low=0.5, high=2.0, **TOY)
    peaked = uncertainty(0.3, "1", low=0.1, high=1.0, **TOY)
    level = uncertainty(0.5, "1", low=0.2, high=2.0, prior=Uniform(0.2, 2.0), **TOY)
    mostly_none = uncertainty(0.5, "1", low=0.0, high=1.0, prior=PointMass(0.0, 0.5, Triangular(0.0, 0.5, 1.0)), **TOY)
    ratio = uncertainty(1.0, "1", low=0.1, high=10.0, prior=LogUniform(0.1, 10.0), **TOY)
    kind = uncertainty(1.0, "1", low=0.0, high=2.0, prior=Category((0.0, 1.0, 2.0), (0.3, 0.3, 0.4)), **TOY)

    @outcome("1", direction="higher", label=WORDS)
    def answer(there, strength, peaked, level, mostly_none, ratio, kind, fixed):
        """All of them."""
        return there * peaked + strength * level + mostly_none * ratio * kind * fixed

    return model_of("sized", dict(locals()))


SIZED = sized()
SIZES = ("peaked", "level", "mostly_none")


def leaning(name: str, up: bool) -> Model:
    """The model of a tilt that leans on one number alone."""
    side = ("raised" if up else "lowered") if name in SIZED.switches else ("larger" if up else "smaller")
    return tilted(SIZED, Tilt("one", WORDS, **{side: (name,)}))


@pytest.mark.parametrize("up", [True, False])
def test_what_exists_or_not_leans_on_its_mass_at_zero(up: bool) -> None:
    prior = leaning("there", up)["there"].prior
    assert prior == Category((0.0, 1.0), (DOUBT_OF_OWN, 0.9) if up else (DOUBT_OF_OTHERS, 0.6))


def test_two_who_lean_to_opposite_sides_differ_by_more_than_silence_and_less_than_a_strong_word() -> None:
    own, others = ((1 - doubt) / doubt for doubt in (DOUBT_OF_OWN, DOUBT_OF_OTHERS))
    assert SOME < own / others < STRONG


@given(st.sampled_from(("there", "strength", *SIZES)), st.floats(0, 1))
def test_who_leans_up_never_holds_less_for_a_world_and_stays_in_the_range(name: str, share: float) -> None:
    plain, up, down = (model[name].prior for model in (SIZED, leaning(name, True), leaning(name, False)))
    assert plain is not None and up is not None and down is not None
    assert bounds(up) == bounds(plain) == bounds(down)
    values = [quantile(prior, share) for prior in (down, plain, up)]
    assert values[0] <= values[1] + 1e-12
    assert values[1] <= values[2] + 1e-12


def test_a_size_leans_along_a_straight_line_and_keeps_its_mass_at_a_point() -> None:
    assert leaning("level", True)["level"].prior == Triangular(0.2, 2.0, 2.0)
    assert leaning("peaked", False)["peaked"].prior == Triangular(0.1, 0.1, 1.0)
    assert leaning("mostly_none", True)["mostly_none"].prior == PointMass(0.0, 0.5, Triangular(0.0, 1.0, 1.0))


@pytest.mark.parametrize(
    ("tilt", "said"),
    [
        ({"raised": ("peaked",)}, "no switch"),
        ({"larger": ("there",)}, "no size"),
        ({"smaller": ("fixed",)}, "no size"),
        ({"larger": ("answer",)}, "no size"),
        ({"smaller": ("peeked",)}, "no size"),
    ],
)
def test_a_name_of_another_kind_is_refused_with_the_side_it_belongs_to(tilt: dict[str, tuple[str, ...]], said: str) -> None:
    with pytest.raises(UnknownName, match=said) as caught:
        tilted(SIZED, Tilt("wrong", WORDS, **tilt))
    assert caught.value.fix
    (name,) = next(iter(tilt.values()))
    assert bool(caught.value.where) == (name in SIZED.quantities)
    assert caught.value.near == ("peaked" if name == "peeked" else caught.value.near)


@pytest.mark.parametrize("name", ["ratio", "kind"])
def test_a_prior_without_a_line_to_lean_along_is_refused(name: str) -> None:
    with pytest.raises(BadNumber, match="no straight line") as caught:
        leaning(name, True)
    assert caught.value.where
    assert "uniform or triangular" in caught.value.fix


def test_a_size_is_not_on_both_sides() -> None:
    with pytest.raises(DuplicateName, match="peaked"):
        Tilt("both", WORDS, larger=("peaked",), smaller=("peaked",))
