"""Quarters of the record beside the model's mean over the same days: right days, right unit, and none left out."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.evidence.dates import decimal_year
from dualtrack.lab.confront import facts_in_drawn
from dualtrack.lab.record.mapped import mapped_rows
from dualtrack.lab.record.quarter_rows import quarter_rows

LABORATORY = bind()
BILLED, A_YEAR = "nvidia_china_revenue_billing_quarter", "nvidia_china_revenue_billing"


def rows(*series: str, slope: float = 1.0, last: float = 2027.0) -> list[Mapping[str, Any]]:
    years = [2018 + 0.25 * place for place in range(int((last - 2018) * 4) + 1)]
    mapped = mapped_rows(LABORATORY.theory, LABORATORY.model, LABORATORY.record)
    wanted = [each for each in mapped if each.row.series in series]
    values = {each.counterpart.reads: [slope * (year - 2018) for year in years] for each in wanted}
    return quarter_rows(LABORATORY.model, LABORATORY.record, wanted, years, values)


def test_a_straight_line_has_its_middle_as_its_mean_and_the_record_its_own_unit() -> None:
    found, seen = rows(BILLED), LABORATORY.record.observations_of(BILLED)
    assert len(found) == len(seen)
    for row, each in zip(found, seen, strict=True):
        middle = (decimal_year(each.start) + decimal_year(each.end) + 1 / 365.25) / 2
        assert row["nominal_value"] == pytest.approx(middle - 2018, abs=1e-4)
        assert row["seen"] == pytest.approx(4 * each.value, rel=1e-3)
        assert (row["start"], row["sources"]) == (each.start.isoformat(), (each.source,))


def test_years_are_no_quarters_and_a_quarter_beyond_the_run_has_no_row() -> None:
    assert rows(A_YEAR) == []
    short = rows(BILLED, last=2024.0)
    assert 0 < len(short) < len(rows(BILLED))
    assert all(row["end"] < "2024" for row in short)


def test_facts_carry_the_quarters_of_every_series_that_measures_one_quantity() -> None:
    found = facts_in_drawn(LABORATORY, 2, 7).to_dict()["quarters"]
    assert {row["series"] for row in found} >= {BILLED, "nvidia_china_revenue_share_billing_quarter"}
    assert all(row["unit"] and row["zh"] and row["seen_low"] <= row["seen"] <= row["seen_high"] for row in found)
    assert SimpleNamespace(**found[0]).nominal_value is not None
