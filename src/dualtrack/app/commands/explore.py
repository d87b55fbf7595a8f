"""Very many worlds, kept on disk block by block: what is finished is never lost, and a stopped run goes on."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path as File
from time import monotonic
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text as RichText

from dualtrack.app.cli import INTERRUPTED
from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.command_typed import typed
from dualtrack.app.options.options import Cluster, Count, Flag, Hidden, Json, Output, Seed, Some, Text, Worlds
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.memory import status
from dualtrack.app.terminal.terminal import note, show_prose, show_table
from dualtrack.errors import OutputError, RunError
from dualtrack.files.manifest import COMMAND
from dualtrack.lab.inputs import origin_of, read_inputs
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.cluster import connected
from dualtrack.lab.runs.reporting import Progress as Report
from dualtrack.lab.store.block_range import ranges_said, read_blocks
from dualtrack.lab.store.closing import Beside
from dualtrack.lab.store.ensemble_folder import ASKED
from dualtrack.lab.store.explore import Explored, explore
from dualtrack.lab.store.plan import Plan
from dualtrack.lab.worlds.design import design_named
from dualtrack.language.checked import MOST
from dualtrack.language.scenario import Clock
from dualtrack.targets.numeric.tidy import placed

BETWEEN = 10.0
"""Seconds between two remarks where nobody watches a bar."""
SHORT = 1e-3
GIGABYTE = 1e9
PACKED = 0.8
"""The least share of their size that numbers were seen to take once compressed."""
DIVIDING = ("--blocks", "--cluster")
"""Options that divide the work and move no byte of it."""
DAMAGED = 5
"""Damaged places that are named; the others are counted."""


@helpful
def explore_worlds(
    *,
    worlds: Worlds = 100_000,
    regimes: Some = (),
    outcomes: Some = (),
    seed: Seed = 7,
    output: Output = File("dualtrack-futures"),
    design: Text = "counter",
    resume: Flag = False,
    jobs: Count | None = None,
    fail_fast: Flag = False,
    blocks: Hidden = "",
    cluster: Cluster = "",
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> int | None:
    """What happens in very many worlds? Every year is kept on disk, in a store that xarray opens.

    Example: dualtrack explore --worlds 1000000 --regimes {reference},{other} -o futures --resume

    Parameters
    ----------
    regimes
        Regimes' names, divided by commas; all if left out.
    outcomes
        Quantities to keep, divided by commas; the main outcomes if left out.
    output
        The folder for the ensemble.
    design
        How worlds are spread: counter, latin_hypercube or sobol.
    resume
        Go on with what the folder holds; begin if it is not there.
    jobs
        Threads; as many as there are cores if left out.
    fail_fast
        Stop at the first failed world; without it, failed worlds become rows.
    blocks
        A range of blocks, as a slice of Python: 0:8 the first eight, 8: the rest, 3 one. Several processes may fill one folder.
    """
    laboratory = bound(own, reads=False)
    plan, begun = plan_of(laboratory, worlds, regimes, outcomes, seed, design), monotonic()
    wanted = read_blocks(blocks, plan, "--blocks") if blocks else None
    check_room(laboratory, plan, output)
    try:
        with connected(cluster, "--cluster") as client, measured(plan) as progress:
            found = explore(
                laboratory.model,
                plan,
                output,
                jobs=jobs,
                resume=resume,
                fail_fast=fail_fast,
                progress=progress,
                beside=beside(laboratory, whole_command(typed())),
                blocks=wanted,
                client=client,
            )
    except KeyboardInterrupt:
        note(f"stopped; what is finished is in {output}, and --resume goes on")
        return INTERRUPTED
    data = ensemble_data(found, monotonic() - begun)
    if json:
        show_answer("explore", laboratory, data)
    else:
        show_ensemble(data)
    return None


def plan_of(laboratory: Laboratory, worlds: int, regimes: Sequence[str], outcomes: Sequence[str], seed: int, design: str) -> Plan:
    """The plan of what was asked, all regimes and the main outcomes where none is named; raises for an unknown name."""
    if not 1 <= worlds <= MOST:
        raise RunError(f"{worlds} worlds were asked for", where="--worlds", fix=f"ask for 1 to {MOST}")
    clock = laboratory.theory.clock
    return Plan(
        regimes=tuple(laboratory.regime(name) for name in regimes or laboratory.regimes),
        worlds=worlds,
        seed=seed,
        clock=Clock(clock.start, clock.stop, clock.step, 1.0),
        save=tuple(laboratory.quantity(name, "--outcomes") for name in outcomes) or laboratory.theory.outcomes,
        design=design_named(design, worlds),
    )


def check_room(laboratory: Laboratory, plan: Plan, output: File) -> None:
    """Raise `OutputError` before a new ensemble that the disk cannot hold is begun."""
    place = output.expanduser().resolve()
    above = next(each for each in (place, *place.parents) if each.is_dir())
    kept = len(plan.regimes) * len(plan.save) * len(plan.clock.saved) + len(laboratory.model.drawn)
    needed, free = PACKED * 8 * plan.worlds * kept, shutil.disk_usage(above).free
    if not (place / ASKED).exists() and needed > free:
        raise OutputError(
            f"the ensemble needs about {needed / GIGABYTE:,.1f} GB and the disk has {free / GIGABYTE:,.1f} GB left",
            where=str(above),
            fix="ask for fewer worlds, regimes or outcomes, or name a folder on another disk with -o",
        )


def whole_command(words: Sequence[str]) -> list[str]:
    """A command as typed, less who did which part of it: typed again, it gives the whole folder."""
    found, rest = list[str](), iter(words)
    for word in rest:
        if word in DIVIDING:
            next(rest, None)
        elif not word.startswith(tuple(f"{option}=" for option in DIVIDING)):
            found.append(word)
    return found


def beside(laboratory: Laboratory, command: list[str]) -> Beside:
    """The user's own inputs, kept with an ensemble, and what its passport says of all inputs and of the command."""
    inputs = read_inputs(laboratory)
    origin = {"inputs": dict(inputs.hashes), **origin_of(laboratory, inputs)}
    return Beside(inputs.files, {**origin, COMMAND: command})


@contextmanager
def measured(plan: Plan) -> Iterator[Report]:
    """A report of progress on standard error: a bar with the rate and the time left, or a remark now and then."""
    if not sys.stderr.isatty():
        yield _Remarks(len(plan.regimes)).report
        return
    columns = (TextColumn("explore"), BarColumn(), TextColumn("{task.percentage:.0f} %"), _Rate(len(plan.regimes)))
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("explore", total=plan.worlds * len(plan.regimes))
        yield lambda done, of: bar.update(task, completed=done, total=of)


class _Rate(ProgressColumn):
    """Worlds per second, each under every regime."""

    def __init__(self, regimes: int) -> None:
        super().__init__()
        self.regimes = regimes

    def render(self, task: Task) -> RichText:
        return RichText(f"{(task.finished_speed or task.speed or 0.0) / self.regimes:,.0f} worlds/s")


class _Remarks:
    """A line at most every few seconds."""

    def __init__(self, regimes: int) -> None:
        self.regimes, self.said, self.done = regimes, monotonic(), 0

    def report(self, done: int, of: int) -> None:
        """Say how far it is, how fast it was since the last remark, and how long it may take."""
        seconds = monotonic() - self.said
        if seconds < BETWEEN and done < of:
            return
        rate = (done - self.done) / max(seconds, SHORT)
        left = f", {(of - done) / max(rate, 1.0):,.0f} s left" if done < of else ""
        note(f"explore: {100 * done // of} % done, {rate / self.regimes:,.0f} worlds/s{left}")
        self.said, self.done = monotonic(), done


def ensemble_data(found: Explored, seconds: float) -> dict[str, Any]:
    """What an ensemble took and where it is, ready for JSON."""
    plan = found.plan
    run = sum(plan.span(block)[1] for block in found.asked) - min(found.reused * plan.size, plan.worlds)
    took = {
        "seconds": round(seconds, 3),
        "worlds_per_second": round(max(run, 0) / seconds, 1),
        "peak_memory_bytes": status("VmHWM"),
        "disk_bytes": sum(file.stat().st_size for file in found.folder.rglob("*") if file.is_file()),
    }
    return placed(found.to_dict(), "blocks", took)


def show_ensemble(data: dict[str, Any]) -> None:
    """The closing words of a large ensemble."""
    memory = f"{data['peak_memory_bytes'] / GIGABYTE:.2f} GB" if data["peak_memory_bytes"] else "not known"
    facts = {
        "time": f"{data['seconds']:,.1f} s",
        "speed": f"{data['worlds_per_second']:,.0f} worlds/s",
        "regimes": ", ".join(data["regimes"]),
        "peak memory": memory,
        "on disk": f"{data['disk_bytes'] / GIGABYTE:.2f} GB",
        "blocks": f"{data['blocks_asked']} of {data['blocks']}, of which {data['blocks_reused']} were there already",
        "engine": data["engine"],
    }
    show_table(f"{data['worlds']:,} worlds in {data['folder']}", ["", ""], [list(fact) for fact in facts.items()], words=2)
    failed = {regime: count for regime, count in data["failed"].items() if count}
    if failed:
        show_table("Failed worlds", ["regime", "worlds"], [[regime, f"{count:,}"] for regime, count in failed.items()])
        for row in data["first_failures"]:
            show_prose(f"World {row['world']}: {row['reason']}.")
    else:
        show_prose("No world failed.")
    if data["blocks_missing"]:
        show_prose(
            f"Not finished: of {data['blocks']} blocks, those still missing are {ranges_said(tuple(data['blocks_missing']))}. "
            "The folder is sealed by whoever writes the last."
        )
    if data["note"]:
        note(data["note"])
    if mended := data["mended"]:
        more = f" and {len(mended) - DAMAGED} more" if len(mended) > DAMAGED else ""
        note(f"damaged and made again: {', '.join(mended[:DAMAGED])}{more}")
    note(f'open it: xarray.open_zarr("{data["results"]}")')
