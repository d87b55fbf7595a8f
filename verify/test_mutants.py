"""The maker of mutants: it finds every place of its kinds and no other, draws alike by one seed, and a slice is caught again."""

import random

import pytest

from verify.mutants.draw import DRAWS, FLOORS, mutants
from verify.mutants.ledger import Entry, kept
from verify.mutants.places import KINDS, Place
from verify.mutants.python_places import is_sound, python_places
from verify.mutants.script_places import script_places
from verify.mutants.trial import copied, put

CHEAP = ("files", "evidence", "language")
SLICE = 6
SECONDS = (90.0, 120.0, 150.0)
PYTHON = '''
def best(rows: list[int], least: float = 0.5, *, most: "int < 3" = 2) -> bool:
    """Not a place: 1 < 2 and max(3)."""
    found = sorted(rows, key=lambda row: (-row.size, row.name), reverse=True)
    if not found or len(found) - 1 >= most and "a" + "b":
        return f"{1 + 1}" == min(found[:most])
'''
IN_PYTHON = [
    ("number", "0.5", ("1.0", "0.25")),
    ("number", "2", ("3", "1")),
    ("sign", "-row.size", ("row.size",)),
    ("order", "-row.size, row.name", ("row.name, -row.size",)),
    ("order", "True", ("False",)),
    ("not", "not found", ("found",)),
    ("and/or", "or", ("and",)),
    ("sign", "-", ("+",)),
    ("number", "1", ("2", "0")),
    ("comparison", ">=", (">", "<")),
    ("and/or", "and", ("or",)),
    ("comparison", "==", ("!=",)),
    ("min/max", "min", ("max",)),
    ("slice end", "most", ("(most) + 1", "(most) - 1")),
]
SCRIPT = """
// 1 < 2
const a = `${b + 1}` + c / 2 - -d * /[+<]/.test("x + 1");
if (!a && Math.max(b, 0.5) !== e.slice(from, to)) return -1;
"""
IN_SCRIPT = [
    ("sign", "/", ("*",)),
    ("number", "2", ("3", "1")),
    ("sign", "-", ("+",)),
    ("sign", "-", ("",)),
    ("not", "!", ("",)),
    ("and/or", "&&", ("||",)),
    ("min/max", "max", ("min",)),
    ("number", "0.5", ("1.0", "0.25")),
    ("comparison", "!==", ("===",)),
    ("slice end", "from", ("from + 1", "from - 1")),
    ("sign", "-", ("",)),
    ("number", "1", ("2", "0")),
]


def said(places: list[Place], text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    lines = text.split("\n")
    return [(each.kind, lines[each.line - 1][each.start : each.stop], each.wrong) for each in places]


def test_places_of_python_are_those_that_a_reader_finds() -> None:
    assert said(python_places(PYTHON), PYTHON) == IN_PYTHON


def test_places_of_scripts_are_those_that_a_reader_finds() -> None:
    assert said(script_places(SCRIPT), SCRIPT) == IN_SCRIPT


@pytest.mark.parametrize("name", sorted(DRAWS))
def test_a_draw_is_the_same_each_time_and_every_mutant_another_program(name: str) -> None:
    drawn = mutants(DRAWS[name])
    assert drawn == mutants(DRAWS[name])
    assert len(set(drawn)) == len(drawn) == DRAWS[name].count * len(FLOORS)
    for mutant in drawn:
        assert mutant.kind in KINDS
        assert mutant.before != mutant.after
        assert "theory" not in mutant.path.split("/")


def test_a_line_that_cannot_be_compiled_is_no_mutant() -> None:
    assert is_sound("a = 1 + 2") and not is_sound("a = 1 +")


def test_what_was_caught_is_caught_still() -> None:
    """A few of the kept mutants of the floors whose tests are quick."""
    caught: list[Entry] = [each for each in kept("first") if each.mutant.floor in CHEAP and each.last == "caught"]
    with copied() as root:
        for entry in random.Random(5).sample(caught, SLICE):
            outcome = put(entry.mutant, root, SECONDS)
            assert outcome.word in ("caught", "gone"), entry
