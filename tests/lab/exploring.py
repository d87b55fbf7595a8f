"""A large ensemble made small, for the tests that stop it, break it and resume it.

Run as a program it explores into a folder and is killed at the Nth moment at which something reaches the disk:

    python -m tests.lab.exploring FOLDER N
"""

import os
import signal
import sys
from pathlib import Path as File

from dualtrack.lab.store.explore import Explored, explore
from dualtrack.lab.store.plan import Plan
from dualtrack.language.scenario import Clock, Path, Regime
from tests.lab.toys import draining

CLOCK = Clock(2020.0, 2030.0, 1 / 16, 1.0)
SHUT, RUNNING = Regime("shut", {"opening": Path(((2020.0, 0.0),))}), Regime("running")
SAVED = ("level", "log_level")
PLAN = Plan((SHUT, RUNNING), 100, 7, CLOCK, SAVED, block=24)


def explored(folder: File, plan: Plan = PLAN, *, resume: bool = True) -> Explored:
    return explore(draining(), plan, folder, resume=resume)


def contents(folder: File) -> dict[str, bytes]:
    """Every file below a folder and beside it, by place."""
    return {str(file.relative_to(folder.parent)): file.read_bytes() for file in folder.parent.rglob("*") if file.is_file()}


def die_at(moment: int) -> None:
    """Let this process be killed when files or folders are forced to the disk for the Nth time, half of them half-way."""
    force, seen = os.fsync, iter(range(moment))

    def count(handle: int) -> None:
        if next(seen, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        force(handle)

    os.fsync = count  # type: ignore[assignment]


if __name__ == "__main__":
    die_at(int(sys.argv[2]))
    explored(File(sys.argv[1]))
