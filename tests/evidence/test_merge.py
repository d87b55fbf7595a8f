"""A user's rows beside the shipped ones: none replaces one of these, none passes in silence, and their order changes nothing."""

import csv
from collections.abc import Mapping, Sequence
from importlib.resources import files
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dualtrack.errors import RecordError
from dualtrack.evidence.merge import CODED, FILES, TAKEN, merge_record
from dualtrack.evidence.record import load_record
from tests.refusals import refused

RECORD = load_record()
TABLES = files("dualtrack.evidence").joinpath("tables")
Row = Sequence[str]
SOURCE = ("a_count_2026", "A count", "Somebody", "2026-03", "https://example.org/count", "B", "", "own figures")
ROWS: dict[str, Row] = {
    "sources.csv": SOURCE,
    "series.csv": ("a_series_of_mine", "Mine", "我的", "1", "level", "0", "1", "", "A share that somebody counted."),
    "observations.csv": (
        "a_series_of_mine",
        "2024-01-01",
        "2024-12-31",
        "0.4",
        "0.3",
        "0.5",
        "estimate",
        SOURCE[0],
        "2026-03-01",
        "",
    ),
    "events.csv": ("2025_05_05_talk", "2025-05-05", "US", "chips", "neutral", "Talk", "谈话", "A talk.", SOURCE[0], "B", "0"),
    "findings.csv": (
        *("a_finding_of_mine", SOURCE[0], "panel", "firms", "a rule", "sales", "0.1", "0.05", "reported", "relative", "1"),
        *("", "", "", "text", ""),
    ),
}
ONCE = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def shipped(file: str) -> list[Row]:
    return list(csv.reader(StringIO(TABLES.joinpath(file).read_text(encoding="utf-8"), newline="")))


def write(folder: Path, tables: Mapping[str, Sequence[Row]]) -> Path:
    """The folder with these rows in it, under the columns of the shipped tables, and nothing else."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for file, rows in tables.items():
        with (folder / file).open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([list(TAKEN[file.removesuffix(".csv")].columns), *rows])
    return folder


def said(folder: Path) -> str:
    error = refused(RecordError, lambda: merge_record(folder))
    assert error.where == str(folder)
    assert error.fix
    return error.what


def test_rows_are_added_to_every_table(tmp_path: Path) -> None:
    record, own = merge_record(write(tmp_path / "own", {file: [row] for file, row in ROWS.items()}))
    for name in TAKEN:
        assert len(getattr(record, name)) == len(getattr(RECORD, name)) + 1
    assert own.counts == dict.fromkeys(ROWS, 1)
    assert record.observation("a_series_of_mine", 2024).value == 0.4
    assert (own.shipped, own.repeating) == (RECORD.fingerprint, ())
    assert record.fingerprint != RECORD.fingerprint
    assert {placed.place for placed in own.added} == {f"{file}:2" for file in ROWS}


def test_a_figure_of_a_known_series_needs_its_source_alone(tmp_path: Path) -> None:
    figure = ("cambricon_revenue", "2026-01-01", "2026-12-31", "2", "", "", "estimate", SOURCE[0], "2026-03-01", "")
    record, _ = merge_record(write(tmp_path / "own", {"sources.csv": [SOURCE], "observations.csv": [figure]}))
    assert [row.value for row in record.observations_of("cambricon_revenue") if row.source == SOURCE[0]] == [2.0]
    assert "source `a_count_2026` is not defined" in said(write(tmp_path / "own", {"observations.csv": [figure]}))


@ONCE
@given(places=st.lists(st.tuples(st.sampled_from(FILES), st.integers(1, 10_000)), min_size=1, max_size=12, unique=True))
def test_what_is_there_already_adds_nothing_and_is_told(tmp_path: Path, places: list[tuple[str, int]]) -> None:
    tables: dict[str, list[Row]] = {}
    for file, place in places:
        rows = shipped(file)[1:]
        row = rows[place % len(rows)]
        if row not in tables.setdefault(file, []):
            tables[file].append(row)
    record, own = merge_record(write(tmp_path / "own", tables))
    assert record == RECORD
    assert not own.added
    assert len(list(own.lines())) == sum(map(len, tables.values()))
    assert all(f"repeats shipped {placed.file}:" in line for line, (placed, _) in zip(own.lines(), own.repeating, strict=True))


@ONCE
@given(order=st.permutations(range(6)))
def test_the_order_of_a_users_rows_changes_nothing(tmp_path: Path, order: list[int]) -> None:
    figures = [
        (ROWS["observations.csv"][0], f"{year}-01-01", f"{year}-12-31", *ROWS["observations.csv"][3:])
        for year in range(2018, 2024)
    ]
    tables: dict[str, Sequence[Row]] = {**{file: [row] for file, row in ROWS.items()}, "observations.csv": figures}
    one, own = merge_record(write(tmp_path / "own", tables))
    other, turned = merge_record(write(tmp_path / "own", {**tables, "observations.csv": [figures[place] for place in order]}))
    assert one == other
    assert own.fingerprint == turned.fingerprint


@pytest.mark.parametrize(("file", "column"), [(file, column) for file in ROWS for column in range(len(ROWS[file]))])
def test_every_spoilt_cell_is_refused_by_file_and_line(tmp_path: Path, file: str, column: int) -> None:
    row = list(ROWS[file])
    row[column] = " ?"
    assert f"{file}:2" in said(write(tmp_path / "own", {**{name: [each] for name, each in ROWS.items()}, file: [row]}))


@pytest.mark.parametrize(("file", "column"), [("sources.csv", 1), ("series.csv", 8), ("observations.csv", 3), ("events.csv", 7)])
def test_a_row_never_takes_the_place_of_a_shipped_one(tmp_path: Path, file: str, column: int) -> None:
    row = list(shipped(file)[1])
    row[column] = f"{float(row[column]) * 1.01:g}" if file == "observations.csv" else f"{row[column]} (corrected)"
    words = said(write(tmp_path / "own", {file: [row]}))
    assert f"{file}:2 repeats the " in words
    assert f"of shipped {file}:2" in words


def test_a_figure_far_from_its_neighbours_is_refused_where_the_user_wrote_it(tmp_path: Path) -> None:
    figure = ("cambricon_revenue", "2026-01-01", "2026-12-31", "900", "", "", "estimate", SOURCE[0], "2026-03-01", "")
    words = said(write(tmp_path / "own", {"sources.csv": [SOURCE], "observations.csv": [figure]}))
    assert "observations.csv:2 value 900" in words
    assert "\n    shipped" not in words


def test_names_that_are_no_table_are_refused_with_the_nearest_beside_every_other_fault(tmp_path: Path) -> None:
    folder = write(tmp_path / "own", {"sources.csv": [SOURCE[:3]]})
    (folder / "observation.csv").write_text("", encoding="utf-8")
    (folder / CODED[0]).write_text("", encoding="utf-8")
    (folder / ".hidden").write_text("", encoding="utf-8")
    words = said(folder)
    assert words.startswith("3 problems")
    assert "observation.csv:1 is no table of a record (near: observations.csv" in words
    assert "settings.csv:1 is no table of which rows are added" in words
    assert "sources.csv:2 has 3 cells" in words


@pytest.mark.parametrize("tables", [{}, {"sources.csv": []}, {"sources.csv": [], "observations.csv": []}])
def test_a_folder_without_a_row_is_refused(tmp_path: Path, tables: Mapping[str, Sequence[Row]]) -> None:
    assert "no row" in said(write(tmp_path / "own", tables))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in said(tmp_path / "nowhere")
