"""How often a verdict errs, held against the closed form where all worlds must agree."""

import pytest

from dualtrack.errors import RunError
from dualtrack.lab.statistics.power import STEPS, WANTED, chance, power
from dualtrack.lab.statistics.share import CONTRADICTED, NORMAL, SUPPORTED

LEAST = 16
"""With all true, Wilson's lower end is n / (n + z²): 0.8 or more from four z², 15.4, on."""


def test_no_verdict_can_rest_on_fewer_worlds_than_the_interval_allows() -> None:
    assert LEAST - 1 < 4 * NORMAL**2 <= LEAST
    few, enough = power(LEAST - 1), power(LEAST)
    assert few.clear_above is few.clear_below is None
    assert few.wrong_above == few.wrong_below == 0
    assert enough.wrong_above == pytest.approx(SUPPORTED**LEAST)
    assert enough.wrong_below == pytest.approx((1 - CONTRADICTED) ** LEAST)


def test_a_claim_is_clear_where_all_worlds_agree_in_nine_samples_of_ten() -> None:
    found, step = power(LEAST), (1 - SUPPORTED) / STEPS
    exact = WANTED ** (1 / LEAST)
    assert found.clear_above is not None and found.clear_below is not None
    assert exact <= found.clear_above <= exact + step
    assert 1 - exact - step <= found.clear_below <= 1 - exact


def test_the_sides_share_out_every_sample_and_are_certain_at_the_ends() -> None:
    for probability in (0.0, 0.1, 0.5, 0.83, 1.0):
        sides = [chance(each, probability, 60) for each in ("above", "below", "between")]
        assert sum(sides) == pytest.approx(1)
    assert chance("above", 1.0, 60) == chance("below", 0.0, 60) == 1
    with pytest.raises(RunError, match="no power"):
        power(0)
