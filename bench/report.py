"""The figures as a page: what was reached beside what was wanted, with what each number means and what is unfair in it."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.contenders import (
    C_RK4,
    C_RK4_TWO,
    C_STRETCHES,
    C_STRETCHES_RK4,
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
from bench.measure import ROUNDS, STARTS, Ratio, Result, Results
from bench.processes import TIMES, Latencies
from bench.records import Recorded, record
from bench.task import laboratory
from dualtrack.app.bind import THEORY

LIBRARIES = ("llvmlite", "numpy", "numba", "jax", "pysimlin", "pysd")
HEADER = """<!-- Written by `make bench`; do not edit. -->
# Benchmarks

Every contender runs the shipped theory under the regime `{regime}` from {start:g} to {stop:g} in steps of 1/{steps:g} year, in
the same worlds, and saves the same {outcomes} outcomes a quarter. Before it is timed, its outcomes are held against the oracle
(plain Python): one that strays is left out. Then all run in turns for {rounds} rounds, each in a process of its own, and all of
that {starts} times, since where code and memory come to lie makes a process faster or slower for as long as it lives. A speed is
a median over rounds; a ratio is taken within a round of a few seconds: its median stands there, and in brackets the tenth and
the ninetieth of a hundred. On one core, a contender is pinned to it, and its seconds are those the processor spent on it, so
that neighbours on the machine do not count, but for what they take of its caches; on two cores they are seconds that passed.
"""


@dataclass(frozen=True)
class Wanted:
    """A figure, what it should be and what it is; `found` is None where a peer is missing."""

    what: str
    wanted: str
    found: str
    met: bool


def page(results: Results, seconds: Latencies, load: Sequence[float]) -> str:
    """The page as Markdown; ratios on this core are recorded for pages written on others."""
    today, ratios = f"{datetime.now(UTC):%Y-%m-%d}", dict(_ratios(results))
    rows = [
        Recorded(today, _processor(), what, *(f"{each:.4g}" for each in (one.middle, one.low, one.high)))
        for what, (one, _) in ratios.items()
    ]
    parts = [_header(), *_machine(load, today), *_wanted([*_reached(ratios), *_budgets(seconds)]), *_elsewhere(record(rows))]
    parts += [*_one_core(results), *_schemes(results), *_cores(results), *_processes(seconds), *_unfair(results)]
    return "\n".join(parts) + "\n"


def _header() -> str:
    steps = 1 / THEORY.clock.step
    outcomes = len(laboratory().model.outcomes)
    return HEADER.format(
        regime=THEORY.treated,
        start=THEORY.clock.start,
        stop=THEORY.clock.stop,
        steps=steps,
        outcomes=outcomes,
        rounds=ROUNDS,
        starts=STARTS,
    )


def _machine(load: Sequence[float], today: str) -> Iterator[str]:
    model = laboratory().model
    counts = f"{len(model.stocks)} stocks, {len(model.order)} other equations, {len(model.given)} numbers"
    yield f"- Model: {counts}, {len(model.driven)} levers and histories; fingerprint `{model.fingerprint[:12]}`."
    yield f"- Machine: {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}; load average"
    yield f"  {load[0]:.1f} before and {load[1]:.1f} after (more than the cores means that neighbours were busy)."
    yield f"- Date: {today}."
    yield f"- Versions: Python {platform.python_version()}, {', '.join(map(_version, LIBRARIES))}, {_gcc()}."
    yield ""


def _ratios(results: Results) -> Iterator[tuple[str, tuple[Ratio, float]]]:
    """The ratios that were promised, each with what it should be at least; one whose peer is missing is left out."""
    pairs = (
        ("native beside C, one core, Euler", NATIVE, C_VECTORS, 1.5),
        ("native beside C, one core, RK4", NATIVE_RK4, C_RK4, 1.5),
        ("native beside Simlin, one core", NATIVE, SIMLIN, 70.0),
        ("native beside PySD, one core", NATIVE, PYSD, 5000.0),
    )
    for what, ours, theirs, wanted in pairs:
        found = _ratio(results, ours, theirs)
        if found is not None:
            yield what, (found, wanted)
    second = _second_core(results, NATIVE, NATIVE_TWO)
    if second is not None:
        yield "second core, when quiet", (Ratio(second, second, second), 1.8)


def _reached(ratios: Mapping[str, tuple[Ratio, float]]) -> Iterator[Wanted]:
    for what, (found, wanted) in ratios.items():
        shown = _times(found) if found.low < found.high else f"{found.middle:.2f} times"
        yield Wanted(what, f"at least {wanted:,g} times", shown, found.middle >= wanted)


def _budgets(seconds: Latencies) -> Iterator[Wanted]:
    for what, limit, found in (
        ("compiling, nothing on disk", 1.0, seconds.compiling.busy),
        ("one run in process", 0.0005, seconds.one_run.busy),
        ("the command line, one run", 0.5, seconds.command.busy),
    ):
        yield Wanted(what, f"less than {_time(limit)} of the processor", _time(found), found < limit)


def _wanted(budgets: Sequence[Wanted]) -> Iterator[str]:
    yield "## What was wanted\n\n| figure | wanted | found | |\n|---|---|---|---|"
    for one in budgets:
        yield f"| {one.what} | {one.wanted} | {one.found} | {'reached' if one.met else 'missed'} |"
    yield ""


def _elsewhere(others: Sequence[Recorded]) -> Iterator[str]:
    """What the same figures were on other cores, as recorded then."""
    if not others:
        return
    yield "## On other cores\n\nAs recorded on their day, by the program of that day.\n"
    yield "| core | date | figure | found |\n|---|---|---|---:|"
    for each in others:
        spread = f" [{each.low}, {each.high}]" if each.low else ""
        yield f"| {each.processor} | {each.date} | {each.figure} | {float(each.ratio):,.4g} times{spread} |"
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
            shown = "-" if times is None else "1 times" if contender is NATIVE else _times(times)
            yield f"| {contender.label} | {result.speed:,.4g} | {shown} | {_time(result.ready)} | {result.gap:.0e} |"
    yield ""


def _schemes(results: Results) -> Iterator[str]:
    yield "## Native beside C\n\n| scheme | C | cores | native, worlds per second | C, worlds per second | native over C |"
    yield "|---|---|---:|---:|---:|---:|"
    one_core = (NATIVE, C_VECTORS), (NATIVE, C_STRETCHES), (NATIVE_RK4, C_RK4), (NATIVE_RK4, C_STRETCHES_RK4)
    for ours, theirs in (*one_core, (NATIVE_TWO, C_TWO), (NATIVE_RK4_TWO, C_RK4_TWO)):
        found = _ratio(results, ours, theirs)
        speeds = " | ".join(_speed(results[one.key], ours.threads) for one in (ours, theirs))
        yield f"| {ours.scheme.name} | {theirs.label} | {ours.threads} | {speeds} | {_times(found) if found else '-'} |"
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
            passed, best = Ratio.of(second.by_wall, first.by_wall), _second_core(results, one, two)
            busy = Ratio.of(second.by_processor, first.by_processor)
            yield f"| {one.label} | {one.scheme.name} | {_times(passed)} | {best:.2f} | {_times(busy)} |"
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


def _times(ratio: Ratio) -> str:
    return f"{ratio.middle:,.3g} times [{ratio.low:,.3g}, {ratio.high:,.3g}]"


def _ratio(results: Results, ours: Contender, theirs: Contender) -> Ratio | None:
    first, second = results[ours.key], results[theirs.key]
    if first.skipped or second.skipped:
        return None
    if ours.threads == 1:
        return Ratio.of(first.by_processor, second.by_processor)
    return Ratio.of(first.by_wall, second.by_wall)


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
