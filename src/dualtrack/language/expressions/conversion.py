"""By what factor a figure in one unit is told in another: exact ones only, such as twelve months to the year.

    conversion(Unit.parse("chip/quarter"), Unit.parse("chip/year")) == 4.0

Not like this: yuan into dollars, which a rate of the day decides, or firms into countries.
"""

from __future__ import annotations

from math import prod

from dualtrack.errors import UnitMismatch
from dualtrack.language.expressions.unit import Unit

H100_TFLOPS = 989.0
"""Dense half-precision performance of an H100, in which computing is counted."""
EXACT: dict[str, tuple[float, str]] = {
    "month": (1 / 12, "year"),
    "quarter": (1 / 4, "year"),
    "half_year": (1 / 2, "year"),
    "TFLOPS": (1 / H100_TFLOPS, "H100e"),
    "PFLOPS": (1e3 / H100_TFLOPS, "H100e"),
    "EFLOPS": (1e6 / H100_TFLOPS, "H100e"),
    "ZFLOPS": (1e9 / H100_TFLOPS, "H100e"),
    "USD": (1e-9, "USD_bn"),
    "TB": (1e3, "GB"),
}
"""One of each base unit in another."""


def conversion(found: Unit, wanted: Unit) -> float:
    """How many of the unit `wanted` one of the unit `found` is; raises `UnitMismatch` where nothing exact turns one into the
    other.
    """
    (size, plain), (other, as_wanted) = _plain(found), _plain(wanted)
    if plain != as_wanted:
        raise UnitMismatch(f"{found} cannot be told in {wanted}", fix="give what one of the first is in the second")
    return size / other


def _plain(unit: Unit) -> tuple[float, Unit]:
    """The unit without the bases that are exact parts of others, and how many of it one is."""
    size = prod(EXACT.get(name, (1.0, name))[0] ** power for name, power in unit.powers)
    parts = [(Unit.parse(EXACT.get(name, (1.0, name))[1]), power) for name, power in unit.powers]
    plain = Unit()
    for base, power in parts:
        for _ in range(abs(power)):
            plain = plain * base if power > 0 else plain / base
    return size, plain
