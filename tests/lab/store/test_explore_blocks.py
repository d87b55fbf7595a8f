"""One folder filled by ranges of blocks, in any order and by several processes: the bytes of one that was filled at once."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path as File

import pytest

from dualtrack.errors import LabWarning, OutputError, RunError
from dualtrack.files.manifest import PASSPORT
from dualtrack.lab.runs.failure import EXPLAINED
from dualtrack.lab.store.block_range import ranges_of, read_blocks
from dualtrack.lab.store.explore import Explored, explore
from dualtrack.lab.store.open_results import open_results
from dualtrack.lab.store.plan import Plan
from dualtrack.lab.store.verify_folder import verify
from tests.house import ROOT
from tests.lab.exploring import PLAN, RUNNING, contents, explored
from tests.lab.toys import draining

FAILING = replace(PLAN, regimes=(RUNNING,), worlds=240)
"""More worlds fail than are explained."""
FILLER = """
import pathlib, sys
from dualtrack.lab.store.explore import explore
from tests.lab.exploring import PLAN, draining
def pause(done, of):
    print("running", flush=True)
    sys.stdin.readline()
explore(draining(), PLAN, pathlib.Path(sys.argv[1]), blocks=range(int(sys.argv[2]), int(sys.argv[3])), progress=pause)
"""


def part(folder: File, first: int, end: int, plan: Plan = PLAN) -> Explored:
    return explore(draining(), plan, folder, blocks=range(first, end))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return contents(explored(tmp_path_factory.mktemp("whole") / "futures").folder)


@pytest.mark.parametrize("order", [[(0, 2), (2, 5)], [(4, 5), (0, 1), (1, 4)], [(2, 3), (0, 5)], [(0, 3), (1, 4), (3, 5)]])
def test_ranges_in_any_order_end_in_the_bytes_of_one_run(
    tmp_path: File, whole: dict[str, bytes], order: list[tuple[int, int]]
) -> None:
    done: set[int] = set()
    for first, end in order:
        found = part(tmp_path / "futures", first, end)
        done |= {*range(first, end)}
        assert {*found.missing} == {*range(PLAN.blocks)} - done
        assert (tmp_path / "futures" / PASSPORT).exists() == (not found.missing)
    assert contents(tmp_path / "futures") == whole


def test_which_failures_are_explained_does_not_hang_on_the_order(tmp_path: File) -> None:
    explored(tmp_path / "once" / "futures", FAILING)
    for first in (9, 0, 5, 7, 1, 2, 3, 4, 8, 6):
        found = part(tmp_path / "parts" / "futures", first, first + 1, FAILING)
    assert contents(tmp_path / "parts" / "futures") == contents(tmp_path / "once" / "futures")
    assert (tmp_path / "parts" / "futures" / "failures.csv").read_text().count("not rerun") > 0
    assert sum(row.reason != "" for row in found.first_failures) == len(found.first_failures) < EXPLAINED


def test_two_processes_fill_one_folder_at_once(tmp_path: File, whole: dict[str, bytes]) -> None:
    place = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    folder = tmp_path / "futures"
    words = [sys.executable, "-c", FILLER, str(folder)]
    with subprocess.Popen([*words, "0", "3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=place) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"running\n"
        with pytest.raises(OutputError, match="another process is filling"):
            part(folder, 2, 5)
        with pytest.raises(OutputError, match="another process is filling"):
            explored(folder)
        draft = folder / "blocks" / f".000000.json.{'ab' * 8}.part"
        draft.write_text("of the other process")
        assert ranges_of(part(folder, 3, 5).missing) == ("0:3",)
        assert draft.exists()
        draft.unlink()
        other.communicate(b"\n" * 6)
        assert other.returncode == 0
    assert contents(folder) == whole


def test_what_is_missing_is_told_and_going_on_finishes_it(tmp_path: File, whole: dict[str, bytes]) -> None:
    folder = tmp_path / "futures"
    found = part(folder, 1, 2)
    assert found.to_dict()["blocks_missing"] == ["0:1", "2:5"]
    assert found.to_dict()["blocks_asked"] == "1:2"
    assert verify(folder).absent == ("0:1", "2:5")
    with pytest.warns(LabWarning, match=r"not finished: 1 of 5 blocks are there.*missing: 0:1, 2:5"):
        shown = open_results(folder)
    assert int((shown["status"].sel(regime="shut") != 0).sum()) == PLAN.size
    assert explored(folder).missing == ()
    assert contents(folder) == whole
    open_results(folder)


def test_a_range_that_is_there_is_kept_and_mended(tmp_path: File, whole: dict[str, bytes]) -> None:
    folder = explored(tmp_path / "futures").folder
    (folder / "results.zarr/level/c/0/1/0").write_bytes(b"")
    assert part(folder, 2, 5).mended == ()
    found = part(folder, 0, 2)
    assert (found.mended, found.reused, found.missing) == (("results.zarr/level/c/0/1/0",), 1, ())
    assert contents(folder) == whole


def test_progress_counts_the_runs_of_the_range(tmp_path: File) -> None:
    seen: list[tuple[int, int]] = []
    explore(draining(), PLAN, tmp_path / "futures", blocks=range(3, 5), progress=lambda *pair: seen.append(pair))
    assert seen == [(24, 56), (48, 56), (52, 56), (56, 56)]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [("0:2", (0, 2)), (":2", (0, 2)), ("3:", (3, 5)), ("3", (3, 4)), ("0:99", (0, 5)), ("", (0, 5)), (" 1:2 ", (1, 2))],
)
def test_a_range_is_written_as_a_slice(text: str, blocks: tuple[int, int]) -> None:
    assert read_blocks(text, PLAN, "--blocks") == range(*blocks)


@pytest.mark.parametrize("text", ["x", "1-2", "-1:2", "1:2:3", "2:2", "3:1", "5", "5:", "1,2", "0.5", "٣"])
def test_what_is_no_range_of_the_plan_is_refused(text: str) -> None:
    with pytest.raises(RunError, match="range") as caught:
        read_blocks(text, PLAN, "--blocks")
    assert caught.value.where == "--blocks"
    assert caught.value.fix


@pytest.mark.parametrize("blocks", [range(6), range(5, 5), range(-1, 2), range(0, 4, 2)])
def test_blocks_that_the_plan_has_not_are_refused_before_anything_is_written(tmp_path: File, blocks: range) -> None:
    with pytest.raises(RunError, match="block"):
        explore(draining(), PLAN, tmp_path / "futures", blocks=blocks)
    assert not any(tmp_path.iterdir())


def test_numbers_are_told_as_ranges_that_may_be_asked_for() -> None:
    told = ranges_of([0, 2, 3, 4, 7])
    assert told == ("0:1", "2:5", "7:8")
    assert [n for each in told for n in read_blocks(each, replace(PLAN, worlds=999), "")] == [0, 2, 3, 4, 7]
