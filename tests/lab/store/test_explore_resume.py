"""Nothing is lost: a killed, starved or damaged ensemble resumes to the bytes of one that was never touched."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path as File
from shutil import copytree

import pytest

from dualtrack.errors import OutputError
from dualtrack.files import durable
from dualtrack.lab.runs.software import version_of
from dualtrack.lab.store import plan as under_test
from dualtrack.lab.store.explore import explore
from dualtrack.lab.store.plan import Plan
from dualtrack.lab.worlds.design import Sobol
from dualtrack.language.scenario import Path, Regime
from dualtrack.targets.numeric.scheme import RK4
from tests.house import ROOT
from tests.lab.exploring import PLAN, RUNNING, SHUT, contents, explored
from tests.lab.toys import growth

KILLED = -9
FULL = OSError(28, "No space left on device")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> File:
    return explored(tmp_path_factory.mktemp("whole") / "futures").folder


@pytest.fixture(scope="module")
def untouched(whole: File) -> dict[str, bytes]:
    return contents(whole)


@pytest.fixture
def finished(whole: File, tmp_path: File) -> File:
    return copytree(whole, tmp_path / "futures")


def killed_at(folder: File, moment: int) -> int:
    """Explore in a process of its own that dies at a moment; how it ended."""
    place = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    return subprocess.run(
        [sys.executable, "-m", "tests.lab.exploring", str(folder), str(moment)], env=place, check=False
    ).returncode


@pytest.mark.parametrize("moment", [3, 100, 160])
def test_killed_and_resumed_it_has_the_same_bytes(tmp_path: File, untouched: dict[str, bytes], moment: int) -> None:
    assert killed_at(tmp_path / "futures", moment) == KILLED
    assert contents(tmp_path / "futures") != untouched
    explored(tmp_path / "futures")
    assert contents(tmp_path / "futures") == untouched


def test_what_was_finished_is_not_run_again(finished: File, untouched: dict[str, bytes]) -> None:
    (finished / "blocks" / "000002.json").unlink()
    found = explored(finished)
    assert (found.reused, found.mended) == (PLAN.blocks - 1, ())
    assert explored(finished).reused == PLAN.blocks
    assert contents(finished) == untouched


def flip(file: File) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))


def cut(file: File) -> None:
    file.write_bytes(file.read_bytes()[:-1])


@pytest.mark.parametrize("damage", [flip, cut, File.unlink])
@pytest.mark.parametrize(
    "place",
    [
        "results.zarr/level/c/0/1/0",
        "results.zarr/parameters/c/3/0",
        "results.zarr/status/c/0/4",
        "results.zarr/level/zarr.json",
        "results.zarr/year/c/0",
        "blocks/frame.json",
        "results.zarr/zarr.json",
        "blocks/000001.json",
    ],
)
def test_damage_is_found_said_and_mended(
    finished: File, untouched: dict[str, bytes], place: str, damage: Callable[[File], None]
) -> None:
    damage(finished / place)
    mended = explored(finished).mended
    assert mended == (() if place.startswith("blocks") and damage is File.unlink else (place,))
    assert contents(finished) == untouched


def test_a_lost_table_of_failures_is_written_again(finished: File, untouched: dict[str, bytes]) -> None:
    (finished / "failures.csv").unlink()
    explored(finished)
    assert contents(finished) == untouched


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"seed": 8}, ["worlds.seed is 7 there and 8 here"]),
        ({"worlds": 101}, ["worlds.count is 100 there and 101 here"]),
        ({"block": 25}, ["worlds.block"]),
        ({"design": Sobol()}, ["worlds.design is counter there and sobol here"]),
        ({"save": ("level",)}, ["save is ['level', 'log_level'] there and ['level'] here"]),
        ({"clock": replace(PLAN.clock, stop=2031.0)}, ["clock.stop is 2030.0 there and 2031.0 here"]),
        ({"scheme": RK4}, ["clock.scheme"]),
        ({"regimes": (SHUT,)}, ["regimes.running", "nothing here"]),
        ({"regimes": (SHUT, RUNNING, Regime("third"))}, ["regimes.third is nothing there"]),
        ({"regimes": (SHUT, Regime("running", {"opening": Path(((2021.0, 0.5),))}))}, ["regimes.running"]),
        ({"seed": 8, "worlds": 101, "block": 25, "scheme": RK4}, ["and 1 more"]),
    ],
)
def test_another_ensemble_is_not_resumed(
    finished: File, untouched: dict[str, bytes], changed: dict[str, object], named: list[str]
) -> None:
    with pytest.raises(OutputError, match="another ensemble") as caught:
        explored(finished, replace(PLAN, **changed))  # type: ignore[arg-type]
    assert all(each in caught.value.what for each in named), caught.value.what
    assert caught.value.where == str(finished)
    assert contents(finished) == untouched


def test_another_model_is_not_resumed(finished: File, untouched: dict[str, bytes]) -> None:
    grown = Plan((Regime("running"), Regime("shut")), 100, 7, PLAN.clock, ("capability",), block=24)
    with pytest.raises(OutputError, match=r"another ensemble: model\.fingerprint"):
        explore(growth(), grown, finished, resume=True)
    assert contents(finished) == untouched


def test_other_software_does_not_resume_since_its_last_digits_may_differ(
    finished: File, untouched: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "version_of", lambda name: "0.0" if name == "numpy" else version_of(name))
    with pytest.raises(OutputError, match=r"software\.numpy is .* there and 0\.0 here"):
        explored(finished)
    assert contents(finished) == untouched


def test_a_finished_folder_is_not_begun_again(finished: File, untouched: dict[str, bytes]) -> None:
    with pytest.raises(OutputError, match="already holds an ensemble") as caught:
        explored(finished, resume=False)
    assert "resume" in caught.value.fix
    assert contents(finished) == untouched


@pytest.mark.parametrize("resume", [False, True])
@pytest.mark.parametrize("name", ["notes.txt", "passport.json"])
def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: File, resume: bool, name: str) -> None:
    (tmp_path / "futures").mkdir()
    (tmp_path / "futures" / name).write_text("mine")
    with pytest.raises(OutputError):
        explored(tmp_path / "futures", resume=resume)
    assert contents(tmp_path / "futures") == {f"futures/{name}": b"mine"}


def test_a_file_in_the_way_is_left_alone(tmp_path: File) -> None:
    (tmp_path / "futures").write_text("mine")
    for resume in (False, True):
        with pytest.raises(OutputError):
            explored(tmp_path / "futures", resume=resume)
    assert (tmp_path / "futures").read_text() == "mine"


def test_an_empty_folder_is_filled_and_a_missing_one_made(tmp_path: File, untouched: dict[str, bytes]) -> None:
    (tmp_path / "a" / "futures").mkdir(parents=True)
    explored(tmp_path / "a" / "futures")
    explored(tmp_path / "b" / "c" / "futures", resume=False)
    assert contents(tmp_path / "a" / "futures") == contents(tmp_path / "b" / "c" / "futures") == untouched


@pytest.mark.parametrize("written", [0, 2, 45, 60, 66])
def test_a_full_disk_is_said_and_what_was_finished_is_resumed(
    tmp_path: File, untouched: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    room = iter(range(written))

    def write(file: File, parts: object) -> None:
        if next(room, None) is None:
            raise FULL
        keep(file, parts)  # type: ignore[arg-type]

    keep = durable.write
    monkeypatch.setattr(durable, "write", write)
    with pytest.raises(OutputError, match="No space left on device") as caught:
        explored(tmp_path / "futures")
    assert "resume" in caught.value.fix
    monkeypatch.undo()
    found = explored(tmp_path / "futures")
    assert found.mended == ()
    assert contents(tmp_path / "futures") == untouched


def test_a_file_that_cannot_be_written_whole_leaves_nothing(tmp_path: File) -> None:
    def parts() -> object:
        yield b"half"
        raise FULL

    with pytest.raises(OSError, match="No space left"):
        durable.write(tmp_path / "chunk", parts())  # type: ignore[arg-type]
    assert not any(tmp_path.iterdir())


def test_a_folder_that_another_process_fills_is_left_to_it(finished: File, untouched: dict[str, bytes]) -> None:
    hold = "import sys, pathlib; from dualtrack.files.part_hold import part_held\n"
    hold += "with part_held(pathlib.Path(sys.argv[1])) as held: held.hold(range(1, 2)); print(flush=True); sys.stdin.read()"
    place = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(finished / "explore.lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=place
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(OutputError, match="another process"):
            explored(finished)
        holder.kill()
    explored(finished)
    assert contents(finished) == untouched
