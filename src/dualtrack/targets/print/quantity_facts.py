"""The facts of a quantity in words: its number, range, prior and source, the same on the page and on the command line."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import assert_never

from dualtrack.language.declaration import Assumed, Definition, Source
from dualtrack.language.distribution import Category, LogUniform, PointMass, Prior, Triangular, Uniform, mass_at_zero
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.targets.print.plain import number_text


def value_text(quantity: Quantity) -> str:
    """Its declared value; the empty string for what is computed."""
    return "" if quantity.value is None else number_text(quantity.value)


def range_text(quantity: Quantity) -> str:
    """The values it may take; the empty string where every number is allowed or only one is."""
    return bounds_text(quantity.low, quantity.high)


def bounds_text(low: float, high: float) -> str:
    """Two limits, an infinite one being none; the empty string where every number is allowed or only one is."""
    if low == high or not (math.isfinite(low) or math.isfinite(high)):
        return ""
    if not math.isfinite(high):
        return f"at least {number_text(low)}"
    return f"{number_text(low)} to {number_text(high)}" if math.isfinite(low) else f"at most {number_text(high)}"


def prior_text(quantity: Quantity) -> str:
    """What is believed of it before the record speaks, one word where value and range say the rest; empty if it never differs."""
    if quantity.prior is None or quantity.value is None:
        return ""
    low, value, high = quantity.low, quantity.value, quantity.high
    if quantity.is_existence:
        none = number_text(mass_at_zero(quantity.prior))
        return f"exactly 0 with probability {none}, else exactly {number_text(high)}: it exists or not"
    shapes: dict[Prior, str] = {
        Triangular(low, value, high): "triangular",
        Uniform(low, high): "uniform",
        LogUniform(low, high): "log-uniform",
    }
    return shapes.get(quantity.prior) or _distribution(quantity.prior)


def _distribution(prior: Prior) -> str:
    match prior:
        case Uniform(low, high):
            return f"uniform, {number_text(low)} to {number_text(high)}"
        case LogUniform(low, high):
            return f"log-uniform, {number_text(low)} to {number_text(high)}"
        case Triangular(low, mode, high):
            return f"triangular, {number_text(low)} to {number_text(high)}, most likely {number_text(mode)}"
        case PointMass(at, mass, rest):
            return f"exactly {number_text(at)} with probability {number_text(mass)}, else {_distribution(rest)}"
        case Category(values, weights):
            return ", ".join(f"{number_text(v)} with probability {number_text(w)}" for v, w in zip(values, weights, strict=True))
        case _:
            assert_never(prior)


def correlation_text(model: Model, name: str) -> str:
    """The numbers that are drawn together with this one; the empty string where none is."""
    groups = (group for group in model.correlations if name in group.names)
    pairs = [pair for group in groups for pair in group.partners(name).items()]
    said = ", ".join(f"{number_text(value)} with {other}" for other, value in pairs)
    return f"rank correlation {said}" if said else ""


def source_text(source: Source | None) -> str:
    """Where it comes from; the empty string for an equation that states none."""
    match source:
        case None:
            return ""
        case Assumed(why, measure):
            return f"assumed: {why}; measured by: {measure}"
        case Definition(why):
            return f"definition: {why}"
        case key:
            return key


def by_element(group: tuple[Quantity, ...], say: Callable[[Quantity], str]) -> str:
    """What is said of a declared name: once where its elements agree, else element by element."""
    said = [say(quantity) for quantity in group]
    if len(set(said)) == 1:
        return said[0]
    return "; ".join(f"{quantity.element} {text}" for quantity, text in zip(group, said, strict=True) if text)
