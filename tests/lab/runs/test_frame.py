"""What results are called is flat, complete in both languages, and fit for every format; what is written piecewise reads back."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path as File
from typing import Any

import numpy as np
import pytest
import xarray
import zarr
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from zarr.buffer.cpu import Buffer

from dualtrack.app.bind import THEORY
from dualtrack.errors import RegimeError
from dualtrack.lab.runs.ensemble import run_ensemble
from dualtrack.lab.runs.frame import Frame, check_names
from dualtrack.lab.runs.result_words import STATUS, root_words
from dualtrack.lab.store import shard as under_test
from dualtrack.lab.store.blank_store import blank
from dualtrack.lab.store.block import Block
from dualtrack.lab.store.ensemble_store import write_store
from dualtrack.lab.store.shard import checked, shard
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.expressions.unit import Unit
from dualtrack.language.scenario import Regime
from dualtrack.targets.numeric.quantity_words import unit_text
from tests.app.misspelt import laboratory
from tests.lab.exploring import CLOCK, PLAN, RUNNING, SAVED, SHUT
from tests.lab.toys import draining, growth


def whole_theory() -> Frame:
    bound = laboratory()
    regimes = tuple(bound.regimes.values())
    return Frame(bound.model, regimes, range(4), (2018.0, 2019.0), THEORY.outcomes, bound.model.drawn, 4)


def test_every_attribute_is_one_that_every_format_holds() -> None:
    frame = whole_theory()
    words = [said for _, _, said in frame.labels.values()]
    words += [*frame.curves.values(), frame.drawn, STATUS, root_words(frame.model, 7, {"nested": {"deep": [1, "two"]}})]
    for name, value in ((name, value) for said in words for name, value in said.items()):
        is_list_of_numbers = isinstance(value, list) and {type(each) for each in value} == {int}
        assert isinstance(value, str | int | float) or is_list_of_numbers, name
        assert value != "", name


def test_every_number_has_a_unit_and_every_name_is_in_both_languages() -> None:
    frame = whole_theory()
    for name, (_, values, said) in frame.labels.items():
        assert {"long_name", "long_name_zh"} <= set(said), name
        if values.dtype.kind == "f" and not name.startswith("parameter_"):
            assert said["units"], name
    texts = [values for _, values, _ in frame.labels.values() if values.dtype.kind == "U"]
    assert all(text for values in texts for text in values.tolist())


@pytest.mark.parametrize(
    ("ours", "theirs"), [("1", "1"), ("1/year", "1/year"), ("person/year*firm", "person/(firm*year)"), ("a*b/c*d", "a*b/(c*d)")]
)
def test_what_stands_below_the_line_stays_there(ours: str, theirs: str) -> None:
    assert unit_text(Unit.parse(ours)) == theirs


@pytest.mark.parametrize("name", ["world", "regime_comment", "parameter", "parameters", "status", "year", "nominal_level"])
def test_a_quantity_that_bears_the_name_of_a_part_is_refused(name: str) -> None:
    frame = Frame(draining(), PLAN.regimes, range(1), (2020.0,), (), draining().drawn, 1)
    with pytest.raises(RegimeError, match=f"`{name}` is a part"):
        check_names([name], frame.labels)


def test_any_name_of_a_regime_can_be_kept(tmp_path: File) -> None:
    named = [replace(SHUT, name="../shut"), replace(RUNNING, name="中文 / a b")]
    ensemble = run_ensemble(draining(), named, draw(draining(), 3, 7), CLOCK, SAVED)
    write_store(tmp_path / "kept", ensemble, {})
    assert xarray.open_zarr(tmp_path / "kept")["regime"].values.tolist() == ["../shut", "中文 / a b"]
    assert {each.name for each in tmp_path.iterdir()} == {"kept"}


def kept_in_memory(frame: Frame, values: dict[str, NDArray[Any]], drawn: NDArray[Any], failed: NDArray[Any]) -> xarray.Dataset:
    """The store of some numbers, written block by block into memory and read by Zarr."""
    files = blank(frame, {})

    def write(name: str, parts: Iterable[bytes]) -> str:
        files[name] = b"".join(parts)
        return ""

    with ThreadPoolExecutor(2) as pool:
        for number in range(frame.blocks):
            block, part = Block(frame, number, pool, write), slice(number * frame.size, (number + 1) * frame.size)
            block.add_worlds(dict(zip(frame.parameters, drawn[:, part], strict=True)))
            for place in range(len(frame.regimes)):
                block.add_regime({name: curves[place, part] for name, curves in values.items()}, failed[place, part])
            block.files()
    store = zarr.storage.MemoryStore({name: Buffer.from_bytes(data) for name, data in files.items()})
    found: xarray.Dataset = xarray.open_zarr(store).load()
    return found


@given(worlds=st.integers(1, 40), block=st.integers(1, 40), piece=st.sampled_from([1, 2, 4, 4096]), regimes=st.integers(1, 3))
@settings(max_examples=8, deadline=None)
def test_what_is_written_in_blocks_and_pieces_reads_back_equal(worlds: int, block: int, piece: int, regimes: int) -> None:
    """Written by hand, read by Zarr: any number of worlds, blocks, pieces and regimes."""
    chance = np.random.default_rng(worlds)
    named = tuple(Regime(str(place)) for place in range(regimes))
    frame = Frame(growth(), named, range(worlds), (1.0, 2.0, 3.0), ("capability",), growth().drawn, min(block, worlds))
    curves, drawn = chance.normal(size=(regimes, worlds, 3)), chance.normal(size=(len(frame.parameters), worlds))
    failed = chance.random((regimes, worlds)) < 0.2
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(under_test, "PIECE", piece)
        patch.setattr(under_test, "TOGETHER", piece)
        found = kept_in_memory(frame, {"capability": curves}, drawn, failed)
    expected = np.where(failed[:, :, None], np.nan, curves)
    np.testing.assert_array_equal(found["capability"].values, expected)
    np.testing.assert_array_equal(found["parameters"].values, drawn.T)
    flags = found["status"].attrs
    said = dict(zip(flags["flag_values"], flags["flag_meanings"].split(), strict=True))
    assert [[said[each] for each in row] for row in found["status"].values.tolist()] == np.where(
        failed, "failed", "finished"
    ).tolist()
    assert found["world"].values.tolist() == list(range(worlds))


@given(st.lists(st.none() | st.binary(min_size=1, max_size=20), min_size=1, max_size=6))
def test_a_shard_holds_its_pieces_where_its_index_says(pieces: list[bytes | None]) -> None:
    data = b"".join(shard(pieces))
    tail = data[-16 * len(pieces) - 4 :]
    assert checked(tail[:-4]) == tail
    for piece, (at, length) in zip(pieces, np.frombuffer(tail[:-4], "<u8").reshape(-1, 2).tolist(), strict=True):
        assert (None if at == length == 2**64 - 1 else data[at : at + length]) == piece


def test_a_piece_ends_in_the_checksum_of_the_rest() -> None:
    assert checked(b"123456789") == b"123456789" + 0xE3069283.to_bytes(4, "little")
