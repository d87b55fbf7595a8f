"""Too little memory is said in the error style, whoever says it first: Python, the system, or a library."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from dualtrack.app.bind import THEORY
from dualtrack.app.output import memory
from dualtrack.app.output.memory import EnoughMemory, check_memory, free_memory
from dualtrack.errors import LabError, RunError
from tests.app.calling import Caller
from tests.house import ROOT

CAPPED = """
import resource, sys
from dualtrack.app.cli import main
import dualtrack.app.output.memory as memory
held = memory.status("VmSize")
resource.setrlimit(resource.RLIMIT_AS, (held + int(sys.argv[1]), held + int(sys.argv[1])))
sys.exit(main(sys.argv[2:]))
"""
linux = pytest.mark.skipif(memory.status("VmSize") is None, reason="only Linux says what a process holds")


class PanicException(BaseException):
    """As a library written in Rust raises it: no `Exception`, and known by its name only."""


def wrapped() -> RuntimeError:
    error = RuntimeError("a step failed")
    error.__cause__ = MemoryError()
    return error


def through(error: BaseException, *words: str) -> BaseException:
    """What leaves the guard when this was raised inside it."""
    with pytest.raises(BaseException) as caught, EnoughMemory(words):
        raise error
    return caught.value


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        RuntimeError("can't start new thread"),
        ImportError("libpolars.so: failed to map segment: Cannot allocate memory"),
        PanicException("could not spawn threads: ThreadPoolBuildError { kind: IOError(WouldBlock) }"),
        wrapped(),
    ],
    ids=repr,
)
def test_memory_that_is_refused_is_a_mistake_with_a_fix(error: BaseException) -> None:
    said = through(error, "report", "--worlds", "40000")
    assert isinstance(said, RunError)
    assert said.where == "dualtrack report --worlds 40000"
    assert "--worlds" in said.fix
    assert "ulimit" in said.fix


@pytest.mark.parametrize("words", [("list", "levers"), ("explain", "dependence")])
def test_a_command_without_worlds_is_not_told_to_ask_for_fewer(words: tuple[str, ...]) -> None:
    said = through(MemoryError(), *words)
    assert isinstance(said, RunError)
    assert "worlds" not in said.fix


def test_nesting_without_end_is_a_mistake_too() -> None:
    said = through(RecursionError("maximum recursion depth exceeded"), "list")
    assert isinstance(said, LabError)
    assert "nests" in said.what


@pytest.mark.parametrize(
    "error",
    [
        ValueError("no"),
        RuntimeError("something else"),
        OSError(errno.ENOENT, "no"),
        KeyboardInterrupt(),
        PanicException("a bug"),
        LabError("no"),
    ],
    ids=repr,
)
def test_every_other_error_passes_as_it_is(error: BaseException) -> None:
    assert through(error, "report") is error


def test_what_cannot_fit_is_refused_before_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "free_memory", lambda: 8 * 100 * 2 * 5 * len(THEORY.clock.saved))
    check_memory(100, 2, 5, THEORY.clock)
    with pytest.raises(RunError, match="101 worlds x 2 regimes x 5 quantities x 89 dates"):
        check_memory(101, 2, 5, THEORY.clock)


def test_where_the_system_does_not_say_what_is_free_the_work_begins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("STATUS", "LIMITS", "MACHINE", "GROUP"):
        monkeypatch.setattr(memory, name, tmp_path / "nothing")
    assert free_memory() is None
    check_memory(10**12, 10, 10, THEORY.clock)


def test_a_container_may_have_less_than_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(memory, "GROUP", tmp_path)
    for held, most, left in (("100", "300", 200), ("300", "100", 0)):
        (tmp_path / "memory.current").write_text(held + "\n")
        (tmp_path / "memory.max").write_text(most + "\n")
        assert free_memory() == left
    (tmp_path / "memory.max").write_text("max\n")
    assert free_memory() != 0


@pytest.mark.parametrize(("command", "worlds"), [("compare", "50000"), ("report", "50000")])
def test_a_command_that_holds_all_worlds_asks_first(
    command: str, worlds: str, call: Caller, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(memory, "free_memory", lambda: 10**8)
    monkeypatch.chdir(tmp_path)
    regimes = ["as_is", "free_trade"] if command == "compare" else []
    said = call.refused(command, *regimes, "--worlds", worlds)
    assert "50000 worlds x" in said
    assert "explore" in said
    assert list(tmp_path.iterdir()) == []


@linux
@pytest.mark.parametrize("room", [1, 150])
def test_a_capped_process_ends_with_a_message(room: int, tmp_path: Path) -> None:
    words = ["compare", "as_is", "free_trade", "--worlds", "40000"]
    ended = subprocess.run(
        [sys.executable, "-c", CAPPED, str(room * 10**6), *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": "/dev/null"},
    )
    assert ended.returncode == 1, ended.stderr
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    assert "  fix   " in ended.stderr
