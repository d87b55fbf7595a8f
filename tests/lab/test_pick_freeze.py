"""Sobol' indices: the closed forms of known functions within their own intervals, and nothing from nothing."""

import math
from dataclasses import replace

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.answer import Answers
from dualtrack.lab.draw import quantiles, uniforms
from dualtrack.lab.pick_freeze import Function, Indices, Inputs, PickFreeze
from dualtrack.language.distribution import Category, PointMass, Prior, Uniform

PRECISE = PickFreeze(most=8192, least=8192, resamples=200)
ERROR = 0.05
"""At 8192 pairs the standard error of these indices is 0.012 or less; four of them."""
A, B = 7.0, 0.1
PLAIN = Uniform(0.0, 1.0)


def answered(*rows: np.ndarray) -> Answers:
    values = np.array(rows)
    return Answers(values, np.isnan(values))


def found(function: Function, priors: dict[str, Prior], method: PickFreeze = PRECISE, seed: int = 7) -> tuple[Indices, ...]:
    def drawn(first: int, count: int) -> Inputs:
        return {name: quantiles(prior, uniforms(seed, name, count, first)) for name, prior in priors.items()}

    return method.estimate(method.sample(function, drawn, [[name] for name in priors], 0, method.most), seed)


def ishigami(inputs: Inputs) -> Answers:
    x, y, z = ((2 * inputs[name] - 1) * math.pi for name in "xyz")
    return answered(np.sin(x) + A * np.sin(y) ** 2 + B * z**4 * np.sin(x))


def sobol_g(inputs: Inputs) -> Answers:
    weights = (0.0, 1.0, 4.5, 9.0, 99.0)
    parts = [(np.abs(4 * inputs[f"x{i}"] - 2) + a) / (1 + a) for i, a in enumerate(weights)]
    return answered(np.prod(parts, axis=0))


def test_the_function_of_ishigami() -> None:
    part_x = (1 + B * math.pi**4 / 5) ** 2 / 2
    part_y, part_xz = A**2 / 8, B**2 * math.pi**8 * (1 / 18 - 1 / 50)
    variance = part_x + part_y + part_xz
    (indices,) = found(ishigami, dict.fromkeys("xyz", PLAIN))
    assert indices.variance == pytest.approx(variance, rel=ERROR)
    first, total = ([share.value for share in shares] for shares in (indices.first, indices.total))
    assert first == pytest.approx([part_x / variance, part_y / variance, 0.0], abs=ERROR)
    assert total == pytest.approx([(part_x + part_xz) / variance, part_y / variance, part_xz / variance], abs=ERROR)


def test_the_function_of_sobol() -> None:
    parts = np.array([1 / (3 * (1 + a) ** 2) for a in (0.0, 1.0, 4.5, 9.0, 99.0)])
    variance = float(np.prod(1 + parts) - 1)
    (indices,) = found(sobol_g, {f"x{i}": PLAIN for i in range(5)})
    assert [share.value for share in indices.first] == pytest.approx(list(parts / variance), abs=ERROR)
    totals = [part * np.prod(1 + np.delete(parts, i)) / variance for i, part in enumerate(parts)]
    assert [share.value for share in indices.total] == pytest.approx(totals, abs=ERROR)


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """A 95 % interval misses in one of twenty; of 200 intervals, more than 30 misses come once in a million."""
    method = PickFreeze(most=512, least=512, resamples=200)
    variance = 1 / 12 + 4 / 12
    truths = (1 / 12 / variance, 4 / 12 / variance)
    misses = 0
    for seed in range(50):
        (indices,) = found(lambda inputs: answered(inputs["x"] + 2 * inputs["y"]), dict.fromkeys("xy", PLAIN), method, seed)
        for shares in (indices.first, indices.total):
            misses += sum(not share.low <= truth <= share.high for share, truth in zip(shares, truths, strict=True))
    assert misses <= 30


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
    assert indices.total[2].value == indices.total[2].width == 0.0


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
    assert PRECISE.estimate(whole, 1) == PRECISE.estimate(pieces, 1)


def test_a_pair_with_a_missing_answer_is_left_out_of_its_question_only() -> None:
    def some(inputs: Inputs) -> Answers:
        return answered(np.where(inputs["x"] < 0.01, np.nan, inputs["x"] + inputs["y"]), inputs["y"])

    holed, whole = found(some, dict.fromkeys("xy", PLAIN))
    assert whole.pairs == PRECISE.most
    assert 0.96 * PRECISE.most < holed.pairs < 0.99 * PRECISE.most
    assert [share.value for share in whole.total] == pytest.approx([0.0, 1.0], abs=ERROR)


def test_a_constant_is_refused() -> None:
    with pytest.raises(RunError, match=r"0\.3 in every world"):
        found(lambda inputs: answered(0 * inputs["x"] + 0.3), {"x": PLAIN})


def test_what_is_not_a_number_is_refused() -> None:
    def broken(inputs: Inputs) -> Answers:
        values = np.sqrt(inputs["x"] - 0.5, where=inputs["x"] > 0.5, out=np.full_like(inputs["x"], np.nan))
        return Answers(values[None], np.zeros((1, len(values)), dtype=np.bool_))

    with pytest.raises(RunError, match="are not numbers"):
        found(broken, {"x": PLAIN})


def test_too_few_pairs_are_refused() -> None:
    with pytest.raises(RunError, match="0 of 64 pairs"):
        found(lambda inputs: answered(np.full_like(inputs["x"], np.nan)), {"x": PLAIN}, PickFreeze(most=64, least=64))
    for wrong in ({"most": 100, "least": 200}, {"least": 1}, {"width": 0.0}, {"leading": 0}, {"resamples": 1}):
        with pytest.raises(RunError, match="no indices"):
            PickFreeze(**wrong)
