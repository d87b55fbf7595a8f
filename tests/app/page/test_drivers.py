"""Loops that drive a quantity on the page are those that the laboratory finds, with the same parts, through the same stocks."""

from __future__ import annotations

from pathlib import Path as File
from typing import Any

import pytest

from dualtrack.app.bind import THEORY
from dualtrack.lab.loop_study import named_circuits, scored
from dualtrack.lab.loops.outcome_drivers import drive, feeding_stocks
from dualtrack.lab.worlds.draw import nominal
from dualtrack.language.scenario import Clock
from tests.app.page.asking import asked_of_node
from tests.app.page.laboratory import asked_of_lab, bench, laboratory

NAMES = ["dependence", "independent_capability", "us_ai_valuation", "backlash", "readiness.memory"]
AS_IS: dict[str, Any] = {"regime": "as_is", "levers": {}, "assumptions": {}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> File:
    return bench(tmp_path_factory.mktemp("scripts"))


@pytest.mark.parametrize("year", [2024.0, 2030.0, 2039.0])
def test_what_drives_an_outcome_is_what_the_laboratory_finds(folder: File, year: float) -> None:
    body = """
    const { drivers } = await lab.drivers(given.scenario, given.year, given.names);
    return drivers.map(({ stocks, loops }) => ({ stocks: Object.fromEntries(stocks), loops: Object.fromEntries(loops) }));
    """
    found = asked_of_lab(folder, body, scenario=AS_IS, year=year, names=NAMES)
    model, clock = laboratory().model, scored(THEORY)
    by_quarter = Clock(clock.start, clock.stop, clock.step, THEORY.clock.save)
    span = (year - THEORY.clock.save, year)
    expected = drive(
        model, laboratory().regimes["as_is"], nominal(model), by_quarter, named_circuits(laboratory()), NAMES, [span]
    )
    for one, other in zip(found, expected, strict=True):
        assert one["stocks"] == pytest.approx({name: float(part[0]) for name, part in other.weights.items()}, abs=1e-6)
        sizes = {name: part for name, part in one["loops"].items() if part > 1e-6}
        assert sizes == pytest.approx(
            {each.circuit: each.share for each in other.periods[0].standings if each.share > 1e-6}, abs=1e-5
        )


def test_stocks_feed_what_follows_from_them_without_another_stock_between() -> None:
    model = {
        "stocks": ["near", "far", "beside"],
        "causes": {"read": ["plain", "dial"], "plain": ["near"], "near": ["far"], "far": []},
    }
    body = "console.log(JSON.stringify(given.names.map((name) => it.feedingStocks(given.model, name))));"
    found = asked_of_node("drivers.js", body, {"model": model, "names": ["read", "near", "beside"]})
    assert found == [["near"], ["near"], ["beside"]]


def test_every_outcome_is_fed_by_the_stocks_that_the_laboratory_names(folder: File) -> None:
    names = list(laboratory().model.outcomes)
    body = """
    const { drivers } = await lab.drivers(given.scenario, 2030, given.names);
    return drivers.map(({ stocks }) => [...stocks.keys()]);
    """
    found = asked_of_lab(folder, body, scenario=AS_IS, names=names)
    for name, stocks in zip(names, found, strict=True):
        assert tuple(stocks) == feeding_stocks(laboratory().model, name)
