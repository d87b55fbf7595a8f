"""One regime in the nominal world: the main outcomes year by year."""

from __future__ import annotations

from typing import Annotated, Any

from cyclopts import Parameter

from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.option_values import apply, parse_years, running
from dualtrack.app.options.options import Each, Hidden, Json, Seed, Text, Tilt, World
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import note_unused, read, tell_idle, tell_late, tell_without_effect
from dualtrack.app.options.world_option import NOMINAL, world_data, world_of, world_words
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import heading, number
from dualtrack.app.terminal.terminal import show_table
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.one_run import one_run
from dualtrack.targets.numeric.python import Run
from dualtrack.targets.numeric.scheme import scheme_named


@helpful
def run(
    regime: Text,
    /,
    *,
    set_: Annotated[tuple[str, ...], Parameter(name="--set"), Each] = (),
    show: Annotated[tuple[str, ...], Parameter(name="--show"), Each] = (),
    scheme: Text = "euler",
    years: Hidden = "",
    world: World = NOMINAL,
    seed: Seed = 7,
    tilt: Tilt = NEUTRAL,
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> None:
    """What happens under one regime, year by year? In the nominal world, or in a drawn one by its number.

    Example: dualtrack run {treated} --set {switch}=0 --years 2024:2040

    Parameters
    ----------
    regime
        A regime's name; `dualtrack list regimes` shows them.
    set_
        NAME=VALUE: a number of the world, or a lever held from the year the regime parts from history.
    show
        A quantity to show instead of the main outcomes.
    scheme
        How time is stepped: euler or rk4.
    years
        FIRST:LAST, the years shown, such as 2035:2035 for one, all unless given; a run always starts in {start}.
    """
    laboratory = read(own)
    (first, last), steps = parse_years(laboratory.theory, years), scheme_named(scheme)
    clock = running(laboratory.theory, last)
    tell_without_effect(laboratory, clock, reads=False)
    changed, held = apply(laboratory, laboratory.regime(regime), set_)
    drawn = world_of(laboratory, world, seed, tilt) or {}
    tell_idle(laboratory, laboratory.regime(regime), changed, held, clock, drawn)
    tell_late(laboratory, changed, clock)
    names = tuple(laboratory.quantity(name, "--show") for name in show) or laboratory.theory.outcomes
    units = {name: str(laboratory.model[name].unit) for name in names}
    found = one_run(laboratory, changed, clock, {**drawn, **held}, steps)
    rows = [place for place, year in enumerate(found.years) if first <= year <= last]
    shown = {name: [found[name][row] for row in rows] for name in names}
    moments = [round(found.years[row]) for row in rows]

    def ask(asked: Laboratory) -> Run:
        regime_there, _ = apply(asked, asked.regime(regime), set_)
        return one_run(asked, regime_there, clock, {**(world_of(asked, world, seed, tilt) or {}), **held}, steps)

    def data(run: Run) -> dict[str, Any]:
        return {name: {f"{year:g}": run[name][row] for row, year in zip(rows, moments, strict=True)} for name in names}

    beside = shipped_beside(own, laboratory.study, found, ask, data, ())
    note_unused(laboratory, [changed.name])
    if json:
        answer = {"regime": changed.name, "scheme": scheme, "set": list(set_), "years": moments, "values": shown, "units": units}
        show_answer("run", laboratory, {**answer, **world_data(world, seed, tilt)}, beside=beside)
        return
    lines = [[str(year), *(number(shown[name][place]) for name in names)] for place, year in enumerate(moments)]
    show_table(
        f"{changed.name}, {world_words(world, seed, tilt)}", ["year", *(heading(laboratory.model[name]) for name in names)], lines
    )
    show_beside(beside)
