"""Link scores: what the oracle finds by moving one cause at a time, zero at rest, and none where there is no number."""

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RegimeError, UnknownName
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.python import Oracle, evaluate
from dualtrack.targets.numeric.score import RESOLUTION, ScoredMoment, Scorer, moving_links
from tests.loop_toys import toy
from tests.refusals import refused
from tests.strategies import Toy, costly, model_of, regimes, toys, worlds

CLOCK = Clock(2020.0, 2022.0, 1 / 8, 1 / 8)


def by_hand(model: Model, link: tuple[str, str], before: Mapping[str, float], now: Mapping[str, float]) -> float:
    """One score by walking the tree three times."""
    cause, effect = link
    tree = model[effect].tree
    assert tree is not None
    last, level, alone = (evaluate(tree, values, model) for values in (before, now, {**before, cause: now[cause]}))
    part, change = alone - last, level - last
    if now[cause] == before[cause] or abs(change) <= RESOLUTION * max(abs(last), abs(level), abs(part)):
        return 0.0
    return abs(part / change) * (part > 0 or -(part < 0)) * math.copysign(1.0, now[cause] - before[cause])


def moments(model: Model, regime: Regime, clock: Clock, world: Mapping[str, float]) -> list[dict[str, float]]:
    """Every value of the oracle's run, step by step."""
    run = Oracle.of(model).run(regime, replace(clock, save=clock.step), world)
    return [{TIME: year, **{name: row[place] for name, row in run.values.items()}} for place, year in enumerate(run.years)]


def at(scorer: Scorer, values: Mapping[str, float]) -> ScoredMoment:
    model = scorer.model
    stocks, given, driven = (
        {name: np.array([values[name]]) for name in names} for names in (model.stocks, model.given, model.driven)
    )
    return scorer.moment(stocks, given, driven, np.array([values[TIME]]))


@costly
@given(toys(), st.data())
def test_a_score_is_what_the_oracle_finds_by_moving_one_cause(toy: Toy, data: st.DataObject) -> None:
    model = toy.model
    seen = moments(model, data.draw(regimes(model)), CLOCK, data.draw(worlds(model)))
    place = data.draw(st.integers(1, len(seen) - 1))
    scorer = Scorer.of(model, moving_links(model))
    found = scorer.score(at(scorer, seen[place - 1]), at(scorer, seen[place]))
    for link, score in found.items():
        expected = by_hand(model, link, seen[place - 1], seen[place])
        # Two readings differ in last bits, and a change may be a trillionth of what it is the difference of.
        doubt = 1e-3 * max(1.0, abs(expected)) if abs(expected) < 1e6 else math.inf
        assert float(np.broadcast_to(score, 1)[0]) == pytest.approx(expected, abs=doubt), link


def test_moving_links_are_those_between_what_moves_by_itself() -> None:
    assert moving_links(toy("logistic")) == (
        ("population", "births"),
        ("population", "deaths"),
        ("births", "population"),
        ("deaths", "population"),
    )


def scores_of(model: Model, before: Mapping[str, float], now: Mapping[str, float]) -> dict[tuple[str, str], float]:
    scorer = Scorer.of(model, moving_links(model))
    given = {name: model[name].number for name in model.given}
    found = scorer.score(*(scorer.moment(each, given, {}, 2020.0) for each in (before, now)))
    return {link: float(score) for link, score in found.items()}


def test_one_cause_that_explains_all_scores_one_with_its_sign() -> None:
    scores = scores_of(toy("epidemic"), dict(S0, infectious=10.0), dict(S0, infectious=12.0))
    assert scores["infectious", "recovery"] == 1.0
    assert scores["infection", "susceptible"] == -1.0
    assert scores["susceptible", "infection"] == 0.0


S0 = {"susceptible": 900.0, "infectious": 10.0, "recovered": 90.0}


def test_flows_into_a_stock_are_weighed_by_the_change_of_its_net_change() -> None:
    scores = scores_of(toy("logistic"), {"population": 2.0}, {"population": 3.0})
    births, deaths = 0.9 * (3 - 2), 0.9 * (9 - 4) / 20
    assert scores["births", "population"] == pytest.approx(births / (births - deaths))
    assert scores["deaths", "population"] == pytest.approx(-deaths / (births - deaths))


def test_nothing_scores_at_rest() -> None:
    assert set(scores_of(toy("logistic"), {"population": 20.0}, {"population": 20.0}).values()) == {0.0}


PRODUCT = """
scale = constant(3.0, "1", low=0.0, high=9.0, **NUMBER)
@stock("1", initial=1, **NAMED)
def rank(rank):
    "What falls behind."
    return (0 - rank) / life
@stock("1", initial=1, **NAMED)
def frontier(frontier):
    "What runs ahead."
    return frontier / life
life = constant(1.0, "year", low=0.5, high=9.0, **NUMBER)
@auxiliary("1", **NAMED)
def performance(rank, frontier, scale):
    "What stays the same."
    return scale * rank * frontier
@auxiliary("1", **NAMED)
def depth(performance, rank):
    "What there may be no number for."
    return log(performance - rank)
""".replace("def rank(rank)", "def rank(rank, life)").replace("def frontier(frontier)", "def frontier(frontier, life)")


def test_what_only_rounding_moves_has_not_moved() -> None:
    model = model_of(PRODUCT)
    before, now = {"rank": 0.1, "frontier": 7.0}, {"rank": 0.1 / 1.1, "frontier": 7.0 * 1.1}
    performances = [3.0 * each["rank"] * each["frontier"] for each in (before, now)]
    assert performances[0] != performances[1]
    assert math.isclose(*performances, rel_tol=1e-15)
    scores = scores_of(model, before, now)
    assert scores["rank", "performance"] == scores["frontier", "performance"] == 0.0
    assert scores["rank", "rank"] == -1.0


def test_a_quantity_that_is_no_number_with_one_cause_moved_has_no_score() -> None:
    scores = scores_of(model_of(PRODUCT), {"rank": 0.1, "frontier": 1.0}, {"rank": 0.9, "frontier": 2.0})
    assert math.isnan(scores["rank", "depth"])
    assert math.isfinite(scores["performance", "depth"])


def test_worlds_and_years_are_scored_as_one() -> None:
    model = toy("predation")
    scorer = Scorer.of(model, moving_links(model))
    given = {name: model[name].number for name in model.given}
    rng = np.random.default_rng(3)
    grids = [{name: rng.uniform(10.0, 90.0, (3, 4)) for name in model.stocks} for _ in range(2)]
    found = scorer.score(*(scorer.moment(grid, given, {}, 2020.0) for grid in grids))
    for link, score in found.items():
        one = [{name: float(values[1, 2]) for name, values in grid.items()} for grid in grids]
        assert score[1, 2] == pytest.approx(scores_of(model, *one)[link], rel=1e-12)


def test_what_is_no_link_is_refused() -> None:
    refused(RegimeError, lambda: Scorer.of(toy("logistic"), [("births", "deaths")]))
    refused(UnknownName, lambda: Scorer.of(toy("logistic"), [("births", "populatoin")]))
