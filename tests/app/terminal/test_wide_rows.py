"""A table with notes: whatever the width, no line is too long and no word is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.app.terminal.terminal import on_paper
from dualtrack.app.terminal.wide_rows import WideRow, set_out
from dualtrack.app.terminal.wrap import cells

texts = st.text(st.sampled_from("ab 芯片，。/("), max_size=40).map(lambda text: " ".join(text.split()))


@st.composite
def rows(draw: st.DrawFn) -> list[WideRow]:
    found = [WideRow(draw(texts), head=True)]
    for _ in range(draw(st.integers(1, 4))):
        lines = draw(st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=3))
        found.append(WideRow(draw(texts), lines, draw(texts)))
    return found


def shown(heads: tuple[str, ...], told: list[WideRow], columns: int) -> str:
    with on_paper(columns) as sheet:
        set_out(heads, told)
    return sheet.getvalue()


@given(rows(), st.integers(24, 110))
def test_no_line_is_too_long_and_no_letter_is_lost(told: list[WideRow], columns: int) -> None:
    said = shown(("", "today", "mine", "against"), told, columns)
    assert max(map(cells, said.splitlines())) <= columns
    for row in told:
        for text in (row.label, row.note, *(cell for line in row.lines for cell in line)):
            for letter in set("".join(text.split())):
                assert letter in said


@pytest.mark.parametrize(("columns", "line"), [(60, "  Tools    0.25   0.3   looser"), (24, "  Tools")])
def test_a_label_has_its_own_line_only_where_there_is_no_room(columns: int, line: str) -> None:
    told = [WideRow("Doors", head=True), WideRow("Tools", [("0.25", "0.3", "looser")], "what it means")]
    lines = shown(("", "today", "mine", "against"), told, columns).splitlines()
    assert any(each.split() == line.split() for each in lines)
    assert "    what it means" in lines
