"""Where a condition holds: regions of what is uncertain, told in sentences."""

from __future__ import annotations

from dualtrack.app.bind import CLOCK, PAST
from dualtrack.app.discovering import discovery_data, show_discovery
from dualtrack.app.options.asked_regimes import setting_of
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import From, Hidden, Json, Seed, Text, Worlds
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.output.json_answer import show_answer
from dualtrack.lab.questions.condition import read_condition
from dualtrack.lab.questions.discover import FEWEST, discover


@helpful
def discover_where(
    condition: Text,
    /,
    *,
    regime: Text = PAST,
    against: Hidden = "",
    worlds: Worlds = 4000,
    seed: Seed = 7,
    from_: From = (),
    json: Json = False,
) -> None:
    """Say in which worlds a condition holds, by a few bounds on uncertain numbers, measured in worlds apart.

    Example: dualtrack discover "lag({outcome}) >= 3" --regime {treated} --against {reference}

    Parameters
    ----------
    condition
        TERM < NUMBER, with <, <=, > or >=, joined by `and`; a TERM is NAME, difference(NAME) or lag(NAME), the first two with
        @ YEAR where it is not {stop}.
    regime
        The regime that is looked at.
    against
        The regime that a difference or a lag is taken against.
    worlds
        Worlds drawn to find a region; as many again choose it, and as many again measure it.
    """
    check_count(worlds, FEWEST)
    laboratory = bound(from_)
    setting = setting_of(laboratory, regime, against)
    note_unused(laboratory, [regime, against])
    found = discover(setting, read_condition(condition, laboratory.model, CLOCK.stop), worlds, seed=seed)
    if json:
        show_answer("discover", laboratory.model, discovery_data(setting, found))
    else:
        show_discovery(setting, found)
