"""Open results that were kept; what is missing, damaged or not ours is refused in plain words, at once or when it is read.

    worlds = open_results("dualtrack-futures")
    worlds["fish_stock"].sel(regime="open_sea", year=2030.0).mean()

Plain `xarray.open_zarr` opens the same store, and raises for a changed byte too; but it takes a file that is gone for a gap.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

import numpy as np

from dualtrack.errors import LabWarning, OutputError
from dualtrack.files import durable
from dualtrack.files.user_file import reason, remedy
from dualtrack.lab.runs.result_words import NOT_COMPUTED
from dualtrack.lab.store.block_range import ranges_of, ranges_said
from dualtrack.lab.store.ensemble_folder import ASKED, FRAME, RESULTS, read_record, record_name
from dualtrack.language.checked import checked

if TYPE_CHECKING:
    import xarray
    import zarr

AGAIN = "take it from a copy, or make it again (`explore --resume` mends its own)"
NEEDED = ("status", "parameters", "regime", "world", "year")


@checked
def open_results(place: str | File) -> xarray.Dataset:
    """A store of `report` or `explore` at a `place`, or in a folder there, read when it is used.

    Its curves have the axes [regime, world, year]. Of an ensemble that is not finished a `LabWarning` says which blocks are
    missing; their worlds hold no number. Raises `OutputError` where there is none, it is not ours, or a part is missing or
    damaged; a damaged number when it is read.
    """
    import xarray
    import zarr

    store = _store_at(File(place).expanduser())
    try:
        root = zarr.open_group(store, mode="r")
        arrays = dict(root.arrays())
        if not set(NEEDED) <= set(arrays) or "model_fingerprint" not in root.attrs:
            raise OutputError("the store holds no results of this program", where=str(store), fix="name a folder that it wrote")
        _check_frame(store)
        _check_presence(store, arrays)
        found: xarray.Dataset = xarray.open_zarr(store, chunks=None)
        small = [name for name in found.variables if arrays[str(name)].shards is None]
        large = {name: _guarded(found[name], arrays[str(name)], store) for name in found.variables if name not in small}
        return found[small].load().assign(large)[list(found.data_vars)].assign_attrs(found.attrs)
    except OSError as error:
        raise OutputError(f"the results cannot be read: {reason(error)}", where=str(store), fix=remedy(error)) from None
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(store, error) from None


def _store_at(place: File) -> File:
    store = place / RESULTS if (place / RESULTS).is_dir() else place
    if not (store / "zarr.json").is_file():
        raise OutputError("there are no results here", where=str(store), fix="name a folder that `report` or `explore` wrote")
    return store


def _check_frame(store: File) -> None:
    """Raise for a changed name, axis or word, where the folder holds a record of them."""
    record = read_record(store.parent / record_name(FRAME))
    for name, seal in record.files.items() if record is not None and store.name == RESULTS else ():
        file = store.parent / name
        if file.is_file() and durable.digest(file.read_bytes()) != seal:
            raise OutputError("a file of the results was changed", where=str(file), fix=AGAIN)


def _check_presence(store: File, arrays: dict[str, zarr.Array[Any]]) -> None:
    """Raise for a file that is gone although the worlds that it holds were computed."""
    status = arrays["status"]
    size = status.shards[1] if status.shards else status.shape[1]
    known, every = np.asarray(status[...]) != NOT_COMPUTED, range(-(-status.shape[1] // size))
    recorded = {block for block in every if (store.parent / record_name(block)).is_file()}
    computed = {block for block in every if known[:, block * size : (block + 1) * size].any()} | recorded
    if store.name == RESULTS and (store.parent / ASKED).is_file() and len(recorded) < len(every):
        missing = ranges_said(ranges_of(block for block in every if block not in recorded))
        warnings.warn(
            f"the ensemble is not finished: {len(recorded)} of {len(every)} blocks are there, and other worlds have no number; "
            f"missing: {missing}. `explore --resume` goes on with it",
            LabWarning,
            stacklevel=4,
        )
    for name, array in arrays.items():
        for file in _files(store / name, array, computed):
            if not file.is_file():
                raise OutputError("a file of the results is missing", where=str(file), fix=AGAIN)


def _files(place: File, array: zarr.Array[Any], computed: set[int]) -> Iterator[File]:
    """The files that an array must have: of one divided by worlds, those of the blocks that were computed."""
    lengths = [range(-(-whole // part)) for whole, part in zip(array.shape, array.shards or array.chunks, strict=True)]
    world = 0 if place.name == "parameters" else 1
    for at in product(*lengths):
        if array.shards is None or at[world] in computed:
            yield place.joinpath("c", *map(str, at))


def _guarded(shown: xarray.DataArray, array: zarr.Array[Any], store: File) -> xarray.Variable:
    """An array that is read when it is used, with its faults in plain words."""
    import xarray
    from xarray.core import indexing

    data = indexing.LazilyIndexedArray(_reader()(array, store / array.basename))
    return xarray.Variable(shown.dims, data, shown.attrs, shown.encoding)


@cache
def _reader() -> Any:
    """The class of such an array; a function makes it because the library that it extends is slow to load."""
    from xarray.backends import BackendArray
    from xarray.core import indexing

    class ResultReader(BackendArray):
        def __init__(self, array: zarr.Array[Any], place: File) -> None:
            self.array, self.place, self.shape, self.dtype = array, place, array.shape, array.dtype

        def __getitem__(self, key: indexing.ExplicitIndexer) -> Any:
            return indexing.explicit_indexing_adapter(key, self.shape, indexing.IndexingSupport.OUTER, self._read)

        def _read(self, key: tuple[Any, ...]) -> Any:
            try:
                return self.array.oindex[key]
            except OSError as error:
                raise OutputError(
                    f"the results cannot be read: {reason(error)}", where=str(self.place), fix=remedy(error)
                ) from None
            except (ValueError, RuntimeError) as error:
                raise _damaged(self.place, error) from None

    return ResultReader


def _damaged(place: File, error: Exception) -> OutputError:
    return OutputError(f"the results are damaged: {error}", where=str(place), fix=AGAIN)
