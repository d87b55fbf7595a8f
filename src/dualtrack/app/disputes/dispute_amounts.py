"""Amounts of a dispute as people read them, in both languages: answers, differences, shares of a whole, and beliefs."""

from __future__ import annotations

from typing import assert_never

from dualtrack.app.terminal.numbers import MINUS, months, number, share, span
from dualtrack.lab.disputes.reckoned import Reckoned
from dualtrack.lab.questions.answer_unit import MONTH, SHARE
from dualtrack.language.declaration import Label
from dualtrack.language.distribution import Category, LogUniform, PointMass, Prior, Triangular, Uniform

HUNDRED = 100


def amount(found: Reckoned, unit: str) -> Label:
    """An answer or a difference with its interval, in its unit."""
    measured = found.measured
    say = months if unit == MONTH else number
    value, low, high = (say(each) for each in (measured.value, measured.low, measured.high))
    name, name_zh = ("months", "个月") if unit == MONTH else ("", "") if unit == SHARE else (unit, unit)
    return f"{value} {name} ({span(low, high)})".replace("  ", " "), f"{value}{name_zh}（{span_zh(low, high)}）"


def of_worlds(found: Reckoned, is_difference: bool) -> Label:
    """A share of worlds with its interval in per cent, or a difference of two in points."""
    measured = found.measured
    value, low, high = (_hundredths(each) for each in (measured.value, measured.low, measured.high))
    unit, unit_zh = ("points", "个百分点") if is_difference else ("%", "%")
    return f"{value} {unit} ({span(low, high)})", f"{value}{unit_zh}（{span_zh(low, high)}）"


def portion(found: Reckoned) -> Label:
    """A share of the difference with its interval."""
    measured = found.measured
    low, high = (share(each).removesuffix(" %").replace("-", MINUS) for each in (measured.low, measured.high))
    value = share(measured.value).replace("-", MINUS)
    return f"{value} ({span(low, high)})", f"{close(value)}（{span_zh(low, high)}）"


def close(text: str) -> str:
    """Per cent as Chinese sets it, without a space."""
    return text.replace(" %", "%")


def span_zh(low: str, high: str) -> str:
    """Two numbers as a range in Chinese."""
    return f"{low}至{high}"


def belief(prior: Prior) -> Label:
    """A prior in words."""
    match prior:
        case Uniform(low, high) if low == high:
            return f"held at {number(low)}", f"固定为{number(low)}"
        case Uniform(low, high):
            return f"{number(low)} to {number(high)}, all alike", f"{number(low)}至{number(high)}，均匀"
        case LogUniform(low, high):
            return f"{number(low)} to {number(high)}, every ratio alike", f"{number(low)}至{number(high)}，对数均匀"
        case Triangular(low, mode, high):
            said = number(low), number(high), number(mode)
            return "{} to {}, most likely {}".format(*said), "{}至{}，最可能为{}".format(*said)
        case PointMass(at, mass, rest):
            en, zh = belief(rest)
            return (
                f"{number(at)} with probability {share(mass)}, else {en}",
                f"以{close(share(mass))}的概率为{number(at)}，否则{zh}",
            )
        case Category(values, weights):
            return _few(values, weights)
        case _:
            assert_never(prior)


def _few(values: tuple[float, ...], weights: tuple[float, ...]) -> Label:
    if values == (0.0, 1.0):
        return f"there with probability {share(weights[1])}", f"存在的概率为{close(share(weights[1]))}"
    told = [(number(value), share(weight)) for value, weight in zip(values, weights, strict=True)]
    return "; ".join(f"{value} with {weight}" for value, weight in told), "；".join(
        f"{value}：{close(weight)}" for value, weight in told
    )


def _hundredths(value: float) -> str:
    return f"{HUNDRED * value:.0f}".replace("-", MINUS)
