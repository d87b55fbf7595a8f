"""Everything that has a name can be listed and explained, in any case, and the nearest name is offered across all kinds."""

import random
from typing import get_args

import pytest

from dualtrack.app.bind import THEORY, bind
from dualtrack.app.cli import COMMANDS
from dualtrack.app.names.explain_name import path_words, told
from dualtrack.app.names.glossary import GRADES
from dualtrack.app.names.list_rows import KINDS, rows_of
from dualtrack.app.names.resolve import Thing, name_rows, things, things_named
from dualtrack.app.names.resting import grounds_of, resting_on
from dualtrack.app.page.pack.found import found_if_current
from dualtrack.app.verdicts.verdict_words import SAID
from dualtrack.errors import UnknownName, nearest, same_name
from dualtrack.lab.record.figure import figures
from dualtrack.lab.record.judge_facts import judge_facts
from dualtrack.language.quantity import Role
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.print.explain_quantity import explain
from dualtrack.theory.dual_track.claims.claim_tests import CLAIM_TESTS
from tests.app.calling import Caller
from tests.refusals import refused

LABORATORY = bind()
EVERY = list(things(LABORATORY))
CHANCE = random.Random(7)
RESTING = {
    "figures in": "series",
    "facts held beside it": "facts",
    "events": "events",
    "findings": "findings",
    "speaks for": "claims",
    "speaks against": "claims",
    "numbers of the model": "quantities",
}
"""The noun of what rests on a source, by the heading under which it is told."""
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


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("有限放开", {"regime"}),
        ("limited OPENING", {"regime"}),
        ("进口竞争", {"quantity"}),
        ("浮动上限", {"quantity", "regime"}),
        ("成立", {"term"}),
        ("grade a", {"term"}),
        ("claims", {"term"}),
        ("run", {"command", "term"}),
        ("urgency_strength", {"quantity", "measurable"}),
        ("denial", {"quantity", "meaning group", "sector"}),
    ],
)
def test_a_label_of_either_language_and_a_noun_in_the_plural_are_found_and_every_kind_is_told(said: str, kinds: set[str]) -> None:
    assert {thing.kind for thing in things_named(LABORATORY, said)} == kinds


def test_a_label_that_is_nearly_right_is_answered_with_the_right_one() -> None:
    assert refused(UnknownName, lambda: things_named(LABORATORY, "有限开放")).near == "有限放开"


def test_every_noun_of_the_list_every_role_and_every_answer_is_a_word_that_is_explained_in_both_languages() -> None:
    told_words = {row["term"]: row for row in rows_of(LABORATORY, "terms")}
    assert {kind.one[0] for kind in KINDS.values()} <= set(told_words)
    assert set(get_args(Role)) | {said for said, _ in SAID.values()} <= set(told_words)
    assert {f"grade {grade}" for grade in GRADES} <= set(told_words)
    for row in told_words.values():
        assert row["zh"] and row["meaning_en"].rstrip(".") and row["meaning_zh"]
        command = row["see"].split()[1:]
        assert not command or (command[0] in COMMANDS and (command[0] != "list" or command[1] in KINDS)), row["see"]


def test_a_fact_and_an_event_give_the_address_of_their_source() -> None:
    for name in ("F1", "2022_10_07_advanced_computing_rule"):
        said = told(LABORATORY, things_named(LABORATORY, name)[0]).text()
        assert "; grade " in said and "https://" in said


def test_a_forecast_is_explained_with_who_tells_it_and_what_was_frozen() -> None:
    asked = LABORATORY.theory.foretold.questions[0]
    found = told(LABORATORY, things_named(LABORATORY, asked.id)[0]).facts
    assert asked.teller.page in found["told by"][0]
    assert found["frozen"][0] == "on 2026-11-30" and any(line.startswith("no change: ") for line in found["frozen"])


def test_what_rests_on_a_source_is_what_names_that_source() -> None:
    for key in ("idc_2026_04", "federal_register_2026_01"):
        for heading, names in resting_on(LABORATORY, key).items():
            noun = RESTING.get(heading)
            assert noun is None or all(
                key in {each for keys in grounds_of(LABORATORY, thing).values() for each in keys}
                for name in names
                for thing in things_named(LABORATORY, name)
                if thing.noun == noun
            )


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
