"""How exact a study must be: a closed form where worlds are two points, none where they are the same, and a law of scale."""

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.experiments.deciding_error import deciding_error
from dualtrack.lab.verdicts.existence import SOME

NOUGHT = np.zeros(300)


@given(st.floats(0.001, 100.0))
def test_between_two_points_half_of_studies_decide_at_a_known_error(size: float) -> None:
    """The logarithm of the factor is size² / 2 error² in the median study, so the bound is size over the root of 2 log 3."""
    found = deciding_error(np.full(300, size), NOUGHT, 7)
    assert found is not None
    assert found.value == pytest.approx(size / sqrt(2 * log(SOME)), rel=0.01)
    assert found.size.median == pytest.approx(size)


def test_where_both_kinds_of_worlds_give_the_same_no_study_decides() -> None:
    generator = np.random.default_rng(7)
    found = deciding_error(generator.normal(size=300), generator.normal(size=300), 7)
    assert found is not None
    assert found.value is None or found.value < 0.01
    assert deciding_error(NOUGHT, NOUGHT, 7) is not None
    assert found.says(0.05) == "unseen"


def test_a_study_that_attains_it_is_decidable_and_one_that_nobody_knows_is_told_so() -> None:
    found = deciding_error(np.full(300, 1.0), NOUGHT, 7)
    assert found is not None
    assert [found.says(attain) for attain in (0.5, 2.0, None)] == ["decidable", "unseen", "no study known"]


def test_one_kind_of_worlds_alone_says_nothing() -> None:
    assert deciding_error(np.array([]), NOUGHT, 7) is None
    assert deciding_error(np.full(9, np.nan), NOUGHT, 7) is None


@given(st.floats(0.01, 100.0))
def test_in_another_unit_the_error_is_in_that_unit(times: float) -> None:
    generator = np.random.default_rng(11)
    exists, absent = generator.normal(1.0, 0.3, 200), generator.normal(0.0, 0.3, 200)
    one, other = deciding_error(exists, absent, 7), deciding_error(exists * times, absent * times, 7)
    assert one is not None
    assert other is not None
    assert one.value is not None
    assert other.value == pytest.approx(one.value * times, rel=1e-6)
