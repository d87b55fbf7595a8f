"""The facts that the theory answers for: reproduced or missed, and what they rule out."""

from __future__ import annotations

from dualtrack.app.bind import bind
from dualtrack.app.confronting import confront_accepted, confront_panel, confront_removal
from dualtrack.app.names.fact_checks import check_rows, show_checks
from dualtrack.app.options.option_values import check_count, check_one
from dualtrack.app.options.options import Flag, Json, Seed, Tilt, Worlds
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.result_rows import fact_rows
from dualtrack.app.summary import show_facts
from dualtrack.lab.confront import facts_in_drawn


@helpful
def facts(
    *,
    worlds: Worlds = 200,
    seed: Seed = 7,
    accepted: Flag = False,
    removal: Flag = False,
    panel: Flag = False,
    tilt: Tilt = NEUTRAL,
    json: Json = False,
) -> None:
    """Hold the model's past beside dated facts; facts that feed the model are listed and not counted.

    Example: dualtrack facts --accepted --worlds 20000 --tilt {tilt}

    Parameters
    ----------
    accepted
        Rule out worlds that history finds implausible, and hold the rest beside the facts.
    removal
        Hold each mechanism at zero in turn: which fact breaks without it?
    panel
        Read what market reactions to dated news allow.
    """
    check_one({"--accepted": accepted, "--removal": removal, "--panel": panel})
    check_count(worlds)
    laboratory, text = bind(), not json
    if accepted:
        found = confront_accepted(laboratory, worlds, seed, tilt, text=text)
    elif removal:
        found = confront_removal(laboratory, worlds, seed, text=text)
    elif panel:
        found = confront_panel(laboratory, text=text)
    else:
        read = facts_in_drawn(laboratory, worlds, seed)
        rows, checks = fact_rows(read), check_rows(read)
        found = {"facts": rows, "checks": checks, "worlds": worlds}
        if text:
            show_facts(rows, worlds)
            show_checks(checks)
    if json:
        show_answer("facts", laboratory.model, found, seed=None if panel else seed)
