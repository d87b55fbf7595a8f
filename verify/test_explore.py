"""Large ensembles at length: kills at random moments, long prefixes, and a thousand slips of the hand."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path as File

import numpy as np
import pytest
import xarray

from dualtrack.lab.store.explore import explore
from dualtrack.lab.store.plan import Plan
from dualtrack.lab.worlds.design import COUNTER, Design, Sobol
from tests.app.misspelt import accepted, laboratory
from tests.house import ROOT
from tests.lab.exploring import CLOCK, RUNNING, SAVED, SHUT, contents, explored
from tests.lab.toys import draining
from tests.strategies import FIRST_YEAR

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
SLOWEST = 4.0
"""Seconds after which a kill no longer waits; the whole run takes about as long."""
THEORY = """
import pathlib, sys
from tests.app.misspelt import laboratory
from dualtrack.lab.store.explore import explore
from dualtrack.lab.store.plan import Plan
from dualtrack.language.scenario import Clock
bound = laboratory()
regimes = (bound.regimes["as_is"], bound.regimes["free_trade"])
plan = Plan(regimes, 3000, 7, Clock(2018.0, 2040.0, 1 / 16, 1.0), ("dependence", "application_earnings"), block=150)
explore(bound.model, plan, pathlib.Path(sys.argv[1]), resume=True)
"""


def test_twenty_kills_at_random_writes_and_each_resumes_to_the_same_bytes(tmp_path: File) -> None:
    explored(tmp_path / "whole" / "futures")
    whole, chance = contents(tmp_path / "whole" / "futures"), random.Random(1)
    for kill in range(20):
        folder = tmp_path / str(kill) / "futures"
        moment = str(chance.randrange(150))
        child = [sys.executable, "-m", "tests.lab.exploring", str(folder), moment]
        assert subprocess.run(child, env=ENVIRONMENT, check=False).returncode == -signal.SIGKILL, moment
        explored(folder)
        assert contents(folder) == whole, moment


def test_one_ensemble_of_the_theory_killed_at_twenty_random_times_ends_in_the_same_bytes(tmp_path: File) -> None:
    whole, torn, chance = tmp_path / "whole" / "futures", tmp_path / "torn" / "futures", random.Random(2)
    assert _command(whole).wait() == 0
    for _ in range(20):
        child = _command(torn)
        time.sleep(chance.uniform(0.5, SLOWEST))
        child.kill()
        child.wait()
    assert _command(torn).wait() == 0
    assert contents(torn) == contents(whole)


def _command(folder: File) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", THEORY, str(folder)], env=ENVIRONMENT)


@pytest.mark.parametrize("design", [COUNTER, Sobol()])
def test_the_first_thousand_of_a_hundred_thousand_worlds_are_the_thousand(tmp_path: File, design: Design) -> None:
    few, many = (
        explore(draining(), Plan((SHUT, RUNNING), worlds, 7, CLOCK, SAVED, design), tmp_path / str(worlds))
        for worlds in (1_000, 100_000)
    )
    assert few.to_xarray().load().equals(many.to_xarray().isel(world=slice(1_000)).load())


def test_the_first_hundred_worlds_of_the_theory_are_the_hundred(tmp_path: File) -> None:
    bound = laboratory()
    regimes = (bound.regimes["as_is"], bound.regimes["breakout"])
    clock = type(CLOCK)(2018.0, 2040.0, 1 / 16, 1.0)
    few, many = (
        explore(
            bound.model, Plan(regimes, worlds, 7, clock, bound.model.outcomes, block=block), tmp_path / str(worlds), jobs=jobs
        )
        for worlds, block, jobs in ((100, 33, 1), (5_000, 999, 2))
    )
    assert few.to_xarray().load().equals(many.to_xarray().isel(world=slice(100)).load())


def test_a_small_disk_fills_up_and_nothing_is_lost(tmp_path: File) -> None:
    """A limit on the size of one file stands for a full disk; the largest one lists all others."""
    script = (
        "import resource, sys, pathlib\n"
        "from tests.lab.exploring import explored\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)\n"
        "explored(pathlib.Path(sys.argv[1]))\n"
    )
    explored(tmp_path / "whole" / "futures")
    largest = max(map(len, contents(tmp_path / "whole" / "futures").values()))
    for limit in (100, 700, 5_000, largest - 1):
        folder = tmp_path / str(limit) / "futures"
        child = [sys.executable, "-c", script, str(folder), str(limit)]
        said = subprocess.run(child, env=ENVIRONMENT, check=False, capture_output=True, text=True)
        assert "OutputError: the ensemble cannot be written" in said.stderr, limit
        explored(folder)
        assert contents(folder) == contents(tmp_path / "whole" / "futures"), limit


def test_memory_does_not_grow_with_the_worlds(tmp_path: File) -> None:
    script = (
        "import sys, pathlib; from tests.lab.exploring import *\n"
        "plan = Plan((SHUT,), int(sys.argv[2]), 7, CLOCK, SAVED)\n"
        "explored(pathlib.Path(sys.argv[1]), plan)\n"
        "print(next(l.split()[1] for l in open('/proc/self/status') if l.startswith('VmHWM')))\n"
    )
    peaks = [
        int(subprocess.check_output([sys.executable, "-c", script, str(tmp_path / str(n)), str(n)], env=ENVIRONMENT))
        for n in (200_000, 2_000_000)
    ]
    assert peaks[1] < 1.2 * peaks[0], peaks


def test_no_slip_of_a_thousand_is_taken_for_a_real_name() -> None:
    assert accepted(1000 // 9 + 1, seed=2) == []


def test_a_store_of_the_theory_opens_whole(tmp_path: File) -> None:
    folder = tmp_path / "futures"
    assert _command(folder).wait() == 0
    data = xarray.open_zarr(folder / "results.zarr").sel(regime="free_trade")
    assert np.isfinite(data["dependence"].values).all()
    assert data["year"].values[0] <= FIRST_YEAR
