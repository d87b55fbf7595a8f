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

from dualtrack.errors import BadNumber
from dualtrack.language.declare import Label

Scale = Literal["difference", "relative", "log"]
Relation = Literal["at_least", "at_most", "above", "below"]


@dataclass(frozen=True, slots=True)
class Set:
    """A lever held at a value from a year on; without one, from the year in which the regime parts from history."""

    lever: str
    value: float
    year: float | None = None


@dataclass(frozen=True, slots=True)
class Arm:
    """One run of every world: a regime, with whatever is changed of it.

    `dials` move by `share` from this regime's values to those of `towards`; none named are all. `held` fixes numbers of the
    world, such as a switch at 0; `frozen` cuts quantities from their causes.
    """

    regime: str
    towards: str = ""
    share: float = 1.0
    dials: tuple[str, ...] = ()
    levers: tuple[Set, ...] = ()
    held: tuple[tuple[str, float], ...] = ()
    frozen: tuple[Frozen, ...] = ()


@dataclass(frozen=True, slots=True)
class Frozen:
    """Quantities that follow the path they take in another run, and from a year on stay at a value, if one is given.

    A link, as the names of a cause and of one quantity that reads it, freezes the cause for that reader alone.
    """

    names: tuple[str, ...]
    like: Arm
    value: float | None = None
    since: float | None = None
    links: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.like.frozen or (self.value is None) != (self.since is None) or not (self.names or self.links):
            raise BadNumber(
                f"{', '.join(self.names) or 'nothing'} is frozen along a run that is frozen itself, or at half an instruction",
                fix="name a run of its own, and both a value and the year from which it holds, or neither",
            )


@dataclass(frozen=True, slots=True)
class Point:
    """A quantity in a year of a run."""

    arm: Arm
    quantity: str
    year: float


@dataclass(frozen=True, slots=True)
class Gap:
    """One point less another; `relative` to the other, or between their logarithms."""

    of: Point
    against: Point
    scale: Scale = "difference"


@dataclass(frozen=True, slots=True)
class Delay:
    """Months by which a run reaches thresholds of an outcome later than another; none named are those of the lag's own rule.

    A threshold of the rule counts where half of the worlds reach it in one of the runs that a test compares; a named one always.
    """

    of: Arm
    against: Arm
    outcome: str
    thresholds: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """Measures added with weights: an effect of effects, such as an interaction."""

    terms: tuple[tuple[float, Measure], ...]


@dataclass(frozen=True, slots=True)
class Size:
    """A measure without its sign."""

    measure: Measure


@dataclass(frozen=True, slots=True)
class Ratio:
    """A measure against the size of another; no number where the other is smaller than `least`, since then there is no effect."""

    part: Measure
    whole: Measure
    least: float


@dataclass(frozen=True, slots=True)
class Peak:
    """Along a line, by how much the highest point between `inner` exceeds the higher end."""

    along: tuple[tuple[float, Measure], ...]
    inner: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Slope:
    """The slope of a straight line through points (least squares)."""

    along: tuple[tuple[float, Measure], ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the best option pays, each given as what to choose by and what is paid; the first of those that are level."""

    options: tuple[tuple[Measure, Measure], ...]


Measure = Gap | Delay | Sum | Size | Ratio | Peak | Slope | Chosen


@dataclass(frozen=True, slots=True)
class Is:
    """A measure that must reach a bound. A delay must also agree in sign with the area between the two curves."""

    measure: Measure
    relation: Relation
    value: float

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise BadNumber(f"a condition asks for {self.relation} {self.value}", fix="give a finite bound")


@dataclass(frozen=True, slots=True)
class Every:
    """All of these."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of these."""

    parts: tuple[Condition, ...]


Condition = Is | Every | Some


@dataclass(frozen=True, slots=True)
class Variant:
    """The same question asked otherwise: reported beside the verdict, and never part of it."""

    label: Label
    condition: Condition


@dataclass(frozen=True, slots=True)
class Placebo:
    """The same question without the mechanism; support needs the claim to hold oftener by at least `margin`."""

    condition: Condition
    margin: float


@dataclass(frozen=True, slots=True)
class ClaimTest:
    """What is asked of each world, by what it is measured, and on which switches the answer rests.

    `headline` is the measure whose band is shown; `most` worlds are run at most, where one answer takes many runs.
    """

    id: str
    asked: Label
    condition: Condition
    headline: Measure
    rests_on: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    placebo: Placebo | None = None
    most: int | None = None

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The condition, those of the variants, and the placebo's."""
        rest = () if self.placebo is None else (self.placebo.condition,)
        return (self.condition, *(each.condition for each in self.variants), *rest)


@dataclass(frozen=True, slots=True)
class StructureTest:
    """A claim that a lever exists and moved on record: nothing to compute, and no verdict on any size."""

    id: str
    asked: Label
    levers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waits:
    """A claim that this laboratory cannot test yet, and what it waits for."""

    id: str
    asked: Label
    reason: Label


Test = ClaimTest | StructureTest | Waits


@dataclass(frozen=True, slots=True)
class Sides:
    """Keys of sources that speak for a claim and against it; an empty side says that none was found."""

    supports: tuple[str, ...]
    opposes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MechanismGroup:
    """Switches that stand for one part of the story, for the attribution of an effect."""

    name: str
    label: Label
    switches: tuple[str, ...]


def measures(conditions: Iterable[Condition]) -> tuple[Measure, ...]:
    """The measures that conditions compare, outermost only."""
    found: list[Measure] = []
    for condition in conditions:
        found += [condition.measure] if isinstance(condition, Is) else measures(condition.parts)
    return tuple(found)


def readings(measure: Measure) -> tuple[Point | Delay, ...]:
    """What a measure reads off runs: points, and delays."""
    match measure:
        case Gap(of, against):
            return of, against
        case Delay():
            return (measure,)
        case Size(inner):
            return readings(inner)
        case Ratio(part, whole):
            return (*readings(part), *readings(whole))
        case Sum(terms):
            return tuple(each for _, term in terms for each in readings(term))
        case Peak(along) | Slope(along):
            return tuple(each for _, point in along for each in readings(point))
        case Chosen(options):
            return tuple(each for option in options for part in option for each in readings(part))


def line(
    start: str,
    stop: str,
    points: int,
    *,
    dials: tuple[str, ...] = (),
    held: tuple[tuple[str, float], ...] = (),
    levers: tuple[Set, ...] = (),
    frozen: tuple[Frozen, ...] = (),
) -> tuple[tuple[float, Arm], ...]:
    """Runs at equal steps from one regime to another, with the same changes in each."""
    shares = [place / (points - 1) for place in range(points)]
    return tuple((share, Arm(start, stop, share, dials, levers, held, frozen)) for share in shares)
