"""What would count as true of a claim in a world, as data: runs of that world, what is read off them, and how much it must be.

    opened, closed = Arm("open_sea"), Arm("quota")
    fall = Gap(Point(opened, "fish_stock", 2032.0), Point(closed, "fish_stock", 2032.0))
    ClaimTest("K2", ("...", "..."), Is(fall, "at_most", -0.02), headline=fall, rests_on=("crowding_strength",))

Not like this: a threshold chosen after the first ensemble, or two runs that differ in more than the one thing asked about.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dualtrack.errors import BadNumber, NoMeaning
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.printed import Printed
from dualtrack.language.statements.claim_measure import Measure

Scale = Literal["difference", "relative", "log"]
OFF: Label = ("its own mechanisms are switched off", "其自身机制关闭")
Relation = Literal["at_least", "at_most", "above", "below"]


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Is(Printed):
    """A `measure` in some `relation` to a `value`, and of a delay also the area's sign; raises `BadNumber` if not finite."""

    measure: Measure
    relation: Relation
    value: float

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise BadNumber(f"a condition asks for {self.relation} {self.value}", fix="give a finite bound")


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Every(Printed):
    """All of these `parts`; raises `NoMeaning` where one of them is asked only where another condition holds."""

    parts: tuple[Condition, ...]

    def __post_init__(self) -> None:
        _refuse_given("Every", self.parts)


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Some(Printed):
    """At least one of these `parts`; raises `NoMeaning` where one of them is asked only where another condition holds."""

    parts: tuple[Condition, ...]

    def __post_init__(self) -> None:
        _refuse_given("Some", self.parts)


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Given(Printed):
    """What is asked only of the worlds in which a `first` condition holds: `then`. `label` says the first in both languages.

    A share of it is one of those worlds alone; in the others it is neither true nor false. The label follows "in the worlds in
    which": ("a bubble forms under near-embargo", "近乎禁运下出现泡沫"). It stands at the top of a condition; raises `NoMeaning`
    for one inside another.
    """

    first: Condition
    then: Condition
    label: Label

    def __post_init__(self) -> None:
        _refuse_given("Given", self.parts)

    @property
    def parts(self) -> tuple[Condition, ...]:
        """Both conditions."""
        return self.first, self.then


Condition = Is | Every | Some | Given


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Variant(Printed):
    """The same question asked otherwise, by its `label` and `condition`: beside the verdict, and never part of it."""

    label: Label
    condition: Condition


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Placebo(Printed):
    """The same question without the mechanism: a `condition`; support needs the claim to hold oftener by `margin`, 0 to 1."""

    condition: Condition
    margin: float


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Null(Printed):
    """What would be so if a claim were false: the world with numbers held, or the same question of other runs; and `why` that.

    `held` puts what the sentence affirms at zero and what it denies at one; all else is as drawn. `condition` stands in place of
    the claim's own where the sentence is about a policy: the same policy without what it credits. Raises `BadNumber` where
    nothing is held and nothing else is asked.
    """

    why: Label
    held: tuple[tuple[str, float], ...] = ()
    condition: Condition | None = None

    def __post_init__(self) -> None:
        if not self.held and self.condition is None:
            raise BadNumber("a null takes nothing away from the claim", fix="hold a number of the world, or ask of other runs")


@checked
@dataclass(frozen=True, slots=True, repr=False)
class ClaimTest(Printed):
    """What is `asked` of each world for the claim `id`: its `condition`, and the switches on which the answer `rests_on`.

    `headline` is the measure whose band is shown, `variants` ask otherwise, `placebo` is what the claim must lead; `most` worlds
    are run at most, where one answer takes many runs. `null` is what the claim must not hold in, its own switches at zero unless
    declared; `partners` are switches through which it runs, on where it is planted, and `partners_off` those that would stop
    what it speaks of, off there: a policy that is declined has no effect of any size. `sizes` are uncertain numbers that say
    how large its mechanism is, at the ends that favour it in its best case. An `absence` claims that something does not matter,
    and needs no mechanism to exist.
    """

    id: str
    asked: Label
    condition: Condition
    headline: Measure
    rests_on: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    placebo: Placebo | None = None
    most: int | None = None
    null: Null | None = None
    partners: tuple[str, ...] = ()
    partners_off: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    absence: bool = False

    @property
    def against(self) -> Null | None:
        """The null as declared, or the claim's own switches at zero; none where it rests on none and says nothing."""
        if self.null is not None or not self.rests_on:
            return self.null
        return Null(OFF, tuple((name, 0.0) for name in self.rests_on))

    @property
    def mechanisms(self) -> tuple[str, ...]:
        """The switches of the mechanisms that must exist for the claim to be asked; none for an absence."""
        return () if self.absence else self.rests_on

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The condition, those of the variants, and the placebo's."""
        rest = () if self.placebo is None else (self.placebo.condition,)
        return (self.condition, *(each.condition for each in self.variants), *rest)


@checked
@dataclass(frozen=True, slots=True)
class StructureTest:
    """A claim `id` that `levers` exist and moved on record, as `asked`: nothing to compute, and no verdict on any size."""

    id: str
    asked: Label
    levers: tuple[str, ...]


@checked
@dataclass(frozen=True, slots=True)
class Waits:
    """A claim `id` that this laboratory cannot test yet, as `asked`, and the `reason` for which it waits."""

    id: str
    asked: Label
    reason: Label


Test = ClaimTest | StructureTest | Waits


@checked
@dataclass(frozen=True, slots=True)
class MechanismGroup:
    """`switches` that stand for one part of the story, by `name` and `label`, for the attribution of an effect."""

    name: str
    label: Label
    switches: tuple[str, ...]


def _refuse_given(kind: str, parts: Iterable[Condition]) -> None:
    """A world of which a part is not asked would leave the whole without an answer."""
    for place, each in enumerate(parts, 1):
        if isinstance(each, Given):
            raise NoMeaning(
                f"a condition asked only where another holds stands inside `{kind}`",
                where=f"part {place} of `{kind}`",
                near=each.label[0],
                fix="put `Given` at the top: Given(first, then, label), with `Every` and `Some` inside its two conditions",
            )


def measures(conditions: Iterable[Condition]) -> tuple[Measure, ...]:
    """The measures that conditions compare, outermost only."""
    found: list[Measure] = []
    for condition in conditions:
        found += [condition.measure] if isinstance(condition, Is) else measures(condition.parts)
    return tuple(found)
