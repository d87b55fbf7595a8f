"""Which policy does an arm of a test run? A regime, with dials moved towards another and levers set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dualtrack.errors import RegimeError, nearest
from dualtrack.lab.runs.regimes import set_lever
from dualtrack.language.model import Model
from dualtrack.language.scenario import LONG_AGO, SMALL, Clock, Path, Regime
from dualtrack.language.soundness.acting import check_acting, check_date
from dualtrack.language.statements.claim_measure import Arm


def regime_of(model: Model, regimes: Mapping[str, Regime], arm: Arm) -> Regime:
    """The regime of an arm, with its dials moved and its levers set; raises `RegimeError` for what cannot be mixed."""
    regime = _known(regimes, arm.regime)
    if arm.towards:
        other, paths = _known(regimes, arm.towards), dict(regime.paths)
        for dial in arm.dials or model.of_role(["lever"]):
            a, b = (each.paths.get(dial, Path(((LONG_AGO, model[dial].number),))) for each in (regime, other))
            paths[dial] = between(a, b, arm.share)
        regime = replace(regime, paths=paths)
    for change in arm.levers:
        year = regime.parts_at if change.year is None else change.year
        if year is None:
            raise RegimeError(f"regime `{regime.name}` parts from nothing", fix="give the year from which a lever is set")
        regime = set_lever(model, regime, change.lever, change.value, year)
    return regime


def regime_in(model: Model, regimes: Mapping[str, Regime], arm: Arm, clock: Clock) -> Regime:
    """The regime of an arm; raises `RegimeError` where a date of it, or of what the arm holds, lies outside the run.

    So it does for a step of the arm's own that the run cannot take.
    """
    stepped(clock, arm)
    for change in arm.levers:
        if change.year is not None:
            check_date(f"a test sets `{change.lever}`", change.year, clock)
    for frozen in arm.frozen:
        if frozen.since is not None:
            check_date(f"a test holds {', '.join(frozen.names) or 'a link'}", frozen.since, clock)
    regime = regime_of(model, regimes, arm)
    check_acting(regime, clock)
    return regime


def stepped(clock: Clock, arm: Arm) -> Clock:
    """The clock of an arm's runs, in its own steps where it has any.

    Raises `RegimeError` for a step that is longer than the theory's, or that does not divide the time between saved rows.
    """
    if arm.step is None:
        return clock
    if arm.step > clock.step + SMALL:
        raise RegimeError(
            f"a run of `{arm.regime}` takes steps of {arm.step:g} years, longer than the theory's {clock.step:g}",
            fix="give a shorter one, or none",
        )
    parts = clock.save / arm.step
    if abs(parts - round(parts)) > SMALL:
        raise RegimeError(
            f"a run of `{arm.regime}` takes steps of {arm.step:g} years, no whole part of the {clock.save:g} between saved rows",
            fix="use powers of two, such as 1/32",
        )
    return replace(clock, step=arm.step)


def between(a: Path, b: Path, share: float) -> Path:
    """The path a share, 0 to 1, of the way from one to the other at every date; raises `RegimeError` for a ramp."""
    if share in (0, 1) or a == b:
        return b if share == 1 else a
    if a.ramp or b.ramp:
        raise RegimeError("a ramp cannot be mixed with another path", fix="write both as steps")
    dates = sorted({date for path in (a, b) for date, _ in path.points})
    return Path(tuple((date, a.at(date) + share * (b.at(date) - a.at(date))) for date in dates))


def _known(regimes: Mapping[str, Regime], name: str) -> Regime:
    if name not in regimes:
        raise RegimeError(
            f"a test runs the regime `{name}`, which is not there",
            near=nearest(name, regimes),
            fix="one of " + ", ".join(regimes),
        )
    return regimes[name]
