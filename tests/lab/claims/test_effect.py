"""Measures per world: gaps, sums, ratios, peaks and slopes by their closed forms; what has no number is never true."""

from collections.abc import Mapping

import numpy as np
import pytest

from dualtrack.lab.claims.arm_readings import ArmReadings, Crossed
from dualtrack.lab.claims.effect import Subset, has_number, holds, is_asked, values
from dualtrack.lab.statistics.crossing import Crossings
from dualtrack.language.statements.claim_measure import Arm, Chosen, Delay, Fall, Gap, Peak, Point, Ratio, Size, Slope, Sum
from dualtrack.language.statements.claim_test import Every, Given, Is, Relation

A, B, C = Arm("a"), Arm("b"), Arm("c")
ALL = np.arange(3)


def subset(points: Mapping[Arm, list[float]], worlds: np.ndarray = ALL) -> Subset:
    return Subset(ArmReadings({Point(arm, "x", 2032.0): np.array(row) for arm, row in points.items()}, {}, {}), worlds, (0.5,))


def gap(of: Arm, against: Arm, scale: str = "difference") -> Gap:
    return Gap(Point(of, "x", 2032.0), Point(against, "x", 2032.0), scale)  # type: ignore[arg-type]


def crossing(wait: list[float], reached: list[bool], passed: list[bool]) -> Crossings:
    return Crossings(np.array(wait), np.array(reached), np.array(passed))


def test_gaps_by_scale() -> None:
    seen = subset({A: [3.0, 2.0, -1.0], B: [2.0, 0.0, 1.0]})
    assert values(gap(A, B), seen).tolist() == [1.0, 2.0, -2.0]
    assert values(gap(A, B, "relative"), seen) == pytest.approx([0.5, np.nan, -2.0], nan_ok=True)
    assert values(gap(A, B, "log"), seen) == pytest.approx([np.log(1.5), np.nan, np.nan], nan_ok=True)


def test_sums_sizes_and_ratios() -> None:
    seen = subset({A: [3.0, 2.0, 1.0], B: [2.0, 0.0, 1.0], C: [4.0, 4.0, 1.01]})
    both = Sum(((1.0, gap(A, B)), (-2.0, gap(C, B))))
    assert values(both, seen) == pytest.approx([-3.0, -6.0, -0.02])
    assert values(Size(both), seen) == pytest.approx([3.0, 6.0, 0.02])
    assert values(Ratio(gap(A, B), gap(C, B), 0.1), seen) == pytest.approx([0.5, 0.5, np.nan], nan_ok=True)


def test_peaks_stand_inside_and_above_the_higher_end() -> None:
    rows = {Arm("a", share=s): [height, -height, s] for s, height in ((0.0, 1.0), (0.05, 9.0), (0.5, 4.0), (1.0, 2.0))}
    seen = subset({**rows, B: [0.0, 0.0, 0.0]})
    along = tuple((arm.share, gap(arm, B)) for arm in rows)
    assert values(Peak(along, (0.1, 0.9)), seen) == pytest.approx([2.0, -3.0, -0.5])
    assert values(Slope(along[2:]), seen) == pytest.approx([-4.0, 4.0, 1.0])


def test_the_best_option_pays_what_it_pays_and_not_what_it_was_chosen_by() -> None:
    seen = subset({A: [3.0, 1.0, np.nan], B: [2.0, 2.0, 1.0], C: [0.0, 0.0, 0.0]})
    a, b = gap(A, C), gap(B, C)
    assert values(Chosen(((a, a), (b, b))), seen) == pytest.approx([3.0, 2.0, np.nan], nan_ok=True)
    assert values(Chosen(((a, b), (b, a))), seen) == pytest.approx([2.0, 1.0, np.nan], nan_ok=True)
    assert values(Chosen(((b, a), (b, b))), seen)[:2].tolist() == [3.0, 1.0]


@pytest.mark.parametrize(("relation", "true"), [("at_least", [0, 1]), ("above", [0]), ("at_most", [1]), ("below", [])])
def test_relations_and_what_has_no_number(relation: Relation, true: list[int]) -> None:
    seen = subset({A: [2.0, 1.0, np.nan], B: [0.0, 0.0, 0.0]})
    assert np.flatnonzero(holds(Is(gap(A, B), relation, 1.0), seen)).tolist() == true


def test_a_threshold_counts_whichever_worlds_are_asked() -> None:
    """Half of all worlds reach it, but only a third of the last three; named or usual, it counts in any case."""
    rule, named = Delay(A, B, "y"), Delay(A, B, "y", (0.7,))
    late = crossing([3.0, 2.0, 5.0, 4.0], [True, False, False, True], [False] * 4)
    early = crossing([1.0, 2.0, 5.0, 5.0], [True, False, False, False], [False] * 4)
    crossed = {(arm, "y"): Crossed({0.5: c, 0.7: c}, np.zeros(4)) for arm, c in ((A, late), (B, early))}
    seen = ArmReadings({}, crossed, {})
    assert values(rule, Subset(seen, np.arange(4), (0.5,))).tolist() == [24.0, 0.0, 0.0, -12.0]
    few = Subset(seen, np.array([1, 2, 3]), (0.5,))
    assert values(rule, few).tolist() == values(named, few).tolist() == [0.0, 0.0, -12.0]


def test_a_threshold_that_all_have_passed_is_left_out_and_areas_must_agree() -> None:
    of = crossing([0.0, 2.0, 2.0], [True] * 3, [True, False, False])
    against = crossing([0.0, 1.0, 1.0], [True] * 3, [True, False, False])
    crossed = {
        (A, "y"): Crossed({0.5: of}, np.array([0.0, 1.0, 3.0])),
        (B, "y"): Crossed({0.5: against}, np.array([0.0, 2.0, 2.0])),
    }
    seen, asked = Subset(ArmReadings({}, crossed, {}), ALL, (0.5,)), Delay(A, B, "y")
    assert values(asked, seen) == pytest.approx([np.nan, 12.0, 12.0], nan_ok=True)
    for measure in (asked, Size(asked)):
        assert holds(Is(measure, "at_least", 3.0), seen).tolist() == [False, True, False]


def years(a: list[float], b: list[float]) -> tuple[Fall, Fall, Subset]:
    of, against = (Fall(arm, "x", 0.3, 2.0, 2026.0) for arm in (A, B))
    return of, against, Subset(ArmReadings({of: np.array(a), against: np.array(b)}, {}, {}), np.arange(len(a)), (0.5,))


def test_a_year_that_never_comes_is_later_than_any_and_two_of_them_are_neither_apart_nor_alike() -> None:
    of, against, seen = years([2030.0, np.inf, 2029.0, np.inf], [2029.0, 2029.0, np.inf, np.inf])
    later = Sum(((1.0, of), (-1.0, against)))
    assert values(later, seen) == pytest.approx([1.0, np.inf, -np.inf, np.nan], nan_ok=True)
    for relation, true in (("at_least", [True, True, False, False]), ("below", [False, False, True, False])):
        assert holds(Is(later, relation, 0.5), seen).tolist() == true  # type: ignore[arg-type]
    assert holds(Is(of, "below", 2030.5), seen).tolist() == [True, False, True, False]
    assert has_number(Is(later, "at_least", 0.5), seen).tolist() == [True, True, True, False]
    for measure in (Slope(((0.0, of), (1.0, against))), Peak(((0.0, of), (0.5, of), (1.0, against)), (0.1, 0.9)), Size(later)):
        assert not holds(Is(measure, "above", 1e9), seen)[3]


def test_a_condition_is_asked_only_where_its_first_one_holds_and_is_true_nowhere_else() -> None:
    seen = subset({A: [3.0, 2.0, 0.0], B: [2.0, 0.0, 1.0], C: [1.0, 1.0, 0.0]})
    both = Given(Is(gap(A, B), "above", 0.0), Is(gap(B, C), "above", 0.0), ("a", "b"))
    assert is_asked(both, seen).tolist() == [True, True, False]
    assert holds(both, seen).tolist() == [True, False, False]
    assert is_asked(both.then, seen).all()
    assert holds(both.then, seen).tolist() == [True, False, True]


def test_a_condition_has_a_number_where_every_measure_that_is_asked_has_one() -> None:
    seen = subset({A: [3.0, 2.0, 1.0], B: [2.0, 0.0, 1.0], C: [0.0, 1.0, 1.0]})
    first, then = Is(gap(A, B, "relative"), "above", 0.0), Is(gap(B, C, "relative"), "above", 0.0)
    assert has_number(first, seen).tolist() == [True, False, True]
    assert has_number(Every((first, then)), seen).tolist() == [False, False, True]
    assert has_number(Given(first, then, ("a", "b")), seen).tolist() == [False, True, True]
