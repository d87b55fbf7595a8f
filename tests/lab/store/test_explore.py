"""Large ensembles on disk: the same numbers as in memory, whatever the blocks, and every failed world as a row."""

import csv
import json
from dataclasses import replace
from pathlib import Path as File

import numpy as np
import pytest
import xarray
import zarr

from dualtrack.errors import RegimeError, RunError, UnknownName, WrongArgument
from dualtrack.lab.runs.ensemble import run_ensemble
from dualtrack.lab.runs.failure import EXPLAINED
from dualtrack.lab.runs.passport import regime_fingerprint
from dualtrack.lab.store.explore import Explored, explore
from dualtrack.lab.store.plan import BLOCK_BYTES, Plan
from dualtrack.lab.worlds.design import LatinHypercube, Sobol
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Path, Regime
from tests.lab.exploring import CLOCK, PLAN, RUNNING, SAVED, SHUT, contents, explored
from tests.lab.toys import WORDS, draining


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Explored:
    return explored(tmp_path_factory.mktemp("whole") / "futures")


def rows(folder: File) -> list[dict[str, str]]:
    with (folder / "failures.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def test_the_store_holds_what_an_ensemble_in_memory_holds(whole: Explored) -> None:
    ensemble = run_ensemble(draining(), PLAN.regimes, draw(draining(), PLAN.worlds, PLAN.seed), CLOCK, SAVED)
    stored, kept = whole.to_xarray().load(), ensemble.to_xarray()
    assert dict(stored.sizes) == {"regime": 2, "world": 100, "year": 11, "parameter": 1}
    assert stored["year"].values.tolist() == list(CLOCK.saved)
    del stored.attrs["provenance"]
    xarray.testing.assert_identical(stored, kept.sel(regime=["running", "shut"]))
    assert np.array_equal(stored["parameters"].sel(parameter="drain").values, draw(draining(), 100, 7).values["drain"])


def test_every_failed_world_is_a_row_with_its_reason(whole: Explored) -> None:
    ensemble = run_ensemble(draining(), PLAN.regimes, draw(draining(), PLAN.worlds, PLAN.seed), CLOCK, SAVED)
    found = [(r["regime"], int(r["world"]), r["variable"], float(r["year"]), r["reason"]) for r in rows(whole.folder)]
    assert found == [(r.regime, r.world, r.variable, r.year, r.reason) for r in ensemble.failures]
    assert whole.failed == {"running": len(found), "shut": 0}
    assert 0 < len(found) < 100
    assert whole.first_failures == ensemble.failures[: len(whole.first_failures)]


def test_the_store_says_where_it_comes_from(whole: Explored) -> None:
    shown = whole.to_xarray()
    said = json.loads(shown.attrs["provenance"])
    assert said["model"] == {"name": "draining", "fingerprint": draining().fingerprint}
    assert said["regimes"] == {regime.name: regime_fingerprint(regime) for regime in (SHUT, RUNNING)}
    assert said["worlds"] == {"count": 100, "seed": 7, "design": "counter", "block": 24}
    assert said["clock"] == {"start": 2020.0, "stop": 2030.0, "step": 1 / 16, "save": 1.0, "scheme": "euler"}
    assert {"dualtrack", "numpy", "llvmlite"} <= set(said["software"])
    assert said["design_gives_up"]
    assert json.loads((whole.folder / "explore.json").read_text()).items() <= said.items()
    assert shown["level"].attrs.items() >= {"units": "1", "long_name": WORDS[0], "long_name_zh": WORDS[1]}.items()
    about = shown.sel(parameter="drain")
    assert (str(about["parameter_units"].values), str(about["parameter_prior"].values)) == ("1/year", "triangular")
    assert float(about["parameter_value"]) == draining()["drain"].number


def test_it_opens_by_the_plain_words_of_its_readers(whole: Explored) -> None:
    assert float(xarray.open_zarr(whole.results)["level"].sel(regime="shut", year=2030.0, world=99)) == 1.0
    assert zarr.open_group(whole.results, mode="r")["level"][1, 99, 10] == 1.0  # type: ignore[index]


def test_a_reader_tells_a_failed_world_from_one_that_was_not_run(whole: Explored) -> None:
    shown = whole.to_xarray()
    status, gaps = shown["status"], shown["level"].isnull().any("year")
    words = dict(zip(status.attrs["flag_meanings"].split(), status.attrs["flag_values"], strict=True))
    assert ((status == words["failed"]) == gaps).all()
    assert (status != words["not_computed"]).all()
    assert {name: int((status.sel(regime=name) == words["failed"]).sum()) for name in whole.failed} == whole.failed


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_any_number_of_threads_gives_the_same_bytes(whole: Explored, tmp_path: File, jobs: int) -> None:
    explore(draining(), PLAN, tmp_path / "futures", jobs=jobs)
    assert contents(tmp_path / "futures") == contents(whole.folder)


@pytest.mark.parametrize("block", [1, 7, 100, 1000])
def test_the_size_of_blocks_moves_no_number(whole: Explored, tmp_path: File, block: int) -> None:
    few = replace(PLAN, worlds=30, block=block)
    found = explored(tmp_path / "few", few)
    assert found.to_xarray().equals(whole.to_xarray().isel(world=slice(30)))


@pytest.mark.parametrize("design", [LatinHypercube(100), Sobol()])
def test_every_design_is_written_as_it_is_drawn(tmp_path: File, design: LatinHypercube | Sobol) -> None:
    found = explored(tmp_path / "futures", replace(PLAN, design=design))
    assert np.array_equal(found.to_xarray()["parameters"].values[:, 0], draw(draining(), 100, 7, 0, design).values["drain"])
    assert json.loads(found.to_xarray().attrs["provenance"])["worlds"]["design"] in ("latin_hypercube", "sobol")


def test_neither_regimes_nor_quantities_have_an_order(whole: Explored, tmp_path: File) -> None:
    explored(tmp_path / "futures", replace(PLAN, regimes=(RUNNING, SHUT), save=("log_level", "level", "level")))
    assert contents(tmp_path / "futures") == contents(whole.folder)


def test_progress_counts_runs_and_ends_at_all_of_them(tmp_path: File) -> None:
    seen: list[tuple[int, int]] = []
    explore(draining(), PLAN, tmp_path / "futures", progress=lambda *pair: seen.append(pair))
    assert seen == [(n, 200) for n in (24, 48, 72, 96, 120, 144, 168, 192, 196, 200)]


def test_to_fail_fast_ends_at_the_first_failed_world_and_can_be_resumed(whole: Explored, tmp_path: File) -> None:
    folder = tmp_path / "futures"
    first = int(rows(whole.folder)[0]["world"])
    for resume in (False, True):
        with pytest.raises(RunError, match=f"world {first} fails under regime `running`: `log_level` is not a number"):
            explore(draining(), PLAN, folder, fail_fast=True, resume=resume)
    explored(folder)
    assert contents(folder) == contents(whole.folder)
    with pytest.raises(RunError, match=f"world {first} fails"):
        explore(draining(), PLAN, folder, fail_fast=True, resume=True)
    explore(draining(), replace(PLAN, regimes=(SHUT,)), tmp_path / "sound", fail_fast=True)


def test_only_the_first_failures_are_explained_whatever_the_blocks(tmp_path: File) -> None:
    found = explored(tmp_path / "futures", replace(PLAN, regimes=(RUNNING,), worlds=200, block=90))
    reasons = [row["variable"] for row in rows(found.folder)]
    assert reasons == ["log_level"] * EXPLAINED + [""] * (found.failed["running"] - EXPLAINED)
    assert found.failed["running"] > EXPLAINED


def test_a_block_takes_no_more_memory_than_it_may() -> None:
    saved = tuple(f"quantity_{i}" for i in range(100))
    wide = Plan((RUNNING, SHUT), 10_000_000, 7, replace(CLOCK, save=1 / 16), saved)
    assert wide.size * 8 * 2 * 100 * 161 <= BLOCK_BYTES < 2 * wide.size * 8 * 2 * 100 * 161
    assert wide.blocks * wide.size >= wide.worlds > (wide.blocks - 1) * wide.size
    assert replace(PLAN, block=0).size == 100


@pytest.mark.parametrize(
    ("kind", "changed", "near"),
    [
        (RegimeError, {"worlds": 0}, ""),
        (RegimeError, {"worlds": -5}, ""),
        (RegimeError, {"block": -1}, ""),
        (RegimeError, {"regimes": ()}, ""),
        (RegimeError, {"regimes": (SHUT, SHUT)}, ""),
        (RegimeError, {"regimes": (Regime("open", {"openin": Path(((2020.0, 0.0),))}),)}, "opening"),
        (RegimeError, {"design": LatinHypercube(99)}, ""),
        (RegimeError, {"design": LatinHypercube(101)}, ""),
        (WrongArgument, {"design": Sobol(), "worlds": 2**32 + 1}, ""),
        (UnknownName, {"save": ()}, ""),
        (UnknownName, {"save": ("levle",)}, "level"),
        (UnknownName, {"save": ("drain",)}, ""),
    ],
)
def test_what_cannot_be_explored_is_refused_before_anything_is_written(
    tmp_path: File, kind: type[Exception], changed: dict[str, object], near: str
) -> None:
    with pytest.raises(kind) as caught:
        explored(tmp_path / "futures", replace(PLAN, **changed))  # type: ignore[arg-type]
    assert near in getattr(caught.value, "near", "")
    assert getattr(caught.value, "fix", "")
    assert not any(tmp_path.iterdir())


def test_no_thread_is_refused(tmp_path: File) -> None:
    with pytest.raises(RunError, match="0 threads"):
        explore(draining(), PLAN, tmp_path / "futures", jobs=0)
