"""Very many worlds, kept on disk block by block: what is finished is never lost, and a stopped run goes on."""

from __future__ import annotations

from pathlib import Path as File
from time import monotonic

from dualtrack.app.cli import INTERRUPTED
from dualtrack.app.exploring import beside, check_room, ensemble_data, measured, plan_of, show_ensemble
from dualtrack.app.options.command_typed import typed
from dualtrack.app.options.options import Count, Flag, From, Json, Output, Seed, Some, Text, Worlds
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.terminal import note
from dualtrack.lab.store.explore import explore


@helpful
def explore_worlds(
    *,
    worlds: Worlds = 100_000,
    regimes: Some = (),
    outcomes: Some = (),
    seed: Seed = 7,
    output: Output = File("dualtrack-futures"),
    design: Text = "counter",
    from_: From = (),
    resume: Flag = False,
    jobs: Count | None = None,
    fail_fast: Flag = False,
    json: Json = False,
) -> int | None:
    """Run regimes in very many worlds and keep every year on disk, in a store that xarray opens.

    Example: dualtrack explore --worlds 1000000 --regimes {reference},{other} -o futures --resume

    Parameters
    ----------
    regimes
        Regimes' names, divided by commas; all if left out.
    outcomes
        Quantities to keep, divided by commas; the main outcomes if left out.
    output
        The folder for the ensemble.
    design
        How worlds are spread: counter, latin_hypercube or sobol.
    resume
        Go on with what the folder holds; begin if it is not there.
    jobs
        Threads; as many as there are cores if left out.
    fail_fast
        Stop at the first failed world; without it, failed worlds become rows.
    """
    laboratory = bound(from_)
    plan, begun = plan_of(laboratory, worlds, regimes, outcomes, seed, design), monotonic()
    check_room(laboratory, plan, output)
    try:
        with measured(plan) as progress:
            found = explore(
                laboratory.model,
                plan,
                output,
                jobs=jobs,
                resume=resume,
                fail_fast=fail_fast,
                progress=progress,
                beside=beside(laboratory, typed()),
            )
    except KeyboardInterrupt:
        note(f"stopped; what is finished is in {output}, and --resume goes on")
        return INTERRUPTED
    data = ensemble_data(found, monotonic() - begun)
    if json:
        show_answer("explore", laboratory.model, data)
    else:
        show_ensemble(data)
    return None
