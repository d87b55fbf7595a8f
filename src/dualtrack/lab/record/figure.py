"""What was seen, as a number with a range: taken from the record, or stated, and brought to the form of a measure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dualtrack.errors import RecordError
from dualtrack.evidence.record import Record
from dualtrack.language.checked import checked
from dualtrack.language.statements.ledger import Observed, Stated, Yardstick


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, the range its source allows, and the keys of its sources."""

    value: float
    low: float
    high: float
    sources: tuple[str, ...]

    def times(self, factor: float) -> Figure:
        """The figure in another unit; `factor` above 0."""
        return Figure(self.value * factor, self.low * factor, self.high * factor, self.sources)

    def minus(self, other: Figure) -> Figure:
        """The difference, in the widest range that both allow."""
        return Figure(self.value - other.value, self.low - other.high, self.high - other.low, self._with(other))

    def over(self, other: Figure) -> Figure:
        """The ratio to a positive figure, in the widest range that both allow; raises `RecordError` for one that may be 0 or
        less.
        """
        if other.low <= 0:
            raise RecordError(
                f"cannot divide by a figure between {other.low:g} and {other.high:g}",
                where=", ".join(other.sources),
                fix="compare levels, or divide by a figure above 0",
            )
        corners = [each / by for each in (self.low, self.high) for by in (other.low, other.high)]
        return Figure(self.value / other.value, min(corners), max(corners), self._with(other))

    def _with(self, other: Figure) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.sources, *other.sources)))


ONE = Figure(1.0, 1.0, 1.0, ())


@dataclass(frozen=True, slots=True)
class RecordLook:
    """Finds figures of a `record`."""

    record: Record

    @checked
    def __call__(self, series: str, year: float) -> Figure:
        """The figure of a `series` for a `year`, or for a date; raises `RecordError` for what the record has not."""
        record = self.record
        row = record.observation(series, int(year)) if float(year).is_integer() else record.observation_around(series, year)
        low = row.value if row.low is None else row.low
        high = row.value if row.high is None else row.high
        return Figure(row.value, low, high, (row.source,))


Look = Callable[[str, float], Figure]
"""Finds the figure of a series for a year (a whole number), or for a date (a broken one)."""


@checked
def figures(record: Record) -> Look:
    """A function of a series and a year that gives the figure of the `record`, with its range and sources.

    For a year, a whole number, it is the observation that speaks for it; for a date, a broken one, the shortest that holds it.
    The function raises `RecordError` for a series or a time that the record has not.
    """
    return RecordLook(record)


def target(yardstick: Yardstick, look: Look) -> Figure:
    """The number beside which a measure is held."""
    if isinstance(yardstick, Stated):
        return Figure(yardstick.value, *yardstick.range, (yardstick.source,))
    now = _figure(yardstick, yardstick.year, look)
    if yardstick.since is None:
        return now.times(yardstick.times)
    then = _figure(yardstick, yardstick.since, look)
    return now.over(then).minus(ONE) if yardstick.relative else now.minus(then).times(yardstick.times)


def _figure(yardstick: Observed, year: float, look: Look) -> Figure:
    figure = look(yardstick.series, year)
    return figure.over(look(yardstick.per, year)) if yardstick.per else figure
