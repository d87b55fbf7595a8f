"""The figures as a page: what was reached beside what was wanted, with what each number means and what is unfair in it."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.contenders import (
    C_RK4,
    C_RK4_TWO,
    C_TWO,
    C_VECTORS,
    EULER_ONE_CORE,
    NATIVE,
    NATIVE_RK4,
    NATIVE_RK4_TWO,
    NATIVE_TWO,
    PYSD,
    SIMLIN,
    Contender,
)
from bench.measure import ROUNDS, Result, Results, ratio
from bench.processes import TIMES, Latencies
from bench.task import laboratory
from dualtrack.app.bind import THEORY

LIBRARIES = ("llvmlite", "numpy", "numba", "jax", "pysimlin", "pysd")
HEADER = """<!-- Written by `make bench`; do not edit. -->
# Benchmarks

Every contender runs the shipped theory under the regime `{regime}` from {start:g} to {stop:g} in steps of 1/{steps:g} year, in
the same worlds, and saves the same {outcomes} outcomes a quarter. Before it is timed, its outcomes are held against the oracle
(plain Python): one that strays is left out. Then all run in turns for {rounds} rounds, each in a process of its own; a speed is a
median over rounds, a ratio the median of the ratios within each round. On one core, a contender is pinned to it, and its seconds
are those the processor spent on it, so that neighbours on the machine do not count; on two cores they are seconds that passed.
"""


@dataclass(frozen=True)
class Wanted:
    """A figure, what it should be and what it is; `found` is None where a peer is missing."""

    what: str
    wanted: str
    found: float | None
    met: bool
    form: str


def page(results: Results, seconds: Latencies, load: Sequence[float]) -> str:
    """The page as Markdown."""
    parts = [_header(), *_machine(load), *_wanted(_budgets(results, seconds)), *_one_core(results), *_schemes(results)]
    return "\n".join([*parts, *_cores(results), *_processes(seconds), *_unfair(results)]) + "\n"


def _header() -> str:
    steps = 1 / THEORY.clock.step
    outcomes = len(laboratory().model.outcomes)
    return HEADER.format(
        regime=THEORY.treated, start=THEORY.clock.start, stop=THEORY.clock.stop, steps=steps, outcomes=outcomes, rounds=ROUNDS
    )


def _machine(load: Sequence[float]) -> Iterator[str]:
    model = laboratory().model
    counts = f"{len(model.stocks)} stocks, {len(model.order)} other equations, {len(model.given)} numbers"
    yield f"- Model: {counts}, {len(model.driven)} levers and histories; fingerprint `{model.fingerprint[:12]}`."
    yield f"- Machine: {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}; load average"
    yield f"  {load[0]:.1f} before and {load[1]:.1f} after (more than the cores means that neighbours were busy)."
    yield f"- Date: {datetime.now(UTC):%Y-%m-%d}."
    yield f"- Versions: Python {platform.python_version()}, {', '.join(map(_version, LIBRARIES))}, {_gcc()}."
    yield ""


def _budgets(results: Results, seconds: Latencies) -> Iterator[Wanted]:
    pairs = (
        ("native beside C, one core, Euler", NATIVE, C_VECTORS, 0.8),
        ("native beside C, one core, RK4", NATIVE_RK4, C_RK4, 0.8),
        ("native beside Simlin, one core", NATIVE, SIMLIN, 70.0),
        ("native beside PySD, one core", NATIVE, PYSD, 5000.0),
    )
    for what, ours, theirs, wanted in pairs:
        found = _ratio(results, ours, theirs)
        yield Wanted(what, f"at least {wanted:,g} times", found, found is not None and found >= wanted, "{:,.4g} times")
    second = _second_core(results, NATIVE, NATIVE_TWO)
    yield Wanted("second core, when quiet", "at least 1.8 times", second, second is not None and second >= 1.8, "{:.2f} times")
    for what, limit, found in (
        ("compiling, nothing on disk", 1.0, seconds.compiling.busy),
        ("one run in process", 0.0005, seconds.one_run.busy),
        ("the command line, one run", 0.5, seconds.command.busy),
    ):
        yield Wanted(what, f"less than {_time(limit)} of the processor", found, found < limit, "")


def _wanted(budgets: Iterator[Wanted]) -> Iterator[str]:
    yield "## What was wanted\n\n| figure | wanted | found | |\n|---|---|---|---|"
    for one in budgets:
        found = "not measured" if one.found is None else one.form.format(one.found) if one.form else _time(one.found)
        yield f"| {one.what} | {one.wanted} | {found} | {'reached' if one.met else 'missed'} |"
    yield ""


def _one_core(results: Results) -> Iterator[str]:
    yield "## Worlds per second, one core, Euler\n"
    yield "*Native is ... as fast* is the native target's speed over the contender's. *First answer* counts reading or compiling"
    yield "the model, after imports of this package. *Distance* is the largest from the oracle, relative to an outcome's largest"
    yield "value in that world.\n"
    yield "| contender | worlds per second | native is ... as fast | first answer | distance |\n|---|---:|---:|---:|---:|"
    for contender in EULER_ONE_CORE:
        result = results[contender.key]
        if result.skipped:
            yield f"| {contender.label} | left out: {result.skipped} | | | |"
        else:
            times = _ratio(results, NATIVE, contender)
            shown = "-" if times is None else f"{times:,.3g} times"
            yield f"| {contender.label} | {result.speed:,.4g} | {shown} | {_time(result.ready)} | {result.gap:.0e} |"
    yield ""


def _schemes(results: Results) -> Iterator[str]:
    yield "## Native beside C\n\n| scheme | cores | native, worlds per second | C | native over C |\n|---|---:|---:|---:|---:|"
    for ours, theirs in ((NATIVE, C_VECTORS), (NATIVE_TWO, C_TWO), (NATIVE_RK4, C_RK4), (NATIVE_RK4_TWO, C_RK4_TWO)):
        found = _ratio(results, ours, theirs)
        speeds = [_speed(results[one.key], ours.threads) for one in (ours, theirs)]
        yield f"| {ours.scheme.name} | {ours.threads} | {speeds[0]} | {speeds[1]} | {'-' if found is None else f'{found:.2f}'} |"
    yield ""


def _cores(results: Results) -> Iterator[str]:
    yield "## What a second core gives\n"
    yield "*Passed*: by seconds that passed; the second core was not ours alone if the load average says so. *Best round*: the"
    yield "same between the rounds that neighbours disturbed least. *Processor*: by the processor's seconds, as if both cores"
    yield "were ours and never idle; what is lost there is lost to shared memory and clock.\n"
    yield "| | scheme | passed | best round | processor |\n|---|---|---:|---:|---:|"
    for one, two in ((NATIVE, NATIVE_TWO), (C_VECTORS, C_TWO), (NATIVE_RK4, NATIVE_RK4_TWO), (C_RK4, C_RK4_TWO)):
        first, second = results[one.key], results[two.key]
        if not (first.skipped or second.skipped):
            passed, best = ratio(second.by_wall, first.by_wall), _second_core(results, one, two)
            busy = ratio(second.by_processor, first.by_processor)
            yield f"| {one.label} | {one.scheme.name} | {passed:.2f} | {best:.2f} | {busy:.2f} |"
    yield ""


def _processes(seconds: Latencies) -> Iterator[str]:
    yield f"## One run\n\nMedians of {TIMES} starts, or of many runs in one process. The disk's own cache and Python's bytecode"
    yield "are warm throughout.\n\n| | passed | processor |\n|---|---:|---:|"
    for what, found in (
        ("Python starts and ends", seconds.python),
        ("`dualtrack run limited_opening --json`, no kernel on disk", seconds.command_cold),
        ("the same again", seconds.command),
        ("native: write, compile and run a first world, nothing on disk", seconds.compiling),
        ("native: the same from disk", seconds.loading),
        ("native: one more run in the same process, all outcomes", seconds.one_run),
        ("plain Python: one run, every quantity", seconds.one_run_python),
    ):
        yield f"| {what} | {_time(found.passed)} | {_time(found.busy)} |"
    yield ""


def _unfair(results: Results) -> Iterator[str]:
    yield "## What is unfair\n"
    yield "Compiled contenders leave out what no saved outcome needs, work out on saved rows only what moves no stock, and"
    yield "check every quantity that can fail where they do. Beyond that:\n"
    yield from (f"- **{c.label}**: {c.note}." for c in EULER_ONE_CORE if c.note)
    yield "- Only native and C are timed with RK4: JAX takes minutes to compile it, and files for other tools are made for Euler."


def _ratio(results: Results, ours: Contender, theirs: Contender) -> float | None:
    first, second = results[ours.key], results[theirs.key]
    if first.skipped or second.skipped:
        return None
    if ours.threads == 1:
        return ratio(first.by_processor, second.by_processor)
    return ratio(first.by_wall, second.by_wall)


def _second_core(results: Results, one: Contender, two: Contender) -> float | None:
    """The speed-up by seconds that passed, between the rounds in which each was fastest."""
    first, second = results[one.key], results[two.key]
    return None if first.skipped or second.skipped else max(second.by_wall) / max(first.by_wall)


def _speed(result: Result, threads: int) -> str:
    if result.skipped:
        return "left out"
    return f"{result.speed if threads == 1 else result.speed_by_wall:,.4g}"


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 0.1 else f"{1000 * seconds:.3g} ms"


def _version(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return f"{library} missing"


def _gcc() -> str:
    compiler = shutil.which("gcc")
    if compiler is None:
        return "GCC missing"
    return "GCC " + subprocess.run([compiler, "-dumpfullversion"], check=True, capture_output=True, text=True).stdout.strip()


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    lines = about.read_text(encoding="utf-8").splitlines() if about.exists() else []
    named = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
    if "model name" not in named:
        return platform.processor()
    wide = ", AVX-512" if "avx512f" in named.get("flags", "") else ""
    return f"{named['model name']} (family {named.get('cpu family')}, model {named.get('model')}{wide})"
