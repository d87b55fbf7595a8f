"""Sobol' indices: the closed forms of known functions within their own intervals, and nothing from nothing."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.questions.answer import Answers
from dualtrack.lab.questions.pick_freeze import Function, Indices, Inputs, PickFreeze
from dualtrack.lab.statistics.shared_variance import VarianceShare
from dualtrack.lab.worlds.draw import quantiles, uniforms
from dualtrack.language.distribution import Category, PointMass, Prior, Uniform
from tests.lab.known_shares import (
    ISHIGAMI,
    RARE,
    RARE_ALONE,
    RARE_TOGETHER,
    RARE_UNLIKE,
    SOBOL_G,
    Known,
    how_often_held,
    too_few,
)

PRECISE = PickFreeze(most=8192, least=8192)
ERROR = 0.05
"""At 8192 pairs the standard error of these indices is 0.012 or less; four of them."""
PLAIN = Uniform(0.0, 1.0)


def answered(*rows: np.ndarray) -> Answers:
    values = np.array(rows)
    return Answers(values, np.isnan(values))


def found(function: Function, priors: dict[str, Prior], method: PickFreeze = PRECISE, seed: int = 7) -> tuple[Indices, ...]:
    def drawn(first: int, count: int) -> Inputs:
        return {name: quantiles(prior, uniforms(seed, name, count, first)) for name, prior in priors.items()}

    return method.estimate(method.sample(function, drawn, [[name] for name in priors], 0, method.most))


def ishigami(inputs: Inputs) -> Answers:
    return answered(ISHIGAMI.answer(inputs))


@pytest.mark.parametrize("known", [ISHIGAMI, SOBOL_G], ids=["Ishigami", "G of Sobol'"])
def test_closed_forms(known: Known) -> None:
    indices = known.found(PRECISE.most, 7)
    assert indices.variance == pytest.approx(known.variance, rel=ERROR)
    assert [share.value for share in indices.first] == pytest.approx(list(known.first.values()), abs=ERROR)
    assert [share.value for share in indices.total] == pytest.approx(list(known.total.values()), abs=ERROR)
    assert indices.interplay.value == pytest.approx(1 - sum(known.first.values()), abs=ERROR)


@pytest.mark.parametrize(("known", "pairs"), [(ISHIGAMI, 256), (SOBOL_G, 256)], ids=["Ishigami", "G of Sobol'"])
def test_intervals_hold_the_truth_as_often_as_they_say(known: Known, pairs: int) -> None:
    """A 95 % interval misses in one of twenty. Long: `verify/test_intervals_of_shares.py`."""
    found = how_often_held(known, pairs, range(100))
    assert found.refused == 0
    assert found.worst[1] >= too_few(found.samples)


@pytest.mark.parametrize("known", [RARE_ALONE, RARE_TOGETHER, RARE_UNLIKE], ids=["one input", "two alike", "two unlike"])
def test_intervals_hold_where_one_world_in_five_hundred_moves_the_answer(known: Known) -> None:
    found = how_often_held(known, 4096, range(60))
    assert found.samples > 30
    assert found.worst[1] >= too_few(found.samples)


def test_too_few_worlds_that_move_the_answer_are_counted_and_tell_nothing() -> None:
    for seed in range(20):
        indices = RARE_ALONE.found(256, seed)
        assert not indices.is_told
        assert not PickFreeze(most=256, least=256, width=2.0).is_resolved(indices)
        moved = sum(uniforms(seed, "x", 512, 0) >= 1 - RARE)
        assert indices.moved == moved
        assert indices.carried == pytest.approx(moved, rel=0.05, abs=1e-12)


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("known", [RARE_UNLIKE, SOBOL_G], ids=["rare", "G of Sobol'"])
def test_no_share_leaves_nought_to_one_and_nothing_carries_more_alone_than_in_all(known: Known, seed: int) -> None:
    """However few worlds there are, and whether they tell anything or not."""
    indices = known.found(64, seed)
    for share in (*indices.first, *indices.total, indices.interplay):
        assert 0 <= share.low <= share.value <= share.high <= 1
    assert all(alone.value <= every.value for alone, every in zip(indices.first, indices.total, strict=True))


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2), (2, 3, 1, 0)])
@pytest.mark.parametrize("leading", [1, 2, 3, 4])
@pytest.mark.parametrize("kind", ["first", "total"])
@pytest.mark.parametrize("rank", range(4))
def test_only_the_leading_factors_must_be_known_narrowly(order: tuple[int, ...], leading: int, kind: str, rank: int) -> None:
    """A factor leads by all that it takes part in, wherever it stands among the factors."""
    narrow = [VarianceShare(0.5 - place / 10, 0.5 - place / 10, 0.55 - place / 10) for place in order]
    one_wide = [replace(each, high=1.0) if place == rank else each for place, each in zip(order, narrow, strict=True)]
    shares = {"first": tuple(narrow), "total": tuple(narrow), kind: tuple(one_wide)}
    found = Indices(0.5, 1.0, interplay=narrow[0], pairs=512, moved=512, carried=512.0, **shares)
    method = PickFreeze(width=0.1, leading=leading)
    assert method.is_resolved(found) == (rank >= leading)
    assert not method.is_resolved(replace(found, carried=1.0))


def test_point_masses_and_categories_carry_what_their_variance_is() -> None:
    """A sum of independent numbers: each carries its own variance."""
    priors: dict[str, Prior] = {
        "switch": PointMass(0.0, 0.5, Uniform(0.0, 1.0)),
        "kind": Category((0.0, 1.0), (0.75, 0.25)),
        "idle": Uniform(0.0, 1.0),
    }
    variances = [0.5 / 3 - 0.25**2, 0.75 * 0.25, 0.0]
    (indices,) = found(lambda inputs: answered(inputs["switch"] + inputs["kind"] + 0 * inputs["idle"]), priors)
    shares = [each / sum(variances) for each in variances]
    assert [share.value for share in indices.first] == pytest.approx(shares, abs=ERROR)
    assert [share.value for share in indices.total] == pytest.approx(shares, abs=ERROR)
    assert indices.total[2].value == indices.first[2].value == 0.0
    assert indices.total[2].high < 0.002


@pytest.mark.parametrize(("factor", "shift"), [(1e-9, 0.0), (1e9, -1e12), (1.0, 1e6)])
def test_units_and_offsets_move_no_index(factor: float, shift: float) -> None:
    method = replace(PRECISE, most=256, least=256)
    (plain,) = found(ishigami, dict.fromkeys("xyz", PLAIN), method)
    (moved,) = found(lambda inputs: answered(factor * ishigami(inputs).values[0] + shift), dict.fromkeys("xyz", PLAIN), method)
    assert [s.value for s in moved.total] == pytest.approx([s.value for s in plain.total], abs=1e-4)
    assert moved.variance == pytest.approx(factor**2 * plain.variance, rel=1e-3)


def test_a_sample_in_pieces_is_the_sample() -> None:
    def drawn(first: int, count: int) -> Inputs:
        return {name: uniforms(3, name, count, first) for name in "xyz"}

    factors = [["x"], ["y", "z"]]
    whole = PRECISE.sample(ishigami, drawn, factors, 0, 60)
    pieces = PRECISE.sample(ishigami, drawn, factors, 0, 17).with_more(PRECISE.sample(ishigami, drawn, factors, 17, 43))
    assert np.array_equal(whole.swapped, pieces.swapped)
    assert np.array_equal(whole.first, pieces.first)
    assert PRECISE.estimate(whole) == PRECISE.estimate(pieces)


def test_a_pair_with_a_missing_answer_is_left_out_of_its_question_only() -> None:
    def some(inputs: Inputs) -> Answers:
        return answered(np.where(inputs["x"] < 0.01, np.nan, inputs["x"] + inputs["y"]), inputs["y"])

    holed, whole = found(some, dict.fromkeys("xy", PLAIN))
    assert whole.pairs == PRECISE.most
    assert 0.96 * PRECISE.most < holed.pairs < 0.99 * PRECISE.most
    assert [share.value for share in whole.total] == pytest.approx([0.0, 1.0], abs=ERROR)


@pytest.mark.parametrize("rounding", [0.0, 1e-16])
def test_a_constant_is_carried_by_no_world(rounding: float) -> None:
    (indices,) = found(lambda inputs: answered(rounding * inputs["x"] + 0.3), {"x": PLAIN})
    assert indices.mean == pytest.approx(0.3)
    assert (indices.moved, indices.carried) == (0, 0.0)
    assert not indices.is_told
    assert (indices.total[0].low, indices.total[0].high) == (0.0, 1.0)


def test_what_is_not_a_number_is_refused() -> None:
    def broken(inputs: Inputs) -> Answers:
        values = np.sqrt(inputs["x"] - 0.5, where=inputs["x"] > 0.5, out=np.full_like(inputs["x"], np.nan))
        return Answers(values[None], np.zeros((1, len(values)), dtype=np.bool_))

    with pytest.raises(RunError, match="are not numbers"):
        found(broken, {"x": PLAIN})


def test_too_few_pairs_are_refused() -> None:
    with pytest.raises(RunError, match="0 of 64 pairs"):
        found(lambda inputs: answered(np.full_like(inputs["x"], np.nan)), {"x": PLAIN}, PickFreeze(most=64, least=64))
    for wrong in ({"most": 100, "least": 200}, {"least": 1}, {"width": 0.0}, {"leading": 0}):
        with pytest.raises(RunError, match="no indices"):
            PickFreeze(**wrong)
