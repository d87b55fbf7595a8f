"""Values of information that are known exactly: a claim that holds where a sum of normal numbers passes a bound."""

from math import asin, erf, exp, pi, sin, sqrt

import numpy as np

STEPS = 4000


def below(value: float) -> float:
    """The share of a standard normal number below a value."""
    return (1 + erf(value / sqrt(2))) / 2


def both_below(first: float, second: float, correlation: float) -> float:
    """The share of two standard normal numbers that both lie below their bounds (Drezner and Wesolowsky, 1990)."""
    angles = (np.arange(STEPS) + 0.5) / STEPS * asin(correlation)
    found = [exp(-(first**2 + second**2 - 2 * first * second * sin(a)) / (2 * (1 - sin(a) ** 2))) for a in angles]
    return below(first) * below(second) + asin(correlation) / (2 * pi) * float(np.mean(found))


def known_worth(correlation: float, bound: float) -> tuple[float, float]:
    """What it is worth to know a standard normal number, and to know the answer itself.

    The claim holds where another standard normal number, of that correlation with it above 0, lies above the bound. Called by
    the number, the claim is called true where it lies above `bound / correlation`.
    """
    turn = bound / correlation
    both = both_below(turn, bound, correlation)
    fails = (below(turn) - both) + (below(bound) - both)
    most = min(below(bound), 1 - below(bound))
    return most - fails, most
