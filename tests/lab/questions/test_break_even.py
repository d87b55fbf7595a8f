"""Where a share crosses a level: planted thresholds are found, intervals hold them as often as they say, none is made up."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.questions.break_even import BreakEven, ShareCurve, passes
from dualtrack.lab.statistics.share import Share
from dualtrack.lab.worlds.draw import uniforms
from dualtrack.lab.worlds.stretch import Leeway
from dualtrack.targets.numeric.arrays import Array, Mask

Truth = Callable[[float, Array], Mask]
TOYS: dict[str, tuple[Truth, Leeway, dict[float, float]]] = {
    "linear": (
        lambda value, other: value + other > 1.2,
        Leeway("x", 0.0, 2.0, 0.0, 22.0, "sign", "times"),
        {0.8: 1.0, 0.5: 0.7, 0.2: 0.4},
    ),
    "saturating": (
        lambda value, other: value / (value + 1) + 0.5 * other > 0.75,
        Leeway("x", 0.0, 4.0, 0.0, 44.0, "sign", "times"),
        {0.8: 0.65 / 0.35, 0.5: 1.0, 0.2: 0.35 / 0.65},
    ),
    "with an interaction, beyond the range": (
        lambda value, other: value * other > 1,
        Leeway("x", 0.0, 4.0, 0.0, 44.0, "sign", "times"),
        {0.8: 5.0, 0.5: 2.0, 0.2: 1.25},
    ),
}
"""A claim by a number and one that is drawn, and the values at which so many worlds make it true, by hand."""
SEEDS, LEAST_COVERED = 100, 88
"""An interval that covers in 95 of 100 samples covers in 87 or fewer of 100 with a chance of 0.0015."""


def curve(truth: Truth, stretch: Leeway, seed: int, worlds: int) -> ShareCurve:
    """The share of a toy along its number, in the same worlds at every value."""
    other = uniforms(seed, "other", worlds, 0)

    def share_at(value: float) -> Share:
        return Share(int(truth(value, other).sum()), worlds)

    return ShareCurve(share_at, (stretch.low + stretch.high) / 2, stretch)


@pytest.mark.parametrize("name", TOYS)
def test_a_planted_threshold_is_found_within_a_twentieth(name: str) -> None:
    truth, stretch, thresholds = TOYS[name]
    for turn in curve(truth, stretch, 3, 20_000).break_evens(tuple(thresholds)):
        assert turn.value == pytest.approx(thresholds[turn.level], rel=0.05)
        assert turn.above
        assert turn.again == ()


@pytest.mark.parametrize("name", TOYS)
def test_intervals_hold_the_threshold_as_often_as_they_say(name: str) -> None:
    truth, stretch, thresholds = TOYS[name]
    covered = dict.fromkeys(thresholds, 0)
    for seed in range(SEEDS):
        for turn in curve(truth, stretch, seed, 400).break_evens(tuple(thresholds)):
            low, high = turn.interval
            assert low is not None
            assert high is not None
            covered[turn.level] += low <= thresholds[turn.level] <= high
    assert min(covered.values()) >= LEAST_COVERED, covered


def test_a_claim_that_falls_with_a_number_is_true_below() -> None:
    stretch = Leeway("x", 0.0, 2.0, 0.0, 22.0, "sign", "times")
    (turn,) = curve(lambda value, other: other > value - 0.5, stretch, 3, 20_000).break_evens((0.8,))
    assert turn.value == pytest.approx(0.7, rel=0.05)
    assert not turn.above


@pytest.mark.parametrize(("always", "worlds"), [(True, 1.0), (False, 0.0)])
def test_no_value_is_said_where_none_is_and_all_were_tried(always: bool, worlds: float) -> None:
    stretch = Leeway("x", 1.0, 2.0, 0.1, 12.0, "sign", "times")
    found = curve(lambda _, other: other < worlds + 1e-9, stretch, 3, 100)
    assert found.break_evens((0.8, 0.5)) == tuple(BreakEven(level, None, (None, None), always) for level in (0.8, 0.5))
    assert (found.points[0][0], found.points[-1][0]) == (0.1, 12.0)


def test_a_switch_is_never_taken_beyond_its_ends() -> None:
    found = curve(lambda value, other: other < value / 2, Leeway("s", 0.0, 1.0, 0.0, 1.0, "switch", "switch"), 3, 1000)
    assert found.break_evens((0.8,))[0].value is None
    assert [value for value, _ in found.points] == [place / 8 for place in range(9)]


def test_where_too_few_worlds_are_left_nothing_further_is_tried_and_nothing_told() -> None:
    stretch = Leeway("x", 0.0, 1.0, 0.0, 11.0, "sign", "times")
    asked = list[float]()

    def share_at(value: float) -> Share | None:
        asked.append(value)
        return None if value > 1 else Share(10, 100)

    found = ShareCurve(share_at, 0.5, stretch)
    assert found.break_evens((0.8,))[0] == BreakEven(0.8, None, (None, None), above=False)
    assert max(asked) == 1.25
    assert found.points[-1][0] == 1.0


def test_each_value_is_run_once_and_beyond_the_range_only_where_needed() -> None:
    truth, stretch, _ = TOYS["linear"]
    asked = list[float]()
    inner = curve(truth, stretch, 3, 4000)

    def share_at(value: float) -> Share | None:
        asked.append(value)
        return inner.share_at(value)

    ShareCurve(share_at, 1.0, stretch).break_evens((0.8, 0.5, 0.2))
    assert len(asked) == len(set(asked))
    assert max(asked) <= stretch.high


def test_of_several_crossings_the_nearest_to_the_declared_value_is_told() -> None:
    stretch = Leeway("x", 0.0, 8.0, 0.0, 88.0, "sign", "times")

    def hump(value: float) -> Share:
        return Share(900 if 2 <= value <= 6 else 100, 1000)

    for declared, wanted, above in ((1.0, 2.0, True), (7.5, 6.0, False)):
        (turn,) = ShareCurve(hump, declared, stretch).break_evens((0.5,))
        assert turn.value == pytest.approx(wanted, abs=0.05)
        assert turn.above == above
        assert turn.again == pytest.approx((8 - wanted,), abs=0.51)


def test_an_interval_has_no_end_where_no_value_is_clearly_beyond() -> None:
    stretch = Leeway("s", 0.0, 1.0, 0.0, 1.0, "switch", "switch")
    (turn,) = ShareCurve(lambda value: Share(round(45 + 10 * value), 100), 0.5, stretch).break_evens((0.5,))
    assert turn.value == pytest.approx(0.5, abs=0.06)
    assert turn.interval == (None, None)


def test_a_line_passes_a_level_between_known_neighbours_only() -> None:
    values, shares = np.arange(5.0), np.array([0.0, 1.0, np.nan, 0.0, 0.5])
    assert passes(values, shares, 0.5) == [0.5, 4.0]


FEW = Leeway("x", 0.0, 1.0, 0.0, 1.0, "switch", "switch", (0.0, 1.0))
KINDS = Leeway("x", 0.0, 3.0, 0.0, 3.0, "values", "values", (0.0, 1.0, 2.0, 3.0))


def along(stretch: Leeway, shares: Sequence[float], worlds: int = 1000, declared: float = 1.0) -> ShareCurve:
    """A number that takes few values, and the share at each; another value may not be asked for."""
    known = dict(zip(stretch.values, shares, strict=True))
    return ShareCurve(lambda value: Share(round(known[value] * worlds), worlds), declared, stretch)


@pytest.mark.parametrize(
    ("stretch", "shares", "found"),
    [
        (FEW, (0.1, 0.9), {0.8: (1.0, 1.0, 1.0), 0.5: (1.0, 1.0, 1.0), 0.2: (0.0, 0.0, 0.0)}),
        (FEW, (0.9, 0.1), {0.8: (0.0, 0.0, 0.0), 0.5: (0.0, 0.0, 0.0), 0.2: (1.0, 1.0, 1.0)}),
        (FEW, (0.1, 0.805), {0.8: (1.0, 1.0, None), 0.2: (0.0, 0.0, 0.0)}),
        (FEW, (0.1, 0.4), {0.8: None, 0.2: (0.0, 0.0, 0.0)}),
        (KINDS, (0.0, 0.4, 0.79, 0.95), {0.8: (3.0, 2.0, 3.0), 0.5: (2.0, 2.0, 2.0), 0.2: (0.0, 0.0, 0.0)}),
        (KINDS, (0.99, 0.9, 0.1, 0.0), {0.8: (1.0, 1.0, 1.0), 0.2: (2.0, 2.0, 2.0)}),
    ],
)
def test_of_few_values_the_last_one_that_keeps_a_level_is_told(
    stretch: Leeway, shares: Sequence[float], found: Mapping[float, tuple[float, float, float | None] | None]
) -> None:
    for turn in along(stretch, shares).break_evens(tuple(found)):
        told = found[turn.level]
        assert turn.value == (None if told is None else told[0])
        assert turn.interval == ((None, None) if told is None else told[1:])


@given(st.lists(st.floats(0, 1), min_size=4, max_size=4), st.sampled_from([0.2, 0.5, 0.8]))
def test_nothing_between_few_values_is_told(shares: list[float], level: float) -> None:
    (turn,) = along(KINDS, shares).break_evens([level])
    told = {turn.value, *turn.interval, *turn.again} - {None}
    assert told <= set(KINDS.values)
    if turn.value is not None:
        assert turn.interval[0] is None or turn.interval[0] <= turn.value
        assert turn.interval[1] is None or turn.value <= turn.interval[1]
