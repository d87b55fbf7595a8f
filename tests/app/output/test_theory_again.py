"""Results of another theory: what a study changes stands beside them, and computing again finds that theory or says so."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dualtrack.app.cli import main
from dualtrack.files.manifest import read_passport
from dualtrack.files.user_file import MARK
from tests.app.calling import Caller
from tests.house import ROOT

FEW = ("report", "--worlds", "12", "--json")
STUDY = """
name = "dearer"
title = "Dearer"

[priors.inside_price]
low = 8.0
high = 8.9
why = "traders said so"
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the second theory, a study of it, and results that were made with both."""
    above = tmp_path_factory.mktemp("made")
    shutil.copytree(ROOT / "examples" / "rare_earths", above / "rare_copy", ignore=shutil.ignore_patterns("__pycache__"))
    (above / "mine.toml").write_text(STUDY, encoding="utf-8")
    words = ("--theory", str(above / "rare_copy"), "--study", str(above / "mine.toml"), "-o", str(above / "results"))
    assert main([*FEW, *words]) == 0
    return above


@pytest.fixture
def moved(made: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[str], Path]:
    """Takes the theory away from where it stood to a folder of another name, and back after the test."""

    def move(name: str) -> Path:
        place = tmp_path / name
        shutil.move(made / "rare_copy", place)
        request.addfinalizer(lambda: shutil.move(place, made / "rare_copy"))
        return place

    return move


def test_the_main_job_says_what_a_study_changes_in_the_answer_and_in_its_folder(call: Caller, made: Path, tmp_path: Path) -> None:
    theory = ("--theory", str(made / "rare_copy"))
    mine = call.fine(*FEW, *theory, "--study", str(made / "mine.toml"), "-o", str(tmp_path / "mine")).json
    plain = call.fine(*FEW, *theory, "-o", str(tmp_path / "plain")).json
    assert "beside" not in plain
    assert not (tmp_path / "plain" / "beside.csv").exists()
    levels = {
        tuple(row[key] for key in ("regime", "outcome", "year")): (before["q50"], row["q50"])
        for row, before in zip(mine["outcomes"], plain["outcomes"], strict=True)
    }
    told = {row["place"]: (row["shipped"], row["mine"]) for row in mine["beside"]}
    for (regime, outcome, year), pair in levels.items():
        place = f"outcomes / {regime}, {outcome}, year {year:g} / q50"
        assert told.get(place, (pair[0], pair[0])) == pair
    assert any(before != after for before, after in levels.values())
    with (tmp_path / "mine" / "beside.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file.read().removeprefix(MARK.decode()).splitlines()))
    assert [(row["place"], float(row["mine"])) for row in rows if row["difference"]] == [
        (row["place"], row["mine"]) for row in mine["beside"] if row["difference"] is not None
    ]


def test_the_passport_names_the_theory_by_its_files(made: Path) -> None:
    found = read_passport(made / "results")["theory"]
    assert found["name"] == "rare_earths"
    assert {"theory.py", "rare_numbers.py"} <= set(found["files"])
    assert len(found["fingerprint"]) == 64


def test_computing_again_takes_the_theory_from_where_it_stands(call: Caller, made: Path) -> None:
    assert "equal: every file is the same again" in call.fine("verify", str(made / "results"), "--rerun").out


def test_a_theory_that_is_gone_is_asked_for_and_taken_from_where_it_is_named(
    call: Caller, made: Path, moved: Callable[[str], Path]
) -> None:
    place = moved("rare_elsewhere")
    said = call.refused("verify", str(made / "results"), "--rerun")
    assert "theory `rare_earths`" in said
    assert "--rerun --theory FOLDER" in said
    again = call.fine("verify", str(made / "results"), "--rerun", "--theory", str(place), "--json").json["rerun"]
    assert again["equal"]
    assert again["origin"] == []


def test_a_theory_that_was_changed_is_not_run_unless_it_is_named(call: Caller, made: Path, moved: Callable[[str], Path]) -> None:
    place = moved("rare_changed")
    file = place / "rare_numbers.py"
    kept = file.read_bytes()
    file.write_bytes(kept + b"\n# changed\n")
    shutil.copytree(place, made / "rare_copy")
    try:
        said = call.refused("verify", str(made / "results"), "--rerun")
        assert "rare_numbers.py there is another now" in said
        again = call("verify", str(made / "results"), "--rerun", "--theory", str(place), "--json").json["rerun"]
        assert "theory.files.rare_numbers.py" in [each["name"] for each in again["origin"]]
    finally:
        file.write_bytes(kept)
        shutil.rmtree(made / "rare_copy")


def test_a_theory_named_for_results_of_the_shipped_one_is_refused(call: Caller, made: Path, tmp_path: Path) -> None:
    call.fine("explore", "--worlds", "20", "--regimes", "as_is", "--outcomes", "dependence", "-o", str(tmp_path / "futures"))
    said = call.refused("verify", str(tmp_path / "futures"), "--rerun", "--theory", str(made / "rare_copy"))
    assert "shipped theory" in said
    assert "no effect" in call.refused("verify", str(tmp_path / "futures"), "--theory", str(made / "rare_copy"), code=2)
