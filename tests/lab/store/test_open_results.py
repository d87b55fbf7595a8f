"""Results are opened as they were kept; what is missing, damaged, foreign or not there is said in plain words."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path as File

import pytest
import xarray
import zarr

from dualtrack.errors import LabWarning, OutputError
from dualtrack.lab.runs.ensemble import run_ensemble
from dualtrack.lab.store.ensemble_store import write_store
from dualtrack.lab.store.explore import explore
from dualtrack.lab.store.open_results import open_results
from dualtrack.lab.worlds.draw import draw
from tests.lab.exploring import CLOCK, PLAN, SAVED, explored
from tests.lab.store.test_explore_resume import cut, flip
from tests.lab.toys import draining

BLOCKS = ("level/c/0/1/0", "parameters/c/3/0", "status/c/0/4")


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> File:
    return explored(tmp_path_factory.mktemp("untouched") / "futures").folder


@pytest.fixture
def folder(untouched: File, tmp_path: File) -> File:
    return File(shutil.copytree(untouched, tmp_path / "futures"))


def test_a_folder_and_the_store_in_it_open_alike(folder: File) -> None:
    whole = open_results(folder).load()
    xarray.testing.assert_identical(whole, open_results(str(folder / "results.zarr")).load())
    xarray.testing.assert_identical(whole, xarray.open_zarr(folder / "results.zarr").load())
    assert whole.sizes == {"regime": 2, "world": 100, "year": 11, "parameter": 1}


def test_parts_are_read_as_they_are_asked_for(folder: File) -> None:
    shown, whole = open_results(folder), open_results(folder).load()
    places = {"regime": [1, 0], "world": slice(90, 20, -7), "year": 3}
    xarray.testing.assert_identical(shown["level"].isel(places).load(), whole["level"].isel(places))
    worlds = xarray.DataArray([3, 77], dims="pair")
    xarray.testing.assert_identical(
        shown["level"].isel(world=worlds, year=worlds % 4).load(), whole["level"].isel(world=worlds, year=worlds % 4)
    )


@pytest.mark.parametrize("damage", [flip, cut])
@pytest.mark.parametrize(
    "place", ["level/c/0/1/0", "parameters/c/3/0", "status/c/0/4", "regime_comment/c/0", "zarr.json", "year/c/0"]
)
def test_a_changed_byte_is_refused_at_once_or_when_it_is_read(folder: File, place: str, damage: Callable[[File], None]) -> None:
    damage(folder / "results.zarr" / place)
    with pytest.raises(OutputError, match=r"damaged|changed") as caught:
        open_results(folder).load()
    assert place.split("/")[0] in caught.value.where or caught.value.where.endswith("results.zarr")
    assert caught.value.fix


@pytest.mark.parametrize("place", BLOCKS)
def test_other_readers_refuse_a_changed_byte_too(folder: File, place: str) -> None:
    flip(folder / "results.zarr" / place)
    with pytest.raises(ValueError, match="checksum"):
        xarray.open_zarr(folder / "results.zarr").load()


@pytest.mark.parametrize("place", [*BLOCKS, "regime_comment/c/0", "year/c/0"])
def test_a_missing_file_is_no_gap(folder: File, place: str) -> None:
    (folder / "results.zarr" / place).unlink()
    with pytest.raises(OutputError, match="missing") as caught:
        open_results(folder)
    assert caught.value.where == str(folder / "results.zarr" / place)


def test_worlds_that_were_not_run_yet_are_a_gap(tmp_path: File) -> None:
    class Stop(Exception): ...

    def stop(done: int, of: int) -> None:
        if done > of / 2:
            raise Stop

    with pytest.raises(Stop):
        explore(draining(), PLAN, tmp_path / "futures", progress=stop)
    with pytest.warns(LabWarning, match="blocks are there"):
        shown = open_results(tmp_path / "futures").load()
    run = (shown["status"] != 0).all("regime")
    assert 0 < run.sum() < 100
    assert shown["level"].sel(regime="shut").notnull().all("year").where(run, True).all()


@pytest.mark.parametrize("foreign", ["nothing", "file", "empty", "group", "array"])
def test_what_is_not_ours_is_refused(tmp_path: File, foreign: str) -> None:
    place = tmp_path / "place"
    match foreign:
        case "file":
            place.write_text("mine")
        case "empty":
            place.mkdir()
        case "group":
            zarr.create_group(place)
        case "array":
            zarr.create_array(place, shape=(2,), dtype="f8")
    with pytest.raises(OutputError) as caught:
        open_results(place)
    assert caught.value.fix


def test_an_ensemble_in_memory_is_kept_by_the_same_path_with_gaps_between_its_worlds(tmp_path: File) -> None:
    worlds = draw(draining(), 60, 7, 10)
    worlds = worlds.only(worlds.values["drain"] > 0.05)
    ensemble = run_ensemble(draining(), PLAN.regimes, worlds, CLOCK, SAVED)
    write_store(tmp_path / "kept", ensemble, {"made": "here"})
    found = open_results(tmp_path / "kept").load()
    assert json.loads(found.attrs.pop("provenance")) == {"made": "here"}
    xarray.testing.assert_identical(found, ensemble.to_xarray())
    assert found["world"].values.tolist() == worlds.numbers.tolist()
