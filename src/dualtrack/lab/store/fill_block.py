"""One block of worlds drawn and run under every regime: into the folder at hand, or as bytes for the one who has the folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from dualtrack.errors import RunError
from dualtrack.files.durable import digest
from dualtrack.lab.runs.engine import Engine, engine
from dualtrack.lab.runs.failure import Failure
from dualtrack.lab.runs.frame import Frame
from dualtrack.lab.runs.passport import differences
from dualtrack.lab.runs.side_by_side import SideBySide
from dualtrack.lab.store.block import Block, Write
from dualtrack.lab.store.ensemble_folder import RESULTS, BlockRecord
from dualtrack.lab.store.plan import Plan, frame_of, origin, value_at
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.model import Model

Told = Callable[[int], None]
"""Called with how many runs of the block were done since the last call."""


class FilledBlock(Protocol):
    """A block on its way to the disk."""

    @property
    def number(self) -> int:
        """Its place among all."""
        ...

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Which of its worlds failed, without reasons."""
        ...

    def record(self) -> BlockRecord:
        """What was written, once it is; raises what went wrong in writing."""
        ...


@dataclass(frozen=True, slots=True)
class BlockHere:
    """A block that was run in this process."""

    block: Block
    failures: tuple[Failure, ...]

    @property
    def number(self) -> int:
        """Its place among all."""
        return self.block.number

    def record(self) -> BlockRecord:
        """What was written, once it is."""
        return BlockRecord(_placed(self.block.files()), self.failures)


@dataclass(frozen=True, slots=True)
class PackedBlock:
    """A block that was run elsewhere: its files by place in the store, that which says that the others are there last."""

    number: int
    files: Mapping[str, bytes]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class BlockSent:
    """A block from elsewhere that is being written."""

    number: int
    failures: tuple[Failure, ...]
    written: Mapping[str, Future[str]]
    last: Callable[[], tuple[str, str]]

    @classmethod
    def begun(cls, packed: PackedBlock, pool: ThreadPoolExecutor, write: Write) -> BlockSent:
        """Hand all files but the last to the threads of a pool."""
        *first, last = packed.files
        written = {place: pool.submit(write, place, [packed.files[place]]) for place in first}
        return cls(packed.number, packed.failures, written, lambda: (last, write(last, [packed.files[last]])))

    def record(self) -> BlockRecord:
        """What was written, once it is."""
        found = {place: written.result() for place, written in self.written.items()}
        place, seal = self.last()
        return BlockRecord(_placed({**found, place: seal}), self.failures)


@dataclass(frozen=True)
class BlockFiller:
    """What fills any block of a `plan`; `asked` is the origin of the ensemble, which any process that fills must have."""

    model: Model
    plan: Plan
    asked: Mapping[str, Any]
    jobs: int | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """A copy in another process shares a machine with its like, so that it takes one thread."""
        return BlockFiller, (self.model, self.plan, self.asked, 1)

    @cached_property
    def compiled(self) -> Engine:
        """The model, compiled; raises `RunError` where the same numbers cannot be had here to the last digit."""
        found = engine(self.model, self.jobs)
        here = origin(self.model, self.plan, found.name)
        if unlike := differences(self.asked, here):
            raise RunError(
                f"a worker is not like the process that asks it: {unlike[0]} is {value_at(self.asked, unlike[0])} here and "
                f"{value_at(here, unlike[0])} there",
                fix="install the same releases on every machine",
            )
        return found

    @cached_property
    def runs(self) -> SideBySide:
        """What every block is asked."""
        plan = self.plan
        return SideBySide.of(self.model, self.compiled, plan.regimes, plan.clock, plan.save, plan.scheme)

    @cached_property
    def frame(self) -> Frame:
        """The axes of the whole ensemble."""
        return frame_of(self.model, self.plan)

    def fill(self, number: int, pool: ThreadPoolExecutor, write: Write, told: Told) -> BlockHere:
        """Run a block and hand its files to the threads of a pool."""
        plan = self.plan
        first, count = plan.span(number)
        worlds = draw(self.model, count, plan.seed, first, plan.design)
        block, failures = Block(self.frame, number, pool, write), list[Failure]()
        block.add_worlds(worlds.values)
        for paths in self.runs.run(worlds):
            block.add_regime(paths.values, paths.failed)
            failed = worlds.numbers[np.flatnonzero(paths.failed)].tolist()
            failures += [Failure(paths.regime, number, "", None, "") for number in failed]
            told(count)
        return BlockHere(block, tuple(failures))

    def pack(self, number: int) -> PackedBlock:
        """Run a block and keep its files in memory."""
        files: dict[str, bytes] = {}

        def keep(place: str, parts: Iterable[bytes]) -> str:
            files[place] = b"".join(parts)
            return digest(files[place])

        with ThreadPoolExecutor(1) as pool:
            filled = self.fill(number, pool, keep, lambda _: None)
            ordered = filled.block.files()
        return PackedBlock(number, {place: files[place] for place in ordered}, filled.failures)


def _placed(seals: Mapping[str, str]) -> dict[str, str]:
    return {f"{RESULTS}/{name}": seal for name, seal in seals.items()}
