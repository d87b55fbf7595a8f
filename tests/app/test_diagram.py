"""Diagrams and loops as data: complete, in both languages, nothing weak shown and nothing hidden uncounted, and plain JSON."""

import json
from dataclasses import replace
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.diagram import causal_map_data, loop_data_by_regime
from dualtrack.errors import UnknownName
from dualtrack.lab.link_facts import LinkFacts, link_facts
from dualtrack.targets.print.book import Book
from dualtrack.targets.print.causal_map import LEAST
from dualtrack.targets.print.statement import is_number
from dualtrack.theory.dual_track.loops.loop_list import LOOPS
from tests.refusals import refused

LABORATORY = bind()
TWO_REGIMES = replace(LABORATORY, regimes={name: LABORATORY.regime(name) for name in ("as_is", "refusal")})
BOOK = Book(LABORATORY.model)
EQUATIONS = {base for base, group in BOOK.groups.items() if not is_number(group)}


@pytest.fixture(scope="module")
def facts() -> LinkFacts:
    return link_facts(LABORATORY)


@pytest.fixture(scope="module")
def whole(facts: LinkFacts) -> dict[str, Any]:
    return causal_map_data(LABORATORY, facts=facts)


@pytest.fixture(scope="module")
def loops() -> dict[str, Any]:
    return loop_data_by_regime(TWO_REGIMES)


def test_every_link_between_equations_is_weighed(facts: LinkFacts) -> None:
    written = {(cause, base) for base in EQUATIONS for cause in BOOK.causes[base] if cause in EQUATIONS and cause != base}
    assert written == set(facts.importance)
    assert all(0 <= share <= 1 for share in facts.importance.values())


def test_the_whole_map_holds_every_equation_and_every_link_above_the_threshold(facts: LinkFacts, whole: dict[str, Any]) -> None:
    assert {node["name"] for node in whole["nodes"]} == EQUATIONS
    shown = {(arrow["from"], arrow["to"]) for arrow in whole["arrows"]}
    assert shown == {link for link, share in facts.importance.items() if share >= LEAST}
    assert whole["hidden"] == len(facts.importance) - len(shown) > 0


def test_arrows_stand_in_order_of_importance(whole: dict[str, Any]) -> None:
    order = [arrow["importance"] for arrow in whole["arrows"]]
    assert order == sorted(order, reverse=True)


def test_sectors_together_show_what_the_whole_shows(facts: LinkFacts, whole: dict[str, Any]) -> None:
    maps = [causal_map_data(LABORATORY, sector, facts=facts) for sector in BOOK.pages if _has_equations(sector)]
    links = [(arrow["from"], arrow["to"]) for each in maps for arrow in each["arrows"]]
    assert sorted(links) == sorted((arrow["from"], arrow["to"]) for arrow in whole["arrows"])
    assert sum(each["hidden"] for each in maps) == whole["hidden"]
    for each in maps:
        own = {node["name"] for node in each["nodes"] if node["inside"]}
        assert own == {base for base in EQUATIONS if BOOK.groups[base][0].sector == each["sector"]}
        assert all(arrow["to"] in own for arrow in each["arrows"])


def test_boxes_do_not_overlap_and_are_named_in_both_languages(whole: dict[str, Any]) -> None:
    wide, high = whole["box"]
    nodes = whole["nodes"]
    assert all(node["en"] and node["zh"] for node in nodes)
    for place, node in enumerate(nodes):
        assert not [o for o in nodes[:place] if abs(o["x"] - node["x"]) < wide and abs(o["y"] - node["y"]) < high]


def test_a_sector_that_is_not_there_is_refused(facts: LinkFacts) -> None:
    error = refused(UnknownName, lambda: causal_map_data(LABORATORY, "markets", facts=facts))
    assert "market" in str(error)


def test_shares_of_named_loops_add_up_over_time_in_every_regime(loops: dict[str, Any]) -> None:
    assert set(loops["regimes"]) == set(TWO_REGIMES.regimes)
    assert [row["id"] for row in loops["loops"]] == [loop.id for loop in LOOPS] == loops["relative_to"]
    for each in loops["regimes"].values():
        assert 0 < each["coverage"] < 1
        for year in range(len(loops["years"])):
            assert sum(share[year] for share in each["shares"].values()) == pytest.approx(1.0, abs=1e-4 * len(LOOPS))
            assert all(abs(each["signed"][name][year]) <= share[year] + 1e-9 for name, share in each["shares"].items())
            signed = sum(share[year] for share in each["signed"].values())
            assert (1 + signed) / 2 == pytest.approx(each["reinforcing"][year], abs=1e-4 * len(LOOPS))


def test_both_are_plain_json(whole: dict[str, Any], loops: dict[str, Any]) -> None:
    for each in (whole, loops):
        assert json.loads(json.dumps(each, allow_nan=False)) == each


def _has_equations(sector: str) -> bool:
    return any(BOOK.groups[base][0].sector == sector for base in EQUATIONS)
