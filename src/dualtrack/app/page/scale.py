"""From numbers to places on a drawing, and round numbers for its axes."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dualtrack.app.numbers import MINUS

STEPS = (1, 2, 2.5, 5, 10)
WANTED = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from `low` to `high` onto places `start` to `stop`."""

    low: float
    high: float
    start: float
    stop: float

    def __call__(self, value: float) -> float:
        inside = min(max(value, self.low), self.high)
        return self.start + (inside - self.low) / (self.high - self.low) * (self.stop - self.start)


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Round numbers that cover a range; the first and last lie on or outside its ends."""
    width = (high - low) or abs(high) or 1.0
    size = 10.0 ** math.floor(math.log10(width / WANTED))
    step = next(size * each for each in STEPS if size * each * WANTED >= width * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(step * place for place in range(first, max(last, first + 1) + 1))


def tick_text(value: float) -> str:
    """A round number, thousands set apart."""
    text = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.6g}"
    return text.replace("-", MINUS).replace(",", "\u2009")
