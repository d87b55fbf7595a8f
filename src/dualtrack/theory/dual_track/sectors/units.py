"""What the theory counts in, and the conversions that need no source."""

from dualtrack.language.declaration import Definition
from dualtrack.language.declare import constant
from dualtrack.language.expressions.base_units import CHIP, H100E, PERSON, STACK, USD_BN, WAFER

COUNTED = (H100E, CHIP, USD_BN, PERSON, WAFER, STACK)
"""The base units of the theory, beside the year and the month."""

months_per_year = constant(
    12.0,
    "month/year",
    source=Definition("the calendar"),
    label=("Months per year", "每年月数"),
    doc="Turns years into months.",
)
