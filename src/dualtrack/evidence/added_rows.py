"""Figures that came after the record was shipped: a folder with one table of observations, and nothing else of a record."""

from __future__ import annotations

from pathlib import Path

from dualtrack.evidence.check_tables import refuse_unknown
from dualtrack.evidence.complaints import Complaints, read
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import Observation
from dualtrack.evidence.sheets import OBSERVATIONS
from dualtrack.evidence.vocabulary import OUTLOOKS
from dualtrack.language.checked import checked


@checked
def load_added_rows(record: Record, folder: Path) -> tuple[Observation, ...]:
    """The rows of `observations.csv` in a `folder`, of series of the `record`; other tables there are not read.

    A source may be any key, since rows are not weighed here. Raises `RecordError`, and refuses the whole table, where a cell is
    wrong, a series is not defined, a figure lies outside the range of its series or was told before its period had ended.
    """
    complaints = Complaints()
    placed_rows = read(folder, OBSERVATIONS, complaints)
    complaints.settle(str(folder))
    series = {each.series: each for each in record.series}
    refuse_unknown(placed_rows, "series", lambda row: row.series, series, complaints)
    for placed in placed_rows:
        row, known = placed.row, series.get(placed.row.series)
        if known is not None and not known.least <= row.value <= known.most:
            complaints.at(placed, f"value {row.value:g} is outside {known.least:g} to {known.most:g} {known.unit}")
        if row.end < row.start:
            complaints.at(placed, f"end {row.end} is before start {row.start}")
        if row.kind not in OUTLOOKS and row.published < row.end:
            complaints.at(placed, f"published {row.published} before the end of its period {row.end}: not yet {row.kind}")
    complaints.settle(str(folder))
    return tuple(placed.row for placed in placed_rows)
