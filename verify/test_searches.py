"""Over many searches: an input that makes a tenth of the worlds six times likelier is named, and chance alone names nothing."""

import pytest

from dualtrack.lab.statistics.peel import Peel
from tests.lab.known_shares import too_few
from tests.lab.statistics.test_two_sample import two_parts


@pytest.mark.parametrize("inputs", [12, 230])
def test_what_is_planted_is_named(inputs: int) -> None:
    assert sum(0 in Peel().fit(*two_parts(seed, 6.0, inputs=inputs)).limited for seed in range(200)) >= 190


@pytest.mark.parametrize("inputs", [12, 230])
def test_chance_is_not(inputs: int) -> None:
    named = sum(bool(Peel().fit(*two_parts(seed, 1.0, inputs=inputs)).limited) for seed in range(1000, 1400))
    assert 400 - named >= too_few(400, 0.95, 0.001)
