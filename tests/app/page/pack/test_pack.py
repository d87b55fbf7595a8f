"""The pack: what the page knows is what the laboratory knows, every reference leads somewhere, and nothing is said twice."""

import json
from typing import Any

import pytest

from dualtrack.app.bind import THEORY, bind
from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.anchors import anchor_rows
from dualtrack.app.page.pack.find_table import table_without_verdicts
from dualtrack.app.page.pack.found import found_if_current
from dualtrack.app.page.pack.whole import json_text, pack
from dualtrack.lab.kept_table import first_accepted
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.declaration import Assumed, Definition
from dualtrack.language.statements.ledger import variables

Data = dict[str, Any]


@pytest.fixture(scope="module")
def laboratory() -> Laboratory:
    return bind()


@pytest.fixture(scope="module")
def found(laboratory: Laboratory) -> Data:
    """The kept table, or where that is stale one without verdicts, which takes a minute to make."""
    return found_if_current(laboratory) or table_without_verdicts(laboratory)


@pytest.fixture(scope="module")
def whole(laboratory: Laboratory, found: Data) -> Data:
    read: Data = json.loads(json_text(pack(laboratory, found, catalogues())))
    return read


def test_every_quantity_keeps_its_facts(laboratory: Laboratory, whole: Data) -> None:
    assert list(whole["quantities"]) == list(laboratory.model.quantities)
    for name, quantity in laboratory.model.quantities.items():
        row = whole["quantities"][name]
        base = whole["bases"][row["base"]]
        assert row.get("value") == quantity.value
        assert row.get("role", base["role"]) == quantity.role
        assert row.get("unit", base["unit"]) == str(quantity.unit)
        source = row.get("source", base.get("source"))
        assert (source["kind"] == "assumed") is isinstance(quantity.source, Assumed)
        assert (source["kind"] == "definition") is isinstance(quantity.source, Definition)
        assert (source["kind"] == "study") is isinstance(quantity.source, str)


def test_causes_and_effects_are_two_sides_of_one_thing(whole: Data) -> None:
    causes = {(cause, name) for name, base in whole["bases"].items() for cause in base["causes"]}
    effects = {(name, effect) for name, base in whole["bases"].items() for effect in base["effects"]}
    assert causes == effects
    assert {name for pair in causes for name in pair} <= whole["bases"].keys()
    assert all(base["equation"] for base in whole["bases"].values() if base["causes"])


def test_every_lever_stands_in_one_group_with_its_status_quo(laboratory: Laboratory, whole: Data) -> None:
    levers = [row for group in whole["levers"] for row in group["levers"]]
    assert sorted(row["name"] for row in levers) == sorted(laboratory.model.of_role(["lever"]))
    past = laboratory.regime(THEORY.past)
    for row in levers:
        path = past.paths.get(row["name"])
        assert row["now"] == (row["default"] if path is None or past.parts_at is None else path.at(past.parts_at))
        assert row["low"] <= row["now"] <= row["high"]
    assert [group["group"] for group in whole["levers"]] == [group.id for group in laboratory.theory.display.groups]


def test_a_levers_examples_are_its_coded_history(laboratory: Laboratory, whole: Data) -> None:
    events = {row["id"]: row for row in whole["events"]}
    coded = [(setting.dial, setting.start.isoformat(), setting.value) for setting in laboratory.record.settings]
    told = []
    for row in (lever for group in whole["levers"] for lever in group["levers"]):
        for each in row["examples"]:
            if each["value"] is not None:
                told.append((row["name"], each["date"], each["value"]))
            if each["event"] is not None:
                assert each["title"] == events[each["event"]]["label"]
    assert sorted(told) == sorted(each for each in coded if each[0] in laboratory.model.quantities)


def test_every_lever_has_a_dated_example_or_says_that_there_is_none(whole: Data) -> None:
    without = {row["name"] for group in whole["levers"] for row in group["levers"] if not row["examples"]}
    assert {name.partition(".")[0] for name in without} <= {"layer_focus", "root_recognition"}


def test_every_assumption_that_has_a_range_is_offered_once_by_sector(laboratory: Laboratory, whole: Data) -> None:
    first, *sectors = whole["assumptions"]
    offered = [name for group in sectors for name in group["names"]]
    model = laboratory.model
    given = [name for name in model.given if model[name].low < model[name].high]
    assert sorted(offered) == sorted(given)
    assert set(first["names"]) <= set(offered)
    assert all(model[name].sector == group["id"] for group in sectors for name in group["names"])


def test_every_source_that_is_cited_is_in_the_pack(whole: Data) -> None:
    cited = {key for base in whole["bases"].values() for key in base.get("source", {"keys": []})["keys"]}
    cited |= {each["source"] for series in whole["series"].values() for each in series["figures"]}
    cited |= {each["source"] for each in whole["events"]}
    cited |= {key for fact in whole["facts"] for check in fact["checks"] for key in check["sources"]}
    cited |= {each["source"] for claim in whole["claims"] for side in ("evidenceFor", "evidenceAgainst") for each in claim[side]}
    assert sorted(cited - whole["sources"].keys()) == []


def test_a_figure_stands_in_the_unit_of_its_quantity(whole: Data) -> None:
    """Twelve months of a wafer line, a billion dollars of dollars, an H100 of its operations."""
    seen = {(name, int(row["year"])): row["value"] for name, series in whole["series"].items() for row in series["figures"]}
    assert seen["china_advanced_wafer_capacity_morgan_stanley", 2025] == pytest.approx(12 * 22000)
    assert seen["b300_price", 2025] == pytest.approx(45e-6)
    assert seen["nvidia_frontier_dense_fp16", 2022] == pytest.approx(1.0)


def test_every_series_on_a_curve_says_what_it_counts_otherwise(laboratory: Laboratory, whole: Data) -> None:
    caveats = {each.series: list(each.caveat) for each in laboratory.theory.counterparts}
    assert whole["series"]
    assert {name: row["caveat"] for name, row in whole["series"].items()} == {name: caveats[name] for name in whole["series"]}


def test_another_name_of_a_quantity_has_its_figures(whole: Data) -> None:
    assert whole["history"]["us_ai_valuation"] == whole["history"]["vendor_valuation"]


def test_what_facts_compare_is_on_the_curves(whole: Data) -> None:
    assert whole["history"]["domestic_unit_share"] == ["china_accelerator_domestic_share"]
    assert all(2018 <= row["year"] < 2041 for series in whole["series"].values() for row in series["figures"])


def test_figures_of_every_series_stand_together_in_order_of_time(whole: Data) -> None:
    """Series stand by name and their figures by date, the lowest of a date first, wherever a table lists them."""
    assert all(beside == sorted(beside) for beside in whole["history"].values())
    for series in whole["series"].values():
        assert [(row["year"], row["value"]) for row in series["figures"]] == sorted(
            (row["year"], row["value"]) for row in series["figures"]
        )
    assert {name for beside in whole["history"].values() for name in beside} == whole["series"].keys()


def test_facts_name_quantities_that_run(laboratory: Laboratory, whole: Data) -> None:
    named = {name for fact in whole["facts"] for check in fact["checks"] for name in (check["quantity"], check["per"]) if name}
    assert named == set(variables(laboratory.theory.facts))
    assert [fact["id"] for fact in whole["facts"]] == [fact.id for fact in laboratory.theory.facts]


def test_all_claims_stand_with_a_test_and_both_sides(laboratory: Laboratory, whole: Data) -> None:
    assert [claim["id"] for claim in whole["claims"]] == [claim.id for claim in laboratory.theory.claims]
    for claim in whole["claims"]:
        assert all(claim["label"]) and all(claim["asked"])
        sides = laboratory.theory.evidence[claim["id"]]
        for side, declared in ((claim["evidenceFor"], sides.supports), (claim["evidenceAgainst"], sides.opposes)):
            assert [(each["source"], tuple(each["text"]), each["isRead"]) for each in side] == [
                (each.source, each.relevance, each.is_read) for each in declared
            ]
            assert all(all(each["text"]) for each in side)
        assert set(claim["carriedBy"]) <= whole["bases"].keys()
        assert set(claim["mechanisms"]) <= whole["quantities"].keys()


def test_a_loop_closes_along_links_of_the_model(laboratory: Laboratory, whole: Data) -> None:
    for loop in whole["loops"]:
        names, links = loop["circuit"]["names"], loop["circuit"]["links"]
        assert len(set(names)) == len(names)
        assert {cause for cause, _ in links[0]} <= set(loop["circuit"]["starts"])
        assert {effect for _, effect in links[-1]} >= set(loop["circuit"]["starts"])
        for link in links:
            assert all(names[cause] in laboratory.model.causes(names[effect]) for cause, effect in link)


def test_the_diagram_draws_links_between_its_boxes(whole: Data) -> None:
    for drawn in (whole["diagram"], *whole["diagram"]["sectors"].values()):
        boxes = {node["name"] for node in drawn["nodes"]}
        assert boxes <= whole["bases"].keys()
        for edge in drawn["edges"]:
            assert {edge["from"], edge["to"]} <= boxes
            assert edge["to"] in whole["bases"][edge["from"]]["effects"]


def test_accepted_worlds_are_the_first_that_history_leaves_under_their_own_numbers(laboratory: Laboratory) -> None:
    some = first_accepted(laboratory, 20, 7)
    assert len(some.numbers) == 20 and (some.numbers[1:] > some.numbers[:-1]).all()
    again = draw(laboratory.model, int(some.numbers[-1]) + 1, 7)
    for name in laboratory.model.drawn[:5]:
        assert (again.values[name][some.numbers] == some.values[name]).all()


def test_a_codebooks_examples_are_read_one_by_one() -> None:
    rows = anchor_rows("0: none. 0.15: H20 in August 2025. 1: all revenue. What else applies is not said.")
    assert [(row["value"], row["meaning"][0]) for row in rows] == [
        (0, "none."),
        (0.15, "H20 in August 2025."),
        (1, "all revenue."),
    ]


def test_every_codebook_entry_gives_examples(laboratory: Laboratory) -> None:
    for dial in laboratory.record.dials:
        rows = anchor_rows(dial.anchors)
        assert len(rows) >= 3, dial.dial
        assert [row["value"] for row in rows] == sorted(row["value"] for row in rows)


def test_json_ends_no_script() -> None:
    text = json_text({"</script>": ["<!--", "\u2028"]})
    assert "<" not in text and "\u2028" not in text
    assert json.loads(text) == {"</script>": ["<!--", "\u2028"]}
