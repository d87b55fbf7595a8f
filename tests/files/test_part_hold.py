"""Parts of a folder are held by one process each: who asks for a part that is held is told, and others may be held beside it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path as File

import pytest

from dualtrack.errors import OutputError
from dualtrack.files import part_hold
from dualtrack.files.part_hold import part_held
from tests.house import ROOT

HOLDER = """
import sys
from contextlib import nullcontext
from pathlib import Path
from dualtrack.files.part_hold import part_held
with part_held(Path(sys.argv[1])) as hold, hold.door() if sys.argv[4] == "door" else nullcontext():
    hold.hold(range(int(sys.argv[2]), int(sys.argv[3])))
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_elsewhere(file: File, parts: range, where: str = "parts") -> Iterator[subprocess.Popen[bytes]]:
    """Another process that holds these parts, and the door too if `where` says so."""
    words = [sys.executable, "-c", HOLDER, str(file), str(parts.start), str(parts.stop), where]
    place = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(words, env=place, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        yield holder
        holder.kill()


@pytest.mark.parametrize("parts", [range(3, 4), range(9), range(5, 6), range(2, 5)])
def test_a_part_that_another_process_holds_cannot_be_held(tmp_path: File, parts: range) -> None:
    elsewhere = held_elsewhere(tmp_path / "held", range(3, 6))
    with elsewhere, part_held(tmp_path / "held") as hold, hold.door(), pytest.raises(OutputError, match="another process"):
        hold.hold(parts)


@pytest.mark.parametrize("parts", [range(3), range(6, 9), range(6, 7)])
def test_other_parts_can_be_held_beside_it(tmp_path: File, parts: range) -> None:
    with held_elsewhere(tmp_path / "held", range(3, 6)), part_held(tmp_path / "held") as hold, hold.door():
        hold.hold(parts)
    assert (tmp_path / "held").read_bytes() == b""


def test_a_hold_ends_with_its_process(tmp_path: File) -> None:
    with held_elsewhere(tmp_path / "held", range(3, 6)):
        pass
    with part_held(tmp_path / "held") as hold:
        hold.hold(range(4, 5))


def test_who_stands_in_the_door_is_waited_for_and_not_for_ever(tmp_path: File, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part_hold, "PATIENCE", 0.2)
    elsewhere = held_elsewhere(tmp_path / "held", range(3, 6), "door")
    with elsewhere, part_held(tmp_path / "held") as hold, pytest.raises(OutputError, match="another process"), hold.door():
        pass
