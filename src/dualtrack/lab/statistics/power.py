"""How often would the verdict be wrong, and how clear must a claim be to be decided? Exact, from the number of worlds alone.

A share of worlds is a count of independent draws, so the chance of each verdict follows from the binomial distribution.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp, lgamma, log

from dualtrack.errors import RunError
from dualtrack.lab.statistics.verdict import CONTRADICTED, SUPPORTED, Share, Verdict, decide

WANTED = 0.9
"""The chance of a verdict from which a probability counts as clear enough."""
STEPS = 1000
"""Probabilities tried between a bound and certainty."""


@dataclass(frozen=True, slots=True)
class Power:
    """The chances that a claim at a bound itself is decided all the same, and from where on it would be decided.

    A claim true in at least `clear_support` of all worlds would be supported, in at most `clear_contradiction` contradicted, with
    a chance of nine in ten; none where the worlds are too few for any.
    """

    worlds: int
    wrong_support: float
    wrong_contradiction: float
    clear_support: float | None
    clear_contradiction: float | None


@cache
def power(worlds: int) -> Power:
    """The power of a verdict over one prior with so many worlds; raises `RunError` for none."""
    if worlds < 1:
        raise RunError(f"a verdict over {worlds} worlds has no power", fix="draw at least one")
    rising = [SUPPORTED + (1 - SUPPORTED) * step / STEPS for step in range(STEPS + 1)]
    falling = [CONTRADICTED * (1 - step / STEPS) for step in range(STEPS + 1)]
    return Power(
        worlds=worlds,
        wrong_support=chance("supported", SUPPORTED, worlds),
        wrong_contradiction=chance("contradicted", CONTRADICTED, worlds),
        clear_support=next((p for p in rising if chance("supported", p, worlds) >= WANTED), None),
        clear_contradiction=next((p for p in falling if chance("contradicted", p, worlds) >= WANTED), None),
    )


def chance(verdict: Verdict, probability: float, worlds: int) -> float:
    """The chance of a verdict where a claim is true in a known share of all worlds and so many are drawn."""
    least, most = _counts(verdict, worlds)
    return sum(_binomial(count, worlds, probability) for count in range(least, most + 1))


@cache
def _counts(verdict: Verdict, worlds: int) -> tuple[int, int]:
    """The least and the greatest count of true worlds that give a verdict; an empty range where none does."""
    found = [count for count in range(worlds + 1) if decide([(Share(count, worlds), None)]) == verdict]
    return (found[0], found[-1]) if found else (1, 0)


def _binomial(count: int, of: int, probability: float) -> float:
    if probability in (0, 1):
        return float(count == of * probability)
    ways = lgamma(of + 1) - lgamma(count + 1) - lgamma(of - count + 1)
    return exp(ways + count * log(probability) + (of - count) * log(1 - probability))
