"""A change explained: the parts sum to it, idle and unmoved levers add nothing, alike levers the same."""

from types import ModuleType
from typing import Any

import pytest

from dualtrack.errors import LabError, RegimeError, RunError, UnknownName
from dualtrack.lab.questions.explain_change import MOST, ChangeExplained, PolicyChange, explain_change
from dualtrack.language.build import build
from dualtrack.language.declare import auxiliary, flow, lever, stock, uncertainty
from dualtrack.language.expressions.ops import log, total
from dualtrack.language.expressions.over_dimension import Dimension
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Path, Regime
from tests.lab.toys import TOY, WORDS, model_of

CLOCK = Clock(2020.0, 2030.0, 1 / 4, 1 / 4)
MANY = Dimension("kind", tuple(f"k{i}" for i in range(MOST + 2)))


def toy(with_fragile: bool = True) -> Model:
    """Over ten years: two levers that add alike, two that need each other, one that does nothing and one that never moves."""
    left, right, key, lock, idle, still = (lever(0.0, "1", low=0.0, high=1.0, **TOY) for _ in range(6))
    speed, strength = (uncertainty(each, "1/year", low=1.0, high=4.0, **TOY) for each in (1.0, 2.0))

    @flow("1/year", label=WORDS)
    def gain(left, right, key, lock, idle, still, speed, strength):
        """What is gained in a year."""
        return speed * (left + right + 0 * idle + still) + strength * key * lock

    @stock("1", initial=0, label=WORDS)
    def gained(gain):
        """What was gained so far."""
        return gain

    @auxiliary("1", label=WORDS)
    def fragile(left, right):
        """A logarithm that fails where only one of two levers is moved."""
        return log(1 - (left - right) * (left - right))

    declared = dict(locals())
    return model_of("toy", declared if with_fragile else {name: each for name, each in declared.items() if name != "fragile"})


def moved(*names: str, year: float = 2020.0) -> Regime:
    return Regime("moved", {name: Path(((2010.0, 0.0), (year, 1.0))) for name in names})


def explained(after: Regime, model: Model | None = None, outcome: str = "gained", **more: Any) -> ChangeExplained:
    before = Regime("before", {"left": Path(((2020.0, 0.0),))} if model is None else {})
    return explain_change(PolicyChange(model or toy(with_fragile=False), before, after, CLOCK, **more), [outcome], 2030.0)


def test_the_parts_are_known() -> None:
    found = explained(moved("left", "right", "key", "lock", "idle"))
    (split,) = found.splits
    assert split.before == 0.0
    assert split.after == pytest.approx(40.0)
    assert sum(part.value for part in split.parts) == pytest.approx(split.after - split.before, abs=1e-9)
    for name in ("left", "right", "key", "lock"):
        assert found.part("gained", name) == pytest.approx(10.0, abs=1e-9)
    assert found.part("gained", "idle") == 0.0
    assert found.part("gained", "still") == 0.0
    assert found.unmoved == ("still",)
    assert found.runs == 32


def test_pairs_that_need_each_other_are_named() -> None:
    (split,) = explained(moved("left", "right", "key", "lock")).splits
    first, second = split.pairs[:2]
    assert {mover.name for mover in first.movers} == {"key", "lock"}
    assert first.value == pytest.approx(20.0, abs=1e-9)
    assert second.value == pytest.approx(0.0, abs=1e-9)


def test_a_change_is_explained_in_a_world() -> None:
    found = explained(moved("key", "lock"), world={"strength": 4.0})
    assert found.part("gained", "key") == pytest.approx(20.0, abs=1e-9)


def test_a_lever_that_moves_half_way_through_adds_half() -> None:
    assert explained(moved("left", year=2025.0)).part("gained", "left") == pytest.approx(5.0, abs=1e-9)


def test_a_path_written_otherwise_is_no_move() -> None:
    same = Regime("same", {"left": Path(((2015.0, 0.0), (2025.0, 0.0))), "key": Path(((2020.0, 1.0),))})
    assert [mover.name for mover in explained(same).movers] == ["key"]


def sector(name: str, declared: dict[str, Any]) -> ModuleType:
    module = ModuleType(name)
    module.__doc__ = "A toy."
    vars(module).update({key: value for key, value in declared.items() if not isinstance(value, ModuleType)})
    return module


def crowded() -> Model:
    """One sector with a dial of many elements and a single lever, another with many dials."""
    dial = lever(dict.fromkeys(MANY.elements, 0.0), "1", low=0.0, high=1.0, over=MANY, **TOY)
    single = lever(0.0, "1", low=0.0, high=1.0, **TOY)

    @auxiliary("1", label=WORDS)
    def gained(dial, single):
        """The sum of all."""
        return total(dial) + single

    one = sector("one", {"dial": dial, "single": single, "gained": gained})
    other = sector("other", {f"dial{i}": lever(0.0, "1", low=0.0, high=1.0, **TOY) for i in range(MOST)})
    return build(one, other)


def test_the_elements_of_a_dial_move_together_where_levers_are_many() -> None:
    dial = [f"dial.{each}" for each in MANY.elements]
    found = explained(moved(*dial, "single"), crowded())
    assert [mover.name for mover in found.movers] == ["dial", "single"]
    assert found.part("gained", "dial") == pytest.approx(float(len(dial)), abs=1e-9)
    with pytest.raises(UnknownName, match="no mover"):
        found.part("gained", "dial.k0")


def test_the_fullest_sector_moves_together_where_dials_are_many() -> None:
    found = explained(moved("dial.k0", "single", *(f"dial{i}" for i in range(MOST))), crowded())
    assert [mover.name for mover in found.movers] == ["other", "dial", "single"]
    assert found.part("gained", "other") == 0.0


def change(after: Regime, **more: Any) -> PolicyChange:
    return PolicyChange(toy(), Regime("before"), after, CLOCK, **more)


@pytest.mark.parametrize(
    ("asked", "outcomes", "year", "kind", "said"),
    [
        (change(Regime("same")), ["gained"], 2030.0, RegimeError, "set every lever alike"),
        (change(moved("left")), ["gaind"], 2030.0, UnknownName, "no quantity `gaind`"),
        (change(moved("left")), ["left"], 2030.0, UnknownName, "is a lever"),
        (change(moved("left")), ["gained"], 2031.0, RunError, "2020 to 2030"),
        (change(moved("left")), ["gained"], float("nan"), RunError, "2020 to 2030"),
        (change(moved("left")), [], 2030.0, RunError, "0 outcomes"),
        (change(moved("lft")), ["gained"], 2030.0, RegimeError, "sets `lft`"),
        (change(moved("left"), world={"strenth": 1.0}), ["gained"], 2030.0, RegimeError, "`strenth`"),
        (change(moved("left", "right")), ["gained"], 2030.0, RunError, "`before` with left of `moved` leaves the numbers"),
    ],
)
def test_what_cannot_be_explained_is_refused(
    asked: PolicyChange, outcomes: list[str], year: float, kind: type[LabError], said: str
) -> None:
    with pytest.raises(kind, match=said) as caught:
        explain_change(asked, outcomes, year)
    assert caught.value.fix


def test_only_what_was_asked_has_a_part() -> None:
    with pytest.raises(UnknownName, match="was not explained"):
        explained(moved("left")).part("gain", "left")
