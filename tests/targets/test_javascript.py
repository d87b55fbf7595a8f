"""The JavaScript that Node runs is the oracle: every quantity, both schemes, and failures where it refuses."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.app.bind import THEORY, bind
from dualtrack.errors import NotANumber
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.model import Model, freeze
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.targets.javascript import javascript
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.numeric.scheme import EULER, RK4, Scheme
from tests.app.page.asking import asked_of_node
from tests.bent import CLOCK as SHORT
from tests.bent import HELD, MODEL
from tests.falling import FORMULAS, falling
from tests.strategies import Toy, clocks, regimes, toys, worlds

TOLERANCE = 1e-9
each_scheme = pytest.mark.parametrize("scheme", [EULER, RK4], ids=lambda scheme: scheme.name)
RUNS = """
const found = given.map(({ model, asked }) => {
  const text = model.replace("export const MODEL", "globalThis.made");
  (0, eval)(text);
  const engine = it.makeEngine(made);
  return asked.map(({ world, rows, changes, clock, scheme, names }) => {
    const course = { rows: Float64Array.from(rows), changes: Uint8Array.from(changes) };
    const numbers = engine.given.map((name) => world[name]);
    const { values, failed } = it.runOnce(engine, numbers, course, clock, names, made.schemes[scheme]);
    const plain = (row) => Array.from(row, (value) => (Number.isFinite(value) ? value : null));
    return { failed, values: failed < 0 ? Object.fromEntries(names.map((name) => [name, plain(values[name])])) : {} };
  });
});
console.log(JSON.stringify(found));
"""
Series = Mapping[str, Sequence[float]]


def asked(
    model: Model, regime: Regime, clock: Clock, world: Mapping[str, float], scheme: Scheme, series: Series | None = None
) -> dict[str, Any]:
    """One run as the engine takes it: driven values step by step."""
    rows = [
        [
            (series or {})[name][index]
            if name in (series or {})
            else regime.paths[name].at(year)
            if name in regime.paths
            else model[name].number
            for name in model.driven
        ]
        for index, year in enumerate(clock.years)
    ]
    changes = [int(index == 0 or row != rows[index - 1]) for index, row in enumerate(rows)]
    return {
        "world": {name: world.get(name, model[name].number) for name in model.given},
        "rows": [value for row in rows for value in row],
        "changes": changes,
        "clock": {"start": clock.start, "stop": clock.stop, "step": clock.step, "save": clock.save},
        "scheme": scheme.name,
        "names": [*model.given, *model.driven, *model.stocks, *model.order],
    }


def answered(questions: Iterable[tuple[Model, Sequence[Mapping[str, Any]]]]) -> list[list[dict[str, Any]]]:
    """What Node finds for some runs of each model."""
    found: list[list[dict[str, Any]]] = asked_of_node(
        "engine.js", RUNS, [{"model": javascript(model), "asked": list(runs)} for model, runs in questions]
    )
    return found


def distance(found: Mapping[str, Sequence[float]], expected: Mapping[str, Sequence[float]]) -> float:
    """The largest difference, as a part of the quantity's own scale."""
    return max(
        float(np.max(np.abs(np.array(row) - expected[name]), initial=0.0)) / (float(np.max(np.abs(expected[name]))) or 1.0)
        for name, row in found.items()
    )


@each_scheme
@settings(max_examples=4)
@given(data=st.data())
def test_random_models_run_as_the_oracle_runs_them(scheme: Scheme, data: st.DataObject) -> None:
    cases: list[tuple[Toy, Regime, Clock, dict[str, float]]] = []
    for _ in range(4):
        toy = data.draw(toys())
        cases.append((toy, data.draw(regimes(toy.model)), data.draw(clocks()), data.draw(worlds(toy.model))))
    found = answered((toy.model, [asked(toy.model, regime, clock, world, scheme)]) for toy, regime, clock, world in cases)
    for (toy, regime, clock, world), (run,) in zip(cases, found, strict=True):
        alone = Oracle.of(toy.model).run(regime, clock, world, scheme=scheme)
        assert run["failed"] == -1
        assert distance(run["values"], alone.values) <= TOLERANCE


@each_scheme
def test_the_theory_runs_as_the_oracle_runs_it_in_drawn_worlds_under_every_regime(scheme: Scheme) -> None:
    laboratory = bind()
    model, drawn, oracle = laboratory.model, draw(laboratory.model, 2, 3), Oracle.of(laboratory.model)
    cases = [(regime, drawn.world(i)) for regime in laboratory.regimes.values() for i in range(2)]
    (found,) = answered([(model, [asked(model, regime, THEORY.clock, world, scheme) for regime, world in cases])])
    for (regime, world), run in zip(cases, found, strict=True):
        assert distance(run["values"], oracle.run(regime, THEORY.clock, world, scheme=scheme).values) <= TOLERANCE


@each_scheme
@pytest.mark.parametrize("felt", [True, False], ids=["at every step", "on saved rows"])
def test_a_world_fails_where_the_oracle_refuses_it(scheme: Scheme, felt: bool) -> None:
    starts, clock = [4.0, 2.0, 1.5, 1.0, 0.0, -1.0], Clock(0.0, 2.0, 0.25, 1.0)
    models = [falling(formula, felt=felt) for formula in FORMULAS]
    found = answered((model, [asked(model, HELD, clock, {"start": start}, scheme) for start in starts]) for model in models)
    for model, formula, runs in zip(models, FORMULAS, found, strict=True):
        for start, run in zip(starts, runs, strict=True):
            try:
                alone = Oracle.of(model).run(HELD, clock, {"start": start}, scheme=scheme)
            except NotANumber as error:
                assert run["failed"] >= 0, (formula, start)
                assert clock.years[run["failed"]] <= error.year <= clock.years[run["failed"]] + clock.step
            else:
                assert run["failed"] == -1, (formula, start)
                assert distance(run["values"], alone.values) <= TOLERANCE


def test_a_frozen_quantity_follows_the_series_that_it_is_given() -> None:
    frozen = freeze(MODEL, ["size"])
    series = {"size": [1.0 + 0.01 * index for index in range(SHORT.steps + 1)]}
    ((run,),) = answered([(frozen, [asked(frozen, HELD, SHORT, {}, EULER, series)])])
    assert distance(run["values"], Oracle.of(frozen).run(HELD, SHORT, {}, series=series).values) <= TOLERANCE


def test_a_lever_that_changes_between_two_saved_rows_is_felt_at_once() -> None:
    stopped = Regime("stopped", {"dial": Path(((0.0, 1.0), (0.8125, 0.0), (1.4, 0.5)))})
    ((run,),) = answered([(MODEL, [asked(MODEL, stopped, SHORT, {"rate": 0.7}, EULER)])])
    assert distance(run["values"], Oracle.of(MODEL).run(stopped, SHORT, {"rate": 0.7}).values) <= TOLERANCE


def test_the_same_model_is_the_same_text() -> None:
    assert javascript(MODEL) == javascript(MODEL)


def test_an_unknown_name_is_refused() -> None:
    body = """
    (0, eval)(given.replace("export const MODEL", "globalThis.made"));
    try { it.placesOf(it.makeEngine(made), ["siez"]); } catch (error) { console.log(JSON.stringify(error.message)); }
    """
    assert "siez" in asked_of_node("engine.js", body, javascript(MODEL))
