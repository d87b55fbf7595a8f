"""Each command in text and in JSON: the same numbers, true to the laboratory."""

import math
from pathlib import Path
from xml.etree import ElementTree

import polars
import pytest

from dualtrack.app.bind import THEORY, bind
from dualtrack.app.names.list_rows import KINDS
from dualtrack.targets.numeric.python import Oracle
from tests.app.calling import Caller


def test_a_run_is_the_oracles(call: Caller) -> None:
    found = call.fine("run", "limited_opening", "--json").json
    laboratory = bind()
    run = Oracle.of(laboratory.model).run(laboratory.regime("limited_opening"), THEORY.clock)
    assert found["regime"] == "limited_opening"
    assert found["years"] == list(range(2018, 2041))
    assert found["origin"]["seed"] is None
    assert found["origin"]["model"] == laboratory.model.fingerprint
    for name in THEORY.outcomes:
        assert found["values"][name] == [run.at(name, float(year)) for year in found["years"]]
        assert found["units"][name] == str(laboratory.model[name].unit)


def test_a_run_in_text_shows_the_years_that_were_asked_for(call: Caller) -> None:
    said = call.fine("run", "as_is", "--years", "2030:2032").out
    assert [year for year in range(2018, 2041) if f"\n{year} " in said] == [2030, 2031, 2032]


def test_a_lever_that_is_set_holds_from_the_year_the_regime_parts(call: Caller) -> None:
    found = call.fine("run", "as_is", "--set", "memory_access=0.75", "--show", "memory_access", "--json").json
    held = dict(zip(found["years"], found["values"]["memory_access"], strict=True))
    assert held[2027] == held[2040] == 0.75
    plain = call.fine("run", "as_is", "--show", "memory_access", "--json").json
    assert held[2026] == dict(zip(plain["years"], plain["values"]["memory_access"], strict=True))[2026]


def test_a_number_that_is_set_changes_the_world(call: Caller) -> None:
    plain, changed = (
        call.fine("run", "limited_opening", *more, "--json").json["values"]["independent_capability"]
        for more in ([], ["--set", "diversion_strength=0"])
    )
    assert plain[0] == changed[0]
    assert plain[-1] != changed[-1]


def test_a_scheme_is_a_way_to_step_and_not_another_model(call: Caller) -> None:
    euler, rk4 = (call.fine("run", "as_is", "--scheme", each, "--json").json for each in ("euler", "rk4"))
    assert euler["values"] != rk4["values"]
    assert euler["origin"] == rk4["origin"]
    last = [each["values"]["independent_capability"][-1] for each in (euler, rk4)]
    assert math.isclose(*last, rel_tol=0.05)


def test_a_users_regime_can_be_run_and_compared(call: Caller, mine: Path) -> None:
    assert call.fine("run", "mine", "--from", str(mine), "--json").json["regime"] == "mine"
    found = call.fine("compare", "as_is", "mine", "--worlds", "5", "--from", str(mine), "--json").json
    assert found["regimes"] == ["as_is", "mine"]


def test_a_comparison_is_paired_and_repeatable(call: Caller) -> None:
    words = ["compare", "near_embargo", "limited_opening", "--worlds", "20", "--seed", "3"]
    found = call.fine(*words, "--json").json
    assert found == call.fine(*words, "--json").json
    assert found["origin"]["worlds"] == {"drawn": 20, "finished": 20}
    assert {row["reference"] for row in found["differences"]} == {"near_embargo"}
    for row in found["levels"]:
        assert row["q05"] <= row["q25"] <= row["q50"] <= row["q75"] <= row["q95"]
    said = call.fine(*words).out
    assert "near_embargo" in said and "limited_opening" in said


def test_one_world_alone_is_compared_and_held_beside_facts_as_it_is_run(call: Caller) -> None:
    words = ["--world", "5", "--seed", "3", "--tilt", "essay"]
    found = call.fine("compare", "as_is", "refusal", *words, "--json").json
    assert found["origin"]["worlds"] == {"drawn": 1, "finished": 1}
    for regime in ("as_is", "refusal"):
        run = call.fine("run", regime, *words, "--years", "2040:2040", "--json").json["values"]
        rows = {row["outcome"]: row["q50"] for row in found["levels"] if row["regime"] == regime and row["year"] == 2040}
        assert rows == pytest.approx({name: values[0] for name, values in run.items()})
    facts = call.fine("facts", "--world", "5", "--seed", "3", "--json").json
    said = call.fine("explain", "F1", "--world", "5", "--seed", "3").out
    for row in facts["checks"]:
        if row["fact"] == "F1":
            assert f"modelled {row['median_value']:.3f}" in said
    assert (facts["world"], facts["prior"]) == (5, bind().theory.tilts[0].name)


def test_the_nominal_world_alone_is_the_nominal_one(call: Caller) -> None:
    rows = call.fine("facts", "--world", "nominal", "--json").json["checks"]
    assert rows and all(row["median_value"] == pytest.approx(row["nominal_value"]) for row in rows)


def test_facts_fed_to_the_model_are_not_counted(call: Caller) -> None:
    rows = call.fine("facts", "--worlds", "5", "--json").json["facts"]
    fed = {row["id"] for row in rows if row["kind"] in ("input", "parameter")}
    assert {row["id"] for row in rows if row["group"] == "not counted"} == fed
    for row in rows:
        assert (row["share"] is None) == (row["id"] in fed and not row["sources"])
    said = call.fine("facts", "--worlds", "5").out
    assert "held out" in said
    assert all(each in said.partition("Not counted")[2] for each in fed)


def test_an_explanation_names_the_claims_that_rest_on_a_quantity(call: Caller) -> None:
    found = call.fine("explain", "independent_capability", "--json").json
    assert "L5" in [claim["id"] for claim in found["claims"]]
    assert found["causes"]
    said = call.fine("explain", "independent_capability").out
    assert "claim L5" in said and "equation" in said
    assert call.fine("explain", "readiness", "--json").json["elements"]


def test_explain_tells_what_a_claim_or_a_fact_rests_on(call: Caller) -> None:
    claim = call.fine("explain", "L5", "--json").json
    assert claim["kind"] == "claim" and "independent_capability" in claim["rests_on"]
    assert all(word in call.fine("explain", "l5").out for word in claim["rests_on"])
    assert call.fine("explain", "F8", "--json").json["kind"] == "fact"


@pytest.mark.parametrize("noun", [*KINDS, "kinds"])
def test_everything_that_can_be_named_is_listed(call: Caller, noun: str) -> None:
    rows = call.fine("list", noun, "--json").json["rows"]
    said = call.fine("list", noun.upper()).out
    if not rows:
        return
    key = next(iter(rows[0]))
    assert len({row[key] for row in rows}) == len(rows)
    assert all(word in said for row in rows for word in str(row[key])[:20].split())


def test_an_xmile_file_holds_the_model_and_the_regime(call: Caller, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "model.xmile"
    assert str(file) in call.fine("export", str(file), "--regime", "free_trade").err
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    assert root.tag.endswith("xmile")
    assert "free_trade" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_a_table_holds_the_nominal_run_of_every_regime(call: Caller, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"runs.{suffix}"
    assert call.fine("export", str(file), "--json").json["bytes"] == file.stat().st_size
    table = polars.read_csv(file) if suffix == "csv" else polars.read_parquet(file)
    assert table["regime"].unique().sort().to_list() == sorted(bind().regimes)
    run = call.fine("run", "refusal", "--json").json
    column = table.filter(polars.col("regime") == "refusal")["dependence"].to_list()
    assert column == run["values"]["dependence"]
