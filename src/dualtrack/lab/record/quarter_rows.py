"""What the record holds quarter by quarter, beside the mean of the model's curve over the same days.

A fact is judged on means of years or on moments; a quarter shows where inside a year the two part. Nothing here is judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from dualtrack.evidence.record import Record
from dualtrack.lab.record.mapped import Mapped
from dualtrack.lab.statistics.crossing import window
from dualtrack.language.frozen import frozen
from dualtrack.language.model import Model
from dualtrack.targets.numeric.arrays import Array

Row = Mapping[str, Any]
SHORTEST, LONGEST = 80, 100
"""Days of what counts as a quarter: an accounting quarter has thirteen weeks, some fourteen."""


def quarter_rows(
    model: Model, record: Record, figures: Iterable[Mapped], years: Sequence[float], values: Mapping[str, Sequence[float]]
) -> list[Row]:
    """One row for every quarter of every series that measures one quantity, in the quantity's unit, in the order of dates.

    `years[row]` and `values[name][row]` are those of one run; a quarter that the run does not hold in full has no row, nor has a
    figure of several quantities.
    """
    found: list[dict[str, Any]] = [
        _row(model, each, np.asarray(years), np.asarray(values[each.counterpart.reads]))
        | {"series_en": record.series_of(each.row.series).label_en, "series_zh": record.series_of(each.row.series).label_zh}
        for each in figures
        if each.counterpart.reads in values
        and SHORTEST <= each.row.days <= LONGEST
        and years[0] <= each.start
        and each.stop <= years[-1]
    ]
    return [frozen(row) for row in sorted(found, key=lambda row: (row["quantity"], row["series"], row["start"]))]


def _row(model: Model, each: Mapped, years: Array, values: Array) -> dict[str, Any]:
    quantity, seen = each.counterpart.reads, each.figure
    en, zh = model[quantity].label
    return {
        "quantity": quantity,
        "en": en,
        "zh": zh,
        "unit": str(model[quantity].unit),
        "series": each.row.series,
        "start": each.row.start.isoformat(),
        "end": each.row.end.isoformat(),
        "nominal_value": float(window(values[None], years, each.start, each.stop).area()[0] / (each.stop - each.start)),
        "seen": seen.value,
        "seen_low": seen.low,
        "seen_high": seen.high,
        "sources": (each.row.source,),
    }
