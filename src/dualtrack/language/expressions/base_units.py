"""The registry of base units: what one of each is, said once, for theories that compute in it and records that count in it.

A unit of one theory alone is declared in its sector; a unit that figures of the record bear stands here.
"""

from dualtrack.errors import UnitMismatch, nearest
from dualtrack.language.declaration import BaseUnit
from dualtrack.language.expressions.unit import Unit

YEAR = BaseUnit("year", "calendar year")
MONTH = BaseUnit("month", "calendar month")
NONE = BaseUnit("1", "no unit")
H100E = BaseUnit("H100e", "computing power of one H100: 989 TFLOPS of dense 16-bit arithmetic")
CHIP = BaseUnit("chip", "one chip; an accelerator, of whatever performance, where nothing else is said")
USD_BN = BaseUnit("USD_bn", "a thousand million US dollars")
PERSON = BaseUnit("person", "one person; an employed engineer or researcher, where nothing else is said")
WAFER = BaseUnit("wafer", "one wafer started, of 300 mm where nothing else is said")
STACK = BaseUnit("stack", "one stack of high-bandwidth memory")

CLOCK = (YEAR, MONTH, NONE)
"""What every model knows without declaring it."""
OF_RECORDS = (
    BaseUnit("half_year", "calendar half year"),
    BaseUnit("quarter", "three months, of the calendar or of a fiscal year"),
    BaseUnit("week", "seven days"),
    BaseUnit("day", "calendar day"),
    BaseUnit("second", "one second"),
    BaseUnit("USD", "US dollar"),
    BaseUnit("CNY_bn", "a thousand million yuan"),
    BaseUnit("B300e", "computing power of one B300"),
    BaseUnit("TPP", "total processing performance: dense trillion operations a second times their length in bits"),
    BaseUnit("TFLOPS", "a trillion operations a second"),
    BaseUnit("PFLOPS", "a thousand trillion operations a second"),
    BaseUnit("EFLOPS", "a million trillion operations a second"),
    BaseUnit("ZFLOPS", "a thousand million trillion operations a second"),
    BaseUnit("kg", "a thousand grams"),
    BaseUnit("kt", "a thousand tonnes"),
    BaseUnit("GB", "a thousand million bytes"),
    BaseUnit("TB", "a trillion bytes"),
    BaseUnit("die", "one logic die"),
    BaseUnit("company", "one firm"),
    BaseUnit("deal", "one financing round"),
    BaseUnit("model", "one trained AI model"),
    BaseUnit("token", "one token that a language model reads or writes"),
)
"""What figures are told in and no equation computes in."""
REGISTRY = {each.name: each.doc for each in (*CLOCK, H100E, CHIP, USD_BN, PERSON, WAFER, STACK, *OF_RECORDS)}


def registered(text: str) -> Unit:
    """The unit that a figure of a record bears; raises `UnitMismatch` where a base of it is not in the registry."""
    unit = Unit.parse(text)
    if unknown := sorted(unit.bases - set(REGISTRY)):
        raise UnitMismatch(
            f"the unit {text!r} uses `{unknown[0]}`, which is no base unit",
            near=nearest(unknown[0], REGISTRY),
            fix="correct it; `language/expressions/base_units.py` lists every base unit",
        )
    return unit
