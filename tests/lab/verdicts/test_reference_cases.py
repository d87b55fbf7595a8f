"""Corners are compared by margins that a year which never comes does not upset, among the worlds that are asked."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.lab.claims.arm_readings import ArmReadings
from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.effect import Subset
from dualtrack.lab.claims.find_witness import margin as spread_margin
from dualtrack.lab.statistics.lag import LagRule
from dualtrack.lab.verdicts.reference_cases import FAR, margin, reference_cases, searched
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.claim_measure import Arm, Fall, Sum
from dualtrack.language.statements.claim_test import ClaimTest, Every, Given, Is
from tests.lab.toys import WORDS, draining

LEAKING, SHUT = Arm("leaking"), Arm("shut")
FALL, OTHER = (Fall(arm, "level", 0.3, 4.0, 2021.0) for arm in (LEAKING, SHUT))
REGIMES = {name: Regime(name, {"opening": Path(((2020.0, value),))}) for name, value in (("leaking", 0.33), ("shut", 0.0))}
STAGE = Stage(draining(), REGIMES, Clock(2020.0, 2030.0, 1 / 16, 1 / 4), LagRule(2021.0, 2030.0, (0.5,)))


def seen(of: list[float], against: list[float]) -> Subset:
    return Subset(ArmReadings({FALL: np.array(of), OTHER: np.array(against)}, {}, {}), np.arange(len(of)), (0.5,))


def test_the_margin_of_a_fall_is_in_years_and_one_that_never_comes_is_as_far_as_is_counted() -> None:
    found = seen([2030.0, 2035.0, np.inf], [2020.0, 2020.0, 2020.0])
    assert margin(Is(FALL, "above", 2032.0), found) == pytest.approx([-2.0, 3.0, FAR])
    assert margin(Is(FALL, "below", 2032.0), found) == pytest.approx([2.0, -3.0, -FAR])
    assert margin(Given(Is(OTHER, "below", 2030.0), Is(FALL, "above", 2032.0), WORDS), found) == pytest.approx([-2.0, 3.0, FAR])


def test_later_falls_are_preferred_whether_they_come_or_not() -> None:
    later = Is(Sum(((1.0, FALL), (-1.0, OTHER))), "at_least", 0.5)
    found = margin(later, seen([2030.0, 2030.1, 2031.0, np.inf, np.inf], [2030.0, 2030.0, 2030.0, 2030.0, np.inf]))
    assert np.all(np.diff(found[:4]) > 0)
    assert (found[3], found[4]) == (FAR, -FAR)


def test_a_margin_in_spreads_takes_them_from_what_comes() -> None:
    found = spread_margin(Is(FALL, "above", 2032.0), seen([2030.0, 2034.0, np.inf], [0.0] * 3))
    assert found.tolist() == [-1.0, 1.0, np.inf]
    assert spread_margin(Is(FALL, "below", 2032.0), seen([np.inf] * 2, [0.0] * 2)).tolist() == [-np.inf] * 2


@pytest.mark.parametrize(("relation", "end"), [("above", 0.0), ("below", 0.3)])
def test_a_best_case_turns_a_size_towards_the_fall_that_is_wanted(relation: str, end: float) -> None:
    test = ClaimTest("T", WORDS, Is(FALL, relation, 2024.0), FALL, sizes=("drain",))  # type: ignore[arg-type]
    worlds = draw(draining(), 60, 3)
    cases = reference_cases(STAGE, test, [Population("one", WORDS, worlds)], worlds)
    assert cases.corner == {"drain": end}
    assert cases.best is not None
    assert cases.best.value == 1


def test_a_size_that_helps_at_neither_end_is_left_as_drawn() -> None:
    """A fall in some years needs a drain neither least nor largest: a best case is no worse than planted where it was sought."""
    between = Every((Is(FALL, "above", 2024.0), Is(FALL, "below", 2029.0)))
    test = ClaimTest("T", WORDS, between, FALL, sizes=("drain",))
    worlds = draw(draining(), 60, 3)
    cases = reference_cases(STAGE, test, [Population("one", WORDS, worlds)], worlds)
    assert cases.corner == {}
    assert cases.best is not None and cases.planted is not None
    assert cases.best.value == cases.planted.value > 0


def test_a_claim_that_is_asked_of_few_worlds_is_searched_in_more_of_them() -> None:
    plain = ClaimTest("T", WORDS, Is(FALL, "above", 2024.0), FALL, sizes=("drain",))
    rare = replace(plain, condition=Given(Is(OTHER, "below", 2030.0), Is(FALL, "above", 2024.0), WORDS))
    many = Population("many", WORDS, draw(draining(), 2000, 3))
    assert searched(plain, many).worlds.count < searched(rare, many).worlds.count < 2000
