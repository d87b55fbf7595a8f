"""Ticks stand at numbers that people write: multiples of 1, 2 or 5 times a power of ten, to the last digit."""

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.page.asking import asked_of_node

BODY = """
console.log(JSON.stringify(given.map(([low, span, count]) => {
  const step = it.niceStep(span, count);
  return { step, ticks: it.ticksWithin([low, low + span], step), axis: it.niceDomain([[low, low + span]], count) };
})));
"""
SPANS = st.integers(-9, 12).flatmap(lambda power: st.floats(1, 10).map(lambda size: size * 10.0**power))
ASKED = st.tuples(st.floats(-3, 3), SPANS, st.integers(2, 12)).map(lambda each: [each[0] * each[1], each[1], each[2]])


@settings(max_examples=8)
@given(st.lists(ASKED, min_size=40, max_size=40))
def test_a_tick_is_the_number_that_it_is_written_as(asked: list[list[float]]) -> None:
    found: list[dict[str, Any]] = asked_of_node("scales.js", BODY, asked)
    for (low, span, count), each in zip(asked, found, strict=True):
        axis = each["axis"]
        for step, places in ((each["step"], each["ticks"]), (axis["step"], axis["domain"])):
            digits = Decimal(repr(step)).normalize()
            assert digits.as_tuple().digits in {(1,), (2,), (5,)}
            for tick in places:
                assert tick == float(digits * round(Decimal(tick) / digits)), "no digit of rounding behind it"
        assert axis["domain"][0] <= min(low, 0) + 1e-9 * span
        assert axis["domain"][1] >= max(low + span, 0) - 1e-9 * span
        # A step lies within the geometric middle of its neighbours, so there are at most sqrt(2.5) times fewer or more pieces.
        assert count / 1.6 - 1 <= len(each["ticks"]) <= 1.6 * count + 1
