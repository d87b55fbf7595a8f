"""How far may a true world miss the figures of one formula? Errors of row, definition and model as one matrix.

Positive quantities are compared by their logarithm, shares by the logarithm of their odds. All errors are standard deviations
there; those of a row are its own, those of a definition are shared by its series, and half of the model's lasts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, assert_never

import numpy as np

from dualtrack.errors import BadNumber
from dualtrack.language.checked import checked
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.arrays import Array

Scale = Literal["log", "log odds"]
Bears = Literal["value", "at_least", "at_most"]
GRADED = {"A": 0.05, "B": 0.1, "C": 0.2}
"""The error of a figure, as a share of it, by the grade of its source."""
SOFT = ("estimate", "survey")
SOFTER = 0.1
"""What an estimate or a survey adds, in quadrature."""
ENDS = 3.3
"""Standard deviations between the ends of a range that holds nine tenths."""
EDGE = 0.005
"""How near to 0 and 1 a share may come: beyond it, no share tells more."""
NOTHING = 1e-6
"""Of a figure, what counts as none of it: a world without the thing is far off, and not infinitely so."""
LASTING = 0.5
"""The part of the model's variance that lasts; the rest fades over the time below."""
FADES = 1.0
"""Years over which the rest of the model's error fades to a third."""


@checked
@dataclass(frozen=True, slots=True, repr=False)
class DatedFigure(Printed):
    """A figure, `value`, of a `series` for the years from `start` to `stop`, in the unit of what it measures.

    `low` and `high` are the ends that its source gives, `definition` is the error of its definition in the same unit, `kind` and
    `grade` say how it came about; it `bears` on the truth as a value or as a bound, over its period or at its end (`at_end`).
    Raises `BadNumber` for years that fall or no error of definition.
    """

    series: str
    value: float
    low: float
    high: float
    start: float
    stop: float
    definition: float
    kind: str = "reported"
    grade: str = "B"
    bears: Bears = "value"
    at_end: bool = False

    def __post_init__(self) -> None:
        if not self.start <= self.stop or not self.definition > 0:
            raise BadNumber(
                f"a figure of `{self.series}` runs from {self.start:g} to {self.stop:g}, with an error of {self.definition:g}",
                fix="let the years rise, and give an error of definition above 0",
            )

    @property
    def when(self) -> float:
        """The decimal year that it speaks for: the middle of its period, or its end."""
        return self.stop if self.at_end else (self.start + self.stop) / 2

    @property
    def own_error(self) -> float:
        """Its own error as a share of it, by the grade of its source, and more for what was not counted."""
        share = GRADED.get(self.grade, max(GRADED.values()))
        return float(np.hypot(share, SOFTER)) if self.kind in SOFT else share


def compared(scale: Scale, values: Array) -> Array:
    """The numbers that are compared, of `values[row, world]` that a world may have; the same axes."""
    match scale:
        case "log":
            return np.log(values)
        case "log odds":
            inside = np.clip(values, EDGE, 1 - EDGE)
            return np.log(inside / (1 - inside))
        case _:
            assert_never(scale)


def error_on(scale: Scale, value: float, size: float) -> float:
    """What an error of some `size` in the unit of a `value` is where it is compared.

    Of a share it is the step towards one half, since the other side may have no room.
    """
    if scale == "log":
        return size / value
    inside = min(max(value, EDGE), 1 - EDGE)
    stepped = min(inside + size, 1 - EDGE) if inside < 0.5 else max(inside - size, EDGE)
    ends = compared(scale, np.array([inside, stepped]))
    return float(abs(ends[1] - ends[0]))


def row_error(scale: Scale, figure: DatedFigure) -> float:
    """A row's own error where it is compared: by its grade, or by its range where that is wider."""
    graded = error_on(scale, figure.value, figure.own_error * abs(figure.value))
    least = figure.value * NOTHING if scale == "log" else EDGE
    low, high = compared(scale, np.array([max(figure.low, least), max(figure.high, least)]))
    return max(graded, float(high - low) / ENDS)


def scale_matrix(scale: Scale, figures: list[DatedFigure], floor: float) -> Array:
    """The errors of all `figures` together, and of a model that is at best a `floor` off, as a share: [row, row].

    The model's own error is one more line of the account (Kennedy and O'Hagan, 2001).
    """
    own = np.array([row_error(scale, each) for each in figures])
    definition = np.array([error_on(scale, each.value, each.definition) for each in figures])
    series = np.array([each.series for each in figures])
    when = np.array([each.when for each in figures])
    alike = series[:, None] == series[None]
    apart = np.abs(when[:, None] - when[None])
    model = floor**2 * (LASTING + (1 - LASTING) * np.exp(-apart / FADES))
    return np.asarray(np.diag(own**2) + alike * np.outer(definition, definition) + model)
