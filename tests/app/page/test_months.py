"""Months at a date in the page are those of the laboratory, and of a search by brute force; pathways share out all of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as File
from typing import Any

import numpy as np
import pytest

from dualtrack.app.bind import THEORY
from dualtrack.lab.statistics.shapley import shares
from dualtrack.lab.story.months import months_at
from dualtrack.lab.story.pathway_runs import pathway_runs
from dualtrack.lab.story.story_runs import runs_for
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.language.scenario import Path
from dualtrack.targets.numeric.arrays import Array
from tests.app.page.asking import asked_of_node
from tests.app.page.laboratory import SEED, asked_of_lab, bench, laboratory

YEARS = np.arange(2020, 2031, 0.25)
SINCE, CAP = 2022.4, 36.0
BASE: dict[str, Any] = {"regime": "as_is", "levers": {}, "assumptions": {}}
MOVED: dict[str, Any] = {**BASE, "levers": {"memory_access": {"value": 1.0, "from": 2026.9}}}
AS_IS = laboratory().regimes["as_is"]
FREED = {**AS_IS.paths, "memory_access": AS_IS.paths["memory_access"].then(2026.9, Path(((2026.9, 1.0),)))}
CARRIED = """
const asked = { outcome: given.name, at: 2034, since: 2026.9, cap: given.cap };
"""
ASKED: dict[str, Any] = {"moved": MOVED, "base": BASE, "name": "independent_capability", "cap": CAP}
PAIR = (replace(AS_IS, name="freed", paths=FREED), AS_IS)


def paths(seed: int, worlds: int, drift: float) -> Any:
    """Paths that rise and fall, some with stretches on which they stand still."""
    random = np.random.Generator(np.random.Philox(key=seed))
    steps = random.normal(drift, 0.1, (worlds, len(YEARS)))
    steps[random.uniform(size=steps.shape) < 0.2] = 0.0
    return np.round(np.cumsum(steps, axis=1), 2)


def asked(first: Any, other: Any, at: float) -> list[float]:
    body = """
    const found = given.first.map((path, world) => it.monthsAt(path, given.other[world], given.years, given.since, given.at));
    console.log(JSON.stringify(found));
    """
    given = {"first": first.tolist(), "other": other.tolist(), "years": YEARS.tolist(), "since": SINCE, "at": at}
    found: list[float] = asked_of_node("months.js", body, given)
    return found


def searched(path: Any, level: float, at: float) -> float:
    """How many months before `at` a path last stood at or below a level, looked at four thousand times a year."""
    times = np.arange(at, SINCE, -1 / 4096)
    under = np.flatnonzero(np.interp(times, YEARS, path) <= level)
    return float(12 * (at - (times[under[0]] if len(under) else SINCE)))


@pytest.mark.parametrize("at", [2024.0, 2027.37, 2030.75])
@pytest.mark.parametrize("drift", [0.02, 0.08, -0.03])
def test_months_are_those_of_the_laboratory(at: float, drift: float) -> None:
    first, other = paths(1, 80, drift), paths(2, 80, 0.05)
    expected = months_at(first, other, YEARS, SINCE, at)
    np.testing.assert_allclose(asked(first, other, at), expected, rtol=0, atol=1e-9)


def test_months_are_what_a_search_by_brute_force_finds() -> None:
    first, other, at = paths(3, 30, 0.05), paths(4, 30, 0.05), 2028.0
    for found, one, two in zip(asked(first, other, at), first, other, strict=True):
        here, there = (float(np.interp(at, YEARS, path)) for path in (one, two))
        expected = 0.0 if here == there else searched(one, there, at) if here > there else -searched(two, here, at)
        assert found == pytest.approx(expected, abs=12 / 2048)


def test_exchanging_the_two_changes_the_sign_alone() -> None:
    first, other = paths(5, 20, 0.05), paths(6, 20, 0.04)
    assert asked(first, other, 2029.0) == pytest.approx([-each for each in asked(other, first, 2029.0)], abs=1e-12)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> File:
    return bench(tmp_path_factory.mktemp("scripts"))


@pytest.mark.parametrize("workers", [0, 2])
def test_months_over_worlds_are_told_by_quantiles_of_every_world(folder: File, workers: int) -> None:
    body = """
    const found = await lab.months(given.moved, given.base, { name: given.name, since: 2026.9 });
    const [one, two] = [given.moved, given.base];
    const gap = await lab.bands(one, [given.name], undefined, two);
    const last = found.dates.length - 1;
    return { dates: found.dates, worlds: found.worlds, sorted: found.monthsIn(last), q50: found.months.q50, gap: found.gap.q50,
             whole: gap.values[given.name].q50, level: found.levels[0].q50, base: found.levels[1].q50 };
    """
    numbers = (1, 4, 5, 6, 11, 17, 40)
    found = asked_of_lab(folder, body, accepted=numbers, workers=workers, moved=MOVED, base=BASE, name="independent_capability")
    assert found["worlds"] == len(numbers)
    assert found["dates"][0] == 2027.0
    assert len(found["sorted"]) == len(numbers)
    assert found["q50"][-1] == pytest.approx(np.median(found["sorted"]))
    assert found["gap"] == pytest.approx(found["whole"][-len(found["gap"]) :])


def test_a_baseline_that_every_question_is_put_beside_is_run_once(folder: File) -> None:
    body = """
    const { answer } = await import(given.worker);
    const { laboratoryOf, makeBench } = await import(given.worker.replace("worker.js", "bench.js"));
    const bench = makeBench(laboratoryOf(pack), Int32Array.from([1, 4]), async () => {});
    const progress = { isStopped: () => false, report: () => {} };
    const about = { against: given.base, name: given.name, since: 2026.9 };
    const runs = new Set();
    for (const value of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7]) {
      const scenario = { ...given.base, levers: { memory_access: { value, from: 2026.9 } } };
      await answer(bench, "aheadPart", { scenario, ...about }, progress);
      runs.add(bench.known.get(JSON.stringify(given.base)));
    }
    return runs.size;
    """
    assert asked_of_lab(folder, body, base=BASE, name="independent_capability") == 1


def carried(worlds: Worlds) -> Array:
    """Months by coalition of pathways and world, `[coalition, world]`, as the laboratory finds them."""
    runs = pathway_runs(runs_for(laboratory().model, PAIR, THEORY.clock, "independent_capability", 2026.9), THEORY.pathways)
    return np.clip(runs.months(worlds, 2034.0), -CAP, CAP)


def test_what_pathways_carry_in_the_nominal_world_is_what_the_laboratory_finds(folder: File) -> None:
    found = asked_of_lab(folder, f"{CARRIED} return lab.why(given.base, given.moved, asked);", **ASKED)
    nominal = {name: np.full(1, laboratory().model[name].number) for name in laboratory().model.drawn}
    months = carried(replace(draw(laboratory().model, 3, SEED), values=nominal, count=1))
    assert found["parts"] == pytest.approx(shares(months).mean(axis=1), abs=1e-6)
    assert found["whole"] == pytest.approx(months[-1].mean(), abs=1e-6)
    assert found["direct"] == 0.0
    assert sum(found["parts"]) == pytest.approx(found["whole"], abs=1e-9)


@pytest.mark.parametrize("workers", [0, 3])
def test_over_worlds_drawn_orders_give_the_laboratorys_parts_within_their_intervals(folder: File, workers: int) -> None:
    """The same worlds however many workers there are; of seven parts none lies outside, as the worlds are the same ones too."""
    body = f"{CARRIED} return lab.whyOfWorlds(given.base, given.moved, asked, 40);"
    found = asked_of_lab(folder, body, accepted=range(80), workers=workers, **ASKED)
    drawn = draw(laboratory().model, 80, SEED)
    months = carried(drawn.only(drawn.numbers % 2 == 0))
    assert found["worlds"] == 40
    assert found["whole"]["mean"] == pytest.approx(months[-1].mean(), abs=1e-6)
    assert found["direct"]["mean"] == 0.0
    for part, exact in zip(found["parts"], shares(months).mean(axis=1), strict=True):
        assert part["low"] <= exact <= part["high"]
    assert sum(part["mean"] for part in found["parts"]) == pytest.approx(found["whole"]["mean"], abs=1e-9)


def test_a_planted_pathway_is_found() -> None:
    body = """
    const values = Array.from({ length: 8 }, (_, coalition) => 2 + (coalition & 2 ? 5 : 0) + (coalition === 7 ? 3 : 0));
    console.log(JSON.stringify(it.pathwayShares(values)));
    """
    found = asked_of_node("pathways.js", body, None)
    assert found["parts"] == pytest.approx([1.0, 6.0, 1.0])
    assert (found["direct"], found["whole"]) == (2, 10)
