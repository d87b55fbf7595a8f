"""What numbers and studies are worth over claims: a planted number comes first, a study lies between nothing and exactness."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.information.number_worth import StudyMade, worth_of_numbers, worth_of_study
from tests.lab.information.planted import NUMBERS, planted, stake


@pytest.mark.parametrize("seed", range(4))
def test_the_number_that_decides_comes_first(seed: int) -> None:
    values, stakes, name = planted(seed, 1500)
    found = worth_of_numbers(stakes, values, 7)
    assert found[0].name == name
    assert len(found) == NUMBERS


def test_no_worth_passes_that_of_every_answer_and_the_sum_is_that_of_claims() -> None:
    values, stakes, _ = planted(11, 1500)
    most = sum(each.most for each in stakes)
    for worth in worth_of_numbers(stakes, values, 7):
        assert 0 <= worth.total.value <= most
        assert worth.total.value == pytest.approx(sum(each.gain.value for each in worth.on))
        assert all(each.gain.value <= found.most for each in worth.on for found in stakes if found.test.id == each.claim)


def test_two_claims_that_always_agree_do_not_halve_the_error() -> None:
    values, (first, *_), name = planted(5, 1500)
    one, two = (
        next(each for each in worth_of_numbers(stakes, values, 7) if each.name == name)
        for stakes in ((first,), (first, stake("again", first.among, first.true)))
    )
    assert two.total.value == pytest.approx(2 * one.total.value)
    assert two.total.error == pytest.approx(2 * one.total.error, rel=0.02)


@given(seed=st.integers(0, 10**6), error=st.floats(1e-9, 1e6))
def test_a_study_is_worth_something_between_nothing_and_an_exact_one(seed: int, error: float) -> None:
    values, stakes, name = planted(seed, 300)
    exact, value = worth_of_study(stakes, StudyMade(name, values[name], error), 7)
    assert 0 <= value.total.value <= exact.total.value
    for claim in (each.test.id for each in stakes):
        one, other = value.on_claim(claim), exact.on_claim(claim)
        assert one is not None
        assert other is not None
        assert 0 <= one.gain.value <= other.gain.value


def test_a_study_without_error_is_exact_and_one_that_errs_beyond_measure_is_none() -> None:
    values, stakes, name = planted(3, 3000)
    exact, nearly = worth_of_study(stakes, StudyMade(name, values[name], 1e-9), 7)
    assert nearly.total.value == pytest.approx(exact.total.value, abs=0.01)
    assert worth_of_study(stakes, StudyMade(name, values[name], 1e6), 7)[1].total.value < 0.02


def test_worlds_in_which_nothing_can_be_measured_learn_nothing() -> None:
    _, stakes, name = planted(3, 1500)
    nothing = StudyMade(name, np.full(1500, np.nan), 0.1)
    assert worth_of_study(stakes, nothing, 7)[0].total.value < 0.02
