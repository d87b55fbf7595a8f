"""A factor drawn anew: closed forms of additive, multiplied and ruled worlds, intervals at their rate, and what is left out."""

from collections.abc import Callable

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.questions.answer import Answers
from dualtrack.lab.questions.pick_freeze import Inputs
from dualtrack.lab.questions.redraw import FRESH, LeftShares, Redraw, Redrawn, is_narrow
from dualtrack.lab.worlds.draw import uniforms
from dualtrack.targets.numeric.arrays import Array, Mask
from tests.lab.known_shares import too_few

NAMES = ("a", "b", "c")
MANY = 8192
ERROR = 0.05
"""Four standard errors at so many worlds, and more."""
Read = Callable[[Inputs], Array]


def every(inputs: Inputs) -> Mask:
    return np.ones(len(inputs["a"]), dtype=np.bool_)


def in_triangle(inputs: Inputs) -> Mask:
    """The two together are at most 1, so that each says much of the other."""
    return np.asarray(inputs["a"] + inputs["c"] <= 1)


def found(read: Read, factors: list[tuple[str, ...]], kept: Callable[[Inputs], Mask] = every, **more: int) -> LeftShares:
    worlds, seed, tries = more.get("worlds", MANY), more.get("seed", 7), more.get("tries", 64)

    def drawn(first: int, count: int) -> Inputs:
        return {name: uniforms(seed, name, count, first) for name in NAMES}

    def answers(inputs: Inputs) -> Answers:
        values = read(inputs)
        return Answers(values[None], np.isnan(values)[None])

    pool = drawn(0, 4 * worlds)
    left = np.flatnonzero(kept(pool))[:worlds]
    inputs = {name: values[left] for name, values in pool.items()}
    (shares,) = Redraw(tries).estimate(Redraw(tries).sample(answers, kept, drawn, inputs, factors, 0))
    return shares


def totals(shares: LeftShares) -> list[float]:
    return [each.value for each in shares.total]


def test_groups_of_a_sum_carry_their_parts_of_its_variance() -> None:
    """Of 1 + 4 + 9 parts the first two numbers hold 5."""
    shares = found(lambda x: x["a"] + 2 * x["b"] + 3 * x["c"], [("a", "b"), ("c",), ("a", "b", "c")])
    assert totals(shares) == pytest.approx([5 / 14, 9 / 14, 1.0], abs=ERROR)
    assert shares.unmatched == (0.0, 0.0, 0.0)
    assert shares.mean == pytest.approx(3.0, abs=0.05)
    assert shares.variance == pytest.approx(14 / 12, rel=0.05)


def test_a_product_about_nought_is_all_interplay_and_an_idle_group_nothing() -> None:
    shares = found(lambda x: (2 * x["a"] - 1) * (2 * x["b"] - 1), [("a",), ("b",), ("a", "b"), ("c",)])
    assert totals(shares)[:3] == pytest.approx([1.0, 1.0, 1.0], abs=ERROR)
    assert shares.total[3].value == 0.0


def test_where_a_rule_keeps_worlds_a_group_carries_what_the_others_do_not_give_away() -> None:
    """In the triangle the variance of one is 1/18, and 1/24 given the other: a share of 3/4, of the sum as of one."""
    one = found(lambda x: x["a"], [("a",), ("c",), ("b",)], in_triangle)
    assert totals(one) == pytest.approx([0.75, 0.0, 0.0], abs=ERROR)
    both = found(lambda x: x["a"] + x["c"], [("a",), ("c",), ("a", "c")], in_triangle)
    assert totals(both) == pytest.approx([0.75, 0.75, 1.0], abs=ERROR)
    assert one.variance == pytest.approx(1 / 18, rel=0.05)


def test_worlds_without_a_kept_draw_are_counted_and_left_out() -> None:
    """One try misses where the new number is above 1 less the other, which is a third on average in the triangle."""
    shares = found(lambda x: x["a"], [("a",), ("b",)], in_triangle, tries=1)
    assert shares.unmatched[0] == pytest.approx(1 / 3, abs=0.02)
    assert shares.unmatched[1] == 0.0
    assert found(lambda x: x["a"], [("a",)], in_triangle).unmatched[0] < 0.02


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """Of sums, of products and under a rule, in samples of 256 worlds."""
    asked: list[tuple[Read, Callable[[Inputs], Mask], float]] = [
        (lambda x: x["a"] + 2 * x["b"], every, 0.2),
        (lambda x: (2 * x["a"] - 1) * (2 * x["b"] - 1) + x["c"], every, (1 / 9) / (1 / 9 + 1 / 12)),
        (lambda x: x["a"], in_triangle, 0.75),
    ]
    for read, kept, truth in asked:
        shares = [found(read, [("a",)], kept, worlds=256, seed=seed).total[0] for seed in range(100)]
        assert sum(each.low <= truth <= each.high for each in shares) >= too_few(100)
        assert max(each.high - each.low for each in shares) < 0.5


def test_pieces_are_the_whole_and_fresh_worlds_are_none_of_those_looked_at() -> None:
    asked: list[tuple[int, int]] = []

    def drawn(first: int, count: int) -> Inputs:
        asked.append((first, count))
        return {name: uniforms(3, name, count, first) for name in NAMES}

    def answers(inputs: Inputs) -> Answers:
        return Answers(inputs["a"][None], np.zeros((1, len(inputs["a"])), dtype=np.bool_))

    worlds = {name: uniforms(3, name, 64, 0) for name in NAMES}
    whole = Redraw().sample(answers, every, drawn, worlds, [("a",)], 0)
    parts = [Redraw().sample(answers, every, drawn, {n: v[i : i + 32] for n, v in worlds.items()}, [("a",)], i) for i in (0, 32)]
    assert all(first >= FRESH for first, _ in asked)
    joined = parts[0].with_more(parts[1])
    assert np.array_equal(joined.anew, whole.anew)
    assert np.array_equal(joined.first, whole.first)
    assert whole.worlds == joined.worlds == 64


def test_few_worlds_and_no_try_are_refused_and_nothing_is_narrow_that_nothing_carries() -> None:
    few = Redrawn(np.zeros((1, 4)), np.zeros((1, 1, 4)), np.ones((1, 4), dtype=np.bool_), np.ones((1, 1, 4), dtype=np.bool_))
    with pytest.raises(RunError, match="4 worlds"):
        Redraw().estimate(few)
    with pytest.raises(RunError):
        Redraw(0)
    still = found(lambda x: 0 * x["a"], [("a",)], worlds=64)
    assert not still.is_told
    assert not is_narrow(still, 2.0, 1)
