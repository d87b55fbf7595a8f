"""Numbers as the bytes of a Zarr store: compressed pieces, each with its checksum, put together in one file with an index.

A shard of Zarr 3 is its inner chunks one after another, then where each lies and how long it is, then a checksum of that table.
Written by hand, pieces are compressed on any thread as soon as their numbers are there, and the file has the same bytes always.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal

import numpy as np
from numcodecs import Blosc  # type: ignore[import-untyped]
from numcodecs.checksum32 import CRC32C  # type: ignore[import-untyped]
from numpy.typing import NDArray

Shuffle = Literal["shuffle", "bitshuffle"]
Piece = bytes | None
"""One inner chunk; none where a block has no world for it, which readers take for the fill value."""

METHOD: Final = "lz4"
LEVEL: Final = 5
"""How pieces are compressed: numbers are nearly random in their last bits, and zstd saves no more at a quarter of the speed."""
PIECE: Final = 4096
"""Worlds in a piece, where a block holds a whole number of such; else a piece is a block."""
TOGETHER: Final = 16
"""Drawn numbers in a piece: enough for one world to be read quickly, and few enough for one number of all worlds."""
ABSENT: Final = 2**64 - 1
"""Place and length of a piece that is not there."""


def encoded(values: NDArray[Any], shuffle: Shuffle = "shuffle") -> bytes:
    """One piece, `values[place]` or of more axes: compressed, with its checksum behind it."""
    kind = Blosc.SHUFFLE if shuffle == "shuffle" else Blosc.BITSHUFFLE
    return checked(bytes(Blosc(METHOD, LEVEL, kind).encode(np.ascontiguousarray(values))))


def checked(data: bytes) -> bytes:
    """Bytes with their CRC-32C behind them."""
    return bytes(CRC32C().encode(data))


def shard(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """The parts of one file: pieces, in the order of their places in the array, and behind them the index."""
    index: list[tuple[int, int]] = []
    end = 0
    for piece in pieces:
        index.append((ABSENT, ABSENT) if piece is None else (end, len(piece)))
        if piece is not None:
            end += len(piece)
            yield piece
    yield checked(np.array(index, dtype="<u8").tobytes())


def piece_of(size: int) -> int:
    """Worlds in each piece of a block of `size`: pieces are alike."""
    return PIECE if size % PIECE == 0 else size


def together_of(parameters: int) -> int:
    """Drawn numbers in each piece."""
    return min(TOGETHER, max(parameters, 1))


def filled(values: NDArray[np.float64], rows: int) -> Piece:
    """A piece of numbers, `values[world, year]`, ended by rows of what is no number; none where it has no row."""
    return encoded(padded(values, rows, np.nan)) if len(values) else None


def padded(values: NDArray[Any], rows: int, fill: float) -> NDArray[Any]:
    """The `values[world, year]`, or of fewer or more axes, with rows of the fill value behind them: the same axes."""
    whole = np.full((rows, *values.shape[1:]), fill, dtype=values.dtype)
    whole[: len(values)] = values
    return whole
