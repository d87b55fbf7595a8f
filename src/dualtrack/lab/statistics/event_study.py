"""How much of a day's return was the share's own? The market model: what a fit on ordinary days before does not expect.

    abnormal_return(share, benchmark, event=300)                   # one day
    abnormal_return(share, benchmark, event=300, window=(0, 1))    # the day and the next, summed

Not like this: prices, closes of two calendars side by side, or a window that reaches back into the days of the fit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.statistics.effective_count import differ
from dualtrack.language.checked import checked
from dualtrack.targets.numeric.arrays import Array

FITTED = 120
"""Trading days on which the fit rests: half a year, as is usual."""
GAP = 6
"""The last day of the fit lies so many trading days before the event, so that what leaks ahead is not taken for ordinary."""
LEAST = 3
"""Days below which a line leaves no error to be known."""


@dataclass(frozen=True, slots=True)
class AbnormalReturn:
    """A sum of log returns beyond what the market explains: the `effect`, its standard `error`, and the line of the fit.

    `beta` is how far the share moves with the market, `alpha` what it gains on a day without it, in log units.
    """

    effect: float
    error: float
    alpha: float
    beta: float


@checked
def abnormal_return(
    share: Array, benchmark: Array, *, event: int, window: tuple[int, int] = (0, 0), days: int = FITTED
) -> AbnormalReturn:
    """The log return of a share over the days of an event beyond its market's (the market model; MacKinlay, 1997, part 5).

    `share[period]` and `benchmark[period]`, the market's, are log returns of the same trading days in order, such as .01 for a
    rise of 1 %; `event` is the place of the day of the news, from 0, and `window` its first and last day, counted from the
    event. A line is fitted by least squares to the `days` trading days of which the last lies 6 before the event. The error is
    that of a forecast: it holds what the window's own days scatter, and how well the line is known at the market's move of the
    window; returns of different days are taken to be independent and of one spread.

    Raises `RunError` where the lengths differ, where the series do not hold every day of the fit and of the window, for a
    return that is no number on one of these, for fewer than three days, for a window that ends before it begins or that begins
    before the fit has ended, and for a benchmark that does not move.
    """
    if share.ndim != 1 or share.shape != benchmark.shape:
        raise RunError(
            f"returns of {share.shape} days of the share and {benchmark.shape} of the benchmark are not of the same days",
            fix="keep the days that both have, one return each, in order",
        )
    fit, around = _places(len(share), event, window, days)
    for name, returns in (("share", share), ("benchmark", benchmark)):
        if not np.isfinite(np.concatenate((returns[fit], returns[around]))).all():
            raise RunError(
                f"a return of the {name} that is used is no number", fix="leave the day out of both, or give its return"
            )
    if not differ(benchmark[fit]):
        raise RunError("the benchmark does not move on the days of the fit", fix="give one whose returns differ")
    return _beyond(share[fit], benchmark[fit], share[around], benchmark[around])


def _places(known: int, event: int, window: tuple[int, int], days: int) -> tuple[slice, slice]:
    """Where the days of the fit and those of the window stand."""
    first, last = window
    if days < LEAST:
        raise RunError(f"no line with an error through {days} days", fix=f"fit it to {LEAST} days or more; {FITTED} are usual")
    if not -GAP < first <= last:
        raise RunError(
            f"no window from {first} to {last} days after the event",
            fix=f"begin it fewer than {GAP} days before the event, and end it no earlier",
        )
    begin, end = event - GAP - days + 1, event - GAP + 1
    if begin < 0 or event + last >= known:
        raise RunError(
            f"the series hold {known} days; the event at {event} asks for those from {begin} to {event + last}",
            fix="give returns from further back or later on, or fit the line to fewer days",
        )
    return slice(begin, end), slice(event + first, event + last + 1)


def _beyond(share: Array, benchmark: Array, share_around: Array, benchmark_around: Array) -> AbnormalReturn:
    """The line through the days of the fit, and what the days around the event leave of it."""
    days, window = len(share), len(share_around)
    middle = float(benchmark.mean())
    spread = benchmark - middle
    squares = float(spread @ spread)
    beta = float(spread @ share) / squares
    alpha = float(share.mean()) - beta * middle
    left = share - alpha - beta * benchmark
    beyond = share_around - alpha - beta * benchmark_around
    off = float((benchmark_around - middle).sum())
    forecast = window + window**2 / days + off**2 / squares
    return AbnormalReturn(float(beyond.sum()), math.sqrt(float(left @ left) / (days - 2) * forecast), alpha, beta)
