"""A block of worlds on its way into a store: compressed piece by piece as runs end, and written as one file per array."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import BoundedSemaphore

import numpy as np

from dualtrack.lab.runs.frame import CURVES, DRAWN, STATE, Frame
from dualtrack.lab.runs.result_words import FAILED, FINISHED, NOT_COMPUTED
from dualtrack.lab.store.shard import Piece, encoded, filled, padded, piece_of, shard, together_of
from dualtrack.targets.numeric.arrays import Array, Mask

Write = Callable[[str, Iterable[bytes]], str]
"""Puts the parts of a file at its place in the store and gives its hash."""

WAITING = 40
"""Curves that may wait to be compressed before the next regime is run, so that a slow machine costs time and not memory."""
STATUS = "status"


@dataclass
class Block:
    """One block of a frame; regimes are added in the frame's order, and work goes to the threads of `pool`.

    `failed[regime][world]` are the worlds of those added so far that did not finish.
    """

    frame: Frame
    number: int
    pool: ThreadPoolExecutor
    write: Write
    room: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(WAITING))
    curves: dict[str, list[Future[list[Piece]]]] = field(default_factory=dict)
    failed: list[Mask] = field(default_factory=list)
    written: dict[str, Future[str]] = field(default_factory=dict)

    def add_worlds(self, drawn: Mapping[str, Array]) -> None:
        """The numbers drawn for the block's worlds, `drawn[name][world]`."""
        place = file_of("parameters", DRAWN, self.number)
        self.written[place] = self.pool.submit(self._write_drawn, place, [drawn[name] for name in self.frame.parameters])

    def add_regime(self, values: Mapping[str, Array], failed: Mask) -> None:
        """The curves `values[name][world, year]` under the next regime; those of the worlds in `failed[world]` are not kept."""
        for name in self.frame.save:
            self.room.acquire()
            self.curves.setdefault(name, []).append(self.pool.submit(self._compress, values[name], failed))
        self.failed.append(failed)
        if len(self.failed) == len(self.frame.regimes):
            for name, pieces in self.curves.items():
                place = file_of(name, CURVES, self.number)
                self.written[place] = self.pool.submit(self._write_curves, place, pieces)

    def files(self) -> dict[str, str]:
        """The hash of each file, once all are written: the status, which says that the others are there, after them."""
        found = {place: written.result() for place, written in self.written.items()}
        place = file_of(STATUS, STATE, self.number)
        return found | {place: self.write(place, status_file(self.failed, self.frame.size))}

    def _compress(self, values: Array, failed: Mask) -> list[Piece]:
        try:
            return curve_pieces(values, failed, self.frame.size)
        finally:
            self.room.release()

    def _write_curves(self, place: str, pieces: list[Future[list[Piece]]]) -> str:
        """Waits for work that was handed in earlier, so that no thread can wait for itself."""
        return self.write(place, shard(piece for each in pieces for piece in each.result()))

    def _write_drawn(self, place: str, rows: list[Array]) -> str:
        return self.write(place, shard(drawn_pieces(rows, self.frame.size)))


def file_of(name: str, axes: tuple[str, ...], block: int) -> str:
    """Where a block of an array lies inside the store."""
    return "/".join([name, "c", *(str(block) if axis == "world" else "0" for axis in axes)])


def curve_pieces(values: Array, failed: Mask, size: int) -> list[Piece]:
    """One regime's curves `values[world, year]` in a block of `size` worlds, which may lack the last ones.

    Those of the worlds in `failed[world]` hold no number.
    """
    worlds = piece_of(size)
    kept = np.where(failed[:, None], np.nan, values)
    return [filled(kept[first : first + worlds], worlds) for first in range(0, size, worlds)]


def drawn_pieces(rows: list[Array], size: int) -> Iterator[Piece]:
    """A block of drawn numbers `rows[parameter][world]`, in the order of an array [world, parameter]; each piece is turned."""
    worlds, together = piece_of(size), together_of(len(rows))
    for first in range(0, size, worlds):
        for place in range(0, len(rows), together):
            some = [row[first : first + worlds] for row in rows[place : place + together]]
            yield encoded(_table(some, together, worlds), "bitshuffle") if len(some[0]) else None


def _table(rows: list[Array], height: int, width: int) -> Array:
    """Rows one below the other, with what is no number right of them and below."""
    table = np.full((height, width), np.nan)
    for place, row in enumerate(rows):
        table[place, : len(row)] = row
    return table


def status_file(failed: list[Mask], size: int) -> Iterator[bytes]:
    """Whether each world of a block was run and finished under each regime, by `failed[regime][world]`."""
    worlds = piece_of(size)
    states = [padded(np.where(each, FAILED, FINISHED), size, NOT_COMPUTED) for each in failed]
    return shard(encoded(state[first : first + worlds]) for state in states for first in range(0, size, worlds))
