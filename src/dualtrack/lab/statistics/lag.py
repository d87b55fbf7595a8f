"""How much later? The months by which one regime reaches thresholds after another, world by world.

A threshold that is not reached by the stop counts as reached then (censored), so a lag is a lower bound of what would
follow; a threshold that both regimes have passed before they part is dropped in that world.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError
from dualtrack.lab.statistics.band import Band, band, spread
from dualtrack.lab.statistics.crossing import Crossings, cross, window
from dualtrack.lab.statistics.share import TAIL
from dualtrack.language.checked import checked
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Regime
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

MONTHS_PER_YEAR = 12
THRESHOLDS = (0.3, 0.4, 0.5)
"""The usual thresholds, all of which count whatever other worlds do: one that came and went with them would make answers jump."""
CELLS = 1 << 20
"""Months of resamples held at once."""
LEVEL = (TAIL, 1 - TAIL)
"""Ends of a bootstrap interval."""


@checked
@dataclass(frozen=True, slots=True)
class LagRule:
    """What counts as later: when regimes part, `start`, and when patience ends, `stop`, both years, and the `thresholds`.

    Sampling error is judged by `resamples` drawn with `seed`. Raises `RunError` for no threshold, or a stop before the start.
    """

    start: float
    stop: float
    thresholds: tuple[float, ...] = THRESHOLDS
    resamples: int = 1000
    seed: int = 7

    def __post_init__(self) -> None:
        if not self.thresholds or not self.start < self.stop or self.resamples < 1:
            raise RunError(f"no lag can be taken by {self}", fix="give thresholds, and a stop after the start")

    @classmethod
    def between(cls, regimes: Iterable[Regime], first: float, last: float) -> LagRule:
        """The usual rule for a run from the year `first` to the year `last`.

        It starts when the first of `regimes` parts, or with the run where none does, and stops at its end.
        """
        parted = [regime.parts_at for regime in regimes if regime.parts_at is not None and first <= regime.parts_at < last]
        return cls(min(parted, default=first), last)


@dataclass(frozen=True, slots=True, repr=False)
class ThresholdLag(Printed):
    """One threshold: `months[world]` between the two regimes, nan in worlds that passed it before the start.

    The shares are of all worlds: those that passed it before, and those not seen to cross it under the first regime, the second,
    and both. `restricted_means` are the mean months until
    crossing or the stop, under each. The means and the band leave the passed worlds out; None if all have.
    """

    threshold: float
    months: Array
    band: Band | None
    passed: float
    censored: tuple[float, float]
    censored_both: float
    restricted_means: tuple[float, float] | None

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"Lag at {self.threshold:g}: {self.band or 'none'}"

    def to_row(self) -> Row:
        """Its band, and the shares of worlds that were not seen to reach it or had passed it."""
        return {
            **spread(self.band),
            "unreached": self.censored[0],
            "unreached_reference": self.censored[1],
            "passed": self.passed,
        }


@dataclass(frozen=True, slots=True, repr=False)
class Lag(Tidy):
    """`months[world]` is the mean over the thresholds, positive where the first regime is later; nan where none is left.

    `area[world]` is the capability that the first lacks, times years; `agreement` the share of worlds, of those with a lag,
    in which it does not contradict the months. It, the band and the mean are None where no world has a lag; the intervals are
    None also where a single one has, since one world says nothing of how lags differ.
    """

    months: Array
    thresholds: tuple[ThresholdLag, ...]
    band: Band | None
    median_interval: tuple[float, float] | None
    mean: float | None
    mean_interval: tuple[float, float] | None
    area: Array
    agreement: float | None

    def __post_init__(self) -> None:
        settle_fields(self)

    def share(self, months: float) -> float:
        """The share of all worlds whose lag is at least so many months; a world without a lag does not count as such."""
        return float((self.months >= months).mean())

    def printed_title(self) -> str:
        return f"Lag in months: {self.band or 'none'}"

    def to_dict(self) -> Row:
        """The lag over all thresholds, how sure it is, and the lag at each."""
        return plain_row(
            {
                "unit": "month",
                **spread(self.band),
                "median_interval": self.median_interval,
                "mean": self.mean,
                "mean_interval": self.mean_interval,
                "agreement": self.agreement,
                "thresholds": self.to_rows(),
            }
        )

    def to_rows(self) -> list[Row]:
        """One row over all thresholds, whose own is None, then one for each."""
        whole = {**spread(self.band), "unreached": None, "unreached_reference": None, "passed": None}
        return [{"threshold": None, **whole}, *({"threshold": each.threshold, **each.to_row()} for each in self.thresholds)]


@checked
def lag(a: Array, b: Array, years: Array, rule: LagRule) -> Lag:
    """The lag in months of `a[world, year]` behind `b[world, year]`, paired by world; positive where `a` is later.

    `years[year]` are those of the rows, and `rule` says when regimes part, when patience ends and which thresholds count. Raises
    `RunError` for what is not a number.
    """
    return lags([a, b], years, [(0, 1)], rule)[0]


def lags(curves: Sequence[Array], years: Array, pairs: Sequence[tuple[int, int]], rule: LagRule) -> tuple[Lag, ...]:
    """Lags in months between several `curves[run][world, year]` over the same thresholds, so that lags along a chain add up.

    `years[year]` are those of the rows; `pairs` are places in `curves`, the later one first. Raises `RunError` for no number.
    """
    seen = [window(each, years, rule.start, rule.stop) for each in curves]
    crossings = [[cross(each, threshold) for each in seen] for threshold in rule.thresholds]
    kept = [~np.logical_and.reduce([each.passed for each in row]) for row in crossings]
    rows = list(zip(rule.thresholds, kept, crossings, strict=True))
    return tuple(
        _lag([_threshold(t, left, row[i], row[j]) for t, left, row in rows], seen[j].area() - seen[i].area(), rule)
        for i, j in pairs
    )


def _threshold(threshold: float, left: NDArray[np.bool_], a: Crossings, b: Crossings) -> ThresholdLag:
    months = np.where(left, MONTHS_PER_YEAR * (a.wait - b.wait), np.nan)
    waits = [MONTHS_PER_YEAR * float(each.wait[left].mean()) for each in (a, b)] if left.any() else None
    return ThresholdLag(
        threshold=threshold,
        months=months,
        band=band(months[left]) if left.any() else None,
        passed=float((~left).mean()),
        censored=(float((~a.reached).mean()), float((~b.reached).mean())),
        censored_both=float((~a.reached & ~b.reached).mean()),
        restricted_means=None if waits is None else (waits[0], waits[1]),
    )


def _lag(thresholds: list[ThresholdLag], area: Array, rule: LagRule) -> Lag:
    found = np.array([each.months for each in thresholds]).reshape(-1, len(area))
    counts = np.isfinite(found)
    total = np.where(counts, found, 0.0).sum(axis=0)
    months = np.divide(total, counts.sum(axis=0), out=np.full(len(area), np.nan), where=counts.any(axis=0))
    held = np.isfinite(months)
    resampled = _resample(months[held], rule) if held.sum() > 1 else None
    return Lag(
        months=months,
        thresholds=tuple(thresholds),
        band=band(months[held]) if held.any() else None,
        median_interval=None if resampled is None else _interval(resampled[0]),
        mean=float(months[held].mean()) if held.any() else None,
        mean_interval=None if resampled is None else _interval(resampled[1]),
        area=area,
        agreement=float((months * area >= 0)[held].mean()) if held.any() else None,
    )


def _resample(months: Array, rule: LagRule) -> Array:
    """Medians and means of worlds drawn again with replacement, as [statistic, resample]."""
    generator = np.random.Generator(np.random.Philox(key=rule.seed))
    at_once = max(1, CELLS // len(months))
    found = []
    for first in range(0, rule.resamples, at_once):
        drawn = months[generator.integers(0, len(months), (min(at_once, rule.resamples - first), len(months)))]
        found.append((np.median(drawn, axis=1), drawn.mean(axis=1)))
    return np.concatenate(found, axis=1)


def _interval(statistics: Array) -> tuple[float, float]:
    low, high = np.quantile(statistics, LEVEL)
    return float(low), float(high)
