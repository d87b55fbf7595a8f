"""A model small enough to follow by hand, with a curve and a quantity that may leave the numbers."""

from dualtrack.language.scenario import Clock, Regime
from tests.strategies import model_of

HELD = Regime("held")
CLOCK = Clock(0.0, 2.0, 1 / 16, 0.5)
MODEL = model_of(
    """
rate = uncertainty(0.5, "1/year", low=-2.0, high=2.0, **NUMBER)
start = uncertainty(1.0, "1", low=-1.0, high=2.0, **NUMBER)
dial = lever(1.0, "1", low=0.0, high=1.0, **NUMBER)
bend = curve(((0.0, 1.0), (1.0, 0.0), (2.0, 5.0)), "1", of="1", **NUMBER)
@stock("1", initial=start, bounds=ANY, **NAMED)
def size(size, rate, dial):
    "Grows in proportion to itself."
    return rate * dial * size
@auxiliary("1", **NAMED)
def bent(size, bend):
    "A curve of the stock."
    return bend(size)
@auxiliary("1", **NAMED)
def hidden(size):
    "Bounds what may not be a number."
    return log(size)
"""
)
