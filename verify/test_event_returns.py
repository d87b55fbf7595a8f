"""The rows of the event study, computed anew from a file of daily closes where the environment names one.

    DUALTRACK_CLOSES=closes.csv python -m pytest verify/test_event_returns.py

The file holds a day, a ticker and a price per row; the record holds returns and errors only, and no close.
"""

import csv
import os
import re
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from dualtrack.evidence.record import load_record
from dualtrack.evidence.rows import Finding
from dualtrack.lab.statistics.event_study import abnormal_return
from dualtrack.targets.numeric.arrays import Array

CLOSES = os.environ.get("DUALTRACK_CLOSES", "")
SHARE, MARKET = "NVDA", "^GSPC"
SOURCE = "chip_maker_closes_2026_07"
ID = re.compile(r"nvda_(\d{4})_(\d\d)_(\d\d)(?:_(\d\d))?")
"""A row's id tells its day, or the first and the last of a month."""
DIGITS = 4
ROWS = [row for row in load_record().findings if row.source == SOURCE]


def days(row: Finding) -> tuple[date, date]:
    """The first and the last day of the row's window."""
    found = ID.fullmatch(row.id)
    assert found, row.id
    year, month, first = (int(each) for each in found.groups()[:3])
    return date(year, month, first), date(year, month, int(found[4] or first))


@pytest.fixture(scope="module")
def returns() -> tuple[list[date], Array, Array]:
    """The days on which both closed, and the log returns to each from the one before."""
    closes: dict[str, dict[date, float]] = {SHARE: {}, MARKET: {}}
    with Path(CLOSES).open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            cells = {name.lower(): cell for name, cell in row.items()}
            if cells["ticker"] in closes:
                closes[cells["ticker"]][date.fromisoformat(cells["date"])] = float(cells["price"])
    both = sorted(closes[SHARE].keys() & closes[MARKET].keys())
    share, market = (np.diff(np.log([closes[ticker][day] for day in both])) for ticker in (SHARE, MARKET))
    return both[1:], share, market


def test_every_row_of_the_closes_tells_its_days_and_is_an_event_study() -> None:
    assert ROWS
    for row in ROWS:
        first, last = days(row)
        assert first <= last
        assert (row.design, row.basis, row.scale, row.unit, row.read) == ("event study", "computed", "log", "1", "computed")


@pytest.mark.skipif(not CLOSES, reason="DUALTRACK_CLOSES names no file of daily closes: the event study is not computed anew")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_effect_and_error_come_back_to_their_last_digit(row: Finding, returns: tuple[list[date], Array, Array]) -> None:
    known, share, market = returns
    first, last = (known.index(day) for day in days(row))
    found = abnormal_return(share, market, event=first, window=(0, last - first))
    assert (row.effect, row.error) == (round(found.effect, DIGITS), round(found.error, DIGITS))
