"""Reality checks: sentences that must hold in every world, tried in many."""

from __future__ import annotations

from dualtrack.app.answer import show_answer
from dualtrack.app.bind import CLOCK, bind
from dualtrack.app.checking import checked_data, show_checked
from dualtrack.app.options import From, Json, Seed, Some, Worlds
from dualtrack.app.progress import watched
from dualtrack.app.settings import check_count
from dualtrack.lab.check import check
from dualtrack.lab.draw import draw


def check_worlds(
    *,
    worlds: Worlds = 100,
    seed: Seed = 7,
    regimes: Some = (),
    from_: From = (),
    json: Json = False,
) -> int:
    """Try every sentence that must hold whatever the numbers are: accounts, bounds, extremes, signs; a broken one ends with 1.

    Example: dualtrack check --worlds 500 --regimes as_is,free_trade

    Parameters
    ----------
    regimes
        Names with commas between them; all regimes where none is named.
    """
    laboratory = bind(from_)
    chosen, drawn = (
        [laboratory.regime(name) for name in regimes or laboratory.regimes],
        draw(laboratory.model, check_count(worlds), seed),
    )
    with watched() as report:
        found = check(
            laboratory.model, laboratory.checks, chosen, drawn, CLOCK, progress=lambda done, of: report("checks", done, of)
        )
    if json:
        show_answer("check", laboratory.model, checked_data(laboratory.model, found), seed=seed)
    else:
        show_checked(found)
    return int(bool(found.failed))
