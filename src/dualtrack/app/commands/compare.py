"""A few regimes beside each other: levels, what each adds to the first, and how much later it comes."""

from __future__ import annotations

from dualtrack.app.bind import CLOCK, OUTCOMES
from dualtrack.app.comparing import comparison_data, show_comparison
from dualtrack.app.options.option_values import check_count, check_regimes
from dualtrack.app.options.options import From, Json, Seed, Text, Worlds
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.memory import check_memory
from dualtrack.lab.compared import against_first, regimes_in_worlds


@helpful
def compare_regimes(
    *regimes: Text,
    worlds: Worlds = 200,
    seed: Seed = 7,
    from_: From = (),
    json: Json = False,
) -> None:
    """Compare regimes in the same worlds, each against the first one named.

    Example: dualtrack compare {reference} {treated} {other} --worlds 500

    Parameters
    ----------
    regimes
        Two regimes or more; the first is what the others are held against.
    """
    check_count(worlds)
    laboratory = bound(from_)
    chosen = [laboratory.regime(name) for name in check_regimes(regimes)]
    note_unused(laboratory, [each.name for each in chosen])
    check_memory(worlds, len(chosen), len(OUTCOMES), CLOCK)
    ensemble = regimes_in_worlds(laboratory, chosen, worlds, seed)
    found = against_first(laboratory, ensemble)
    if json:
        show_answer("compare", laboratory.model, comparison_data(ensemble, found), seed=seed)
    else:
        show_comparison(laboratory.model, ensemble, found)
