"""Why two regimes differ: the change of each outcome shared out over the levers that were moved."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dualtrack.app.answer import show_answer
from dualtrack.app.asking import two
from dualtrack.app.bind import CLOCK, OUTCOMES
from dualtrack.app.changing import NOMINAL, explanation_data, show_explanation, world_of
from dualtrack.app.options import From, Json, Seed, Words
from dualtrack.app.user_regimes import bound
from dualtrack.lab.explain_change import Change, explain_change


def explain_change_between(
    *regimes: str,
    world: str = NOMINAL,
    year: float = 2040.0,
    show: Annotated[tuple[str, ...], Parameter(name="--show"), Words] = (),
    seed: Seed = 7,
    from_: From = (),
    json: Json = False,
) -> None:
    """Say how far each lever that differs between two regimes moves each outcome: exact shares, and the pairs that interact.

    Example: dualtrack explain-change near_embargo limited_opening --year 2035

    Parameters
    ----------
    regimes
        The regime that is left, then the one that takes its place.
    world
        nominal, or the number of a drawn world.
    year
        The year of the outcomes.
    show
        A quantity to show instead of the main outcomes.
    """
    before, after = two(regimes)
    laboratory = bound(from_)
    drawn = world_of(laboratory, world, seed)
    change = Change(laboratory.model, laboratory.regime(before), laboratory.regime(after), CLOCK, drawn)
    found = explain_change(change, tuple(dict.fromkeys((*show, *laboratory.model.outcomes))), year)
    if json:
        data = {**explanation_data(found), "world": None if drawn is None else int(world)}
        show_answer("explain-change", laboratory.model, data, seed=None if drawn is None else seed)
    else:
        show_explanation(found, show or OUTCOMES, world)
