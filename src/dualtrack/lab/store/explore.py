"""What may happen in a million worlds? Blocks of worlds run and kept on disk one by one; what is finished is never lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from operator import itemgetter
from pathlib import Path as File
from typing import TYPE_CHECKING

from dualtrack.errors import OutputError, RunError
from dualtrack.files.part_hold import PartHold, part_held
from dualtrack.files.user_file import reason, remedy
from dualtrack.lab.runs.cluster import Cluster, cluster_of
from dualtrack.lab.runs.engine import Engine, engine
from dualtrack.lab.runs.failure import Failure
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.runs.result_words import root_words
from dualtrack.lab.store.blank_store import blank
from dualtrack.lab.store.block_range import check_blocks, ranges_of
from dualtrack.lab.store.closing import Beside, check_closed, close
from dualtrack.lab.store.ensemble_folder import ASKED, HELD, RESULTS, Store, asked_file, claim, enter
from dualtrack.lab.store.failure_table import FailureTable
from dualtrack.lab.store.fill_block import BlockFiller, BlockSent, FilledBlock
from dualtrack.lab.store.open_results import open_results
from dualtrack.lab.store.plan import Plan, check_plan, origin
from dualtrack.lab.worlds.design import gives_up
from dualtrack.language.checked import checked
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.model import Model
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

if TYPE_CHECKING:
    import xarray
    from distributed import Client

WRITERS = 4
"""Threads that compress and write; a disk answers several faster than one."""
SHOWN = 10
"""Failures handed back; all of them are in the folder."""


@dataclass(frozen=True, slots=True, repr=False)
class Explored(Tidy):
    """An ensemble on disk, and what it took: blocks `reused`, and places `mended` because they were damaged.

    `asked` are the blocks that were asked for, and `failed` the failed worlds in them by regime; `missing` are blocks of the
    plan that nobody has finished yet. Where none is missing the ensemble is finished and sealed.
    """

    folder: File
    results: File
    plan: Plan
    engine: str
    note: str
    asked: range
    missing: tuple[int, ...]
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
                "blocks_asked": ranges_of(self.asked)[0],
                "blocks_missing": ranges_of(self.missing),
                "mended": self.mended,
                "failed": self.failed,
                "first_failures": [asdict(row) for row in self.first_failures],
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per regime; the runs themselves are read with `to_xarray`."""
        first, end = self.asked.start * self.plan.size, min(self.asked.stop * self.plan.size, self.plan.worlds)
        return [{"regime": name, "worlds": end - first, "failed": count} for name, count in self.failed.items()]


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
    blocks: range | None = None,
    client: Client | None = None,
) -> Explored:
    """Run a `plan` of the `model` into a `folder`; with `resume`, what is whole there is kept and the rest is computed.

    A finished folder has a passport, by which `verify` tells whether it is as it was written; `beside` adds to both. It holds the
    same bytes for any number of `jobs`, which are threads, all cores unless given, for ranges of `blocks` that several processes
    fill in any order, each going on with what is there, and for a `client` of Dask's. `progress` counts runs.

    A failed world is a row, or the end with `RunError` if `fail_fast`. Raises `OutputError` where the folder cannot be written,
    holds something else or is filled by another process, `RunError` for blocks that are not there and workers that cannot run
    them, `RegimeError` or `UnknownName` for a plan that does not fit the model.
    """
    cluster = cluster_of(client, "explore")
    check_plan(model, plan)
    wanted, place = check_blocks(plan, blocks), folder.expanduser().resolve()
    compiled = engine(model, jobs)
    work = _Work(BlockFiller(model, plan, origin(model, plan, compiled.name), jobs), wanted, cluster, fail_fast, progress)
    try:
        mended, missing = _filled(work, place, beside or Beside(), resume=resume or blocks is not None)
    except OSError as error:
        raise OutputError(
            f"the ensemble cannot be written: {reason(error)}",
            where=str(place),
            fix=f"{remedy(error)}; then resume: what is finished stays",
        ) from None
    return work.summary(place, compiled, mended, missing)


def _filled(work: _Work, place: File, beside: Beside, *, resume: bool) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Fill what is wanted, and seal the folder if every block stands; the places that were damaged, and the blocks missing."""
    enter(place, resume=resume)
    with part_held(place / HELD) as hold, ThreadPoolExecutor(WRITERS) as pool:
        store = Store(place, pool)
        mended = _begun(store, hold, work, beside, resume=resume) + work.run(store)
        return mended, _closed(store, hold, work, beside)


def _begun(store: Store, hold: PartHold, work: _Work, beside: Beside, *, resume: bool) -> tuple[str, ...]:
    """Take the blocks to be filled and see to all that is no block; the places that were damaged."""
    filler = work.filler
    with hold.door():
        hold.hold(work.wanted)
        claim(store.folder, filler.asked, resume=resume, whole=len(work.wanted) == filler.plan.blocks)
        check_closed(store.folder, filler.plan.blocks)
        return store.mend({**_frame_files(filler), **beside.files})


def _closed(store: Store, hold: PartHold, work: _Work, beside: Beside) -> tuple[int, ...]:
    """Seal the folder if every block stands, whoever wrote it; the blocks that are missing."""
    filler = work.filler
    with hold.door():
        missing = store.missing(filler.plan.blocks)
        if not missing:
            store.close(work.explained(store.failures(filler.plan.blocks)))
            close(store.folder, filler.asked, beside.entries, filler.plan.blocks)
        return missing


def _frame_files(filler: BlockFiller) -> dict[str, bytes]:
    """Every file that is no block, by place in the folder: what was asked is written first, for it makes the folder ours."""
    plan, asked = filler.plan, filler.asked
    words = root_words(filler.model, plan.seed, {**asked, "design_gives_up": gives_up(plan.design)})
    files = {f"{RESULTS}/{name}": data for name, data in blank(filler.frame, words).items()}
    return {ASKED: asked_file(asked), **files}


@dataclass
class _Work:
    """One pass over the blocks that are wanted; `done` counts runs, `first` keeps the first failures in the order of blocks."""

    filler: BlockFiller
    wanted: range
    cluster: Cluster | None
    fail_fast: bool
    progress: Progress | None
    reused: int = 0
    done: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    first: list[tuple[int, Failure]] = field(default_factory=list)

    def run(self, store: Store) -> tuple[str, ...]:
        """Keep what is whole and fill the rest; a block is recorded while the next one runs. The places that were damaged."""
        mended: list[str] = []
        missing = [number for number in self.wanted if not self._is_reused(store, number, mended)]
        waiting: FilledBlock | None = None
        for filled in self._each_filled(store, missing):
            self._count(filled.number, filled.failures)
            if waiting is not None:
                store.finish(waiting.number, waiting.record())
            waiting = filled
        if waiting is not None:
            store.finish(waiting.number, waiting.record())
        return tuple(mended)

    def explained(self, failures: Iterable[Failure]) -> Iterator[Failure]:
        """Failed worlds with the oracle's reasons."""
        return FailureTable(self.filler.model, self.filler.plan).rows(failures)

    def summary(self, place: File, compiled: Engine, mended: tuple[str, ...], missing: tuple[int, ...]) -> Explored:
        """What was done in the folder at a place, of which some parts were `mended` and some blocks are `missing`."""
        plan = self.filler.plan
        return Explored(
            folder=place,
            results=place / RESULTS,
            plan=plan,
            engine=compiled.name,
            note=compiled.note,
            asked=self.wanted,
            missing=missing,
            reused=self.reused,
            mended=mended,
            failed={regime.name: self.failed[regime.name] for regime in plan.regimes},
            first_failures=tuple(self.explained(row for _, row in self.first)),
        )

    def _is_reused(self, store: Store, number: int, mended: list[str]) -> bool:
        """Whether a block was finished and is still whole; what is damaged is noted."""
        record = store.read(number)
        damaged = store.faults(number) if record is None else store.damaged(record)
        mended += damaged
        if record is None or damaged:
            return False
        self._count(number, record.failures)
        self.reused += 1
        self._tell(len(self.filler.plan.regimes) * self.filler.plan.span(number)[1])
        return True

    def _each_filled(self, store: Store, missing: Sequence[int]) -> Iterator[FilledBlock]:
        """The blocks that are missing, in this order from here, and as they are ready from a cluster."""
        if self.cluster is None:
            yield from (self.filler.fill(number, store.pool, store.write, self._tell) for number in missing)
            return
        for _, packed in self.cluster.each(self.filler.pack, missing) if missing else ():
            self._tell(len(self.filler.plan.regimes) * self.filler.plan.span(packed.number)[1])
            yield BlockSent.begun(packed, store.pool, store.write)

    def _count(self, number: int, rows: tuple[Failure, ...]) -> None:
        """Note failed worlds; the first one ends everything if that was asked for."""
        if rows and self.fail_fast:
            row = next(self.explained(rows))
            raise RunError(
                f"world {row.world} fails under regime `{row.regime}`: {row.reason}",
                fix="narrow the prior or mend the equation; without --fail-fast the world becomes a row",
            )
        self.failed.update(row.regime for row in rows)
        self.first = sorted([*self.first, *((number, row) for row in rows[:SHOWN])], key=itemgetter(0))[:SHOWN]

    def _tell(self, runs: int) -> None:
        self.done += runs
        if self.progress is not None:
            plan = self.filler.plan
            first, last = plan.span(self.wanted.start)[0], plan.span(self.wanted[-1])
            self.progress(self.done, (sum(last) - first) * len(plan.regimes))
