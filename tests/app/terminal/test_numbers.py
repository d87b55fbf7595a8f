"""Numbers as people read them."""

import math

import pytest

from dualtrack.app.terminal.numbers import months, number, rough, share, span


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.0, "0"),
        (0.1234, "0.123"),
        (9.876, "9.88"),
        (12345.6, "12300"),
        (-0.0449, "−0.045"),
        (None, "–"),
        (math.nan, "–"),
        (math.inf, "–"),
    ],
)
def test_a_number_keeps_three_figures(value: float | None, said: str) -> None:
    assert number(value) == said


def test_a_band_keeps_two_figures_and_a_clear_range() -> None:
    assert span(rough(0.2345), rough(0.789)) == "0.23–0.79"
    assert span(rough(-12.3), rough(45.6)) == "−12 to 46"


@pytest.mark.parametrize(("value", "said"), [(0.01, "0.0"), (2.34, "+2.3"), (-2.34, "−2.3"), (None, "–"), (math.nan, "–")])
def test_months_carry_their_sign(value: float | None, said: str) -> None:
    assert months(value) == said


def test_a_share_is_in_whole_per_cent() -> None:
    assert [share(each) for each in (0.0, 0.456, 1.0, None, math.nan)] == ["0 %", "46 %", "100 %", "–", "–"]
