"""A Zarr store with all its names, axes and words and no numbers yet; the same plan gives the same bytes."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path as File
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numcodecs import Blosc  # type: ignore[import-untyped]
from numpy.typing import NDArray

from dualtrack.lab.design import gives_up
from dualtrack.lab.plan import AXES, WORLDS, Plan
from dualtrack.language.model import Model
from dualtrack.targets.facts_text import prior_text

if TYPE_CHECKING:
    import zarr

Array = NDArray[np.float64]

METHOD: Final = "lz4"
LEVEL: Final = 5
"""How chunks are compressed: fast, and the same bytes on any number of cores."""


def write_blank(place: File, model: Model, plan: Plan, origin: Mapping[str, Any]) -> None:
    """One group per regime and one of drawn numbers; chunks are written by others, one per array and block."""
    import zarr

    said = {**origin, "design_gives_up": gives_up(plan.design), "languages": ["en", "zh"]}
    root = zarr.create_group(place, zarr_format=3, attributes=said)
    for regime in plan.regimes:
        words = {"label": list(regime.label), "doc": list(regime.doc), "parts_at": regime.parts_at}
        group = root.create_group(regime.name, attributes=said | words)
        years = np.asarray(plan.clock.saved)
        _array(group, "year", ("year",), years.shape, years.shape, {"unit": "year"})[:] = years
        for name in plan.save:
            shape, chunk = (plan.worlds, len(years)), (plan.size, len(years))
            _array(group, name, AXES, shape, chunk, _words(model, name))
    group = root.create_group(WORLDS, attributes=said | {"correlations": list(_groups(model))})
    for name in model.drawn:
        _array(group, name, AXES[:1], (plan.worlds,), (plan.size,), {**_words(model, name), "prior": prior_text(model[name])})
    with warnings.catch_warnings():
        # Readers of Zarr 3 use consolidated metadata; the specification has yet to name them.
        warnings.filterwarnings("ignore", message="Consolidated metadata")
        zarr.consolidate_metadata(place)


def encoded(values: Array, rows: int, failed: NDArray[np.bool_] | None = None) -> bytes:
    """A chunk as the store holds it: what is not a number in failed worlds, and where the last block has no more worlds."""
    whole = np.full((rows, *values.shape[1:]), np.nan)
    whole[: len(values)] = values
    if failed is not None:
        whole[: len(values)][failed] = np.nan
    return bytes(Blosc(METHOD, LEVEL, Blosc.SHUFFLE).encode(whole))


def chunk_name(group: str, name: str, axes: int, block: int) -> str:
    """Where a chunk lies inside the store."""
    return "/".join([group, name, "c", str(block), *["0"] * (axes - 1)])


def _array(
    group: zarr.Group, name: str, axes: Iterable[str], shape: tuple[int, ...], chunk: tuple[int, ...], words: dict[str, Any]
) -> zarr.Array[Any]:
    from zarr.codecs import BloscCodec

    return group.create_array(
        name,
        shape=shape,
        chunks=chunk,
        dtype="<f8",
        fill_value=np.nan,
        dimension_names=tuple(axes),
        compressors=BloscCodec(cname=METHOD, clevel=LEVEL, shuffle="shuffle", typesize=8),
        attributes=words,
    )


def _words(model: Model, name: str) -> dict[str, Any]:
    return {"unit": str(model[name].unit), "label": list(model[name].label)}


def _groups(model: Model) -> Iterable[dict[str, Any]]:
    for group in model.correlations:
        names, matrix = group.ordered
        yield {"names": list(names), "matrix": [list(row) for row in matrix]}
