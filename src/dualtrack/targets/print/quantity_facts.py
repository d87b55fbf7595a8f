"""The facts of a quantity in words: its number, range, prior and source, the same on the page and on the command line."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import assert_never

from dualtrack.language.declaration import Assumed, Definition, Label, Source
from dualtrack.language.distribution import Category, LogUniform, PointMass, Prior, Triangular, Uniform, mass_at_zero
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.language.tongue import ENGLISH, Tongue
from dualtrack.targets.print.plain import number_text


def value_text(quantity: Quantity) -> str:
    """Its declared value; the empty string for what is computed."""
    return "" if quantity.value is None else number_text(quantity.value)


def range_text(quantity: Quantity, say: Tongue = ENGLISH) -> str:
    """The values it may take; the empty string where every number is allowed or only one is."""
    return bounds_text(quantity.low, quantity.high, say)


def bounds_text(low: float, high: float, say: Tongue = ENGLISH) -> str:
    """Two limits, an infinite one being none; the empty string where every number is allowed or only one is."""
    if low == high or not (math.isfinite(low) or math.isfinite(high)):
        return ""
    if not math.isfinite(high):
        return say(f"at least {number_text(low)}", f"不低于{number_text(low)}")
    if not math.isfinite(low):
        return say(f"at most {number_text(high)}", f"不高于{number_text(high)}")
    return say(f"{number_text(low)} to {number_text(high)}", f"{number_text(low)}至{number_text(high)}")


def prior_text(quantity: Quantity, say: Tongue = ENGLISH) -> str:
    """What is believed of it before the record speaks, one word where value and range say the rest; empty if it never differs."""
    if quantity.prior is None or quantity.value is None:
        return ""
    low, value, high = quantity.low, quantity.value, quantity.high
    if quantity.is_existence:
        none = number_text(mass_at_zero(quantity.prior))
        return say(
            f"exactly 0 with probability {none}, else exactly {number_text(high)}: it exists or not",
            f"以概率{none}恰为0，否则恰为{number_text(high)}：存在或不存在",
        )
    shapes: dict[Prior, Label] = {
        Triangular(low, value, high): SHAPES["triangular"],
        Uniform(low, high): SHAPES["uniform"],
        LogUniform(low, high): SHAPES["log-uniform"],
    }
    shape = shapes.get(quantity.prior)
    return _distribution(quantity.prior, say) if shape is None else say(*shape)


SHAPES: dict[str, Label] = {
    "triangular": ("triangular", "三角分布"),
    "uniform": ("uniform", "均匀分布"),
    "log-uniform": ("log-uniform", "对数均匀分布"),
}


def _distribution(prior: Prior, say: Tongue) -> str:
    match prior:
        case Uniform(low, high):
            return f"{say(*SHAPES['uniform'])}{say(', ', '，')}{bounds_text(low, high, say)}"
        case LogUniform(low, high):
            return f"{say(*SHAPES['log-uniform'])}{say(', ', '，')}{bounds_text(low, high, say)}"
        case Triangular(low, mode, high):
            likely = say(f", most likely {number_text(mode)}", f"，最可能为{number_text(mode)}")
            return f"{say(*SHAPES['triangular'])}{say(', ', '，')}{bounds_text(low, high, say)}{likely}"
        case PointMass(at, mass, rest):
            other = _distribution(rest, say)
            return say(
                f"exactly {number_text(at)} with probability {number_text(mass)}, else {other}",
                f"以概率{number_text(mass)}恰为{number_text(at)}，否则为{other}",
            )
        case Category(values, weights):
            pairs = [(number_text(value), number_text(weight)) for value, weight in zip(values, weights, strict=True)]
            return say(
                ", ".join(f"{value} with probability {weight}" for value, weight in pairs),
                "、".join(f"{value}（概率{weight}）" for value, weight in pairs),
            )
        case _:
            assert_never(prior)


def correlation_text(model: Model, name: str, say: Tongue = ENGLISH) -> str:
    """The numbers that are drawn together with this one; the empty string where none is."""
    groups = (group for group in model.correlations if name in group.names)
    pairs = [pair for group in groups for pair in group.partners(name).items()]
    said = ", ".join(f"{number_text(value)} with {other}" for other, value in pairs)
    said_zh = "、".join(f"与{other}为{number_text(value)}" for other, value in pairs)
    return say(f"rank correlation {said}", f"秩相关系数：{said_zh}") if said else ""


def source_text(source: Source | None, say: Tongue = ENGLISH) -> str:
    """Where it comes from; the empty string for an equation that states none."""
    match source:
        case None:
            return ""
        case Assumed(why, measure):
            return say(f"assumed: {why}; measured by: {measure}", f"假设：{say.tell(why)}。可用以测定的数据：{say.tell(measure)}")
        case Definition(why):
            return say(f"definition: {why}", f"按定义：{say.tell(why)}")
        case key:
            return key


def by_element(group: tuple[Quantity, ...], fact: Callable[[Quantity], str], say: Tongue = ENGLISH) -> str:
    """What is said of a declared name: once where its elements agree, else element by element."""
    said = [fact(quantity) for quantity in group]
    if len(set(said)) == 1:
        return said[0]
    return say("; ", "；").join(f"{quantity.element} {text}" for quantity, text in zip(group, said, strict=True) if text)
