"""Another year of parting moves what a file sets and what a test reads there, and nothing else that is dated."""

from pathlib import Path as File

import pytest

from dualtrack.lab.runs.parting import dated, parted
from dualtrack.lab.runs.regime_file import read_regime
from dualtrack.lab.runs.regimes import read_regimes
from dualtrack.language.scenario import Path
from dualtrack.language.statements.claim_measure import Arm, Fall, Frozen, Gap, Point, Set
from dualtrack.language.statements.claim_test import ClaimTest, Every, Given, Is
from tests.lab.coins import coins
from tests.lab.toys import WORDS

TEXT = """
name = "{name}"
label = {{ en = "A", zh = "甲" }}
base = "{base}"
parts_at = 2026.9

[levers]
{levers}
"""
HISTORY = {"opening": Path(((2020.0, 0.1), (2024.0, 0.3), (2025.0, 0.4)))}


@pytest.fixture
def files(tmp_path: File) -> list[File]:
    texts = {
        "shut": TEXT.format(name="shut", base="history", levers="opening = 0.0\ndepth = [[2027.5, 1.0]]"),
        "late": TEXT.format(name="late", base="shut", levers="depth = [[2026.9, 0.5], [2030.0, 2.0]]"),
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return [tmp_path / f"{name}.toml" for name in texts]


def test_a_regime_leaves_its_base_in_the_other_year(files: list[File]) -> None:
    moved = read_regimes(files, coins(), HISTORY, {"shut": 2023.9, "late": 2024.5})
    shut, late = moved["shut"], moved["late"]
    assert (shut.parts_at, late.parts_at) == (2023.9, 2024.5)
    assert [shut.paths["opening"].at(year) for year in (2021.0, 2023.5, 2024.5, 2026.0)] == [0.1, 0.1, 0.0, 0.0]
    assert [shut.paths["depth"].at(year) for year in (2024.0, 2027.4, 2027.6)] == [1.0, 1.0, 1.0]
    assert [late.paths["depth"].at(year) for year in (2024.4, 2024.6, 2029.9, 2030.0)] == [1.0, 0.5, 0.5, 2.0]
    assert read_regimes(files, coins(), HISTORY)["shut"].paths["opening"].at(2025.5) == 0.4


def test_what_a_file_dates_itself_keeps_its_date(files: list[File]) -> None:
    found = parted(read_regime(files[0]), 2023.9)
    assert found.levers["depth"].points == ((2027.5, 1.0),)
    assert found.levers["opening"].points == ((2023.9, 0.0),)


def test_a_test_moves_its_readings_and_cuts_of_that_year_alone() -> None:
    cut = Arm("a", frozen=(Frozen(("x",), Arm("b"), 0.0, 2026.9), Frozen(("y",), Arm("b"), 0.0, 2030.0)))
    gap = Gap(Point(cut, "x", 2032.0), Point(Arm("a", levers=(Set("z", 2026.9, 2026.9),)), "x", 2026.9))
    found = dated(ClaimTest("T", WORDS, Every((Is(gap, "above", 2026.9),)), gap), 2026.9, 2023.9)
    moved = found.headline
    assert isinstance(moved, Gap)
    assert (moved.of.year, moved.against.year) == (2032.0, 2023.9)
    assert [each.since for each in moved.of.arm.frozen] == [2023.9, 2030.0]
    assert moved.against.arm.levers == (Set("z", 2026.9, 2023.9),)
    assert found.condition == Every((Is(moved, "above", 2026.9),))


def test_so_does_the_year_from_which_a_fall_is_looked_for() -> None:
    falls = [Is(Fall(Arm("a"), "x", 0.3, 2.0, since), "below", 2032.0) for since in (2026.9, 2023.9, 2030.0)]
    found = dated(ClaimTest("T", ("T", "T"), Given(falls[0], falls[2], ("a", "b")), falls[0].measure), 2026.9, 2023.9)
    assert (found.condition, found.headline) == (Given(falls[1], falls[2], ("a", "b")), falls[1].measure)
