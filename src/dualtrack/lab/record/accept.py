"""Which worlds does history leave standing? Each is held beside every target, and what is implausible twice is ruled out.

The implausibility of a world at a target is the distance by which it lies outside the source's own range, over both errors
together: of the observation and of the model. History matching rules out; it does not say which of the rest is likelier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RegimeError, RunError
from dualtrack.lab.record.acceptance import Acceptance
from dualtrack.lab.record.figure import Look, target
from dualtrack.lab.record.judge_facts import gap
from dualtrack.lab.record.measure import SavedRun, measured_if_any, seen
from dualtrack.lab.runs.cluster import Cluster
from dualtrack.lab.runs.engine import Runner, engine
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.soundness.acting import check_acting
from dualtrack.language.statements.ledger import Measure, names_read
from dualtrack.language.statements.target import Bound, Target, check_targets
from dualtrack.targets.numeric.arrays import Array, Mask
from dualtrack.targets.numeric.scheme import EULER
from dualtrack.targets.numeric.tidy import Row, Tidy

CUTOFF = 3.0
"""Pukelsheim's rule: three standard deviations hold at least 95 % of any distribution with one peak, whatever its shape."""
SPARED = 1
"""Targets missed by any distance, as is usual from ten targets on: one error stated too small should not decide."""
BLOCK = 4096
"""Worlds run together: what they save stays below some hundred megabytes."""


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Matching(Printed):
    """The `targets` and `bounds` that worlds of a `model` are held beside, under which `regime` and over which years of `clock`.

    `look` finds the figures of the record. A world is kept where all targets but `spared` are missed by no more than `cutoff`
    standard deviations, as in history matching (Craig and others, 1997); the usual ones are 1 and 3 (Pukelsheim, 1994). A
    `cluster` runs the blocks of many worlds. Raises
    `RegimeError` for a cut-off of 0 or less or more spared than targets, and for dates that never act; `UnknownName` for a target
    of something that the model has not.
    """

    model: Model
    regime: Regime
    clock: Clock
    targets: tuple[Target, ...]
    look: Look
    bounds: tuple[Bound, ...] = ()
    cutoff: float = CUTOFF
    spared: int = SPARED
    cluster: Cluster | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        check_acting(self.regime, self.clock)
        check_targets(self.model, (*self.targets, *self.bounds))
        if not self.cutoff > 0 or not 0 <= self.spared < len(self.targets):
            raise RegimeError(
                f"{len(self.targets)} targets, {self.spared} of them spared, are held to a cut-off of {self.cutoff:g}",
                fix="give a cut-off above 0 and more targets than may be missed",
            )


@dataclass(frozen=True, slots=True, repr=False)
class Kept(Tidy):
    """The worlds that were accepted, under their own numbers, and how the acceptance of all came about."""

    worlds: Worlds
    acceptance: Acceptance

    def printed_title(self) -> str:
        return f"Kept: {self.worlds.count} worlds that history leaves"

    def to_dict(self) -> Row:
        """How the acceptance came about, and the numbers of the worlds that were kept."""
        return {**self.acceptance.to_dict(), "seed": self.worlds.seed, "numbers": self.worlds.numbers.tolist()}

    def to_rows(self) -> list[Row]:
        """One row per world that was kept, with its number and what was drawn for it."""
        return self.worlds.to_rows()


@checked
def accept(matching: Matching, worlds: Worlds, progress: Progress | None = None) -> Acceptance:
    """Hold every one of `worlds` beside every target and bound of `matching`, block by block; `progress` counts worlds."""
    cluster = matching.cluster
    if cluster is not None and worlds.count > BLOCK:
        blocks = [worlds.part(start, start + BLOCK) for start in range(0, worlds.count, BLOCK)]
        found = cluster.in_order(partial(_held, replace(matching, cluster=None)), blocks, progress)
        return _beside(matching, worlds.numbers, [each for each, _ in found], [each for _, each in found])
    runner = engine(matching.model).runner
    parts = (worlds.part(start, start + BLOCK) for start in range(0, worlds.count, BLOCK))
    return _joined(matching, [held_beside(matching, runner, part) for part in _counted(parts, worlds.count, progress)])


@checked
def accepted_worlds(matching: Matching, count: int, seed: int, progress: Progress | None = None) -> Kept:
    """Draw `count` worlds by `seed` and keep those that `matching` does not rule out; `progress` counts worlds.

    It is the one door through which verdicts get their worlds. Raises `RunError` where none is left.
    """
    runner, kept, parts = engine(matching.model).runner, [], []
    drawn = (draw(matching.model, min(BLOCK, count - start), seed, start) for start in range(0, count, BLOCK))
    for worlds in _counted(drawn, count, progress):
        part = held_beside(matching, runner, worlds)
        parts.append(part)
        if part.accepted.any():
            kept.append(worlds.only(part.accepted))
    acceptance = _joined(matching, parts)
    if not kept:
        raise RunError(
            f"none of {count} worlds is accepted; the nearest target that rules worlds out is {acceptance.hardest}",
            fix="draw more worlds, or look at what the targets and the ranges say of each other",
        )
    return Kept(_one(kept), acceptance)


def is_left(matching: Matching, runner: Runner, worlds: Worlds) -> Mask:
    """Which of `worlds` history leaves, [world]; the `runner` is compiled already, so that many small draws cost no more."""
    return held_beside(matching, runner, worlds).accepted


def _counted(parts: Iterable[Worlds], count: int, progress: Progress | None) -> Iterator[Worlds]:
    done = 0
    for part in parts:
        yield part
        done += part.count
        if progress is not None:
            progress(done, count)


def held_beside(matching: Matching, runner: Runner, worlds: Worlds) -> Acceptance:
    """The `worlds` beside every target and bound of `matching`; the `runner` is compiled already, so many calls are cheap."""
    save = names_read([*(each.measure for each in matching.targets), *(each.measure for each in matching.bounds)])
    rows = seen(runner.run(matching.regime, matching.clock, worlds.values, save, scheme=EULER))
    return Acceptance(
        targets=matching.targets,
        bounds=matching.bounds,
        cutoff=matching.cutoff,
        spared=matching.spared,
        numbers=worlds.numbers,
        implausibility=np.stack([_implausibility(each, matching.look, rows) for each in matching.targets]),
        bounded=_stack([_values(each.id, each.measure, rows) for each in matching.bounds], worlds.count),
        model=matching.model,
    )


def _implausibility(each: Target, look: Look, rows: SavedRun) -> Array:
    found, values = target(each.yardstick, look), _values(each.id, each.measure, rows)
    distance = gap(each.relation, found, values) / each.errors.scale(found.value)
    return np.where(np.isnan(values), np.inf, distance)


def _values(name: str, measure: Measure, rows: SavedRun) -> Array:
    return measured_if_any(f"target {name}", measure, rows)


def _stack(rows: list[Array], count: int) -> Array:
    return np.stack(rows) if rows else np.empty((0, count))


def _held(matching: Matching, worlds: Worlds) -> tuple[Array, Array]:
    """What a worker sends back: how far worlds lie from each target, and what they are by each bound."""
    found = held_beside(matching, engine(matching.model).runner, worlds)
    return found.implausibility, found.bounded


def _joined(matching: Matching, parts: list[Acceptance]) -> Acceptance:
    numbers = np.concatenate([part.numbers for part in parts])
    return _beside(matching, numbers, [part.implausibility for part in parts], [part.bounded for part in parts])


def _beside(matching: Matching, numbers: NDArray[np.int64], implausible: list[Array], bounded: list[Array]) -> Acceptance:
    return Acceptance(
        targets=matching.targets,
        bounds=matching.bounds,
        cutoff=matching.cutoff,
        spared=matching.spared,
        numbers=numbers,
        implausibility=np.concatenate(implausible, axis=1),
        bounded=np.concatenate(bounded, axis=1),
        model=matching.model,
    )


def _one(parts: list[Worlds]) -> Worlds:
    """All parts as one; each part's numbers are let go as soon as they are joined, so that memory holds them once."""
    seed, numbers = parts[0].seed, np.concatenate([part.numbers for part in parts])
    pieces = [dict(part.values) for part in parts]
    parts.clear()
    values = {name: np.concatenate([piece.pop(name) for piece in pieces]) for name in tuple(pieces[0])}
    return Worlds(values, seed, int(numbers[0]), len(numbers), numbers)
