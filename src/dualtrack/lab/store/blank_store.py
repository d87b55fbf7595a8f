"""A Zarr store with all its names, axes and words and no results yet, as bytes by place; the same frame gives the same bytes."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dualtrack.lab.runs.frame import CURVES, DRAWN, STATE, Frame, Variable
from dualtrack.lab.runs.result_words import NOT_COMPUTED, STATUS
from dualtrack.lab.store.shard import LEVEL, METHOD, Shuffle, piece_of, together_of
from dualtrack.targets.numeric.quantity_words import Words

if TYPE_CHECKING:
    import zarr

ROOT: Final = "zarr.json"
"""The file that lists all others, the last to be written: a reader that finds it finds the rest."""
LABELS: Final = 1 << 20
"""Labels in one file; only worlds have more."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A large array: a file per block of worlds; `piece` says how many places of an axis lie in one piece, if not all."""

    axes: tuple[str, ...]
    piece: Mapping[str, int]
    words: Words
    kind: str = "<f8"
    fill: float = math.nan
    shuffle: Shuffle = "shuffle"
    is_turned: bool = False


def blank(frame: Frame, words: Words, beside: Mapping[str, Variable] | None = None) -> dict[str, bytes]:
    """Every file but those of blocks; `beside` holds more variables over regimes, which are written whole."""
    import zarr

    store, curves = zarr.storage.MemoryStore(), beside or {}
    counted = frame.numbers if isinstance(frame.numbers, range) else None
    labels = (frame if counted is None else replace(frame, numbers=range(0))).labels
    texts = {axis: " ".join(n for n, (axes, *_) in labels.items() if axes == (axis,) and n != axis) for axis in labels}
    root = zarr.create_group(store, zarr_format=3, attributes=words)
    for name, variable in labels.items():
        _whole(root, name, variable, counted if name == "world" else None)
    for name, (axes, values, said) in curves.items():
        _whole(root, name, (axes, values, {**said, "coordinates": texts["regime"]}))
    for name, field in _fields(frame):
        about = texts["parameter" if "parameter" in field.axes else "regime"]
        _by_block(root, name, field, frame, {**field.words, "coordinates": about})
    with warnings.catch_warnings():
        # Readers of Zarr 3 use consolidated metadata; the specification has yet to name them.
        warnings.filterwarnings("ignore", message="Consolidated metadata")
        zarr.consolidate_metadata(store)
    found = {place: data.to_bytes() for place, data in store._store_dict.items()}
    return dict(sorted(found.items(), key=lambda each: (each[0] == ROOT, each[0])))


def _fields(frame: Frame) -> Iterator[tuple[str, _Field]]:
    for name, words in frame.curves.items():
        yield name, _Field(CURVES, {"regime": 1}, words)
    together = {"parameter": together_of(len(frame.parameters))}
    yield "parameters", _Field(DRAWN, together, frame.drawn, shuffle="bitshuffle", is_turned=True)
    yield "status", _Field(STATE, {"regime": 1}, STATUS, "<i8", NOT_COMPUTED)


def _whole(root: zarr.Group, name: str, variable: Variable, counted: range | None = None) -> None:
    """A small array, or numbers that are `counted`, which are written piece by piece, since there may be a billion."""
    axes, values, words = variable
    shape = values.shape if counted is None else (len(counted),)
    is_text = values.dtype.kind == "U"
    array = root.create_array(
        name,
        shape=shape,
        chunks=tuple(max(min(LABELS, length), 1) for length in shape),
        dtype="string" if is_text else values.dtype,
        fill_value="" if is_text else math.nan if values.dtype.kind == "f" else 0,
        dimension_names=axes,
        compressors=_codecs("shuffle", 1 if is_text else 8),
        attributes=words,
        config={"write_empty_chunks": True},
    )
    if counted is None:
        array[...] = values.astype(object) if is_text else values
        return
    for start in range(0, len(counted), LABELS):
        some = counted[start : start + LABELS]
        array[start : start + LABELS] = np.arange(some.start, some.stop)


def _by_block(root: zarr.Group, name: str, field: _Field, frame: Frame, words: Words) -> None:
    from zarr.codecs import TransposeCodec

    block = {**frame.lengths, "world": frame.size}
    piece = {**block, "world": piece_of(frame.size), **field.piece}
    root.create_array(
        name,
        shape=tuple(frame.lengths[axis] for axis in field.axes),
        shards=tuple(-(-block[axis] // piece[axis]) * piece[axis] for axis in field.axes),
        chunks=tuple(piece[axis] for axis in field.axes),
        dtype=field.kind,
        fill_value=field.fill,
        dimension_names=field.axes,
        filters=TransposeCodec(order=(1, 0)) if field.is_turned else (),
        compressors=_codecs(field.shuffle, 8),
        attributes=words,
    )


def _codecs(shuffle: Shuffle, width: int) -> tuple[Any, ...]:
    from zarr.codecs import BloscCodec, Crc32cCodec

    return BloscCodec(cname=METHOD, clevel=LEVEL, shuffle=shuffle, typesize=width), Crc32cCodec()
