"""One folder, one process: who comes second is told so; links that a person set are followed, links put inside are refused."""

import os
import subprocess
import sys
from pathlib import Path as File
from shutil import copytree

import pytest

from dualtrack.errors import OutputError
from dualtrack.files import durable
from tests.house import ROOT
from tests.lab.exploring import contents, explored

ROUNDS = 4
RACER = """
import pathlib, sys
from dualtrack.errors import LabError
from dualtrack.lab.store.explore import explore
from tests.lab.exploring import PLAN, draining
print("ready", flush=True)
for line in sys.stdin:
    folder, way = line.split()
    runs = []
    def pause(done, of):
        if not runs:
            print("running", flush=True)
            sys.stdin.readline()
        runs.append(done)
    try:
        explore(draining(), PLAN, pathlib.Path(folder), resume=way == "resume", progress=pause)
        print("done", flush=True)
    except LabError as error:
        print(error.what, flush=True)
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> File:
    return explored(tmp_path_factory.mktemp("whole") / "futures").folder


def racer() -> subprocess.Popen[str]:
    place = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    return subprocess.Popen([sys.executable, "-c", RACER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=place)


def says(one: subprocess.Popen[str]) -> str:
    assert one.stdout is not None
    return one.stdout.readline().strip()


def tell(one: subprocess.Popen[str], words: str) -> None:
    assert one.stdin is not None
    one.stdin.write(words + "\n")
    one.stdin.flush()


def inside(folder: File) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_of_two_begun_at_once_one_runs_and_the_other_is_told(tmp_path: File, whole: File) -> None:
    with racer() as one, racer() as other:
        assert says(one) == says(other) == "ready"
        for turn in range(ROUNDS):
            place = tmp_path / str(turn) / "futures"
            for each in (one, other):
                tell(each, f"{place} {'resume' if turn % 2 else 'new'}")
            said = {each.pid: says(each) for each in (one, other)}
            assert sorted(said.values()) == ["another process is filling this folder", "running"]
            winner = one if said[one.pid] == "running" else other
            tell(winner, "go on")
            assert says(winner) == "done"
            assert contents(place) == contents(whole)
        for each in (one, other):
            assert each.stdin is not None
            each.stdin.close()


def test_a_link_that_a_person_set_is_followed(tmp_path: File, whole: File) -> None:
    disk = tmp_path / "disk"
    (disk / "empty").mkdir(parents=True)
    (tmp_path / "here").symlink_to(disk, target_is_directory=True)
    (tmp_path / "futures").symlink_to(disk / "empty", target_is_directory=True)
    explored(tmp_path / "futures", resume=False)
    explored(tmp_path / "here" / "new" / "futures", resume=False)
    assert (tmp_path / "futures").is_symlink()
    assert explored(tmp_path / "futures").reused > 0
    alone = {name.removeprefix("futures/"): data for name, data in contents(whole).items()}
    for place in (disk / "empty", disk / "new" / "futures"):
        assert {
            name.removeprefix(f"{place.name}/"): data for name, data in contents(place).items() if place.name in name
        } == alone


@pytest.mark.parametrize(
    "name",
    [
        "explore.lock",
        "explore.json",
        "failures.csv",
        "blocks",
        "blocks/000002.json",
        "results.zarr",
        "results.zarr/zarr.json",
        "results.zarr/level/c/0",
        "results.zarr/level/c/0/1/0",
    ],
)
def test_a_link_put_inside_is_refused_and_not_written_through(tmp_path: File, whole: File, name: str) -> None:
    folder, elsewhere = copytree(whole, tmp_path / "futures"), tmp_path / "elsewhere"
    (folder / name).rename(elsewhere)
    (folder / name).symlink_to(elsewhere, target_is_directory=elsewhere.is_dir())
    (folder / "blocks" / "000001.json").unlink(missing_ok=True)
    there = contents(elsewhere)
    with pytest.raises(OutputError, match="a link stands inside") as caught:
        explored(folder)
    assert caught.value.where == str(folder / name)
    assert contents(elsewhere) == there


def test_a_link_put_inside_while_it_runs_is_not_written_through(tmp_path: File) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "futures" / "level").mkdir(parents=True)
    (tmp_path / "futures" / "level" / "c").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(OutputError, match="a link stands inside"):
        durable.put(tmp_path / "futures", "level/c/0", [b"data"])
    assert not any((tmp_path / "elsewhere").iterdir())


def test_only_our_own_drafts_are_swept(tmp_path: File, whole: File) -> None:
    folder, ours = copytree(whole, tmp_path / "futures"), f".0.{'0f' * 8}.part"
    chunks = folder / "results.zarr" / "level" / "c" / "0" / "1"
    kept = [chunks / name for name in (".0.part", "0.part", f".notes.{'0f' * 8}.part", f".0.{'0g' * 8}.part", "notes.txt")]
    kept += [folder / ours, folder / "blocks" / ours, tmp_path / ours]
    swept = [chunks / ours, folder / f".explore.json.{'ab' * 8}.part", folder / "blocks" / f".000001.json.{'ab' * 8}.part"]
    for each in (*kept, *swept):
        each.write_text("draft")
    (chunks / f".1.{'ab' * 8}.part").mkdir()
    explored(folder)
    assert [each for each in (*kept, *swept) if each.exists()] == kept
    assert (chunks / f".1.{'ab' * 8}.part").is_dir()
