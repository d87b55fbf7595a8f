"""What the record holds quarter by quarter, beside the mean of the model's curve over the same days.

A fact is judged on means of years or on moments; a quarter shows where inside a year the two part. Nothing here is judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from dualtrack.evidence.dates import decimal_year
from dualtrack.evidence.record import Record
from dualtrack.lab.statistics.crossing import window
from dualtrack.language.model import Model
from dualtrack.language.statements.display import History
from dualtrack.targets.numeric.arrays import Array

Row = dict[str, Any]
SHORTEST, LONGEST = 80, 100
"""Days of what counts as a quarter: an accounting quarter has thirteen weeks, some fourteen."""


def quarter_rows(
    model: Model, record: Record, histories: Iterable[History], years: Sequence[float], values: Mapping[str, Sequence[float]]
) -> list[Row]:
    """One row for every quarter of every series that stands beside a quantity, in the quantity's unit, in the order of dates.

    `years[row]` and `values[name][row]` are those of one run; a quarter that the run does not hold in full has no row.
    """
    found = [
        _row(model, history, each, (start, stop), np.asarray(years), np.asarray(values[history.quantity]))
        | {"series_en": record.series_of(history.series).label_en, "series_zh": record.series_of(history.series).label_zh}
        for history in histories
        for each in record.observations_of(history.series)
        if SHORTEST <= (each.end - each.start).days + 1 <= LONGEST
        for start, stop in [(decimal_year(each.start), decimal_year(each.end))]
        if years[0] <= start and stop <= years[-1]
    ]
    return sorted(found, key=lambda row: (row["quantity"], row["series"], row["start"]))


def _row(model: Model, history: History, seen: Any, span: tuple[float, float], years: Array, values: Array) -> Row:
    start, stop = span
    en, zh = model[history.quantity].label
    low, high = (seen.value if end is None else end for end in (seen.low, seen.high))
    return {
        "quantity": history.quantity,
        "en": en,
        "zh": zh,
        "unit": str(model[history.quantity].unit),
        "series": history.series,
        "start": seen.start.isoformat(),
        "end": seen.end.isoformat(),
        "nominal_value": float(window(values[None], years, start, stop).area()[0] / (stop - start)),
        "seen": seen.value * history.times,
        "seen_low": low * history.times,
        "seen_high": high * history.times,
        "sources": [seen.source],
    }
