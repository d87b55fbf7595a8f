"""Everything that has a name can be listed and explained, in any case, and the nearest name is offered across all kinds."""

import random

import pytest

from dualtrack.app.bind import THEORY, bind
from dualtrack.app.names.explain_name import path_words, told
from dualtrack.app.names.resolve import Thing, name_rows, things, things_named
from dualtrack.app.page.pack.found import found_if_current
from dualtrack.errors import UnknownName, nearest, same_name
from dualtrack.lab.record.figure import figures
from dualtrack.lab.record.judge_facts import judge_facts
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.print.explain_quantity import explain
from dualtrack.theory.dual_track.claims.claim_tests import CLAIM_TESTS
from tests.app.calling import Caller
from tests.refusals import refused

LABORATORY = bind()
EVERY = list(things(LABORATORY))
CHANCE = random.Random(7)
SOME = [CHANCE.choice([each for each in EVERY if each.noun == noun]) for noun in sorted({each.noun for each in EVERY})]


@pytest.mark.parametrize("thing", [*SOME, *CHANCE.sample(EVERY, 20)], ids=lambda thing: f"{thing.noun}:{thing.name}")
def test_every_name_is_found_in_any_case(thing: Thing) -> None:
    found = things_named(LABORATORY, random.Random(thing.name).choice([str.upper, str.lower, str.title])(thing.name))
    assert (thing.noun, thing.name) in [(each.noun, each.name) for each in found] or thing.noun == "targets"


@pytest.mark.parametrize("thing", SOME, ids=lambda thing: f"{thing.noun}:{thing.name}")
def test_a_thing_of_every_kind_is_explained(thing: Thing) -> None:
    if thing.noun in ("quantities", "curves"):
        assert explain(LABORATORY.model, thing.name).doc
        return
    found = told(LABORATORY, thing)
    assert thing.name in found.text()
    assert found.facts
    assert found.data()["kind"] == thing.kind


def test_names_are_those_of_every_list() -> None:
    assert {row["name"] for row in name_rows(LABORATORY)} == {thing.name for thing in EVERY}
    assert {"sliding_scale", "L5", "F1", "idc_2026_04", "limited_opening", "check 1", "judge"} <= {thing.name for thing in EVERY}


def test_a_name_of_two_things_explains_both(call: Caller) -> None:
    said = call.fine("explain", "sliding_scale").out
    assert "lever, unit 1" in said and "a regime" in said
    found = call.fine("explain", "sliding_scale", "--json").json
    assert [found["kind"], *(each["kind"] for each in found["also"])] == ["quantity", "regime"]


@pytest.mark.parametrize(
    ("slip", "near"),
    [
        ("us_spnding", "us_spending"),
        ("limted_opening", "limited_opening"),
        ("idc_2026_4", "idc_2026_04"),
        ("wittness", "witness"),
    ],
)
def test_the_nearest_of_every_kind_is_offered(slip: str, near: str) -> None:
    assert near in refused(UnknownName, lambda: things_named(LABORATORY, slip)).near


@pytest.mark.parametrize(
    "fact", CHANCE.sample([fact for fact in LABORATORY.theory.facts if fact.tests], 6), ids=lambda fact: fact.id
)
def test_a_fact_is_explained_with_both_figures_tolerance_unit_source_and_grade(fact: object) -> None:
    (thing,) = things_named(LABORATORY, fact.id)  # type: ignore[attr-defined]
    found = told(LABORATORY, thing)
    run = Oracle.of(LABORATORY.model).run(LABORATORY.regime(THEORY.past), THEORY.facts_clock)
    (verdict,) = judge_facts([fact], figures(LABORATORY.record), run)  # type: ignore[list-item]
    said = " ".join(found.facts["checks"])
    for each in verdict.checks:
        assert f"{each.check.tolerance:g}" in said
        for source in each.target.sources:
            assert any(f"grade {LABORATORY.record.source(source).grade} [{source}]" in line for line in found.facts["sources"])
    assert said.count("modelled") == said.count("observed") == len(verdict.checks)
    assert ("missed" in found.facts["in the nominal world"][0]) == (not verdict.holds[0])


@pytest.mark.parametrize(
    "claim", [LABORATORY.theory.claims[0], *CHANCE.sample(LABORATORY.theory.claims[3:], 7)], ids=lambda claim: claim.id
)
def test_a_claim_is_explained_with_its_test_verdict_and_evidence(claim: object) -> None:
    name = claim.id  # type: ignore[attr-defined]
    found, kept = told(LABORATORY, things_named(LABORATORY, name)[0]), found_if_current(LABORATORY)
    test = next(each for each in CLAIM_TESTS if each.id == name)
    assert found.facts["asked of each world"] == test.asked
    assert found.facts["test"]
    assert kept is not None
    assert found.facts["verdict"][0].startswith(kept["verdicts"][name]["verdict"])
    if kept["verdicts"][name]["beside"]:
        assert any(line.startswith("null: ") for line in found.facts["beside the verdict"])
        assert any("where planted" in line or "with every switch at zero" in line for line in found.facts["beside the verdict"])
    assert len([line for line in found.facts["verdict"] if line.startswith("prior ")]) == len(kept["verdicts"][name]["answers"])
    rows = found.data()["evidence"]
    for heading, side in (("evidence for", rows["supports"]), ("evidence against", rows["opposes"])):
        said = found.facts[heading]
        assert side or said == ("none found among the sources of the record",)
        for each in side:
            source, mark = LABORATORY.record.source(each["source"]), "" if each["read"] else ", not read in full"
            place = said.index(each["en"])
            assert said[place + 1] == each["zh"]
            assert said[place + 2].endswith(f"; grade {source.grade}{mark} [{source.key}]")


def test_the_test_of_a_claim_says_measure_regimes_and_threshold() -> None:
    said = told(LABORATORY, things_named(LABORATORY, "l5")[0]).facts["test"][0]
    assert all(word in said for word in ("independent_capability", "limited_opening", "near_embargo", "at least 3"))
    assert "2032" in " ".join(told(LABORATORY, things_named(LABORATORY, "u1")[0]).facts["test"])


def test_a_regime_is_explained_with_every_lever_that_it_sets() -> None:
    regime = LABORATORY.regime("near_embargo")
    sets = told(LABORATORY, things_named(LABORATORY, "NEAR_EMBARGO")[0]).facts["sets"]
    past = LABORATORY.regime(THEORY.past).paths
    assert {line.partition(":")[0] for line in sets} == {name for name, path in regime.paths.items() if path != past.get(name)}
    assert all(path_words(regime.paths[line.partition(":")[0]], regime.parts_at) in line for line in sets)


def test_a_world_is_explained_by_the_numbers_it_is_run_with(call: Caller) -> None:
    values = call.fine("explain", "World 3", "--seed", "5", "--json").json["values"]
    assert set(values) == set(LABORATORY.model.drawn)
    words = ["run", "as_is", "--world", "3", "--seed", "5", "--show", "diversion_strength", "--years", "2020:2020", "--json"]
    assert call.fine(*words).json["values"]["diversion_strength"] == [values["diversion_strength"]]


def test_a_name_that_only_capitals_tell_apart_is_not_guessed() -> None:
    assert same_name("a", ["A", "B"]) == "A"
    assert same_name("a", ["a", "A"]) == "a"
    assert same_name("Ab", ["ab", "aB"]) is None
    assert "AS_IS" in nearest("as_ss", ["AS_IS"])


def test_a_regime_that_changed_says_so_and_another_does_not(call: Caller) -> None:
    said = call.fine("explain", "limited_opening").out
    assert "changed in edition 2" in said
    assert "`broad_opening`" in said
    assert "changed in edition" not in call.fine("explain", "free_trade").out
