"""For every claim and every rival a world that makes it true, and one that makes it false."""

from __future__ import annotations

from functools import partial
from typing import Any

from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NOTHING, Brought
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Json, Seed, Tilt, Worlds
from dualtrack.app.options.theory_help import NEUTRAL
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.few_worlds import share_of
from dualtrack.app.terminal.numbers import number
from dualtrack.app.terminal.speech import say
from dualtrack.app.terminal.terminal import note, show_prose, show_table
from dualtrack.lab.claims.find_witness import Shown, Witness
from dualtrack.lab.find_witnesses import find_witnesses
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.reporting import Announcement
from dualtrack.lab.statistics.share import Share
from dualtrack.lab.studies.beside import AnswersBeside
from dualtrack.lab.studies.standing import told_tests

BESIDE = ("share", "worlds_left", "whole")
"""Figures that are held beside what is shipped: in how many worlds each claim is true, and how many can be either."""
Data = dict[str, Any]


def witness(*, worlds: Worlds = 2000, tilt: Tilt = NEUTRAL, seed: Seed = 7, own: Brought = NOTHING, json: Json = False) -> None:
    """In which world is a claim true, in which false? One of each, of those that history leaves.

    Example: dualtrack witness --worlds 6000
    """
    check_count(worlds, least=2)
    laboratory = bound(own)

    def ask(asked: Laboratory, tell: Announcement) -> tuple[Shown, ...]:
        return find_witnesses(asked, told_tests(asked), worlds, seed, tilt, tell)

    found = ask(laboratory, note)
    again = partial(ask, tell=lambda _: None)
    changed = shipped_beside(own, laboratory.study, found, again, told, BESIDE)
    if json:
        data = {**witness_data(found), "worlds": worlds, "prior": tilt}
        show_answer("witness", laboratory, data, seed=seed, beside=changed)
    else:
        show_witnesses(laboratory, found, worlds, seed, tilt)
        _show_beside(changed, found)


def told(found: tuple[Shown, ...]) -> Data:
    """What is held beside what is shipped: the share of worlds in which each claim is true, and how many there are."""
    shares = [{"id": each.claim, "share": each.to_dict()["share"]} for each in found]
    return {"worlds_left": _left(found), "whole": witness_data(found)["whole"], "claims": shares}


def _left(found: tuple[Shown, ...]) -> int:
    """Worlds that history leaves, by the claim that is asked of most."""
    return max((each.worlds for each in found), default=0)


def _show_beside(changed: AnswersBeside | None, found: tuple[Shown, ...]) -> None:
    show_beside(changed)
    left = _left(found)
    if changed is not None and changed.moved and left:
        low, high = Share(left / 2, left).interval
        off = number((high - low) / 2)
        show_prose(
            say(
                f"By chance alone a share of {left} worlds is off by up to {off} (95 %); a smaller difference may be chance.",
                f"仅因抽样，{left}个世界的占比即可偏差{off}（95%区间）；更小的差值可能属于偶然。",
            )
        )


def witness_data(found: tuple[Shown, ...]) -> Data:
    """Every claim with its witnesses, for a program."""
    return {"claims": [each.to_dict() for each in found], "whole": sum(each.is_whole for each in found)}


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
