"""Very many worlds from the command line: written, resumed, told about, and refused where they make no sense."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import xarray

from dualtrack.app.commands.explore import whole_command
from tests.app.calling import SCRIPT, Caller
from tests.app.misspelt import accepted, laboratory
from tests.house import ROOT

FEW = ("explore", "--worlds", "20", "--regimes", "near_embargo,free_trade", "--outcomes", "dependence")


def test_the_store_opens_and_the_summary_tells_what_it_took(call: Caller, tmp_path: Path) -> None:
    folder = tmp_path / "futures"
    found = call.fine(*FEW, "-o", str(folder), "--json").json
    data = xarray.open_zarr(folder / "results.zarr")
    assert dict(data.sizes) == {"regime": 2, "world": 20, "year": 23, "parameter": len(laboratory().model.drawn)}
    assert data["regime"].values.tolist() == found["regimes"]
    assert sorted(data.data_vars) == [*found["outcomes"], "parameters", "status"] == ["dependence", "parameters", "status"]
    assert found["results"] == str(folder / "results.zarr")
    assert found["origin"]["worlds"] == {"drawn": 20}
    assert found["failed"] == {"free_trade": 0, "near_embargo": 0}
    assert found["peak_memory_bytes"] > 1e7
    assert found["disk_bytes"] == sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    assert found["blocks_reused"] == 0


def test_it_says_how_far_it_is_beside_the_data(call: Caller, tmp_path: Path) -> None:
    answer = call.fine(*FEW, "-o", str(tmp_path / "futures"))
    assert "100 % done" in answer.err
    assert "worlds/s" in answer.err
    opening = re.search(r"open it: (xarray\.open_zarr\(.+\))$", answer.err, re.MULTILINE)
    assert opening is not None
    assert eval(opening[1], {"xarray": xarray})["dependence"].shape == (2, 20, 23)
    assert "peak memory" in answer.out
    assert "No world failed." in answer.out


def test_a_finished_one_resumes_at_once_and_says_what_was_damaged(call: Caller, tmp_path: Path) -> None:
    folder = tmp_path / "futures"
    call.fine(*FEW, "-o", str(folder))
    assert call.fine(*FEW, "-o", str(folder), "--resume", "--json").json["blocks_reused"] == 1
    (folder / "results.zarr/dependence/c/0/0/0").write_bytes(b"")
    answer = call.fine(*FEW, "-o", str(folder), "--resume")
    assert "damaged and made again: results.zarr/dependence/c/0/0/0" in answer.err


def test_a_stopped_one_says_how_to_go_on(tmp_path: Path) -> None:
    words = ("explore", "--worlds", "2000000", "--regimes", "as_is", "-o", str(tmp_path / "futures"))
    place = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen([sys.executable, "-c", SCRIPT, *words], stderr=subprocess.PIPE, text=True, env=place) as stopped:
        while not (tmp_path / "futures").exists():
            assert stopped.poll() is None
        stopped.send_signal(signal.SIGINT)
        assert stopped.stderr is not None
        said = stopped.stderr.read()
    assert stopped.returncode == 130
    assert "--resume goes on" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--regimes", "near_embarg"], "near  near_embargo"),
        (["--outcomes", "dependance"], "near  dependence"),
        (["--design", "sobel"], "near  sobol"),
        (["--worlds", "0"], "--worlds"),
        (["--worlds", "1000000000"], "GB left"),
        (["--worlds", "1000000000000"], "ask for 1 to 1000000000"),
        (["--worlds", "10", "--jobs", "0"], "0 threads"),
    ],
)
def test_what_makes_no_sense_is_refused_and_leaves_nothing(call: Caller, tmp_path: Path, words: list[str], said: str) -> None:
    assert said in call.refused("explore", *words, "-o", str(tmp_path / "futures"))
    assert not any(tmp_path.iterdir())


def test_another_ensemble_in_the_folder_is_kept(call: Caller, tmp_path: Path) -> None:
    call.fine(*FEW, "-o", str(tmp_path / "futures"))
    assert "worlds.seed is 7 there and 8 here" in call.refused(*FEW, "--seed", "8", "-o", str(tmp_path / "futures"), "--resume")
    assert "already holds an ensemble" in call.refused(*FEW, "-o", str(tmp_path / "futures"))
    assert "something else than a report" in call.refused("report", "--worlds", "2", "-o", str(tmp_path / "futures"))


def test_no_misspelt_name_is_taken_for_a_real_one() -> None:
    assert accepted(12, seed=1) == []


LAST = ("explore", "--worlds", "16400", "--regimes", "as_is", "--outcomes", "dependence", "--blocks", "1")
"""The sixteen worlds of the second of two blocks."""


def test_a_range_of_blocks_says_what_is_missing_and_keeps_the_command_that_gives_the_whole(call: Caller, tmp_path: Path) -> None:
    folder = tmp_path / "futures"
    found = call.fine(*LAST, "-o", str(folder), "--json").json
    assert (found["blocks"], found["blocks_asked"], found["blocks_missing"], found["blocks_reused"]) == (2, "1:2", ["0:1"], 0)
    assert call("verify", str(folder), "--json").json["unfinished"] == {"blocks": 1, "of": 2, "missing": ["0:1"]}
    assert "missing: 0:1" in call("verify", str(folder)).out
    again = call.fine(*LAST, "-o", str(folder))
    assert "1:2 of 2, of which 1 were there already" in again.out
    assert "still missing are 0:1." in again.out
    call.fine(*LAST[:-1], ":1", "-o", str(folder))
    words = json.loads((folder / "passport.json").read_text())["command"]
    assert words == ["dualtrack", *LAST[:-2], "-o", str(folder)]
    assert whole_command([*words, "--blocks=1", "--cluster", "tcp://x:1", "--json"]) == [*words, "--json"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--blocks", "2:"], "0:2 are all, of 16384 worlds each"),
        (["--blocks", "one"], "`one` is no range of blocks"),
        (["--blocks", "0", "--resume"], "--resume has no effect here"),
        (["--cluster", "tcp://10.0.0.5:1", "--jobs", "2"], "--jobs has no effect here"),
    ],
)
def test_a_division_that_makes_no_sense_is_refused_and_leaves_nothing(
    call: Caller, tmp_path: Path, words: list[str], said: str
) -> None:
    code = 2 if "no effect" in said else 1
    assert said in call.refused(*LAST[:-2], *words, "-o", str(tmp_path / "futures"), code=code)
    assert not any(tmp_path.iterdir())
