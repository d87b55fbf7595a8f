"""An arm that takes steps of its own takes them everywhere: in what it shares, in what it follows, and in no other arm's runs."""

from collections.abc import Iterable

import numpy as np
import pytest

from dualtrack.errors import RegimeError
from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.shared_past import SharedPast
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.claim_measure import Arm, Delay, Frozen, Point
from tests.lab.toys import shrinking

CLOCK = Clock(2020.0, 2030.0, 1 / 4, 1 / 2)
HELD = Path(((2020.0, 1.0),))
STAGE = Stage(
    shrinking(),
    {"held": Regime("held", {"opening": HELD}), "shut": Regime("shut", {"opening": Path(((2020.0, 1.0), (2025.0, 0.0)))})},
    CLOCK,
    LagRule(2025.0, 2030.0, (0.5,)),
)
WORLDS = draw(STAGE.model, 20, 3)
RATE = WORLDS.values["rate"]


def level(arm: Arm, year: float = 2030.0, others: Iterable[Arm] = ()) -> np.ndarray:
    points = {each: Point(each, "level", year) for each in (arm, *others)}
    return STAGE.see(points.values(), WORLDS).points[points[arm]]


def closed(step: float, years: float = 10.0) -> np.ndarray:
    return (1 - RATE * step) ** (years / step)


@pytest.mark.parametrize("step", [1 / 4, 1 / 8, 1 / 32])
@pytest.mark.parametrize("year", [2021.0, 2030.0])
def test_a_step_of_its_own_is_taken_from_the_start(step: float, year: float) -> None:
    """Before the regimes part, when one run is all, and after it, when it goes on from a past of its own."""
    assert level(Arm("held", step=step), year, [Arm("held"), Arm("shut")]) == pytest.approx(
        closed(step, year - 2020.0), rel=1e-12
    )
    assert level(Arm("held"), year, [Arm("held", step=step)]) == pytest.approx(closed(1 / 4, year - 2020.0), rel=1e-12)
    assert level(Arm("shut", step=step), 2030.0, [Arm("held")]) == pytest.approx(closed(step, 5.0), rel=1e-12)


def test_half_the_step_is_half_the_error() -> None:
    whole, half = (np.abs(level(Arm("held", step=step)) - np.exp(-10 * RATE)) for step in (1 / 16, 1 / 32))
    assert whole / half == pytest.approx(np.full(20, 2.0), rel=0.1)


def test_a_run_that_follows_another_takes_its_steps() -> None:
    """What is frozen along the run itself changes nothing, in steps of any length."""
    for step in (None, 1 / 16):
        free = Arm("held", step=step)
        same = Arm("held", frozen=(Frozen(("loss",), free),), step=step)
        other = Arm("shut", frozen=(Frozen(("loss",), free),), step=step)
        assert level(same, 2030.0, [free]) == pytest.approx(level(free), rel=1e-12)
        assert level(other, 2030.0, [same]) == pytest.approx(level(free), rel=1e-12)


def test_lags_and_pasts_are_those_of_the_step(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Delay(Arm("held", step=1 / 32), Arm("shut", step=1 / 32), "lost", (0.5, 0.9))
    shared = STAGE.see([asked], WORLDS)
    monkeypatch.setattr(SharedPast, "of", lambda clock, years: None)
    whole = STAGE.see([asked], WORLDS)
    for key, crossed in shared.crossed.items():
        assert np.array_equal(crossed.area, whole.crossed[key].area)
    fine = Stage(STAGE.model, STAGE.regimes, Clock(2020.0, 2030.0, 1 / 32, 1 / 2), STAGE.rule)
    plain = fine.see([Delay(Arm("held"), Arm("shut"), "lost", (0.5, 0.9))], WORLDS)
    for arm, other in ((asked.of, Arm("held")), (asked.against, Arm("shut"))):
        assert np.array_equal(shared.crossed[arm, "lost"].at[0.5].wait, plain.crossed[other, "lost"].at[0.5].wait)


def test_one_that_says_the_theorys_step_shares_its_past() -> None:
    trunk = SharedPast.of(CLOCK, [2025.0])
    assert trunk is not None
    said, unsaid, fine = Arm("held", step=1 / 4), Arm("held"), Arm("held", step=1 / 8)
    pasts = trunk.pasts(STAGE.model, dict.fromkeys((said, unsaid, fine), STAGE.regimes["held"]))
    assert pasts[said] == pasts[unsaid] != pasts[fine]


@pytest.mark.parametrize(("step", "said"), [(1 / 2, "longer than the theory's 0.25"), (3 / 16, "no whole part of the 0.5")])
def test_a_step_that_the_run_cannot_take_is_refused(step: float, said: str) -> None:
    with pytest.raises(RegimeError, match=said):
        level(Arm("held", step=step))
