"""Two hundred folders in which a user left what a user may leave, and runs that are killed: nothing of the user's is changed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.filling import OLD, holds, rerun, write
from tests.house import ROOT

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
KILL = """
import pathlib, sys
from tests.app.filling import NEW, write
from tests.lab.exploring import die_at
die_at(int(sys.argv[2]))
write(pathlib.Path(sys.argv[1]), NEW)
"""


@pytest.mark.parametrize("seed", range(1000, 1200))
def test_no_rerun_changes_anything_that_is_not_ours(tmp_path: Path, seed: int) -> None:
    rerun(tmp_path, seed)


@pytest.mark.parametrize("moment", range(0, 24, 2))
def test_a_report_killed_at_any_moment_is_finished_or_begun_again_by_the_next(tmp_path: Path, moment: int) -> None:
    place = tmp_path / "results"
    write(place, OLD)
    (place / "notes.txt").write_text("mine", encoding="utf-8")
    child = [sys.executable, "-c", KILL, str(place), str(moment)]
    assert subprocess.run(child, env=ENVIRONMENT, check=False).returncode in (0, -signal.SIGKILL)
    kept = (place / "notes.txt").read_text(encoding="utf-8")
    (place / "notes.txt").unlink()
    write(place, OLD)
    assert holds(place, OLD)
    assert kept == "mine"
