"""Worlds that make each claim true or false, in words and as data: can the model side with either answer?"""

from __future__ import annotations

from typing import Any

from dualtrack.app.terminal.few_worlds import share_of
from dualtrack.app.terminal.terminal import show_prose, show_table
from dualtrack.lab.claims.find_witness import Shown, Witness
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.model import Model

Data = dict[str, Any]


def witness_data(model: Model, found: tuple[Shown, ...]) -> Data:
    """Every claim with its witnesses, for a program."""
    return {
        "claims": [
            {
                "id": each.claim,
                "share": each.share,
                "worlds": each.worlds,
                "true": _data(model, each.true),
                "false": _data(model, each.false),
            }
            for each in found
        ],
        "whole": sum(each.is_whole for each in found),
    }


def show_witnesses(laboratory: Laboratory, found: tuple[Shown, ...], worlds: int, seed: int, tilt: str) -> None:
    """A table of worlds, and below it the numbers held where none was drawn."""
    says = {claim.id: claim.statement[0] for claim in laboratory.theory.claims}
    rows = [
        [each.claim, says[each.claim], share_of(each.share, each.worlds), _cell(each.true), _cell(each.false)] for each in found
    ]
    columns = ["claim", "what it says", "true in", "a world that\nmakes it true", "a world that\nmakes it false"]
    show_table(f"Worlds of {worlds} under the prior `{tilt}`, seed {seed}, that history leaves", columns, rows, words=2)
    for each in found:
        for side, witness in (("true", each.true), ("false", each.false)):
            if witness is not None and witness.held:
                held = ", ".join(f"{name} {value:g}" for name, value in witness.held.items())
                show_prose(f"* {each.claim} is {side} in no drawn world; it is in world {witness.world} with {held}.")
    show_prose(
        f"{sum(each.is_whole for each in found)} of {len(found)} claims can be either. Where none is named the search found no "
        "world that history leaves: it holds what goes most with the answer at the ends of the ranges, and is no proof.",
        f"`dualtrack run REGIME --world NUMBER --seed {seed} --tilt {tilt}` runs a world; numbers held go with --set.",
    )


def _cell(witness: Witness | None) -> str:
    return "–" if witness is None else f"{witness.world}{'*' if witness.held else ''}"


def _data(model: Model, witness: Witness | None) -> Data | None:
    if witness is None:
        return None
    held = [{"name": name, "unit": str(model[name].unit), "value": value} for name, value in witness.held.items()]
    return {"world": witness.world, "held": held}
