"""What is compared of a finding: its effect and its error in the unit of the measure beside it; no arrays, for start-up."""

from __future__ import annotations

import math

from dualtrack.errors import RecordError
from dualtrack.evidence.rows import Finding
from dualtrack.language.statements.experiment import Corresponds


def compared_figure(one: Corresponds, row: Finding) -> tuple[float, float]:
    """The effect and the standard error of a finding in the unit of its measure; raises `RecordError` where one is missing."""
    if row.effect is None or row.error is None:
        raise RecordError(
            f"the finding `{row.id}` is to weigh worlds and has no {'effect' if row.effect is None else 'error'}",
            where="findings.csv",
            fix="write it, or let the finding weigh nothing",
        )
    per = one.per * (row.stake or 1.0)
    if row.scale != "relative":
        return row.effect / per, row.error / abs(per)
    if row.effect <= -1:
        raise RecordError(f"the finding `{row.id}` has the relative effect {row.effect:g}", where="findings.csv", fix="above -1")
    return math.log1p(row.effect) / per, row.error / (1 + row.effect) / abs(per)
