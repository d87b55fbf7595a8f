"""How tables may be written: each way is read the same or refused once, with the reason and what to do."""

from pathlib import Path

import pytest

from dualtrack.errors import RecordError
from dualtrack.evidence import cells
from dualtrack.evidence.complaints import Complaints, Placed, read
from dualtrack.evidence.rows import Layer
from dualtrack.evidence.sheets import LAYERS

TABLE = "layer,label_en,label_zh\nmemory,Memory,存储\nsoftware,Software,软件\n"
FOUND = [
    Placed("layers.csv", 2, Layer("memory", "Memory", "存储")),
    Placed("layers.csv", 3, Layer("software", "Software", "软件")),
]


def told(folder: Path, content: bytes) -> tuple[list[Placed[Layer]], list[str]]:
    """The rows of a table, and each complaint about it."""
    (folder / "layers.csv").write_bytes(content)
    complaints = Complaints()
    rows = read(folder, LAYERS, complaints)
    try:
        complaints.settle("here")
    except RecordError as error:
        return rows, [line.strip() for line in error.what.splitlines()[1:]]
    return rows, []


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        b"\xef\xbb\xbf" + TABLE.encode(),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.rstrip().encode(),
        TABLE.replace("\n", "\n\n").encode(),
        TABLE.replace("Memory", '"Memory"').encode(),
    ],
    ids=["plain", "mark", "Windows", "no last line end", "blank lines", "quoted"],
)
def test_ways_to_write_a_table_that_read_the_same(tmp_path: Path, content: bytes) -> None:
    rows, said = told(tmp_path, content)
    assert [row.row for row in rows] == [row.row for row in FOUND]
    assert not said


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    turned = "\n".join(",".join(reversed(line.split(","))) for line in TABLE.split()) + "\n"
    assert told(tmp_path, turned.encode()) == (FOUND, [])


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (TABLE.replace(",", ";").encode(), "layers.csv:1 its cells are divided by semicolons: save it with commas between cells"),
        (TABLE.replace(",", "\t").encode(), "layers.csv:1 its cells are divided by tabs: save it with commas between cells"),
        (TABLE.encode("utf-16"), "layers.csv:1 the table is in UTF-16, not in UTF-8; save it as UTF-8"),
        (TABLE.encode("gb18030"), "layers.csv:2 the table is not in UTF-8; it can be read as gb18030; save it as UTF-8"),
        (
            TABLE.replace("Soft", "So\u200bft").encode(),
            "layers.csv:3, character 12 the table holds a character that cannot be seen",
        ),
        (
            TABLE.replace("Soft", "So\x00ft").encode(),
            "layers.csv:3, character 12 the table holds a character that cannot be seen",
        ),
        (TABLE.replace("Software", '"Software').encode(), "layers.csv:3 cannot be divided into cells from here on"),
        (
            TABLE.replace("Memory", '"Mem\nory"').encode(),
            "layers.csv:2 label_en `Mem` breaks the line: is a quotation mark missing?",
        ),
        (TABLE.replace("Memory,", "Memory,more,").encode(), "layers.csv:2 has 4 cells, the header has 3"),
        (TABLE.replace("Memory,", "").encode(), "layers.csv:2 has 2 cells, the header has 3"),
        ((TABLE + ",,\n").encode(), "layers.csv:4 is a row of empty cells: take it out"),
        (TABLE.replace("Memory", " Memory").encode(), "layers.csv:2 label_en ` Memory` begins or ends with a blank"),
        (
            TABLE.replace("label_en,label_zh", "label_en,label_zh,label_en").replace("储", "储,x").replace("件", "件,x").encode(),
            "layers.csv:1 repeats the column `label_en`",
        ),
    ],
)
def test_a_table_written_otherwise_is_refused_once(tmp_path: Path, content: bytes, complaint: str) -> None:
    _, said = told(tmp_path, content)
    assert len(said) == 1
    assert said[0].startswith(complaint)


def test_a_renamed_column_is_told_with_the_nearest(tmp_path: Path) -> None:
    _, said = told(tmp_path, TABLE.replace("label_en", "labels_en").encode())
    assert said == [
        "layers.csv:1 lacks the column `label_en`",
        "layers.csv:1 has the unknown column `labels_en` (near: label_en)",
    ]


def test_a_folder_in_place_of_a_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "layers.csv").mkdir()
    complaints = Complaints()
    assert not read(tmp_path, LAYERS, complaints)
    with pytest.raises(RecordError, match="the table is a folder"):
        complaints.settle("here")


@pytest.mark.parametrize(
    ("cell", "value"), [("0", 0.0), ("-3", -3.0), ("+0.5", 0.5), (".5", 0.5), ("5.", 5.0), ("1.2e6", 1.2e6), ("0e-999", 0.0)]
)
def test_a_number_in_plain_digits_is_read(cell: str, value: float) -> None:
    assert cells.number(cell) == value


@pytest.mark.parametrize(
    ("cell", "advice"),
    [
        ("1,5", "write a point before the decimals"),
        ("1,234", "write it without marks between thousands"),
        ("1,234,567.8", "write it without marks between thousands"),
        ("1_000", "write it without marks between digits"),
        ("1 000", "write it without marks between digits"),
        ("12%", "write a share as a part of 1"),
        ("12 %", "write a share as a part of 1"),
        ("0x10", "write it in decimal digits"),
        ("#REF!", "a spreadsheet wrote an error here"),
        ("٣", "write it in the digits 0 to 9"),
        ("３", "write it in the digits 0 to 9"),
        ("1e-320", "too small to be told from 0"),
        ("1e-999", "too small to be told from 0"),
        ("1e999", "not a finite number"),
        ("NaN", "not a finite number"),
        ("-Infinity", "not a finite number"),
        ("five", "not a number"),
        ("", "is empty"),
    ],
)
def test_a_number_written_otherwise_is_refused_with_advice(cell: str, advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        cells.number(cell)


@pytest.mark.parametrize(
    "cell", ["2024-W07-3", "20240228", "٢٠٢٤-01-01", "2024-1-5", "1066-10-14", "2924-05-28", "2024-02-30", "45440"]
)
def test_a_day_is_written_one_way_in_our_time(cell: str) -> None:
    with pytest.raises(ValueError, match=cell):
        cells.day(cell)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("#REF!", "cannot read"),
        ("inf", "uses `inf`"),
        ("1e-320", "cannot read"),
        ("USD_bln/year", "near: .*USD_bn"),
        ("", "is empty"),
    ],
)
def test_a_unit_is_a_product_of_registered_ones(cell: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        cells.unit(cell)
    assert cells.unit("TB/chip*second") == "TB/chip*second"
