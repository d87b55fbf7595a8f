"""How far may a number be taken beyond its declared range? Ten times the range, and never beyond what the number can mean.

A switch and a share stay between 0 and 1; what is declared positive keeps its sign; one of a few values stays among them; and a
number that sets how fast a stock drains stops where the step of the run could no longer follow.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from dualtrack.errors import RunError
from dualtrack.language.expressions.unit import ONE
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.language.soundness.pace import check_step

Why = Literal["times", "switch", "share", "sign", "values", "step", "history"]
"""Ten times the range; a switch; a pure number within 0 and 1, which may be a share; a sign; few values; the step; few worlds."""
TIMES = 10.0
PARTS = (1.0, 0.5, 0.25, 0.1, 0.05, 0.02)
"""Parts of the way beyond the range that are tried, farthest first, where a step cannot follow the whole of it."""


@dataclass(frozen=True, slots=True)
class Leeway:
    """A number's declared range, and the least and the greatest value that may be tried, with why it ends there.

    `values` are all that it can take, where they are few; nothing between them is tried.
    """

    name: str
    low: float
    high: float
    least: float
    most: float
    least_by: Why
    most_by: Why
    values: tuple[float, ...] = ()

    @property
    def width(self) -> float:
        """From one end of the declared range to the other."""
        return self.high - self.low

    def place(self, value: float) -> float:
        """Where a value lies, in widths of the range from its low end: 0 to 1 inside, 3.2 is three ranges and a fifth up."""
        return (value - self.low) / self.width if self.width else 0.0


def stretched(model: Model, name: str, step: float) -> tuple[Model, Leeway]:
    """The model in which a number may be taken so far, and how far that is."""
    found = _meant(model[name])
    for part in PARTS:
        low = found.low - part * (found.low - found.least)
        if _is_followed(model, name, low, found.high, step):
            break
    else:
        low, part = found.low, 0.0
    least_by = found.least_by if part == 1 else "step"
    for part in PARTS:
        high = found.high + part * (found.most - found.high)
        if _is_followed(model, name, low, high, step):
            break
    else:
        high, part = found.high, 0.0
    most_by = found.most_by if part == 1 else "step"
    return _widened(model, name, low, high), replace(found, least=low, most=high, least_by=least_by, most_by=most_by)


def _meant(quantity: Quantity) -> Leeway:
    """As far as the number's meaning goes."""
    name, low, high = quantity.name, quantity.low, quantity.high
    if quantity.role == "switch":
        return Leeway(name, low, high, low, high, "switch", "switch", quantity.few_values)
    if quantity.few_values:
        return Leeway(name, low, high, low, high, "values", "values", quantity.few_values)
    if quantity.unit == ONE and low >= 0 and high <= 1:
        return Leeway(name, low, high, 0.0, 1.0, "share", "share")
    far = TIMES * (high - low)
    least, most = low - far, high + far
    if low >= 0 and least < low / TIMES:
        return Leeway(name, low, high, low / TIMES, most, "sign", "times")
    if high <= 0 and most > high / TIMES:
        return Leeway(name, low, high, least, high / TIMES, "times", "sign")
    return Leeway(name, low, high, least, most, "times", "times")


def _is_followed(model: Model, name: str, low: float, high: float, step: float) -> bool:
    try:
        check_step(_widened(model, name, low, high), step)
    except RunError:
        return False
    return True


def _widened(model: Model, name: str, low: float, high: float) -> Model:
    return replace(model, quantities={**model.quantities, name: replace(model[name], low=low, high=high)})
