"""On what does a verdict rest? On who agrees, and on whether the record or the model itself decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dualtrack.lab.claims.judge_claims import Judgement
from dualtrack.lab.claims.under_prior import ClaimReading
from dualtrack.lab.statistics.verdict import CONTRADICTED, SUPPORTED, Share

NEARLY = 0.98
"""The share of worlds before the record from which on a claim is nearly true by how the model is built."""

Ground = Literal[
    "waiting",
    "structure",
    "no better than without",
    "between",
    "between or near",
    "priors differ",
    "sampling error",
    "true by construction",
    "false by construction",
    "sizes",
    "strength",
    "before the record",
    "record",
]
Side = Literal["above", "below", "between", "unclear"]


@dataclass(frozen=True, slots=True)
class VerdictGrounds:
    """What decides a verdict, the share of worlds that shows it, where one does, and under how many priors it was judged."""

    ground: Ground
    share: float | None = None
    priors: int = 0

    def to_row(self) -> dict[str, Any]:
        """The same by name."""
        return {"ground": self.ground, "share": self.share, "priors": self.priors}


def grounds(judgement: Judgement, reached: Share | None = None) -> VerdictGrounds:
    """What decides a verdict; `reached` is how often the claim holds with its mechanisms at full strength."""
    priors = len(judgement.answers)
    match judgement.verdict:
        case "waiting" | "structure":
            return VerdictGrounds(judgement.verdict)
        case "not decided":
            return VerdictGrounds(_undecided([each.last for each in judgement.answers]), None, priors)
        case _:
            ground, share = _built_in(judgement, reached) or (_by_the_record(judgement), None)
            return VerdictGrounds(ground, share, priors)


def _built_in(judgement: Judgement, reached: Share | None) -> tuple[Ground, float] | None:
    """Whether the model's own construction or sizes decide, rather than the record."""
    before = [each.before.share.value for each in judgement.answers]
    if judgement.verdict == "supported" and min(before) >= NEARLY:
        return "true by construction", min(before)
    if judgement.verdict == "contradicted" and reached is not None:
        return "sizes" if reached.interval[1] <= CONTRADICTED else "strength", reached.value
    if judgement.verdict == "contradicted" and max(before) <= 1 - NEARLY:
        return "false by construction", max(before)
    return None


def _by_the_record(judgement: Judgement) -> Ground:
    """Whether the verdict stands without the record too."""
    wanted = "above" if judgement.verdict == "supported" else "below"
    stands = all(_side(each.before.share) == wanted for each in judgement.answers)
    return "before the record" if stands else "record"


def _undecided(readings: Sequence[ClaimReading]) -> Ground:
    if all(each.share.interval[0] >= SUPPORTED for each in readings):
        return "no better than without"
    sides = {_side(each.share) for each in readings}
    clear = sides - {"unclear"}
    if sides == {"between"}:
        return "between"
    if clear == {"between"}:
        return "between or near"
    return "priors differ" if len(clear) > 1 else "sampling error"


def _side(share: Share) -> Side:
    """On which side of the bounds the whole interval of a share lies."""
    low, high = share.interval
    if low >= SUPPORTED:
        return "above"
    if high <= CONTRADICTED:
        return "below"
    return "between" if low > CONTRADICTED and high < SUPPORTED else "unclear"
