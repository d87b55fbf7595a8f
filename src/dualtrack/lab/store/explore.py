"""What may happen in a million worlds? Blocks of worlds run and kept on disk one by one; what is finished is never lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

from dualtrack.errors import OutputError, RunError
from dualtrack.files import durable
from dualtrack.files.user_file import reason, remedy
from dualtrack.lab.runs.engine import Engine, engine
from dualtrack.lab.runs.failure import Failure, Inquiry
from dualtrack.lab.runs.frame import Frame
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.runs.result_words import root_words
from dualtrack.lab.store.blank_store import blank
from dualtrack.lab.store.block import Block
from dualtrack.lab.store.closing import Beside, check_closed, close
from dualtrack.lab.store.ensemble_folder import ASKED, HELD, RESULTS, BlockRecord, Store, asked_file, claim, enter
from dualtrack.lab.store.open_results import open_results
from dualtrack.lab.store.plan import Plan, check_plan, frame_of, origin
from dualtrack.lab.worlds.design import gives_up
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.checked import checked
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.model import Model
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

if TYPE_CHECKING:
    import xarray

WRITERS = 4
"""Threads that compress and write; a disk answers several faster than one."""
SHOWN = 10
"""Failures handed back; all of them are in the folder."""


@dataclass(frozen=True, slots=True, repr=False)
class Explored(Tidy):
    """A finished ensemble on disk, and what it took: blocks `reused`, and places `mended` because they were damaged."""

    folder: File
    results: File
    plan: Plan
    engine: str
    note: str
    reused: int
    mended: tuple[str, ...]
    failed: Mapping[str, int]
    first_failures: tuple[Failure, ...]

    def __post_init__(self) -> None:
        freeze_fields(self)

    def to_xarray(self) -> xarray.Dataset:
        """Quantities by regime, world and year, drawn numbers by world, and which worlds finished; read when they are used."""
        return open_results(self.results)

    def printed_title(self) -> str:
        return f"Explored: {self.plan.worlds} worlds under {len(self.plan.regimes)} regimes in {self.folder.name}"

    def to_dict(self) -> Row:
        """What was run, where it is, and what failed."""
        plan = self.plan
        return plain_row(
            {
                "folder": self.folder,
                "results": self.results,
                "regimes": [regime.name for regime in plan.regimes],
                "outcomes": plan.save,
                "worlds": plan.worlds,
                "seed": plan.seed,
                "engine": self.engine,
                "note": self.note,
                "blocks": plan.blocks,
                "blocks_reused": self.reused,
                "mended": self.mended,
                "failed": self.failed,
                "first_failures": [asdict(row) for row in self.first_failures],
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per regime; the runs themselves are read with `to_xarray`."""
        return [{"regime": name, "worlds": self.plan.worlds, "failed": count} for name, count in self.failed.items()]


@checked
def explore(
    model: Model,
    plan: Plan,
    folder: File,
    *,
    jobs: int | None = None,
    resume: bool = False,
    fail_fast: bool = False,
    progress: Progress | None = None,
    beside: Beside | None = None,
) -> Explored:
    """Run a `plan` of the `model` into a `folder`; with `resume`, what is whole there is kept and the rest is computed.

    A finished folder has a passport, by which `verify` tells whether it is as it was written; `beside` adds to both. It holds the
    same bytes for any number of `jobs`, which are threads, all cores unless given. `progress` counts runs.

    A failed world is a row, or the end with `RunError` if `fail_fast`; what was finished before stays and can be resumed. Raises
    `OutputError` where the folder cannot be written or holds something else, `RegimeError` or `UnknownName` for a plan that does
    not fit the model.
    """
    check_plan(model, plan)
    compiled, place = engine(model, jobs), folder.expanduser().resolve()
    asked, frame = origin(model, plan, compiled.name), frame_of(model, plan)
    try:
        enter(place, resume=resume)
        with durable.alone(place / HELD), ThreadPoolExecutor(WRITERS) as pool:
            claim(place, asked, resume=resume)
            check_closed(place, plan.blocks)
            store, beside = Store(place, pool), beside or Beside()
            mended = store.mend({**_frame_files(frame, asked, plan), **beside.files})
            found = _Work(model, plan, frame, store, compiled, fail_fast, progress, [*mended]).run()
            close(place, asked, beside.entries, plan.blocks)
            return found
    except OSError as error:
        raise OutputError(
            f"the ensemble cannot be written: {reason(error)}",
            where=str(place),
            fix=f"{remedy(error)}; then resume: what is finished stays",
        ) from None


def _frame_files(frame: Frame, asked: Mapping[str, Any], plan: Plan) -> dict[str, bytes]:
    """Every file that is no block, by place in the folder: what was asked is written first, for it makes the folder ours."""
    words = root_words(frame.model, plan.seed, {**asked, "design_gives_up": gives_up(plan.design)})
    files = {f"{RESULTS}/{name}": data for name, data in blank(frame, words).items()}
    return {ASKED: asked_file(asked), **files}


@dataclass(frozen=True, slots=True)
class _Filled:
    """A block on its way to the disk."""

    block: Block
    failures: tuple[Failure, ...]

    def record(self) -> BlockRecord:
        """What was written, once it is; raises what went wrong in writing."""
        return BlockRecord({f"{RESULTS}/{name}": seal for name, seal in self.block.files().items()}, self.failures)


@dataclass
class _Work:
    """One pass over all blocks."""

    model: Model
    plan: Plan
    frame: Frame
    store: Store
    compiled: Engine
    fail_fast: bool
    progress: Progress | None
    mended: list[str]
    reused: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    first_failures: list[Failure] = field(default_factory=list)

    def run(self) -> Explored:
        """Reuse what is whole and fill the rest; a block is recorded while the next one runs."""
        waiting: _Filled | None = None
        for number in range(self.plan.blocks):
            if self._is_reused(number):
                self._tell(number, len(self.plan.regimes))
                continue
            filled = self._fill(number)
            if waiting is not None:
                self.store.finish(waiting.block.number, waiting.record())
            waiting = filled
        if waiting is not None:
            self.store.finish(waiting.block.number, waiting.record())
        self.store.close(self.plan.blocks)
        return self._summary()

    def _is_reused(self, number: int) -> bool:
        """Whether a block was finished and is still whole; what is damaged is noted."""
        record = self.store.read(number)
        damaged = self.store.faults(number) if record is None else self.store.damaged(record)
        self.mended += damaged
        if record is None or damaged:
            return False
        self._count(record.failures)
        self.reused += 1
        return True

    def _fill(self, number: int) -> _Filled:
        plan = self.plan
        first, count = plan.span(number)
        worlds = draw(self.model, count, plan.seed, first, plan.design)
        block = Block(self.frame, number, self.store.pool, self.store.write)
        block.add_worlds(worlds.values)
        inquiry = Inquiry(self.model, plan.clock, plan.scheme)
        failures: list[Failure] = []
        for done, regime in enumerate(plan.regimes, 1):
            paths = self.compiled.runner.run(regime, plan.clock, worlds.values, plan.save, scheme=plan.scheme)
            rows = inquiry.rows(regime, worlds, paths.failed, self.failed[regime.name])
            self._count(rows)
            block.add_regime(paths.values, paths.failed)
            failures += rows
            self._tell(number, done)
        return _Filled(block, tuple(failures))

    def _count(self, rows: tuple[Failure, ...]) -> None:
        """Note failed worlds; the first one ends everything if that was asked for."""
        if rows and self.fail_fast:
            raise RunError(
                f"world {rows[0].world} fails under regime `{rows[0].regime}`: {rows[0].reason}",
                fix="narrow the prior or mend the equation; without --fail-fast the world becomes a row",
            )
        self.failed.update(row.regime for row in rows)
        self.first_failures += rows[: SHOWN - len(self.first_failures)]

    def _tell(self, number: int, regimes: int) -> None:
        if self.progress is not None:
            first, count = self.plan.span(number)
            whole = len(self.plan.regimes)
            self.progress(first * whole + count * regimes, self.plan.worlds * whole)

    def _summary(self) -> Explored:
        return Explored(
            folder=self.store.folder,
            results=self.store.results,
            plan=self.plan,
            engine=self.compiled.name,
            note=self.compiled.note,
            reused=self.reused,
            mended=tuple(self.mended),
            failed={regime.name: self.failed[regime.name] for regime in self.plan.regimes},
            first_failures=tuple(self.first_failures),
        )
