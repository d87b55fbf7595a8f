"""CSV files: what was written is what spreadsheets and libraries read, and no text is taken for a formula."""

import csv
import io
import math

import pandas
import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.files.table import rows_bytes, table_bytes

NUMBERS = st.lists(st.tuples(st.floats(), st.integers(-(2**62), 2**62), st.booleans()), min_size=1, max_size=5)
TEXTS = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n"), max_size=20), min_size=1, max_size=5
)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@settings(max_examples=40)
@given(NUMBERS)
def test_numbers_come_back_to_the_bit_in_polars_and_pandas(rows: list[tuple[float, int, bool]]) -> None:
    data = table_bytes(["a", "b", "c"], rows)
    expected = [value if math.isfinite(value) else None for value, _, _ in rows]
    kinds = {"a": polars.Float64, "b": polars.Int64, "c": polars.Boolean}
    assert polars.read_csv(data, schema=kinds)["a"].to_list() == expected
    assert polars.read_csv(data, schema=kinds)["b"].to_list() == [count for _, count, _ in rows]
    frame = pandas.read_csv(io.BytesIO(data))
    assert list(frame.columns) == ["a", "b", "c"]
    assert [None if math.isnan(value) else value for value in frame["a"]] == expected
    assert frame["c"].tolist() == [flag for _, _, flag in rows]


@settings(max_examples=40)
@given(TEXTS)
def test_texts_come_back_and_none_begins_as_a_formula(rows: list[str]) -> None:
    found = [row[0] for row in read(table_bytes(["text", "n"], [(text, 1) for text in rows]))[1:]]
    assert [cell if cell == text else cell.removeprefix("'") for cell, text in zip(found, rows, strict=True)] == rows
    assert not [cell for cell in found if cell.startswith(("=", "@", "\t", "+", "-")) and not is_finite(cell)]


def is_finite(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-inf"])
def test_a_formula_is_made_harmless(text: str) -> None:
    assert read(table_bytes([text], [(text,)])) == [[f"'{text}"]] * 2


def test_the_file_is_marked_as_utf_8_and_lines_end_as_spreadsheets_write_them() -> None:
    data = rows_bytes([{"id": "中", "share": None, "sources": ["a", "b"]}])
    assert data == '\ufeffid,share,sources\r\n中,,"a, b"\r\n'.encode()


def test_a_row_without_a_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        table_bytes(["a", "b"], [(1,)])


def test_bytes_of_a_file_name_that_are_no_text_do_not_stop_the_table() -> None:
    assert read(table_bytes(["file"], [("x\udcff.toml",)]))[1] == ["x\\udcff.toml"]
