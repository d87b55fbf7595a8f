"""For every claim and every rival a world that makes it true, and one that makes it false."""

from __future__ import annotations

from dualtrack.app.bind import bind
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Json, Seed, Tilt, Worlds
from dualtrack.app.options.theory_help import NEUTRAL
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.terminal import note
from dualtrack.app.witnessing import show_witnesses, witness_data
from dualtrack.lab.find_witnesses import find_witnesses


def witness(*, worlds: Worlds = 2000, tilt: Tilt = NEUTRAL, seed: Seed = 7, json: Json = False) -> None:
    """Name a world that makes each claim true and one that makes it false, of those that history leaves.

    Example: dualtrack witness --worlds 6000
    """
    check_count(worlds, least=2)
    laboratory = bind()
    found = find_witnesses(laboratory, laboratory.theory.tests, worlds, seed, tilt, note)
    if json:
        show_answer(
            "witness", laboratory.model, {**witness_data(laboratory.model, found), "worlds": worlds, "prior": tilt}, seed=seed
        )
    else:
        show_witnesses(laboratory, found, worlds, seed, tilt)
