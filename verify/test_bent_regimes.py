"""Five thousand bent regime files, each with its end written down before; a twentieth again through the command line."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path as File

import pytest

from tests.app.calling import SCRIPT
from tests.house import ROOT
from tests.reading_bent_regimes import end_of
from tests.regime_fuzz import case

SEED, ALL, PARTS, EVERY = 2027, 5000, 10, 20
ENCODINGS, WIDTHS = ("ascii", "cp1252", "gbk"), (20, 40, 80, 200)
ENDS = {"refused": 1, "told": 0, "same": 0, "other": 0}


@pytest.mark.parametrize("part", range(PARTS))
def test_every_bent_file_comes_to_the_end_that_was_foreseen(part: int, tmp_path: File) -> None:
    wrong = []
    for number in range(part * ALL // PARTS, (part + 1) * ALL // PARTS):
        bent = case(SEED, number)
        found = end_of(bent, tmp_path)
        if found != bent.end:
            wrong.append((number, bent.kind, found, bent.end))
    assert not wrong, Counter(kind for _, kind, _, _ in wrong)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_twentieth_ends_so_on_the_command_line_in_any_encoding_and_width(part: int, tmp_path: File) -> None:
    numbers = range(0, ALL, EVERY)[part::PARTS]
    for place, number in enumerate(numbers):
        bent, encoding, width = case(SEED, number), ENCODINGS[place % 3], WIDTHS[place % 4]
        file = tmp_path / "bent.toml"
        file.write_bytes(bent.bent)
        found = subprocess.run(
            [sys.executable, "-c", SCRIPT, "run", "as_is", "--from", str(file), "--years", "2018:2040"],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": encoding, "COLUMNS": str(width)},
            check=False,
        )
        said = (number, bent.kind, encoding, width, found.stderr[-2000:])
        assert b"Traceback" not in found.stderr, said
        assert found.returncode == ENDS[bent.end], said
        found.stdout.decode(encoding)
        assert (b"note:" in found.stderr) == (bent.end == "told"), said
