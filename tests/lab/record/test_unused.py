"""A row that a user adds and nothing uses is told; one that changes a figure is not."""

import csv
import shutil
import warnings
from pathlib import Path

import pytest

from dualtrack.app.bind import TABLES, bind
from dualtrack.errors import LabWarning, RecordError
from dualtrack.evidence.record import load_record
from dualtrack.lab.record.unused import Uses, unused
from dualtrack.language.statements.ledger import Observed
from tests.refusals import refused

ROWS = {
    "a series that nothing looks up": (
        "observations.csv",
        "fund_managers_bubble_share,2025-03-01,2025-03-31,0.45,,,estimate,epoch_chip_owners_2026_04,2026-01-01,",
        "`fund_managers_bubble_share`, 2025-03-01 to 2025-03-31, 0.45 by epoch_chip_owners_2026_04",
    ),
    "a year that nothing asks for": (
        "observations.csv",
        "h200_china_revenue_potential,2027-01-01,2027-12-31,20,,,forecast,epoch_chip_owners_2026_04,2026-01-01,",
        "`h200_china_revenue_potential`, 2027-01-01",
    ),
    "a figure of less weight than another": (
        "observations.csv",
        "h20_revenue_china,2024-05-01,2024-07-31,3,,,estimate,epoch_chip_owners_2026_04,2026-01-01,",
        "`h20_revenue_china`, 2024-05-01",
    ),
    "a setting that repeats the value in force": (
        "settings.csv",
        "chip_levy,2026-01-20,0.25,2026_01_14_h200_duty,The same again.",
        "settings.csv: `chip_levy` from 2026-01-20",
    ),
    "an alarm before runs begin": (
        "events.csv",
        "2017_08_13_talk,2017-08-13,US,statute,neutral,Talk,议论,A talk.,grokipedia_2026_02,C,0.1",
        "events.csv: `2017_08_13_talk`",
    ),
    "a share of a layer": ("layer_shares.csv", "memory,0.1,0.2,2022,estimate,idc_2026_04,", "layer_shares.csv: `memory`, 2022"),
    "a finding that nothing asks for": (
        "findings.csv",
        "someone_2026,idc_2026_04,description,Firms,A rule,Sales,,,,sign,1,,,,abstract,",
        "findings.csv: `someone_2026` by idc_2026_04",
    ),
    "a layer": ("layers.csv", "packaging,Packaging,封装", "layers.csv: `packaging`"),
    "a source that nothing cites": (
        "sources.csv",
        "someone_2026,A title,A publisher,2026,https://example.org/a,C,,figures cited",
        "sources.csv: `someone_2026`: nothing cites it",
    ),
}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TABLES, tmp_path / "tables"))


def append(tables: Path, file: str, row: str) -> None:
    with (tables / file).open("a", encoding="utf-8", newline="") as out:
        out.write(row + "\n")


def change(tables: Path, file: str, key: str, column: str, cell: str) -> None:
    with (tables / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    (row,) = [row for row in rows if row[0] == key]
    row[rows[0].index(column)] = cell
    with (tables / file).open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)


@pytest.mark.parametrize("case", [case for case in ROWS if not case.startswith("a figure of")])
def test_a_row_without_effect_is_told(tables: Path, case: str) -> None:
    file, row, said = ROWS[case]
    append(tables, file, row)
    with pytest.warns(LabWarning, match="of what you brought, without effect: 1") as told:
        (line,) = bind(tables=tables).unused
    assert said in line
    assert line in str(told[0].message)
    assert told[0].filename == __file__


def test_a_quarter_in_a_series_counted_per_year_is_refused(tables: Path) -> None:
    file, row, _ = ROWS["a figure of less weight than another"]
    append(tables, file, row)
    assert "covers 92 days" in refused(RecordError, lambda: bind(tables=tables)).what


def test_a_row_with_effect_is_not_told(tables: Path) -> None:
    append(
        tables,
        "observations.csv",
        "nvidia_one_day_return,2025-07-15,2025-07-15,0.05,,,reported,epoch_chip_owners_2026_04,2026-01-01,",
    )
    change(tables, "findings.csv", "nvda_2025_07_15", "effect", "0.0473")
    append(tables, "settings.csv", "chip_levy,2026-01-20,0.3,2026_01_14_h200_duty,More in force.")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not bind(tables=tables).unused


def test_of_two_figures_for_one_year_only_the_one_that_does_not_speak_is_told(tables: Path) -> None:
    for source in ("epoch_chip_owners_2026_04", "idc_2026_04"):
        append(tables, "observations.csv", f"cambricon_revenue,2024-01-01,2025-01-02,1.2,,,reported,{source},2026-01-01,")
    uses = Uses(bind().model, (Observed("cambricon_revenue", 2024),), bind().reactions, frozenset())
    (line,) = unused(load_record(tables), load_record(), uses)
    assert load_record(tables).observation("cambricon_revenue", 2024).source not in line


def test_the_shipped_tables_have_no_such_row(tables: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not bind(tables=tables).unused
    assert not bind().unused


def test_many_rows_are_counted_and_ten_are_named(tables: Path) -> None:
    for year in range(2001, 2014):
        append(tables, "layer_shares.csv", f"memory,0.1,0.2,{year},estimate,idc_2026_04,")
    with pytest.warns(LabWarning, match="without effect: 13") as told:
        bind(tables=tables)
    assert str(told[0].message).count("layer_shares.csv") == 10
    assert "and 3 more" in str(told[0].message)


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("unit", "H100e", "is in H100e, and the model's lever in H100e/chip"),
        ("high", "10000000", "runs from 0 to 1e+07, the model's lever from 0 to 100"),
        ("low", "-1", "runs from -1 to 10"),
    ],
)
def test_a_dial_that_does_not_fit_its_lever_is_refused(tables: Path, column: str, cell: str, said: str) -> None:
    change(tables, "codebook.csv", "chip_performance_ceiling", column, cell)
    assert said in refused(RecordError, lambda: bind(tables=tables)).what


def test_a_dial_that_no_lever_is_called_is_refused_with_the_nearest(tables: Path) -> None:
    append(tables, "codebook.csv", "chip_levies,Levies,征费,1,0,1,A levy.,0: none.")
    append(tables, "settings.csv", "chip_levies,2018-01-01,0,baseline,None.")
    error = refused(RecordError, lambda: bind(tables=tables))
    assert "`chip_levies` is no lever or history" in error.what
    assert "chip_levy" in error.near


def test_a_figure_in_another_unit_than_its_measure_is_refused(tables: Path) -> None:
    change(tables, "series.csv", "nvidia_market_value", "unit", "CNY_bn")
    error = refused(RecordError, lambda: bind(tables=tables))
    assert error.what == "target M1 compares a measure in USD_bn with figures of `nvidia_market_value` in CNY_bn"
