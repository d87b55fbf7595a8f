"""How often would sampling put a claim beyond a bound by mistake, and how clear must one be? From the number of worlds alone.

A share of worlds is a count of independent draws, so the chance of each side follows from the binomial distribution.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp, lgamma, log

from dualtrack.errors import RunError
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED, Share, Side, side

WANTED = 0.9
"""The chance of a verdict from which a probability counts as clear enough."""
STEPS = 1000
"""Probabilities tried between a bound and certainty."""


@dataclass(frozen=True, slots=True)
class Power:
    """The chances that a claim at a bound itself comes out beyond it all the same, and from where on one surely would.

    A claim true in at least `clear_above` of all worlds comes out above the upper bound, in at most `clear_below` below the lower
    one, with a chance of nine in ten; none where the worlds are too few for any.
    """

    worlds: int
    wrong_above: float
    wrong_below: float
    clear_above: float | None
    clear_below: float | None


@cache
def power(worlds: int) -> Power:
    """The power of so many worlds under one prior; raises `RunError` for none."""
    if worlds < 1:
        raise RunError(f"a share of {worlds} worlds has no power", fix="draw at least one")
    rising = [SUPPORTED + (1 - SUPPORTED) * step / STEPS for step in range(STEPS + 1)]
    falling = [CONTRADICTED * (1 - step / STEPS) for step in range(STEPS + 1)]
    return Power(
        worlds=worlds,
        wrong_above=chance("above", SUPPORTED, worlds),
        wrong_below=chance("below", CONTRADICTED, worlds),
        clear_above=next((p for p in rising if chance("above", p, worlds) >= WANTED), None),
        clear_below=next((p for p in falling if chance("below", p, worlds) >= WANTED), None),
    )


def chance(where: Side, probability: float, worlds: int) -> float:
    """The chance that a claim true in a known share of all worlds comes out on a side where so many are drawn."""
    least, most = _counts(where, worlds)
    return sum(_binomial(count, worlds, probability) for count in range(least, most + 1))


@cache
def _counts(where: Side, worlds: int) -> tuple[int, int]:
    """The least and the greatest count of true worlds on a side; an empty range where none does."""
    found = [count for count in range(worlds + 1) if side([Share(count, worlds)]) == where]
    return (found[0], found[-1]) if found else (1, 0)


def _binomial(count: int, of: int, probability: float) -> float:
    if probability in (0, 1):
        return float(count == of * probability)
    ways = lgamma(of + 1) - lgamma(count + 1) - lgamma(of - count + 1)
    return exp(ways + count * log(probability) + (of - count) * log(1 - probability))
