"""Why two regimes differ: the change of each outcome shared out over the levers that were moved."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dualtrack.app.bind import CLOCK, OUTCOMES
from dualtrack.app.changing import explanation_data, show_explanation
from dualtrack.app.options.asked_regimes import two
from dualtrack.app.options.options import Each, From, Json, Number, Seed, Text, Tilt, World
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.options.world_option import NOMINAL, world_data, world_of, world_words
from dualtrack.app.output.json_answer import show_answer
from dualtrack.lab.questions.explain_change import PolicyChange, explain_change


@helpful
def explain_change_between(
    *regimes: Text,
    world: World = NOMINAL,
    year: Number = CLOCK.stop,
    show: Annotated[tuple[str, ...], Parameter(name="--show"), Each] = (),
    seed: Seed = 7,
    tilt: Tilt = NEUTRAL,
    from_: From = (),
    json: Json = False,
) -> None:
    """Say how far each lever that differs between two regimes moves each outcome: exact shares, and the pairs that interact.

    Example: dualtrack explain-change {reference} {treated} --year 2035

    Parameters
    ----------
    regimes
        The regime that is left, then the one that takes its place.
    year
        The year of the outcomes.
    show
        A quantity to show instead of the main outcomes.
    """
    before, after = two(regimes)
    laboratory = bound(from_)
    drawn, named = world_of(laboratory, world, seed, tilt), tuple(laboratory.quantity(name, "--show") for name in show)
    change = PolicyChange(laboratory.model, laboratory.regime(before), laboratory.regime(after), CLOCK, drawn)
    note_unused(laboratory, [before, after])
    found = explain_change(change, tuple(dict.fromkeys((*named, *laboratory.model.outcomes))), year)
    if json:
        data = {**explanation_data(found), **world_data(world, seed, tilt)}
        show_answer("explain-change", laboratory.model, data)
    else:
        show_explanation(found, named or OUTCOMES, world_words(world, seed, tilt))
