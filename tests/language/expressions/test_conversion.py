"""Units that are exact parts of each other turn into each other, and no others do."""

import pytest

from dualtrack.errors import UnitMismatch
from dualtrack.language.expressions.base_units import REGISTRY
from dualtrack.language.expressions.conversion import EXACT, conversion
from dualtrack.language.expressions.unit import Unit


@pytest.mark.parametrize(
    ("found", "wanted", "factor"),
    [
        ("USD_bn/quarter", "USD_bn/year", 4.0),
        ("chip/half_year", "chip/year", 2.0),
        ("wafer/month", "wafer/year", 12.0),
        ("month", "month", 1.0),
        ("year", "month", 12.0),
        ("TFLOPS/chip", "H100e/chip", 1 / 989),
        ("ZFLOPS/year", "H100e/year", 1e9 / 989),
        ("USD/chip", "USD_bn/chip", 1e-9),
        ("1", "1", 1.0),
    ],
)
def test_an_exact_part_is_converted_there_and_back(found: str, wanted: str, factor: float) -> None:
    assert conversion(Unit.parse(found), Unit.parse(wanted)) == pytest.approx(factor)
    assert conversion(Unit.parse(wanted), Unit.parse(found)) == pytest.approx(1 / factor)


@pytest.mark.parametrize(("found", "wanted"), [("CNY_bn", "USD_bn"), ("die", "chip"), ("USD_bn", "USD_bn/year"), ("model", "1")])
def test_what_no_exact_factor_turns_is_refused(found: str, wanted: str) -> None:
    with pytest.raises(UnitMismatch) as caught:
        conversion(Unit.parse(found), Unit.parse(wanted))
    assert found in str(caught.value)
    assert caught.value.fix


def test_every_converted_unit_is_a_base_unit_and_none_leads_on() -> None:
    assert {name for name, (_, other) in EXACT.items() for name in (name, other)} <= REGISTRY.keys()
    assert not {other for _, other in EXACT.values()} & EXACT.keys()
