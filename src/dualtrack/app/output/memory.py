"""Memory: what a calculation holds at once against what there is, and what to say when there is too little."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from pathlib import Path as File
from types import TracebackType

from dualtrack.errors import LabError, RunError
from dualtrack.language.scenario import Clock

NUMBER = 8
"""Bytes."""
MEGABYTE = 1e6
KILO = 1024
STATUS, LIMITS, MACHINE = File("/proc/self/status"), File("/proc/self/limits"), File("/proc/meminfo")
ADDRESSES = "Max address space"
GROUP = File("/sys/fs/cgroup")
"""Where Linux tells what a container may take."""
NO_THREAD = "can't start new thread"
FAILED = (
    "ThreadPoolBuild",
    "Cannot allocate",
    "cannot allocate",
    "failed to map segment",
    "out of memory",
    "Resource temporarily unavailable",
)
"""Words by which libraries in other languages say that memory, or room for a thread, was refused."""
SMALL = ("list", "explain", "docs", "export", "run")
"""Commands that hold no worlds."""
FEWER = "ask for fewer worlds (--worlds), or keep them on disk: `dualtrack explore` needs the same memory for any number"
MORE = "close other programs, or allow more memory (`ulimit -v`)"


def check_memory(worlds: int, regimes: int, quantities: int, clock: Clock) -> None:
    """Raise `RunError` before the work where the numbers alone, which are held all at once, do not fit."""
    needed, free = NUMBER * worlds * regimes * quantities * len(clock.saved), free_memory()
    if free is not None and needed > free:
        raise RunError(
            f"{worlds} worlds x {regimes} regimes x {quantities} quantities x {len(clock.saved)} dates need "
            f"{needed / MEGABYTE:,.0f} MB, and {free / MEGABYTE:,.0f} MB are free",
            fix=FEWER,
        )


class EnoughMemory:
    """Around a command: where memory runs out in it, the error says so and what mends it."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words

    def __enter__(self) -> None:
        return

    def __exit__(self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None) -> None:
        if any(map(_is_refusal, _chain(error))):
            raise self._too_little() from None
        if isinstance(error, RecursionError):
            raise LabError(
                "something that was read nests too deeply", where=self._written(), fix="write files with fewer levels"
            ) from None

    def _too_little(self) -> RunError:
        peak, limit = status("VmPeak"), _limit()
        near = [] if limit is None else [f"this process may take {limit / MEGABYTE:,.0f} MB"]
        near += [] if peak is None else [f"it had taken {peak / MEGABYTE:,.0f} MB, with its libraries"]
        fix = MORE if self.words and self.words[0] in SMALL else f"{FEWER}; or {MORE}"
        return RunError("there is too little memory for this", where=self._written(), near="; ".join(near), fix=fix)

    def _written(self) -> str:
        return " ".join(("dualtrack", *self.words))


def free_memory() -> int | None:
    """Bytes that this process may still take; None where the system does not say."""
    limit, held = _limit(), status("VmSize")
    room = None if limit is None or held is None else max(limit - held, 0)
    known = [each for each in (_from(MACHINE, "MemAvailable"), room, _left_to_group()) if each is not None]
    return min(known, default=None)


def status(word: str) -> int | None:
    """Bytes that Linux notes of this process under a word, such as VmHWM, the most that it ever held."""
    return _from(STATUS, word)


def _is_refusal(error: BaseException) -> bool:
    """Whether an error says, in Python's words or a library's, that memory was refused."""
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return True
    if isinstance(error, RuntimeError) and NO_THREAD in str(error):
        return True
    foreign = isinstance(error, OSError | ImportError) or type(error).__name__ in ("PanicException", "ComputeError")
    return foreign and any(words in str(error) for words in FAILED)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and what led to it."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _limit() -> int | None:
    """Bytes of addresses that the process was allowed; None where there is no limit, or the system does not say."""
    try:
        lines = LIMITS.read_text(encoding="utf-8").splitlines()
        soft = next(line.removeprefix(ADDRESSES).split()[0] for line in lines if line.startswith(ADDRESSES))
        return int(soft)
    except (OSError, ValueError, IndexError, StopIteration, MemoryError):
        return None


def _from(file: File, word: str) -> int | None:
    """Bytes that stand beside a word in a table of Linux."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        return next((int(line.split()[1]) * KILO for line in lines if line.startswith(f"{word}:")), None)
    except (OSError, ValueError, IndexError, MemoryError):
        return None


def _left_to_group() -> int | None:
    try:
        most, held = (int((GROUP / name).read_text(encoding="utf-8")) for name in ("memory.max", "memory.current"))
    except (OSError, ValueError):
        return None
    return max(most - held, 0)
