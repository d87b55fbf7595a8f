"""What a fact, target or bound measures in a run, and beside which figure, in words."""

from __future__ import annotations

from typing import assert_never

from dualtrack.language.ledger import Change, Level, Measure, Moment, Observed, Yardstick

TURNS = {
    "peak": "peaks",
    "trough": "is lowest",
    "fastest_rise": "rises fastest",
    "fastest_fall": "falls fastest",
}


def measure_words(measure: Measure) -> str:
    """What is read off a run."""
    name = f"{measure.variable} / {measure.per}" if measure.per else measure.variable
    match measure:
        case Level(_, year, until):
            return f"{name} at {year:g}" if until is None else f"mean of {name} from {year:g} to {until:g}"
        case Change(_, start, stop, relative):
            return f"{'relative change' if relative else 'change'} of {name} from {start:g} to {stop:g}"
        case Moment(_, turn, start, stop):
            return f"year, from {start:g} to {stop:g}, in which {name} {TURNS[turn]}"
        case _:
            assert_never(measure)


def yardstick_words(yardstick: Yardstick) -> str:
    """What it is held beside."""
    if not isinstance(yardstick, Observed):
        return f"{yardstick.value:g}, stated by {yardstick.source}"
    name = f"{yardstick.series} / {yardstick.per}" if yardstick.per else yardstick.series
    since = "" if yardstick.since is None else f" since {yardstick.since:g}"
    form = "relative change of " if yardstick.relative else "change of " if since else ""
    times = "" if yardstick.times == 1 else f", times {yardstick.times:g}"
    return f"{form}{name} in {yardstick.year:g}{since}{times}"


def unit_of(measure: Measure, unit: str, per: str = "") -> str:
    """The unit of what is measured, from those of its quantities."""
    match measure:
        case Moment():
            return "year"
        case Change(relative=True):
            return "1"
        case _:
            return "1" if per and per == unit else f"({unit})/({per})" if per else unit
