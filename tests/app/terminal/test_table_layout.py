"""Tables at every width: nothing vanishes, nothing is wider than the terminal, and a table that fits is a table."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from dualtrack.app.terminal.table_layout import Table, lay_out
from dualtrack.app.terminal.wrap import cells, wrap

LETTERS = ("abcdefgh", "0123456789", "中国芯片出口，。", "rstuvwx\u0301", "ABCDEFGH")
"""One alphabet a column, so that each column can be read out of any layout by its letters alone."""
WIDTHS = st.one_of(st.sampled_from([10, 20, 40, 80, 120, 200]), st.integers(10, 250))


def texts(letters: str, least: int) -> st.SearchStrategy[str]:
    words = st.text(letters, min_size=1, max_size=40)
    lines = st.lists(st.lists(words, min_size=least, max_size=6).map(" ".join), min_size=1, max_size=3)
    return lines.map("\n".join)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    alphabets = LETTERS[: draw(st.integers(1, len(LETTERS)))]
    columns = [draw(texts(letters, 1)) for letters in alphabets]
    rows = draw(st.lists(st.tuples(*(texts(letters, 0) for letters in alphabets)), max_size=4))
    return Table(columns, rows, draw(st.integers(0, len(alphabets))))


def solid(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=60)
@given(tables(), WIDTHS)
def test_every_cell_stands_whole_and_in_order_at_every_width(table: Table, width: int) -> None:
    said = solid("".join(lay_out(table, width)))
    for letters, column, *column_cells in zip(LETTERS, table.columns, *table.rows, strict=False):
        read = "".join(letter for letter in said if letter in letters)
        heading, held = solid(column), [solid(cell) for cell in column_cells]
        as_table, as_records = heading + "".join(held), "".join(heading + cell for cell in held)
        assert read in (as_table, as_records)


@settings(max_examples=60)
@given(tables(), WIDTHS)
def test_no_line_is_wider_than_the_terminal(table: Table, width: int) -> None:
    assert max(map(cell_len, lay_out(table, width)), default=0) <= width


@settings(max_examples=20)
@given(tables())
def test_a_table_that_fits_has_one_line_of_headings_above_a_rule(table: Table) -> None:
    lines = lay_out(table, 5000)
    assert set(lines[max(len(column.split("\n")) for column in table.columns)]) == {"-"}


@settings(max_examples=40)
@given(st.lists(texts("ab中国，（", 0), max_size=4).map(" ".join), WIDTHS)
def test_wrapped_text_keeps_every_letter_and_fits(text: str, width: int) -> None:
    lines = wrap(text, width, hanging="  ")
    assert solid("".join(lines)) == solid(text)
    assert all(cell_len(line) <= width for line in lines)


@settings(max_examples=40)
@given(st.text("ab 中国，\u0301é–", max_size=30))
def test_cells_are_those_of_a_terminal(text: str) -> None:
    assert cells(text) == cell_len(text)


def test_chinese_breaks_between_letters_but_not_before_its_marks() -> None:
    assert wrap("出口管制，芯片", 8) == ["出口管", "制，芯片"]


def test_columns_stand_beside_each_other_where_they_fit_and_below_each_other_where_not() -> None:
    table = Table(["regime", "share\n(0 to 1)"], [["near_embargo", "0.38\n0.23–0.72"], ["free_trade", "0.46\n0.28–0.79"]])
    assert lay_out(table, 40)[:5] == [
        "                  share",
        "regime         (0 to 1)",
        "-----------------------",
        "near_embargo       0.38",
        "              0.23–0.72",
    ]
    assert lay_out(table, 20)[:3] == ["regime: near_embargo", "  share (0 to 1):", "    0.38; 0.23–0.72"]
