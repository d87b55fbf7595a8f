"""Keep an ensemble that is in memory: the same store, by the same path, as one too large for memory has."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path as File
from typing import Any

from dualtrack.files import durable
from dualtrack.lab.runs.ensemble import Ensemble
from dualtrack.lab.runs.frame import Frame, Variable, check_names
from dualtrack.lab.runs.result_words import root_words
from dualtrack.lab.store.blank_store import blank
from dualtrack.lab.store.block import Block
from dualtrack.lab.store.plan import fitting

WRITERS = 4


def write_store(
    place: File, ensemble: Ensemble, provenance: Mapping[str, Any], beside: Mapping[str, Variable] | None = None
) -> None:
    """Write a Zarr store at a place where nothing is yet; `beside` holds more variables over its regimes and years."""
    row = len(ensemble.regimes) * len(ensemble.units) * len(ensemble.years)
    frame = ensemble.frame(min(fitting(row), ensemble.worlds.count))
    check_names(frame.save, frame.labels)
    words = root_words(ensemble.model, ensemble.worlds.seed, provenance)
    for name, data in blank(frame, words, beside).items():
        durable.put(place, name, [data])
    with ThreadPoolExecutor(WRITERS) as pool:
        for number in range(frame.blocks):
            _block(ensemble, frame, Block(frame, number, pool, partial(durable.put, place)))


def _block(ensemble: Ensemble, frame: Frame, block: Block) -> None:
    worlds = slice(block.number * frame.size, (block.number + 1) * frame.size)
    block.add_worlds({name: values[worlds] for name, values in ensemble.worlds.values.items()})
    for paths in ensemble.paths.values():
        block.add_regime({name: paths.values[name][worlds] for name in frame.save}, paths.failed[worlds])
    block.files()
