"""Reality checks: sentences that must hold in every world, tried in many."""

from __future__ import annotations

from dualtrack.app.checking import checked_data, show_checked
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import From, Json, Seed, Some, Worlds
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.stepping import show_step, step_data
from dualtrack.app.terminal.progress import watched
from dualtrack.lab.check_laboratory import check_laboratory


@helpful
def check_worlds(
    *,
    worlds: Worlds = 100,
    seed: Seed = 7,
    regimes: Some = (),
    from_: From = (),
    json: Json = False,
) -> int:
    """Try every sentence that must hold whatever the numbers are: accounts, bounds, extremes, signs; a broken one ends with 1.

    Says too by how much the main outcomes move when the step is halved.

    Example: dualtrack check --worlds 500 --regimes {past},{other}

    Parameters
    ----------
    regimes
        Names with commas between them; all regimes where none is named.
    """
    laboratory = bound(from_)
    chosen = [laboratory.regime(name) for name in regimes or laboratory.regimes]
    check_count(worlds)
    with watched() as report:
        found, step = check_laboratory(laboratory, chosen, worlds, seed, report)
    if json:
        data = {**checked_data(laboratory.model, found), "step": step_data(step)}
        show_answer("check", laboratory.model, data, seed=seed)
    else:
        show_checked(found)
        show_step(laboratory.model, step)
    return int(bool(found.failed))
