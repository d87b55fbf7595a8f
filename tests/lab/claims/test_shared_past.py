"""A past that is run once changes no number: whole runs and runs that go on agree bit for bit, whoever shares the trunk."""

from collections.abc import Iterable

import numpy as np
import pytest

from dualtrack.lab.claims import arms
from dualtrack.lab.claims.arm_readings import ArmReadings
from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.shared_past import SharedPast
from dualtrack.lab.runs.engine import Engine
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.claim_measure import Arm, Delay, Frozen, Point, Set, line
from dualtrack.targets.numeric.many import Many
from tests.lab.coins import coins

CLOCK = Clock(2020.0, 2030.0, 1 / 16, 1 / 4)
RULE = LagRule(2024.9, 2029.0, (0.5, 0.6))
PARTED, SHUT = Path(((2020.0, 0.2), (2025.0, 1.0))), Path(((2020.0, 0.2), (2025.0, 0.0)))
EARLY = Path(((2020.0, 0.2), (2022.0, 0.8)))
OPEN, CLOSED = Arm("open"), Arm("shut")
DRAG = Frozen(("drag",), CLOSED)
ARMS = (
    OPEN,
    CLOSED,
    Arm("early"),
    Arm("open", held=(("slowing", 0.0),)),
    Arm("open", levers=(Set("depth", 2.0, 2027.0),)),
    Arm("open", frozen=(DRAG,)),
    Arm("open", frozen=(Frozen(("drag",), CLOSED, 1.0, 2026.0),)),
    Arm("open", frozen=(Frozen(("drag",), CLOSED, 1.0, 2023.0),)),
    Arm("early", frozen=(DRAG,)),
    Arm("open", frozen=(Frozen((), CLOSED, links=(("drag", "progress"),)),)),
    *(arm for _, arm in line("shut", "open", 4)),
)
ASKED: tuple[Point | Delay, ...] = (
    *(Delay(arm, CLOSED, "capability") for arm in ARMS),
    *(Point(arm, "level", year) for arm in ARMS for year in (2025.0, 2028.3)),
)


def stage() -> Stage:
    regimes = {name: Regime(name, {"opening": path}, parts_at=2025.0) for name, path in (("open", PARTED), ("shut", SHUT))}
    return Stage(coins(), {**regimes, "early": Regime("early", {"opening": EARLY})}, CLOCK, RULE)


def same(one: ArmReadings, other: ArmReadings) -> None:
    for point, values in one.points.items():
        assert np.array_equal(values, other.points[point])
    for key, crossed in one.crossed.items():
        assert np.array_equal(crossed.area, other.crossed[key].area)
        for level, crossings in crossed.at.items():
            assert np.array_equal(crossings.wait, other.crossed[key].at[level].wait)


def test_runs_that_go_on_are_the_whole_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    worlds = draw(coins(), 25, 3)
    shared = stage().see(ASKED, worlds)
    monkeypatch.setattr(SharedPast, "of", lambda clock, years: None)
    same(shared, stage().see(ASKED, worlds))


def test_so_are_they_where_no_machine_code_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    worlds = draw(coins(), 25, 3)
    shared = stage().see(ASKED, worlds)
    monkeypatch.setattr(arms, "engine", lambda model: Engine(Many.of(model), "vector"))
    slow = stage().see(ASKED, worlds)
    for point, values in shared.points.items():
        assert values == pytest.approx(slow.points[point], rel=1e-12)


def test_only_what_is_free_until_the_trunk_ends_shares_it() -> None:
    trunk = SharedPast.of(CLOCK, [RULE.start, 2025.0])
    assert trunk is not None
    assert (trunk.past.stop, trunk.rest.start, trunk.rest.stop) == (2024.75, 2024.75, 2030.0)
    one = stage()
    pasts = trunk.pasts(one.model, {arm: one.regimes[arm.regime] for arm in ARMS})
    assert pasts[OPEN] == pasts[CLOSED] == pasts[ARMS[5]] == pasts[ARMS[6]] == pasts[ARMS[9]]
    assert len({pasts[OPEN], pasts[Arm("early")], pasts[ARMS[3]]}) == 3
    assert pasts[ARMS[7]] is pasts[ARMS[8]] is None


@pytest.mark.parametrize("years", [[2020.0], [2020.2, 2029.0], [2030.0]])
def test_where_there_is_nothing_to_share_there_is_no_trunk(years: Iterable[float]) -> None:
    assert SharedPast.of(CLOCK, years) is None
