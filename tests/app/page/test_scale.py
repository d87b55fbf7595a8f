"""Axes: round numbers that cover the range, in rising order."""

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dualtrack.app.page.scale import Scale, tick_text, ticks

NUMBERS = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))


@given(NUMBERS, NUMBERS)
def test_ticks_rise_and_cover_the_range(one: float, other: float) -> None:
    low, high = sorted((one, other))
    marks = ticks(low, high)
    assert 2 <= len(marks) <= 8
    assert all(a < b for a, b in pairwise(marks))
    near = 1e-6 * max(abs(low), abs(high), 1e-9)
    assert marks[0] <= low + near
    assert marks[-1] >= high - near


def test_a_scale_puts_ends_on_ends_and_stays_inside() -> None:
    scale = Scale(0.0, 10.0, 100.0, 200.0)
    assert [scale(value) for value in (0.0, 5.0, 10.0, 99.0)] == [100.0, 150.0, 200.0, 200.0]


def test_ticks_read_as_people_write_them() -> None:
    assert [tick_text(value) for value in (0.0, 0.25, -20.0, 12000.0)] == ["0", "0.25", "−20", "12\u2009000"]
    assert math.isclose(ticks(0.0, 1.0)[1], 0.2)
