"""A model with some of its numbers restated: another value, range or prior, checked as if it had been declared so.

    restated(model, {"learning": Restated(0.2, Triangular(0.1, 0.2, 0.4), Assumed("...", "..."))}, step=1 / 16)

Nothing else of the model changes: its equations, units and names are as they were, and so hold what they held.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dualtrack.errors import BadNumber, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Source
from dualtrack.language.distribution import Category, Prior, Uniform, bounds
from dualtrack.language.expressions.unit import ONE
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.language.soundness.check_declarations import check_sound
from dualtrack.language.soundness.pace import check_step


@checked
@dataclass(frozen=True, slots=True)
class Restated:
    """What is said of an uncertain number instead: its `value` in a nominal run, its `prior`, whose ends are its range, and the
    `source` of both.
    """

    value: float
    prior: Prior
    source: Source


def restated(model: Model, numbers: Mapping[str, Restated], step: float) -> Model:
    """The `model` in which each of these `numbers` is as restated, run in steps of `step` years.

    Raises `UnknownName` for what is no uncertain number; `BadNumber` for a prior that is none, a value outside it, or values that
    the number cannot mean; `RunError` where a stock could drain faster than the step.
    """
    for name, new in numbers.items():
        if name not in model.drawn:
            raise UnknownName(
                f"`{name}` is no uncertain number",
                near=nearest(name, model.drawn),
                fix="restate an uncertainty or a switch",
            )
        _check_meaning(model[name], new)
    changed = {name: _with(model[name], new) for name, new in numbers.items()}
    found = replace(model, quantities={**model.quantities, **changed})
    check_sound(found)
    check_step(found, step)
    return found


def held_at(quantity: Quantity, value: float) -> Prior:
    """The prior of a number that has one value in every world; raises `BadNumber` for none of the few that it can take."""
    few = quantity.few_values
    if not few:
        return Uniform(value, value)
    if value not in few:
        choices = " or ".join(f"{each:g}" for each in few)
        raise BadNumber(f"`{quantity.name}` would be {value:g}, and it is {choices}", fix="hold it at one of these")
    return Category(few, tuple(float(each == value) for each in few))


def is_held(quantity: Quantity) -> bool:
    """Whether the number has one value in every world."""
    match quantity.prior:
        case Category(_, weights):
            return max(weights) == 1
        case None:
            return False
        case prior:
            low, high = bounds(prior)
            return low == high


def _with(quantity: Quantity, new: Restated) -> Quantity:
    """A switch keeps its range, since a test takes it to zero and to one whatever its prior says."""
    low, high = (quantity.low, quantity.high) if quantity.role == "switch" else bounds(new.prior)
    return replace(quantity, value=new.value, low=low, high=high, prior=new.prior, source=new.source)


def _check_meaning(quantity: Quantity, new: Restated) -> None:
    """Refuse values that the number cannot mean: a switch and a share stay within 0 and 1, and what has a sign keeps it."""
    low, high = bounds(new.prior)
    few = quantity.few_values
    if few and not (isinstance(new.prior, Category) and set(new.prior.values) <= set(few)):
        choices = " or ".join(f"{each:g}" for each in few)
        raise BadNumber(f"`{quantity.name}` would be {low:g} to {high:g}, and it is {choices}", fix="keep to these values")
    is_share = quantity.role == "switch" or (quantity.unit == ONE and quantity.low >= 0 and quantity.high <= 1)
    if is_share and not 0 <= low <= high <= 1:
        raise BadNumber(f"`{quantity.name}` would be {low:g} to {high:g}, and it is a share", fix="stay within 0 and 1")
    if (quantity.low >= 0 > low) or (quantity.high <= 0 < high):
        raise BadNumber(
            f"`{quantity.name}` would be {low:g} to {high:g}, with another sign than it can have",
            fix=f"it was declared between {quantity.low:g} and {quantity.high:g}: keep its sign",
        )
