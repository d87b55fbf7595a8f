"""The part of a laboratory at hand that asks whether claims are true, and what one must believe for them to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dualtrack.app.options.option_values import check_count
from dualtrack.app.record_bench import RecordBench
from dualtrack.lab.believe import believe
from dualtrack.lab.believed import Belief
from dualtrack.lab.calibrate.calibration import Calibration
from dualtrack.lab.judge_all import Docket, judge_all
from dualtrack.lab.judged import Judged
from dualtrack.lab.laboratory import at_cluster
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.checked import checked

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 6000
"""Worlds in which claims are judged unless told otherwise."""


class ClaimBench(RecordBench):
    """A laboratory whose claims are asked by methods."""

    @checked
    def judge(
        self,
        *claims: str,
        worlds: int | Worlds = PATIENCE,
        seed: int = 7,
        prior: str = "",
        planted: str = "",
        calibrations: Sequence[Calibration] = (),
        client: Client | None = None,
    ) -> Judged:
        """Verdicts on `claims`, all if none is named, over worlds that history leaves, under every prior or under one.

        `prior` names that one; `planted` a side whose mechanisms are then at full strength and all others off; `calibrations`,
        one under each prior as `calibrate` gives them, let the full record speak too. Workers of a Dask `client` run blocks of
        worlds, with the same numbers. Raises `UnknownName` for an unknown claim, and `RunError` for workers that cannot run it.
        """
        whole = Docket.of(self.theory)
        docket = whole.only(claims) if claims else whole
        more: dict[str, Any] = {"prior": prior, "planted": planted, "docket": docket, "calibrations": calibrations}
        return replace(judge_all(at_cluster(self, client), worlds, seed, quiet, **more), laboratory=self)

    @checked
    def believe(
        self, claim: str, *numbers: str, worlds: int = PATIENCE, seed: int = 7, tilt: str = "", client: Client | None = None
    ) -> Belief:
        """What one must believe for a `claim` to hold: at which values of `numbers`, or of those that decide it, it turns.

        Of `worlds` drawn, those that history leaves say what decides; a sixth as many, drawn afresh, are run at each value. The
        workers of a Dask `client` run blocks of some thousand, with the same numbers.
        Raises `UnknownName` for what is no claim or no uncertain number, and `RunError` for a claim that is not computed.
        """
        asked = at_cluster(self, client)
        return believe(asked, claim, check_count(worlds), seed, quiet, numbers=numbers, tilt=tilt)


def quiet(stage: str, done: int, total: int) -> None:
    """A notebook is told nothing on the way."""
