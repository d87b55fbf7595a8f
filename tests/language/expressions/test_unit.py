"""Units are products of powers: they multiply, divide and read back what they print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import UnitMismatch
from dualtrack.language.expressions.unit import ONE, YEAR, Unit
from tests.refusals import refused

words = st.sampled_from(["year", "person", "H100e", "USD_bn", "1"])
units = st.builds(
    lambda top, bottom: Unit.parse("*".join(top) + ("/" + "*".join(bottom) if bottom else "")),
    st.lists(words, min_size=1, max_size=4),
    st.lists(words, max_size=3),
)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1", "1"),
        ("person/year", "person/year"),
        ("H100e*year/USD_bn", "H100e*year/USD_bn"),
        ("1/year", "1/year"),
        ("year*person/year", "person"),
        ("person * person / year", "person*person/year"),
        ("a/b*c", "a/b*c"),
    ],
)
def test_a_unit_is_read_and_printed(text: str, printed: str) -> None:
    assert str(Unit.parse(text)) == printed


@pytest.mark.parametrize("text", ["", "/year", "person/", "person/year/year", "person^2", "2", "per-son", "a**b", "*a", "年"])
def test_what_is_no_unit_is_refused(text: str) -> None:
    assert repr(text) in refused(UnitMismatch, lambda: Unit.parse(text)).what


def test_after_the_slash_everything_divides() -> None:
    assert Unit.parse("a/b*c") == Unit.parse("a") / Unit.parse("b") / Unit.parse("c")


@given(units)
def test_a_unit_reads_back_what_it_prints(unit: Unit) -> None:
    assert Unit.parse(str(unit)) == unit


@given(units, units, units)
def test_units_form_a_group(a: Unit, b: Unit, c: Unit) -> None:
    assert (a * b) * c == a * (b * c)
    assert a * b == b * a
    assert a * ONE == a
    assert a / a == ONE
    assert a / b * b == a
    assert a / (b / c) == a * c / b


@given(units)
def test_bases_are_the_words_that_do_not_cancel(unit: Unit) -> None:
    assert (unit * YEAR / YEAR).bases == unit.bases
    assert "1" not in unit.bases
