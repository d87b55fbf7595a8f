"""Sobol' indices beside SALib: on one sample both give the same numbers, and on its own sample ours agree within both errors."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from SALib.analyze import sobol as estimator
from SALib.sample import sobol as sampler
from SALib.test_functions import Ishigami, Sobol_G

from dualtrack.lab.questions.answer import Answers
from dualtrack.lab.questions.pick_freeze import Inputs, PickFreeze, Sample
from dualtrack.lab.worlds.draw import uniforms

Array = NDArray[np.float64]
Problem = dict[str, Any]
Evaluate = Callable[[Array], Array]

PAIRS = 8192
METHOD = PickFreeze(most=PAIRS, least=PAIRS)
PROBLEMS = {
    "Ishigami": ({"num_vars": 3, "names": ["x", "y", "z"], "bounds": [[-np.pi, np.pi]] * 3}, Ishigami.evaluate),
    "G": ({"num_vars": 8, "names": list("abcdefgh"), "bounds": [[0.0, 1.0]] * 8}, Sobol_G.evaluate),
}

each_problem = pytest.mark.parametrize(("problem", "function"), PROBLEMS.values(), ids=PROBLEMS.keys())


def theirs(problem: Problem, function: Evaluate) -> tuple[Array, dict[str, Array]]:
    """SALib's answers and indices on its own sample."""
    points = sampler.sample(problem, PAIRS, calc_second_order=False, seed=7)
    answers = function(points)
    return answers, estimator.analyze(problem, answers, calc_second_order=False, seed=7, num_resamples=100)


@each_problem
def test_the_same_sample_gives_the_same_indices(problem: Problem, function: Evaluate) -> None:
    """The estimators differ only in the mean that they take off first: of the pairs here, of every answer there."""
    answers, found = theirs(problem, function)
    rows = answers.reshape(PAIRS, problem["num_vars"] + 2).T
    sample = Sample(rows[None, 0], rows[None, -1], rows[None, 1:-1], np.ones((1, PAIRS), dtype=np.bool_))
    (ours,) = METHOD.estimate(sample)
    assert [share.value for share in ours.first] == pytest.approx(found["S1"], abs=2e-3)
    assert [share.value for share in ours.total] == pytest.approx(found["ST"], abs=2e-3)


@each_problem
def test_our_own_sample_agrees_within_both_errors(problem: Problem, function: Evaluate) -> None:
    _, found = theirs(problem, function)

    def answer(inputs: Inputs) -> Answers:
        values = function(np.stack([inputs[name] for name in problem["names"]], axis=1))
        return Answers(values[None], np.isnan(values)[None])

    def drawn(first: int, count: int) -> Inputs:
        ends = dict(zip(problem["names"], problem["bounds"], strict=True))
        return {name: low + (high - low) * uniforms(7, name, count, first) for name, (low, high) in ends.items()}

    (ours,) = METHOD.estimate(METHOD.sample(answer, drawn, [[name] for name in problem["names"]], 0, PAIRS))
    for shares, key in ((ours.first, "S1"), (ours.total, "ST")):
        for share, value, error in zip(shares, found[key], found[f"{key}_conf"], strict=True):
            assert abs(share.value - value) <= 2 * (share.width / 2 + error)
