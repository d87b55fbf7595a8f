"""What is measured of a claim: runs of one world, what is read off them, and how readings become one number."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Literal

from dualtrack.errors import BadNumber
from dualtrack.language.checked import checked
from dualtrack.language.in_full import UNSAID
from dualtrack.language.printed import Printed

Scale = Literal["difference", "relative", "log"]


@checked
@dataclass(frozen=True, slots=True)
class Set:
    """A `lever` held at a `value` from a `year` on; without one, from the year in which the regime parts from history."""

    lever: str
    value: float
    year: float | None = None


@checked
@dataclass(frozen=True, slots=True)
class Arm:
    """One run of every world: the `regime` of this name, with whatever is changed of it.

    `dials` move by `share`, 0 to 1, from this regime's values to those of `towards`; none named are all. `levers` are set from a
    year on, `held` fixes numbers of the world, such as a switch at 0; `frozen` cuts quantities from their causes. `step` is the
    longest step of this arm's runs, in years, where that is shorter than the theory's. Raises `BadNumber` for a step not above 0,
    or one that is another than that of a run along which something is frozen.
    """

    regime: str
    towards: str = ""
    share: float = 1.0
    dials: tuple[str, ...] = ()
    levers: tuple[Set, ...] = ()
    held: tuple[tuple[str, float], ...] = ()
    frozen: tuple[Frozen, ...] = ()
    step: float | None = field(default=None, metadata=UNSAID)

    def __post_init__(self) -> None:
        if self.step is not None and not 0 < self.step < math.inf:
            raise BadNumber(f"a run of `{self.regime}` takes steps of {self.step:g} years", fix="give a time above 0")
        for frozen in self.frozen:
            if frozen.like.step != self.step:
                raise BadNumber(
                    f"a run of `{self.regime}` in steps of {_steps(self)} follows one of `{frozen.like.regime}` in steps of "
                    f"{_steps(frozen.like)}",
                    fix="give both runs one step",
                )


def _steps(arm: Arm) -> str:
    return "the theory's length" if arm.step is None else f"{arm.step:g} years"


@checked
@dataclass(frozen=True, slots=True)
class Frozen:
    """Quantities, by `names`, that follow the path they take in a run `like` another; from the year `since` they stay at `value`.

    `links`, as the names of a cause and of one quantity that reads it, freeze the cause for that reader alone. Raises `BadNumber`
    for nothing frozen, a run that is frozen itself, or a value without its year.
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


@checked
@dataclass(frozen=True, slots=True)
class Point:
    """A `quantity` in a `year` of the run of an `arm`."""

    arm: Arm
    quantity: str
    year: float


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Gap(Printed):
    """`of` one point less `against` another, by `scale`: a difference, `relative` to the other, or between their logarithms."""

    of: Point
    against: Point
    scale: Scale = "difference"


@checked
@dataclass(frozen=True, slots=True)
class Delay:
    """Months by which the run `of` reaches `thresholds` of an `outcome` later than `against`; none named are the lag's own."""

    of: Arm
    against: Arm
    outcome: str
    thresholds: tuple[float, ...] = ()


@checked
@dataclass(frozen=True, slots=True)
class Fall:
    """The year in which a `quantity` of the run of an `arm` first stands a share `by` below its highest of some years.

    It is looked for in every moment from the year `since` on, on straight lines between saved rows. The highest is that of the
    `within` years before the moment, so that it may stand before `since`, though by no more than these years and never before
    the run; one that is not above zero is no height to fall from. The year is infinite where it never comes before the clock
    stops. Raises `BadNumber` for a share not between 0 and 1, and for years that are not finite or, `within`, not above 0.
    """

    arm: Arm
    quantity: str
    by: float
    within: float
    since: float

    def __post_init__(self) -> None:
        if not (0 < self.by < 1 and self.within > 0 and math.isfinite(self.within) and math.isfinite(self.since)):
            raise BadNumber(
                f"a fall of `{self.quantity}` by {self.by:g} within {self.within:g} years from {self.since:g} on",
                fix="give a share between 0 and 1, years above 0, and the year from which to look",
            )


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Sum(Printed):
    """Measures added with weights, `terms` of a weight and a measure: an effect of effects, such as an interaction."""

    terms: tuple[tuple[float, Measure], ...]


@checked
@dataclass(frozen=True, slots=True)
class Size:
    """A `measure` without its sign."""

    measure: Measure


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Ratio(Printed):
    """`part` against the size of `whole`; no number where that is smaller than `least`, since then there is no effect."""

    part: Measure
    whole: Measure
    least: float


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Peak(Printed):
    """`along` a line, of a share and a measure, by how much the highest point between `inner` exceeds the higher end."""

    along: tuple[tuple[float, Measure], ...]
    inner: tuple[float, float]


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Slope(Printed):
    """The slope of a straight line through points `along` a line, each of a share and a measure (least squares)."""

    along: tuple[tuple[float, Measure], ...]


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Chosen(Printed):
    """What the best of the `options` pays, each of what to choose by and what is paid; the first of those that are level."""

    options: tuple[tuple[Measure, Measure], ...]


Measure = Gap | Delay | Fall | Sum | Size | Ratio | Peak | Slope | Chosen
Reading = Point | Delay | Fall
"""What is read off runs, for measures to be made of."""


def readings(measure: Measure) -> tuple[Reading, ...]:
    """What a measure reads off runs: points, delays and falls."""
    match measure:
        case Gap(of, against):
            return of, against
        case Delay() | Fall():
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


def runs_of(reading: Reading) -> tuple[Arm, ...]:
    """The arms whose runs are read."""
    return (reading.of, reading.against) if isinstance(reading, Delay) else (reading.arm,)


def quantity_of(reading: Reading) -> str:
    """The quantity that is read."""
    return reading.outcome if isinstance(reading, Delay) else reading.quantity


def line(
    start: str,
    stop: str,
    points: int,
    *,
    dials: tuple[str, ...] = (),
    held: tuple[tuple[str, float], ...] = (),
    levers: tuple[Set, ...] = (),
    frozen: tuple[Frozen, ...] = (),
    step: float | None = None,
) -> tuple[tuple[float, Arm], ...]:
    """Runs at equal steps from one regime to another, with the same changes in each."""
    shares = [place / (points - 1) for place in range(points)]
    return tuple((share, Arm(start, stop, share, dials, levers, held, frozen, step)) for share in shares)
