"""A stock that falls through zero, and what may leave the numbers as it does."""

from dualtrack.language.model import Model
from tests.strategies import model_of

FALLING = """
a = uncertainty(1.0, "1", low=-2.0, high=1e3, **NUMBER)
start = uncertainty(1.0, "1", low=-4.0, high=1e3, **NUMBER)
rate = constant(1.0, "1/year", **NUMBER)
@stock("1", initial=start, bounds=ANY, **NAMED)
def size(rate):
    "Falls by one a year."
    return -rate
@auxiliary("1", **NAMED)
def found(size, a):
    "Stands for any equation."
    return size + a
"""

FORMULAS = (
    "log(size)",
    "1 / size",
    "size / size",
    "minimum(1, 1 / size)",
    "greater(log(size), 0)",
    "at_least(0, log(size))",
    "where(log(size), 1, 0)",
    "where(greater(size, 0), log(size), 0)",
    "tanh(1 / size)",
    "tanh(log(size))",
    "minimum(log(size), 1)",
    "maximum(1, log(size))",
    "power(size, -a)",
    "power(size - 1, a / 2)",
    "power(size, 2)",
    "power(0 * log(size), 0)",
    "power(1, log(size))",
    "exp(2 / (size * size))",
    "bend(1 / size)",
    "bend(log(size))",
    "bend(size / size)",
)


def falling(formula: str, *, felt: bool) -> Model:
    """A stock that falls through zero, and a formula of it that moves the stock or, unfelt, is worked out on saved rows only."""
    pull = "0 * tanh(found)" if felt else "0"
    return model_of(
        f"""
a = uncertainty(1.0, "1", low=-2.0, high=2.0, **NUMBER)
start = uncertainty(1.0, "1", low=-4.0, high=4.0, **NUMBER)
rate = constant(1.0, "1/year", **NUMBER)
bend = curve(((0.0, 1.0), (1.0, 0.0)), "1", of="1", **NUMBER)
@stock("1", initial=start, bounds=ANY, **NAMED)
def size(rate, {"found" if felt else "a"}):
    "Falls by one a year."
    return -rate + {pull} * rate
@auxiliary("1", **NAMED)
def found(size, a, bend):
    "May leave the numbers."
    return {formula}
"""
    )
