"""How large values show themselves: short whatever they hold, with their name and their sizes, and safe inside a page."""

from dataclasses import dataclass, field, fields, is_dataclass

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.language.in_full import in_full
from dualtrack.language.printed import LINES, Printed, told

SCREEN = 2000


@dataclass(frozen=True, repr=False)
class Harbour(Printed):
    """A value with one of everything."""

    name: str
    label: tuple[str, str] = ("Harbour", "港口")
    berths: tuple[float, ...] = (1.0, 2.5, 4.0)
    ships: dict[str, int] = field(default_factory=dict)
    inner: object = None
    empty: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Endless(Printed):
    """A value with more lines than a screen has."""

    held: dict[str, object]

    def printed_lines(self) -> dict[str, object]:
        return self.held


def test_the_name_and_what_is_held_are_told() -> None:
    said = repr(Harbour("Dover", ships={"anna": 1, "berta": 2}, inner=Harbour("Calais")))
    assert said.splitlines()[0] == "Harbour `Dover`"
    for part in ("Harbour / 港口", "1, 2.5, 4", "2: anna, berta", "Harbour `Calais`"):
        assert part in said
    assert "empty" not in said, "a line that says nothing is left out"


@given(st.dictionaries(st.text(max_size=400), st.lists(st.text(max_size=400)) | st.text(max_size=4000), max_size=60))
def test_whatever_a_value_holds_it_fits_a_screen(held: dict[str, object]) -> None:
    for said in (repr(Endless(held)), repr(Harbour("x" * 5000, ships=dict.fromkeys(held, 1)))):
        assert len(said) < SCREEN
        assert len(said.splitlines()) <= LINES + 1


def test_lines_left_out_are_counted() -> None:
    said = repr(Endless({f"line {place}": place for place in range(LINES + 5)}))
    assert said.splitlines()[-1].split() == ["...", "6", "more"]


def test_a_hostile_label_is_no_markup() -> None:
    page = Harbour("<script>alert('a')</script>", ships={"<b>&": 1})._repr_html_()
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page


def test_text_and_table_tell_the_same() -> None:
    value = Harbour("Dover", ships={"anna": 1})
    page = value._repr_html_()
    for line in repr(value).splitlines()[1:]:
        label, said = line.split(maxsplit=1)
        assert f"<th>{label}</th><td>{said}</td>" in page


def test_an_array_is_told_by_its_lengths_and_its_ends() -> None:
    rows = np.array([[1.0, np.nan, 3.0], [2.0, -4.0, 0.0]])
    assert told(rows) == "2 by 3 of float64, -4 to 3"
    assert told(rows > 0) == "3 of 6 marked"
    assert told(np.empty((0, 3))) == "0 by 3 of float64"


def test_in_full_is_what_python_says_of_data() -> None:
    @dataclass(frozen=True)
    class Point:
        x: float
        names: tuple[object, ...] = ()

    for value in (Point(1.0), (Point(0.5, ("a",)),), [Point(2.0, (1, None, Point(3.0)))], (), ("a", 1)):
        assert in_full(value) == repr(value)


def test_in_full_does_not_hang_on_what_is_shown() -> None:
    value = Harbour("Dover", inner=Harbour("Calais"))
    assert is_dataclass(value)
    assert all(f"{each.name}=" in in_full(value) for each in fields(value))
    assert in_full(value) != repr(value)
