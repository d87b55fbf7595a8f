"""A few regimes beside each other: levels, what each adds to the first, and how much later it comes."""

from __future__ import annotations

from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.option_values import check_count, check_regimes
from dualtrack.app.options.options import Json, OneWorld, Seed, Text, Tilt, Worlds
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.options.world_option import world_alone, world_data, world_words
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.memory import check_memory
from dualtrack.app.summary.full_tables import show_lags
from dualtrack.app.terminal.few_worlds import band_text, cells_words, share_of
from dualtrack.app.terminal.numbers import heading, rough
from dualtrack.app.terminal.terminal import show_prose, show_table, show_text
from dualtrack.lab.compared import against_first, regimes_in_worlds
from dualtrack.lab.drawn import worlds_of
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.questions.compare import Comparison
from dualtrack.lab.runs.ensemble import Ensemble
from dualtrack.lab.statistics.band import spread


@helpful
def compare_regimes(
    *regimes: Text,
    worlds: Worlds = 200,
    world: OneWorld = "",
    seed: Seed = 7,
    tilt: Tilt = NEUTRAL,
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> None:
    """What does one regime change against another? In the same worlds: levels, differences, months of lag.

    Example: dualtrack compare {reference} {treated} {other} --worlds 500

    Parameters
    ----------
    regimes
        Two regimes or more; the first is what the others are held against.
    """
    check_count(worlds)
    laboratory = bound(own, reads=False)
    chosen = [laboratory.regime(name) for name in check_regimes(regimes)]
    note_unused(laboratory, [each.name for each in chosen])
    check_memory(worlds, len(chosen), len(laboratory.theory.outcomes), laboratory.theory.clock)

    def ask(asked: Laboratory) -> tuple[Ensemble, Comparison]:
        drawn = world_alone(asked, world, seed, tilt) if world else worlds_of(asked, worlds, seed, tilt)
        run = regimes_in_worlds(asked, [asked.regime(each.name) for each in chosen], drawn)
        return run, against_first(asked, run)

    found = ask(laboratory)
    changed = shipped_beside(own, laboratory.study, found, ask, lambda each: each[1].to_dict(), ("q50", "share_above"))
    if json:
        which = world_data(world, seed, tilt) if world else {"seed": seed, "prior": tilt}
        show_answer("compare", laboratory, {**found[1].to_dict(), **which}, beside=changed)
    else:
        if world:
            show_prose(f"One world alone: {world_words(world, seed, tilt)}.")
        show_comparison(laboratory, *found)
        show_beside(changed)


def show_comparison(laboratory: Laboratory, ensemble: Ensemble, found: Comparison) -> None:
    """Levels and differences by year, then lags of independent capability."""
    first, theory = next(iter(ensemble.paths)), laboratory.theory
    show_prose(f"{found.worlds} of {found.drawn} worlds finished under every regime.", cells_words(found.worlds))
    show_text("")
    names = ["regime", *(heading(laboratory.model[name]) for name in theory.outcomes)]
    for year in theory.years:
        levels = {(row.regime, row.outcome): band_text(spread(row.band), rough) for row in found.levels if row.year == year}
        show_table(f"Outcomes in {year:g}", names, [[r, *(levels[r, name] for name in theory.outcomes)] for r in ensemble.paths])
        added = {
            (row.regime, row.outcome): f"{band_text(spread(row.band), rough)}\nmore: {share_of(row.share_above, found.worlds)}"
            for row in found.differences
            if row.year == year
        }
        others = list(dict.fromkeys(regime for regime, _ in added))
        title = f"Added to {first} in {year:g}, in the same worlds, and the share of worlds in which it is more"
        show_table(title, names, [[r, *(added[r, name] for name in theory.outcomes)] for r in others])
    rows = [row for row in found.lag_rows() if row["outcome"] == theory.outcomes[0]]
    show_lags(laboratory, rows, first, found.worlds)
