"""A cache with a hundred poisoned or swapped files beside an empty one: every byte that the commands print is the same."""

import os
import random
import subprocess
import sys
from pathlib import Path

from tests.house import ROOT
from tests.tampering import POISONS, made_a_folder

SCRIPT = """
from dualtrack.app.cli import main
codes = [
    main(["run", "as_is", "--json"]),
    main(["compare", "as_is", "free_trade", "--worlds", "20", "--seed", "7", "--json"]),
    main(["facts", "--json"]),
]
raise SystemExit(any(codes))
"""
FILES = 100


def answers(home: Path) -> bytes:
    """What three commands print, in one process, with this folder for their cache."""
    place = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(home)}
    return subprocess.run([sys.executable, "-c", SCRIPT], env=place, stdout=subprocess.PIPE, check=True).stdout


def test_a_hundred_spoilt_files_change_no_byte(tmp_path: Path) -> None:
    chance = random.Random(1)
    mendable = [poison for poison in POISONS if poison is not made_a_folder]
    empty = answers(tmp_path / "empty")
    home, spoilt = tmp_path / "spoilt", 0
    while spoilt < FILES:
        assert answers(home) == empty
        files = sorted(file for file in (home / "dualtrack").iterdir() if file.suffix != ".aside")
        assert {file.suffix for file in files} >= {".kernel", ".program"}
        sealed = [file.read_bytes() for file in files]
        for file in files:
            chance.choice(mendable)(file, chance.choice(sealed), chance)
            spoilt += 1
    assert answers(home) == empty
