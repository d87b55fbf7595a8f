"""The main job: what it computes, prints and writes."""

import hashlib
import json
from pathlib import Path

import numpy as np
import polars
import pytest
import xarray

from dualtrack.app.bind import THEORY
from dualtrack.app.output.json_answer import shaped, show_answer
from dualtrack.app.summary.full_tables import show_full
from dualtrack.app.summary.job_data import job_data
from dualtrack.files.user_file import MARK
from dualtrack.targets.numeric.tidy import plain
from tests.app.calling import Caller
from tests.app.conftest import SEED, WORLDS, Job

NAMES = ("differences", "facts", "failures", "lags", "levels", "paths", "verdicts")
"""The tables of a results folder."""


def test_the_main_job_writes_every_file_and_keeps_the_users_inputs_and_command(call: Caller, tmp_path: Path, mine: Path) -> None:
    other = tmp_path / "others" / "mine.toml"
    other.parent.mkdir()
    other.write_bytes(mine.read_bytes().replace(b'name = "mine"', b'name = "other"'))
    place = tmp_path / "results"
    words = ("--worlds", "3", "--seed", "5", "-o", str(place), "--from", str(mine), "--from", str(other.parent), "--json")
    answer = call.fine(*words)
    assert answer.json["folder"] == str(place)
    assert answer.json["origin"]["worlds"] == {"drawn": 3, "finished": 3}
    assert str(place / "index.html") in answer.err
    tables = [f"{name}.csv" for name in NAMES]
    wanted = {
        *tables,
        "brief.en.md",
        "brief.zh.md",
        "report.txt",
        "index.html",
        "inputs",
        "outcomes.parquet",
        "passport.json",
        "results.zarr",
    }
    assert {each.name for each in place.iterdir()} == wanted
    found = json.loads((place / "passport.json").read_text(encoding="utf-8"))
    assert found["command"] == ["dualtrack", *words]
    assert found["own_inputs"] == ["mine.toml", "mine.2.toml"]
    assert {"mine", "other"} <= set(found["regimes"])
    for file, name in ((mine, "mine.toml"), (other, "mine.2.toml")):
        kept = (place / "inputs" / name).read_bytes()
        assert kept == file.read_bytes()
        assert found["inputs"][name] == found["files"][f"inputs/{name}"]["sha256"] == hashlib.sha256(kept).hexdigest()


def test_the_store_opens_as_what_was_run(job: Job) -> None:
    with xarray.open_zarr(job.folder / "results.zarr") as found:
        drawn = job.found.ensemble.worlds.values
        assert dict(found.sizes) == {
            "regime": len(job.found.laboratory.regimes),
            "world": WORLDS,
            "year": 89,
            "parameter": len(drawn),
        }
        assert found.regime.values.tolist() == list(job.found.laboratory.regimes)
        assert (found.attrs["seed"], found.attrs["model_fingerprint"]) == (SEED, job.found.laboratory.model.fingerprint)
        assert json.loads(found.attrs["provenance"]) == plain(job.found.passport)
        for name, values in drawn.items():
            np.testing.assert_array_equal(found["parameters"].sel(parameter=name).values, values)
        np.testing.assert_array_equal(
            found["status"].values == 1, [~job.found.ensemble[r].failed for r in found["regime"].values]
        )
        for name in THEORY.outcomes:
            np.testing.assert_array_equal(found[name].sel(regime="refusal").values, job.found.ensemble["refusal"].values[name])
            nominal = found[f"nominal_{name}"].sel(regime="refusal").values
            np.testing.assert_array_equal(nominal, job.found.nominal["refusal"][name])
            assert found[name].attrs["units"] == str(job.found.laboratory.model[name].unit)


def test_the_table_holds_every_year_of_every_world(job: Job) -> None:
    table = polars.read_parquet(job.folder / "outcomes.parquet")
    assert len(table) == len(job.found.laboratory.regimes) * WORLDS * 23
    assert sorted(table["year"].unique().to_list()) == list(range(2018, 2041))
    row = table.row(
        by_predicate=(polars.col("regime") == "breakout") & (polars.col("world") == 4) & (polars.col("year") == 2040), named=True
    )
    assert row["dependence"] == job.found.ensemble.at("breakout", "dependence", 2040.0)[4]


def test_every_table_opens_in_a_spreadsheet_and_says_its_units(job: Job) -> None:
    tables = {file.stem: polars.read_csv(file) for file in job.folder.glob("*.csv") if file.stat().st_size}
    assert set(tables) == set(NAMES)
    assert all(file.read_bytes().startswith(MARK) for file in job.folder.glob("*.csv"))
    assert tables["levels"]["q50"].to_list() == [row["q50"] for row in job.found.to_rows()]
    assert set(tables["levels"]["unit"]) == {job.found.ensemble.units[name] for name in THEORY.outcomes}
    assert set(tables["lags"]["unit"]) == {"month"}
    assert tables["facts"]["zh"].to_list() == [row["zh"] for row in job.found.facts.to_rows()]


def test_the_passport_tells_seed_model_and_inputs(job: Job) -> None:
    found = json.loads((job.folder / "passport.json").read_text(encoding="utf-8"))
    assert {key: found[key] for key in job.found.passport} == plain(job.found.passport)
    assert found["worlds"] == {"seed": SEED, "first": 0, "count": WORLDS, "failed": 0}
    assert found["model"]["fingerprint"] == job.found.laboratory.model.fingerprint
    assert {"observations.csv", "3_limited_opening.toml"} <= set(found["inputs"])


def test_levels_are_the_quantiles_of_the_worlds(job: Job) -> None:
    rows = job.found.to_rows()
    assert len(rows) == len(job.found.laboratory.regimes) * len(THEORY.outcomes) * len(THEORY.years)
    for row in rows:
        values = job.found.ensemble.at(row["regime"], row["outcome"], row["year"])
        assert row["q50"] == pytest.approx(np.median(values), rel=1e-12)
        assert row["q05"] <= row["q25"] <= row["q50"] <= row["q75"] <= row["q95"]


def test_lags_name_their_reference_and_what_was_not_reached(job: Job) -> None:
    rows = job.found.comparison.lag_rows()
    assert {row["reference"] for row in rows} == set(THEORY.references)
    assert not [row for row in rows if row["regime"] == row["reference"]]
    one, other = (
        {
            row["threshold"]: row
            for row in rows
            if (row["regime"], row["reference"], row["outcome"]) == (*pair, THEORY.outcomes[0])
        }
        for pair in (THEORY.references, THEORY.references[::-1])
    )
    for threshold, row in one.items():
        assert row["unreached"] == other[threshold]["unreached_reference"]
        if row["q50"] is not None:
            assert row["q05"] == pytest.approx(-other[threshold]["q95"], abs=1e-9)


def test_the_parts_of_the_delay_sum_in_every_world(job: Job) -> None:
    parts = job.found.mediation
    np.testing.assert_allclose(parts.total.months, parts.indirect.months + parts.direct.months, atol=1e-9)
    rows = {row["part"]: row for row in parts.to_rows()}
    assert rows["total"]["share_later"] == np.mean(parts.total.months >= 3)
    assert rows["total"]["share_earlier"] == np.mean(parts.total.months <= -3)
    assert [row["threshold"] for row in parts.unreached_rows()] == [each.threshold for each in parts.total.thresholds]


def test_facts_count_alike_in_rows_and_in_the_laboratory(job: Job) -> None:
    rows = {row["id"]: row for row in job.found.facts.to_rows()}
    for nominal, drawn in zip(job.found.facts.nominal, job.found.facts.drawn, strict=True):
        row = rows.pop(nominal.fact.id)
        if nominal.fact.tests:
            assert row["nominal"] == bool(nominal.holds[0])
            assert row["median"] == (drawn.holds.mean() >= 0.5)
    assert not rows


def test_assumed_numbers_are_counted_among_all_numbers(job: Job) -> None:
    row = job.found.assumed_row()
    assert row["assumed"] == len(job.found.laboratory.model.assumed)
    assert 0 < row["share"] == row["assumed"] / row["numbers"] < 1


def test_progress_moves_through_every_stage_to_the_end(job: Job) -> None:
    done = [each[1] for each in job.stages]
    assert done == sorted(done)
    assert done[-1] == job.stages[-1][2]
    assert list(dict.fromkeys(stage for stage, _, _ in job.stages)) == ["regimes", "facts", "paths", "groups"]


def test_the_text_tells_every_regime_fact_and_limit(job: Job, capsys: pytest.CaptureFixture[str]) -> None:
    show_full(job.found)
    said = capsys.readouterr().out
    assert all(name in said for name in job.found.laboratory.regimes)
    assert all(fact.id in said for fact in job.found.laboratory.theory.facts)
    for words in ("not a verdict", "held out", "assumed", "Outcomes in 2030", "Outcomes in 2040", f"seed {SEED}"):
        assert words in said
    assert max(map(len, said.splitlines())) <= 120


def test_the_data_is_the_same_as_the_rows(job: Job, capsys: pytest.CaptureFixture[str]) -> None:
    show_answer("report", job.found.laboratory.model, job_data(job.found, "somewhere"))
    found = json.loads(capsys.readouterr().out)
    assert found["outcomes"] == shaped(job.found.to_rows())
    assert found["facts"] == shaped(job.found.facts.to_rows())
    assert (found["delay"]["claim"], found["delay"]["status"]) == ("L5", "prior only, not a verdict")
