"""What xarray opens it saves in its other formats, and nothing is lost: values, gaps, words and names, Chinese ones too."""

from pathlib import Path as File

import pytest
import xarray

from dualtrack.app.bind import THEORY
from dualtrack.app.output.results_files import nominal_curves
from dualtrack.lab.main_job import run_main_job
from dualtrack.lab.store.ensemble_store import write_store
from tests.app.misspelt import laboratory
from tests.lab.exploring import explored

ENGINES = ("netcdf4", "scipy")


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[File, ...]:
    """A store with failed worlds, and the main job's."""
    place = tmp_path_factory.mktemp("stores")
    found = run_main_job(laboratory(), 20, 7, lambda *_: None)
    write_store(place / "main", found.ensemble, {"seed": 7}, nominal_curves(found))
    return explored(place / "futures").results, place / "main"


@pytest.mark.parametrize("engine", ENGINES)
def test_netcdf_gives_back_what_was_opened(stores: tuple[File, ...], tmp_path: File, engine: str) -> None:
    for store in stores:
        opened = xarray.open_zarr(store)
        opened.to_netcdf(tmp_path / f"{store.name}.nc", engine=engine)
        with xarray.open_dataset(tmp_path / f"{store.name}.nc", engine=engine) as again:
            xarray.testing.assert_identical(again.load(), opened.load())
            assert set(again.coords) == set(opened.coords)


def test_netcdf_compresses_like_the_store(stores: tuple[File, ...], tmp_path: File) -> None:
    opened = xarray.open_zarr(stores[1])
    small = {name: {"zlib": True} for name in THEORY.outcomes}
    opened.to_netcdf(tmp_path / "small.nc", engine="netcdf4", encoding=small)
    with xarray.open_dataset(tmp_path / "small.nc", engine="netcdf4") as again:
        xarray.testing.assert_identical(again.load(), opened.load())


def test_zarr_of_either_version_gives_back_what_was_opened(stores: tuple[File, ...], tmp_path: File) -> None:
    for store in stores:
        opened = xarray.open_zarr(store).load()
        for version in (2, 3):
            place = tmp_path / f"{store.name}-{version}"
            opened.drop_encoding().to_zarr(place, zarr_format=version, consolidated=False)
            xarray.testing.assert_identical(xarray.open_zarr(place, consolidated=False).load(), opened)
