"""Does what a regime dates act in a run? Levers are read at the beginning of every step and hold still within it.

A date that no run of a clock can reach is refused; what leaves no trace, or another than was written, is told in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dualtrack.errors import RegimeError
from dualtrack.language.model import Model
from dualtrack.language.scenario import SMALL, Clock, Path, Regime, course

NOTICED = 0.1
"""How far, as a share of it, the time for which a lever is held in a run may miss what was written before it is told."""


def check_acting(regime: Regime, clock: Clock) -> None:
    """Raise `RegimeError` where the regime parts outside the run, or moves a lever after it."""
    first, last = clock.start, clock.stop
    if regime.parts_at is not None and not first - SMALL <= regime.parts_at < last - SMALL:
        raise RegimeError(
            f"regime `{regime.name}` parts in {regime.parts_at:.10g}, and the run covers {first:g} to {last:g}",
            fix=f"let it part from {first:g} up to, not including, {last:g}",
        )
    for name, path in regime.paths.items():
        if late := [year for year in _changes(path) if year >= last - SMALL]:
            raise RegimeError(
                f"regime `{regime.name}` moves `{name}` in {late[0]:.10g}, and the run covers {first:g} to {last:g}",
                fix=f"move it before {last:g}, or let the run go on for longer",
            )


def check_date(what: str, year: float, clock: Clock) -> None:
    """Raise `RegimeError` for a date from which nothing can follow in the run."""
    if not clock.start - SMALL <= year < clock.stop - SMALL:
        raise RegimeError(
            f"{what} in {year:.10g}, and the run covers {clock.start:g} to {clock.stop:g}",
            fix=f"give a year from {clock.start:g} up to, not including, {clock.stop:g}",
        )


def late(regime: Regime, clock: Clock) -> tuple[str, ...]:
    """What a regime dates after the run; a sentence each."""
    end = f"after the run, which ends in {clock.stop:g}"
    if regime.parts_at is not None and regime.parts_at >= clock.stop - SMALL:
        return (f"regime `{regime.name}` parts in {regime.parts_at:.10g}, {end}",)
    dates = {name: [year for year in _changes(path) if year >= clock.stop - SMALL] for name, path in regime.paths.items()}
    return tuple(f"`{name}` of regime `{regime.name}` moves in {years[0]:.10g}, {end}" for name, years in dates.items() if years)


def outdated(regime: Regime, base: Regime) -> tuple[str, ...]:
    """What the base holds otherwise since an edition after the one that the regime was written for; a sentence, or none."""
    if not base.changed[0] or regime.edition >= base.edition:
        return ()
    return (
        f"regime `{regime.name}` rests on `{base.name}`, which changed in edition {base.edition}: {base.changed[0]}; "
        f"write `edition = {base.edition}` into its file if that is meant",
    )


def unmoved(model: Model, before: Regime, after: Regime, clock: Clock) -> list[str]:
    """The levers that one regime sets otherwise than another, and that have the same value in every step of a run."""
    changed = [name for name, path in after.paths.items() if path != before.paths.get(name)]
    return [
        name for name in changed if course(model, after, name, clock.years[:-1]) == course(model, before, name, clock.years[:-1])
    ]


def remarks(model: Model, regime: Regime, base: Regime, clock: Clock) -> tuple[str, ...]:
    """What of a regime rests on a base that changed, leaves no trace in a run, or another than was written; a sentence each."""
    if regime.parts_at is not None and regime.parts_at >= clock.stop - SMALL:
        return (*outdated(regime, base), *late(regime, clock))
    own = {name: path for name, path in regime.paths.items() if path != base.paths.get(name)}
    alike = unmoved(model, base, regime, clock)
    found, idle = [*outdated(regime, base), *late(regime, clock)], []
    for name, path in own.items():
        start = _start(regime, path, base.paths.get(name))
        told = list(_told(path, start, clock))
        found += [f"`{name}` of regime `{regime.name}` {said}" for said in told]
        if name in alike and not told and start < clock.stop - SMALL:
            idle.append(f"`{name}`")
    if idle:
        found.append(f"regime `{regime.name}` sets {', '.join(idle)} to what `{base.name}` already gives: no effect")
    if len(alike) == len(own):
        found.append(f"regime `{regime.name}` acts as `{base.name}` does in every step from {clock.start:g} to {clock.stop:g}")
    return tuple(found)


def _told(path: Path, start: float, clock: Clock) -> Iterator[str]:
    """What a run makes of a path's own points, where that is not what was written."""
    points = [point for point in path.points if point[0] >= start - SMALL]
    for (year, value), (until, other) in pairwise(points):
        if value != other or path.ramp:
            yield from _held(year, value, until, clock, path.ramp)
        else:
            yield f"is {value:g} from {year:.10g} on: the step in {until:.10g} changes nothing"
    for year in _changes(path):
        if start - SMALL <= year and clock.stop - clock.step + SMALL < year < clock.stop - SMALL:
            yield f"moves in {year:.10g}, in the last step of the run: no stock feels it"


def _held(year: float, value: float, until: float, clock: Clock, ramp: bool) -> Iterator[str]:
    """How long a run holds a value that was written to last from a year until another."""
    written, step = until - year, clock.step
    if until > clock.stop + SMALL or written <= 2 * SMALL:
        return
    held = step * sum(year - SMALL <= moment < until - SMALL for moment in clock.years)
    if ramp:
        if written < step - SMALL:
            yield f"rises or falls from {year:.10g} to {until:.10g}, within a step of {step:g} year: run as a jump"
        return
    said = f"is {value:g} from {year:.10g} to {until:.10g}"
    if not held:
        yield f"{said}, between two steps of {step:g} year: it leaves no trace"
    elif abs(held - written) > NOTICED * written + SMALL:
        yield f"{said}, {written:.3g} year: in steps of {step:g} year it is run as {held:g} year"


def _start(regime: Regime, path: Path, base: Path | None) -> float:
    """The first date of a path that its base does not have."""
    known = set() if base is None else {year for year, _ in base.points}
    least = regime.parts_at if regime.parts_at is not None else path.points[0][0]
    return next((year for year, _ in path.points if year >= least - SMALL and year not in known), path.points[-1][0])


def _changes(path: Path) -> list[float]:
    """The dates at which a path moves, or begins to."""
    return [a if path.ramp else b for (a, before), (b, after) in pairwise(path.points) if before != after]
