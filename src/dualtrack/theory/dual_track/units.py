"""What the theory counts in, and the conversions that need no source."""

from dualtrack.language.declare import BaseUnit, Definition, constant

H100E = BaseUnit("H100e", "computing power of one H100: 989 TFLOPS of dense 16-bit arithmetic")
CHIP = BaseUnit("chip", "one accelerator, of whatever performance")
USD_BN = BaseUnit("USD_bn", "a thousand million US dollars")
PERSON = BaseUnit("person", "one employed engineer or researcher")
WAFER = BaseUnit("wafer", "one 300 mm wafer started")
STACK = BaseUnit("stack", "one stack of high-bandwidth memory")

months_per_year = constant(
    12.0,
    "month/year",
    source=Definition("the calendar"),
    label=("Months per year", "每年月数"),
    doc="Turns years into months.",
)
