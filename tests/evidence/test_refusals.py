"""Each kind of wrong cell is refused, by file, line and reason."""

import csv
import shutil
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from dualtrack.errors import RecordError
from dualtrack.evidence.record import load_record

TABLES = Path(str(files("dualtrack.evidence"))) / "tables"


@pytest.fixture
def folder(tmp_path):
    """A copy of our tables that a test may spoil."""
    return Path(shutil.copytree(TABLES, tmp_path / "tables"))


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


def spoil(folder: Path, file: str, changes: dict[str, str], line: int = 2) -> None:
    """Overwrite named cells of one line."""
    rows = rows_of(folder / file)
    for column, cell in changes.items():
        rows[line - 1][rows[0].index(column)] = cell
    write(folder / file, rows)


def line_where(folder: Path, file: str, column: str, cell: str) -> int:
    rows = rows_of(folder / file)
    place = rows[0].index(column)
    return next(number for number, row in enumerate(rows, 1) if row[place] == cell)


def complaint(folder: Path) -> str:
    with pytest.raises(RecordError) as refusal:
        load_record(folder)
    return str(refusal.value)


def test_the_unspoilt_copy_is_accepted(folder):
    assert load_record(folder) == load_record()


CELLS = [
    ("observations.csv", {"value": "many"}, "value `many` is not a number"),
    ("observations.csv", {"value": "nan"}, "value `nan` is not a finite number"),
    ("observations.csv", {"value": "inf"}, "value `inf` is not a finite number"),
    ("observations.csv", {"value": ""}, "value is empty"),
    ("observations.csv", {"value": "0.5", "low": "0.6"}, "low 0.6 is above value 0.5"),
    ("observations.csv", {"value": "0.5", "high": "0.4"}, "high 0.4 is below value 0.5"),
    ("observations.csv", {"low": "-inf"}, "low `-inf` is not a finite number"),
    ("observations.csv", {"start": "2024-02-30"}, "start `2024-02-30` is not a date"),
    ("observations.csv", {"start": "20240228"}, "start `20240228` is not a date"),
    ("observations.csv", {"start": "2026-01-02", "end": "2026-01-01"}, "end 2026-01-01 is before start 2026-01-02"),
    ("observations.csv", {"kind": "guess"}, "kind `guess` is none of reported"),
    ("observations.csv", {"kind": "reported", "end": "2099-12-31"}, "not yet reported"),
    ("observations.csv", {"kind": "survey", "end": "2099-12-31"}, "not yet survey"),
    ("observations.csv", {"kind": "estimate", "published": "1999-01-01"}, "before the start of its period"),
    ("observations.csv", {"kind": "forecast", "published": "2099-01-01"}, "no longer a forecast"),
    ("observations.csv", {"published": "2099-01-01"}, "after its source"),
    ("observations.csv", {"source": "epoch_chip_owner_2026_04"}, "near: epoch_chip_owners_2026_04"),
    ("observations.csv", {"series": "china_ai_compute_ownership_shares"}, "near: china_ai_compute_ownership_share"),
    ("sources.csv", {"grade": "D"}, "grade `D` is none of A, B, C"),
    ("sources.csv", {"url": ""}, "url is empty"),
    ("sources.csv", {"date": "2024-13"}, "date `2024-13-01` is not a date"),
    ("sources.csv", {"key": "Some Paper"}, "is not a name in lower_case"),
    ("series.csv", {"definition": ""}, "definition is empty"),
    ("series.csv", {"series": "never_observed"}, "series `never_observed` has no observation"),
    ("events.csv", {"direction": "tightening"}, "direction `tightening` is none of tighten"),
    ("events.csv", {"actor": "XX"}, "actor `XX` is none of US"),
    ("events.csv", {"instrument": "chip"}, "instrument `chip` is none of chips"),
    ("events.csv", {"alarm": "1.5"}, "alarm 1.5 is outside 0 to 1"),
    ("events.csv", {"alarm": "-0.1"}, "alarm -0.1 is outside 0 to 1"),
    ("events.csv", {"direction": "loosen", "alarm": "0.2"}, "a loosening announces no denial"),
    ("events.csv", {"date": "2017-01-01"}, "does not begin with its date 2017-01-01"),
    ("events.csv", {"source": "nowhere"}, "source `nowhere` is not defined"),
    ("events.csv", {"grade": "A"}, "grade A is better than grade C"),
    ("settings.csv", {"dial": "chip_performance_ceilings"}, "near: chip_performance_ceiling"),
    ("settings.csv", {"dial": "control_alarm"}, "dial `control_alarm` is not defined"),
    ("settings.csv", {"value": "11"}, "value 11 of chip_performance_ceiling is outside 0 to 10"),
    ("settings.csv", {"start": "2019-01-01"}, "baseline of chip_performance_ceiling starts 2019-01-01"),
    ("codebook.csv", {"low": "20"}, "low 20 is not below high 10"),
    ("codebook.csv", {"anchors": " "}, "anchors is empty"),
    ("layer_shares.csv", {"high": "40"}, "are not a range within 0 to 1"),
    ("layer_shares.csv", {"low": "0.9", "high": "0.1"}, "shares 0.9 to 0.1 are not a range"),
    ("layer_shares.csv", {"layer": "lithografy"}, "near: lithography"),
    ("layer_shares.csv", {"year": "2024.5"}, "year `2024.5` is not a whole number"),
]


@pytest.mark.parametrize(("file", "changes", "reason"), CELLS, ids=[reason for _, _, reason in CELLS])
def test_a_wrong_cell_is_refused_where_it_stands(folder, file, changes, reason):
    spoil(folder, file, changes)
    said = complaint(folder)
    assert f"{file}:2 " in said
    assert reason in said


COUNT = "counter_controls_timing"
"""A finding that counts hits: 2 of 3."""
FINDINGS = [
    ({"design": "guess"}, "design `guess` is none of event study"),
    ({"read": "all"}, "read `all` is none of text"),
    ({"population": ""}, "population is empty"),
    ({"unit": "points"}, "unit"),
    ({"source": "nowhere"}, "source `nowhere` is not defined"),
    ({"effect": ""}, "has no effect: write one, or the scale `sign`"),
    ({"scale": "sign", "out_of": "", "chance": ""}, "has an effect on a scale of signs"),
    ({"basis": "computed"}, "error and basis go together"),
    ({"error": "0.1"}, "error and basis go together"),
    ({"error": "0", "basis": "computed"}, "error 0 is not above 0"),
    ({"error": "-0.1", "basis": "computed"}, "error -0.1 is not above 0"),
    ({"stake": "0"}, "stake 0 is no share of revenue"),
    ({"stake": "1.5"}, "stake 1.5 is no share of revenue"),
    ({"scale": "log"}, "out_of and chance belong to hits"),
    ({"chance": ""}, "out_of and chance belong to hits"),
    ({"out_of": ""}, "out_of and chance belong to hits"),
    ({"effect": "4"}, "4 of 3 by a chance of 0.1541 is no count of hits"),
    ({"effect": "-1"}, "-1 of 3 by a chance of 0.1541 is no count of hits"),
    ({"chance": "1"}, "2 of 3 by a chance of 1 is no count of hits"),
]


@pytest.mark.parametrize(("changes", "reason"), FINDINGS, ids=[f"{list(changes)} {reason}" for changes, reason in FINDINGS])
def test_a_wrong_cell_of_a_finding_is_refused_where_it_stands(folder, changes, reason):
    line = line_where(folder, "findings.csv", "id", COUNT)
    spoil(folder, "findings.csv", changes, line)
    said = complaint(folder)
    assert f"findings.csv:{line} " in said
    assert reason in said


@pytest.mark.parametrize("file", sorted(path.name for path in TABLES.glob("*.csv")))
def test_a_missing_column_is_refused(folder, file):
    rows = rows_of(folder / file)
    write(folder / file, [row[1:] for row in rows])
    assert f"{file}:1 lacks the column `{rows[0][0]}`" in complaint(folder)


@pytest.mark.parametrize("file", sorted(path.name for path in TABLES.glob("*.csv")))
def test_an_extra_column_is_refused(folder, file):
    rows = rows_of(folder / file)
    write(folder / file, [[*rows[0], "remark"], *([*row, ""] for row in rows[1:])])
    assert f"{file}:1 has the unknown column `remark`" in complaint(folder)


@pytest.mark.parametrize("file", sorted(path.name for path in TABLES.glob("*.csv")))
def test_a_repeated_row_is_refused_and_names_the_first(folder, file):
    rows = rows_of(folder / file)
    write(folder / file, [*rows, rows[1]])
    said = complaint(folder)
    assert f"{file}:{len(rows) + 1} repeats the" in said
    assert "of line 2" in said


@pytest.mark.parametrize("file", sorted(path.name for path in TABLES.glob("*.csv")))
def test_a_missing_table_is_refused(folder, file):
    (folder / file).unlink()
    assert f"{file}:1 the table cannot be read" in complaint(folder)


def test_a_row_with_too_few_cells_is_refused(folder):
    rows = rows_of(folder / "events.csv")
    rows[4] = rows[4][:-1]
    write(folder / "events.csv", rows)
    assert "events.csv:5 has 10 cells, the header has 11" in complaint(folder)


def test_a_table_in_another_encoding_is_refused(folder):
    path = folder / "series.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    assert "series.csv:2 the table is not in UTF-8; it can be read as gb18030; save it as UTF-8" in complaint(folder)


def test_an_unknown_event_of_a_setting_is_refused_with_the_nearest(folder):
    line = line_where(folder, "settings.csv", "event", "2024_12_02_memory_and_tool_rule")
    spoil(folder, "settings.csv", {"event": "2024_12_02_memory_and_tools_rule"}, line)
    said = complaint(folder)
    assert f"settings.csv:{line} event `2024_12_02_memory_and_tools_rule` is not defined" in said
    assert "near: 2024_12_02_memory_and_tool_rule" in said


def test_a_setting_before_the_baseline_is_refused(folder):
    line = line_where(folder, "settings.csv", "event", "2024_12_02_memory_and_tool_rule")
    spoil(folder, "settings.csv", {"start": "2015-01-01"}, line)
    assert f"settings.csv:{line} starts 2015-01-01, not after the baseline 2018-01-01" in complaint(folder)


def test_a_dial_without_baseline_is_refused(folder):
    rows = rows_of(folder / "settings.csv")
    write(folder / "settings.csv", [row for row in rows if row[0] != "deal_review"])
    assert "dial `deal_review` has no baseline" in complaint(folder)


def test_a_second_baseline_is_refused(folder):
    line = line_where(folder, "settings.csv", "dial", "chip_levy") + 1
    spoil(folder, "settings.csv", {"event": "baseline"}, line)
    assert f"settings.csv:{line} is a second baseline of chip_levy" in complaint(folder)


def test_many_problems_are_counted_and_the_first_ten_shown(folder):
    rows = rows_of(folder / "observations.csv")
    place = rows[0].index("value")
    for row in rows[1:26]:
        row[place] = "?"
    write(folder / "observations.csv", rows)
    said = complaint(folder)
    assert said.startswith("25 problems in the tables of the record")
    assert said.count("observations.csv:") == 10
    assert "and 15 more" in said


@pytest.mark.parametrize("month", range(1, 13))
def test_what_a_source_of_a_month_tells_was_published_by_the_end_of_it(folder, month):
    last = date(2023 + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    header, first, *_ = rows_of(folder / "observations.csv")
    source = first[header.index("source")]
    spoil(folder, "sources.csv", {"date": f"2023-{month:02}"}, line_where(folder, "sources.csv", "key", source))
    for day, is_refused in ((last, False), (last + timedelta(days=1), True)):
        spoil(folder, "observations.csv", {"published": day.isoformat()})
        assert (f"observations.csv:2 published {day} after its source" in complaint(folder)) == is_refused


def test_the_record_of_a_small_theory_holds_the_tables_that_it_has(folder):
    for file in ("layers.csv", "layer_shares.csv", "findings.csv"):
        (folder / file).unlink()
    record = load_record(folder, is_partial=True)
    assert record.observations == load_record().observations and not (record.layers or record.findings)


def test_in_a_partial_record_a_misspelled_table_is_told_and_no_table_at_all_is_refused(folder, tmp_path):
    (folder / "findings.csv").rename(folder / "finding.csv")
    with pytest.raises(RecordError, match=r"finding.csv:1 is no table of a record \(near: findings.csv"):
        load_record(folder, is_partial=True)
    with pytest.raises(RecordError, match=r"sources.csv:1 the table cannot be read"):
        load_record(tmp_path / "nowhere", is_partial=True)
