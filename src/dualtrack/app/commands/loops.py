"""Which loops drive a regime, and which of them matter."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dualtrack.app.loops.loop_text import show_loops
from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Flag, Hidden, Json, OneWorld, Seed, Worlds
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.options.world_option import world_alone, world_data
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.progress import watched
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loop_study import LoopQuestion, LoopStudy, reference_of, study_loops

BESIDE = ("share", "named_share", "leader")
"""Figures that are held beside what is shipped: how much each loop carries, and which leads."""


@helpful
def loops(
    regime: Hidden = "",
    /,
    *,
    against: Hidden = "",
    worlds: Worlds = 500,
    world: OneWorld = "",
    seed: Seed = 7,
    outcome: Hidden = "",
    unmatched: Flag = False,
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> None:
    """Which feedback loops lead, when, and which matter? And where a nudge moves most.

    Example: dualtrack loops {treated} --worlds 1000 --seed 7

    Parameters
    ----------
    regime
        A regime's name, {treated} unless given; `dualtrack list regimes` shows them.
    against
        The regime whose paths cut links follow: {reference} unless named, or {other} for {reference} itself.
    outcome
        What leverage is asked on; the lag and valuation unless named.
    unmatched
        Keep the worlds that history rules out.
    """
    check_count(worlds)
    laboratory = bound(own)
    regime = regime or laboratory.treated.name
    aim = laboratory.quantity(outcome, "--outcome") if outcome else None
    ask = LoopQuestion(regime, reference_of(laboratory, regime, against), worlds, seed, not unmatched, aim)
    note_unused(laboratory, [ask.regime, ask.against])

    def answered(asked: Laboratory) -> LoopStudy:
        with watched() as progress:
            alone = replace(ask, given=world_alone(asked, world, seed)) if world else ask
            return study_loops(asked, alone, progress)

    study = answered(laboratory)
    changed = shipped_beside(own, laboratory.study, study, answered, told, BESIDE)
    if json:
        show_answer("loops", laboratory, {**study.to_dict(), **(world_data(world, seed) if world else {})}, beside=changed)
    else:
        show_loops(laboratory.model, study)
        show_beside(changed)


def told(study: LoopStudy) -> dict[str, Any]:
    """What is held beside what is shipped: the share of each loop, over all years and in each period, and who leads there.

    Loops without a name are none of it: they are listed by their size, so that another stands in their place.
    """
    data = study.to_dict()
    by_year = data["coverage"]["named_share_by_year"]
    periods = [
        {
            "from": each["from"],
            "to": each["to"],
            "leader": each["leader"],
            "standings": [{"id": rank["id"], "share": rank["share"]} for rank in each["standings"]],
        }
        for each in data["periods"]
    ]
    return {
        "loops": [{"id": each["id"], "share": each["share"]} for each in data["loops"]],
        "periods": periods,
        "coverage": {"named_share": data["coverage"]["named_share"], "named_share_by_year": by_year},
    }
