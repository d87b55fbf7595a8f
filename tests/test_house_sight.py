"""The house rules see what they forbid: each is shown a small file that breaks it."""

from pathlib import Path

import pytest

from tests.house import called, caught, comments, functions, late_imports, libraries, lines_of, names_given, rooms_imported

WRONG = '''"""A file that breaks the rules."""

from typing import TYPE_CHECKING

import numpy as np

from dualtrack.lab.judge import verdict

if TYPE_CHECKING:
    from pathlib import Path


def measure(tmp: Path) -> None:  # what it does
    import csv
    from dualtrack.theory import dual_track  # noqa: F401

    try:
        print(np.zeros(3), csv, verdict)
    except (ValueError, Exception):
        inv = 0
    except:
        chip_cap = 1
'''


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.py"
    path.write_text(WRONG)
    return path


def test_rooms_and_libraries_are_seen_wherever_they_are_imported(wrong: Path) -> None:
    assert rooms_imported(wrong) == {"lab", "theory"}
    assert libraries(wrong) == {"numpy"}


def test_imports_below_the_top_are_seen_and_those_for_types_are_not(wrong: Path) -> None:
    assert late_imports(wrong) == ["csv", "dualtrack.theory"]


def test_names_are_seen_where_they_are_given(wrong: Path) -> None:
    assert set(names_given(wrong)) == {"measure", "tmp", "inv", "chip_cap"}


def test_comments_for_people_are_counted_and_directives_are_not(wrong: Path) -> None:
    assert comments(wrong) == 1


def test_blind_handlers_and_bare_calls_are_seen(wrong: Path) -> None:
    assert caught(wrong) == ["ValueError", "Exception", ""]
    assert called(wrong) == {"print"}


def test_a_function_is_measured_from_its_name_to_its_last_line(wrong: Path) -> None:
    assert [lines_of(function) for function in functions(wrong)] == [10]
