"""Which uncertainties matter for an outcome: the share of its variance over worlds that each carries."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dualtrack.app.bind import PAST, YEARS
from dualtrack.app.mattering import matter_data, show_matter
from dualtrack.app.options.asked_regimes import setting_of
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Count, From, Hidden, Json, Numbers, Seed, Text, choice
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.terminal import note
from dualtrack.lab.questions.asked import read_asked
from dualtrack.lab.questions.matter import Method, matter
from dualtrack.lab.questions.pick_freeze import FEWEST, PickFreeze
from dualtrack.lab.questions.screen import ROOM, Screen
from dualtrack.lab.worlds.factor import Grouping

LEAST = 64


def method_of(pairs: int, by: Grouping = "number") -> Method:
    """Pairs of worlds at the most, and a screen that costs no more than they do."""
    usual, least = Screen(), min(pairs, PickFreeze().least)
    worlds, few = min(max(pairs, 2 * ROOM), usual.worlds), min(max(pairs // 8, FEWEST), usual.pairs)
    return Method(PickFreeze(most=pairs, least=least), Screen(worlds=worlds, pairs=few), by)


@helpful
def matter_of(
    outcome: Text,
    /,
    *,
    regime: Text = PAST,
    against: Hidden = "",
    year: Numbers = YEARS,
    by: Annotated[Grouping, Parameter(converter=choice)] = "number",
    worlds: Count = 4096,
    seed: Seed = 7,
    from_: From = (),
    json: Json = False,
) -> None:
    """Say which uncertainties an outcome hangs on: Sobol' indices of first and total order, with intervals.

    Example: dualtrack matter "lag({outcome})" --regime {treated} --against {reference}

    Parameters
    ----------
    outcome
        NAME, difference(NAME) or lag(NAME); the last two hold the regime against another.
    regime
        The regime that is looked at.
    against
        The regime that a difference or a lag is taken against.
    year
        A year to look at; may be given again. A lag has none.
    by
        One row per number, or one per sector of the theory.
    worlds
        Pairs of worlds at the most; fewer are drawn where the leading shares are narrow sooner.
    """
    check_count(worlds, LEAST)
    laboratory = bound(from_)
    setting = setting_of(laboratory, regime, against)
    note_unused(laboratory, [regime, against])
    asked = tuple(dict.fromkeys(read_asked(outcome, laboratory.model, each) for each in year))
    method = method_of(worlds, by)
    found = matter(setting, asked, method, seed=seed, progress=lambda done, most: note(f"{done} pairs of at most {most}"))
    if json:
        show_answer("matter", laboratory.model, matter_data(setting, found))
    else:
        show_matter(setting, found)
