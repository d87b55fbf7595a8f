"""`dualtrack verify`: what it says of a folder, how it ends, and that computing again gives the same files."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from dualtrack.app.output.rerun import compared
from dualtrack.files.manifest import COMMAND, PASSPORT, files_of, read_passport, sealed, text
from tests.app.calling import Caller
from tests.app.conftest import Job

FEW = ("explore", "--worlds", "20", "--regimes", "as_is,mine", "--outcomes", "dependence")


@pytest.fixture
def futures(call: Caller, tmp_path: Path, mine: Path) -> Path:
    call.fine(*FEW, "--from", str(mine), "-o", str(tmp_path / "futures"))
    return tmp_path / "futures"


def reseal(folder: Path, **entries: object) -> None:
    """Write a passport with other entries that is whole in itself."""
    passport = read_passport(folder)
    origin = {key: value for key, value in passport.items() if key not in ("files", "seal")}
    (folder / PASSPORT).write_text(text(sealed({**origin, **entries}, files_of(passport))), encoding="utf-8")


def test_a_report_is_whole_until_a_file_of_it_changes(call: Caller, job: Job, tmp_path: Path) -> None:
    folder = tmp_path / "results"
    copytree(job.folder, folder)
    said = call.fine("verify", str(folder)).out
    data = call.fine("verify", str(folder), "--json").json
    assert data["whole"]
    assert data["kind"] == "report"
    assert f"fingerprint   {data['fingerprint']}\n" in said
    (folder / "levels.csv").write_bytes((folder / "levels.csv").read_bytes()[:-1])
    (folder / "facts.csv").unlink()
    (folder / "notes.txt").touch()
    answer = call("verify", str(folder))
    assert answer.code == 1
    for line in ("missing       facts.csv", "changed       levels.csv: other content", "added         notes.txt: a file"):
        assert line in answer.out
    assert "fingerprint" not in answer.out
    assert "2 of " in answer.err
    assert "  fix   " in answer.err
    data = call("verify", str(folder), "--json").json
    assert (data["missing"], data["fingerprint"]) == (["facts.csv"], None)
    assert data["changed"] == [{"file": "levels.csv", "now": "other content"}]
    assert data["added"] == [{"file": "notes.txt", "what": "a file"}]


def test_an_ensemble_computed_again_is_equal_though_the_users_file_is_gone(call: Caller, futures: Path, mine: Path) -> None:
    kept = (futures / "inputs" / "mine.toml").read_bytes()
    assert kept == mine.read_bytes()
    mine.unlink()
    answer = call.fine("verify", str(futures), "--rerun")
    assert "rerun         equal: every file is the same again" in answer.out


def test_computing_again_names_what_differs(call: Caller, futures: Path) -> None:
    command = read_passport(futures)[COMMAND]
    software = {**read_passport(futures)["software"], "numpy": "1.0"}
    reseal(futures, command=[*command, "--seed", "8"], software=software)
    answer = call("verify", str(futures), "--rerun")
    assert answer.code == 1
    assert "rerun         software.numpy is 1.0 in the folder and " in answer.out
    assert "worlds.seed is 7 in the folder and 8 here" in answer.out
    assert "files differ; the first is blocks/000000.json" in answer.out
    data = call("verify", str(futures), "--rerun", "--json").json["rerun"]
    assert not data["equal"]
    assert {"name": "worlds.seed", "there": "7", "here": "8"} in data["origin"]
    assert "results.zarr/dependence/c/0/0/0" in data["files"]


def test_the_line_at_which_two_tables_part_is_shown(job: Job, tmp_path: Path) -> None:
    copytree(job.folder, tmp_path / "results")
    lines = (job.folder / "levels.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "results" / "levels.csv").write_text("".join([*lines[:2], "other\n", *lines[3:]]), encoding="utf-8")
    passport = read_passport(job.folder)
    files = {**files_of(passport), "levels.csv": files_of(passport)["facts.csv"]}
    origin = {key: value for key, value in passport.items() if key not in ("files", "seal")}
    (tmp_path / "results" / PASSPORT).write_text(text(sealed(origin, files)), encoding="utf-8")
    found = compared(job.folder, tmp_path / "results")
    assert (found.files, found.origin, found.is_equal) == (("levels.csv",), (), False)
    assert found.first.startswith(", line 3: `")
    assert found.first.endswith("` in the folder and `other` here")


@pytest.mark.parametrize("command", [[], ["dualtrack", "page"], ["dualtrack", "explore", "--wrlds", "3"]])
def test_a_folder_without_a_command_that_can_be_run_says_so(call: Caller, futures: Path, command: list[str]) -> None:
    reseal(futures, command=command)
    assert "cannot be run again" in call.refused("verify", str(futures), "--rerun")


def test_a_damaged_folder_is_not_computed_again(call: Caller, futures: Path) -> None:
    (futures / "inputs" / "mine.toml").write_text("name = 1", encoding="utf-8")
    answer = call("verify", str(futures), "--rerun")
    assert answer.code == 1
    assert "inputs/mine.toml" in answer.out
    assert "not computed again" in answer.err


def test_an_unfinished_ensemble_says_so(call: Caller, futures: Path) -> None:
    for name in (PASSPORT, "failures.csv", "blocks/000000.json"):
        (futures / name).unlink()
    answer = call("verify", str(futures))
    assert answer.code == 1
    assert "unfinished    0 of 1 blocks are finished" in answer.out
    assert "--resume" in answer.err
    assert call("verify", str(futures), "--json").json["unfinished"] == {"blocks": 0, "of": 1, "missing": ["0:1"]}


def test_what_is_no_folder_of_results_is_refused(call: Caller, tmp_path: Path) -> None:
    assert "no such folder" in call.refused("verify", str(tmp_path / "none"))
    assert "has no passport.json" in call.refused("verify", str(tmp_path))


def test_a_report_into_an_ensemble_is_refused(call: Caller, futures: Path) -> None:
    assert "something else than a report" in call.refused("report", "--worlds", "2", "-o", str(futures))
    assert json.loads((futures / PASSPORT).read_text(encoding="utf-8"))["kind"] == "explore"
