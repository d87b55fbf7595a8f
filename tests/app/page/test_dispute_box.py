"""Two scenarios held against each other on the page: parts sum and change sign, and a planted crux is what is named."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path as File
from typing import Any

import numpy as np
import pytest

from dualtrack.app.bind import THEORY
from dualtrack.lab.runs.regimes import set_lever
from dualtrack.lab.statistics.share import NORMAL
from dualtrack.lab.story.months import months_at
from dualtrack.lab.worlds.draw import Worlds, draw, hold
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import Many
from dualtrack.targets.numeric.scheme import EULER
from tests.app.page.asking import asked_of_node
from tests.app.page.laboratory import SEED, asked_of_lab, bench, laboratory

STORY, NAMES = "independent_capability", ["us_ai_valuation"]
FIGURES = [f"months:{STORY}", *NAMES]
AT = 2034.0
ACCEPTED = (1, 4, 5, 6, 11, 17, 40, 52)
ONE = {
    "regime": "as_is",
    "levers": {"memory_access": {"value": 1.0, "from": 2027.0}, "tool_access": {"value": 0.6, "from": 2028.0}},
    "assumptions": {"progress_rate": 0.3},
}
OTHER = {
    "regime": "near_embargo",
    "levers": {"cloud_access": {"value": 0.2, "from": 2027.0}},
    "assumptions": {"progress_rate": 0.2},
}
FREER = {"regime": "as_is", "levers": {"memory_access": {"value": 1.0, "from": 2027.0}}, "assumptions": {"progress_rate": 0.3}}
AS_IS: dict[str, Any] = {"regime": "as_is", "levers": {}, "assumptions": {}}
ASKED = """
const asked = { outcomes: given.names, at: given.at, months: { outcome: given.story, since: given.since } };
"""
SHARED: dict[str, Any] = {"names": NAMES, "at": AT, "story": STORY, "since": THEORY.clock.start}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> File:
    return bench(tmp_path_factory.mktemp("scripts"))


def figures_of(found: Any) -> dict[str, Any]:
    return {each["figure"]: each for each in found["figures"]}


def sums_up(figure: Any) -> None:
    assert sum(part["mean"] for part in figure["parts"]) == pytest.approx(figure["whole"]["mean"], rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("workers", [0, 2])
def test_parts_sum_to_the_difference_and_exchanging_the_two_changes_every_sign(folder: File, workers: int) -> None:
    body = f"{ASKED} return [await lab.dispute(given.one, given.other, asked), await lab.dispute(given.other, given.one, asked)];"
    answers = asked_of_lab(folder, body, accepted=ACCEPTED, workers=workers, one=ONE, other=OTHER, **SHARED)
    there, back = (figures_of(each) for each in answers)
    assert list(there) == FIGURES
    assert all(each["worlds"] == len(ACCEPTED) and each["failed"] == 0 for each in answers)
    for name in FIGURES:
        sums_up(there[name])
        ways = zip([there[name]["whole"], *there[name]["parts"]], [back[name]["whole"], *back[name]["parts"]], strict=True)
        for one, other in ways:
            assert one.get("name") == other.get("name")
            assert one["mean"] == pytest.approx(-other["mean"], rel=1e-9, abs=1e-9)
            assert (one["low"], one["high"]) == pytest.approx((-other["high"], -other["low"]), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("count", [12, 40])
def test_however_many_things_differ_they_share_out_the_whole_and_a_concession_is_named(folder: File, count: int) -> None:
    """Beyond 31 movers a coalition is more than a number's bits can hold."""
    body = f"""{ASKED}
    const split = await lab.split(given.one, given.other, given.names, given.at);
    return {{ split, dispute: await lab.dispute(given.one, given.other, asked) }};
    """
    model = laboratory().model
    levers = [(name, model[name].low) for name in model.of_role(["lever"])][: count // 2]
    numbers = [(name, model[name].low) for name in model.of_role(["uncertainty"])][: count - len(levers)]
    other = {**AS_IS, "levers": {name: {"value": value, "from": 2027.0} for name, value in levers}, "assumptions": dict(numbers)}
    found = asked_of_lab(folder, body, accepted=ACCEPTED, one=AS_IS, other=other, **SHARED)
    split, dispute = found["split"], figures_of(found["dispute"])
    whole = split["after"][NAMES[0]] - split["before"][NAMES[0]]
    assert sum(each[NAMES[0]] for each in split["parts"].values()) == pytest.approx(whole, rel=1e-9, abs=1e-9)
    assert len(dispute[FIGURES[0]]["parts"]) >= count - 2
    for name in FIGURES:
        sums_up(dispute[name])
    told = [figure for figure in dispute.values() if not figure["whole"]["low"] <= 0 <= figure["whole"]["high"]]
    assert told
    assert all(figure["concession"] is not None for figure in told)


def test_what_lies_between_and_what_a_concession_leaves_are_the_laboratorys_months(folder: File) -> None:
    body = f"{ASKED} return [await lab.dispute(given.one, given.other, asked), await lab.dispute(given.other, given.one, asked)];"
    found, back = asked_of_lab(
        folder, body, accepted=ACCEPTED, one=AS_IS, other=FREER, **SHARED | {"names": [STORY, "dependence"]}
    )
    figure, level = (figures_of(found)[name] for name in (FIGURES[0], STORY))
    freed, faster = [True, False], [True, False]
    paths = {(free, fast): mixed(free=free, fast=fast) for free in freed for fast in faster}
    whole = ahead(paths[True, True], paths[False, False])
    assert figure["whole"]["mean"] == pytest.approx(whole.mean(), abs=1e-6)
    assert figures_of(back)[FIGURES[0]]["whole"]["mean"] == pytest.approx(-whole.mean(), abs=1e-6)
    row = list(THEORY.clock.saved).index(AT)
    assert level["whole"]["mean"] == pytest.approx((paths[True, True] - paths[False, False])[:, row].mean(), abs=1e-9)
    left = {
        (0, "memory_access"): ahead(paths[True, True], paths[True, False]),
        (1, "memory_access"): ahead(paths[False, True], paths[False, False]),
        (0, "progress_rate"): ahead(paths[True, True], paths[False, True]),
        (1, "progress_rate"): ahead(paths[True, False], paths[False, False]),
    }
    best = min(left, key=lambda each: abs(float(left[each].mean())))
    conceded = figure["concession"]
    assert conceded["mover"] == best[1]
    assert conceded["side"] in (best[0], 2)
    assert conceded["remains"]["mean"] == pytest.approx(left[best].mean(), abs=1e-6)
    assert conceded["closes"] == pytest.approx(1 - abs(left[best].mean() / whole.mean()), abs=1e-6)
    halves = {key: (ahead(path, paths[False, False]) + ahead(path, paths[True, True])) / 2 for key, path in paths.items()}
    share = ((halves[True, False] - halves[False, False]) + (halves[True, True] - halves[False, True])) / 2
    assert {part["name"]: part["mean"] for part in figure["parts"]}["memory_access"] == pytest.approx(share.mean(), abs=1e-6)


def mixed(*, free: bool, fast: bool) -> Array:
    """The story's outcome in the accepted worlds, `[world, year]`, where memory is free or progress is fast."""
    found, drawn = laboratory(), draw(laboratory().model, max(ACCEPTED) + 1, SEED)
    worlds: Worlds = drawn.only(np.isin(drawn.numbers, ACCEPTED))
    regime = set_lever(found.model, found.regimes["as_is"], "memory_access", 1.0, 2027.0) if free else found.regimes["as_is"]
    values = (hold(found.model, worlds, {"progress_rate": 0.3}) if fast else worlds).values
    return np.asarray(Many.of(found.model).run(regime, THEORY.clock, values, [STORY], scheme=EULER).values[STORY])


def ahead(one: Array, other: Array) -> Array:
    """Months, `[world]`, by which one stands ahead of the other `[world, year]`."""
    return months_at(one, other, np.array(THEORY.clock.saved), THEORY.clock.start, AT)


GAME = """
const movers = Array.from({ length: given.movers }, (_, each) => ({ name: `m${each}` }));
const rowsOf = (games) => games.map((game, number) => {
  const all = game.length - 1;
  const known = new Map(game.map((value, at) => [BigInt(at), { ahead: [[value - game[0]], [value - game[all]]] }]));
  return it.disputeRow(given.movers, number, known);
});
console.log(JSON.stringify(given.cases.map((games) => it.joinedDispute(movers, ["x"], rowsOf(games), given.errors).figures[0])));
"""


def disputed(cases: list[list[list[float]]]) -> list[Any]:
    """What is found where the mixtures of some movers have these values, by case, world and coalition."""
    movers = len(cases[0][0]).bit_length() - 1
    found: list[Any] = asked_of_node("disputed_worlds.js", GAME, {"cases": cases, "movers": movers, "errors": NORMAL})
    return found


def planted(crux: int, size: float, chance: np.random.Generator, *, worlds: int = 20) -> list[list[float]]:
    """Worlds in which one of four movers does it all, but for a little noise."""
    return [[size * bool(each & 1 << crux) + chance.uniform(-0.01, 0.01) for each in range(16)] for _ in range(worlds)]


def test_a_planted_crux_is_the_concession_that_closes_most() -> None:
    chance = np.random.Generator(np.random.Philox(key=5))
    cruxes = [int(each) for each in chance.integers(4, size=60)]
    cases = [planted(crux, float(chance.choice([-1, 1])) * chance.uniform(0.1, 5.0), chance) for crux in cruxes]
    for crux, figure in zip(cruxes, disputed(cases), strict=True):
        assert figure["concession"]["mover"] == f"m{crux}"
        assert figure["concession"]["closes"] > 0.5
        assert figure["concession"]["asGood"] == []


def test_where_either_side_may_give_way_as_well_neither_is_named_alone() -> None:
    """What movers add by themselves is the same for whoever gives it; what they add together only the second has to give."""
    apart = [sum(weight for place, weight in enumerate((5.0, 1.0, 0.5)) if each >> place & 1) for each in range(8)]
    either, second = disputed([[apart] * 9, [[0.0] * 7 + [1.0]] * 9])
    assert (either["concession"]["side"], either["concession"]["mover"], either["concession"]["asGood"]) == (2, "m0", [])
    assert second["concession"]["side"] == 1


def test_one_world_tells_no_interval_and_so_no_concession() -> None:
    [alone] = disputed([[[0.0, 12.0]]])
    assert alone["whole"] == {"mean": 12.0, "low": None, "high": None}
    assert alone["concession"] is None


def test_shares_of_drawn_orders_hold_the_exact_ones_within_their_intervals() -> None:
    """Of four intervals in each of 25 games, at 95 %, more than 15 misses come less than once in a thousand.

    The last game is the same in every world, so that only orders differ.
    """
    chance = np.random.Generator(np.random.Philox(key=6))
    cases = [[[float(each) for each in chance.normal(size=16)] for _ in range(60)] for _ in range(24)]
    cases.append([cases[0][0]] * 60)
    misses = 0
    for games, figure in zip(cases, disputed(cases), strict=True):
        exact = np.mean([exact_shares(game) for game in games], axis=0)
        misses += sum(not part["low"] <= share <= part["high"] for part, share in zip(figure["parts"], exact, strict=True))
        sums_up(figure)
        assert all(part["high"] > part["low"] for part in figure["parts"])
    assert misses <= 15


def exact_shares(game: list[float]) -> Array:
    """The mean of what each of four movers adds, over all orders."""
    added = np.zeros(4)
    orders = list(permutations(range(4)))
    for order in orders:
        joined = 0
        for mover in order:
            added[mover] += (game[joined | 1 << mover] - game[joined]) / len(orders)
            joined |= 1 << mover
    return added


def test_where_only_all_together_do_it_any_may_be_taken_back_and_none_is_singled_out() -> None:
    together, nothing = disputed([[[0.0] * 7 + [1.0]] * 9, [[2.0] * 8] * 9])
    assert (together["concession"]["side"], together["concession"]["remains"]["mean"]) == (1, 0.0)
    assert len(together["concession"]["asGood"]) == 2
    assert nothing["concession"] is None


def test_where_worlds_do_not_tell_the_difference_from_none_no_concession_is_named() -> None:
    [unclear] = disputed([[[0.0, 1.0], [0.0, -1.0], [0.0, 0.5], [0.0, -0.4]]])
    assert unclear["whole"]["low"] < 0 < unclear["whole"]["high"]
    assert unclear["concession"] is None
