"""Numbers as people read them: three figures, bands in brackets, shares in per cent."""

from __future__ import annotations

import math
from collections.abc import Iterable

from dualtrack.language.quantity import Quantity

FIGURES = 3
THOUSAND = 1000
MINUS = "−"


def rough(value: float | None) -> str:
    """Two significant figures: what a band over worlds is worth."""
    return number(value, FIGURES - 1)


def number(value: float | None, figures: int = FIGURES) -> str:
    """A few significant figures; a dash where there is no number."""
    if value is None or not math.isfinite(value):
        return "–"
    if value == 0:
        return "0"
    size = math.floor(math.log10(abs(value)))
    places = min(figures - 1 - size, FIGURES)
    return f"{round(value, places):.{max(places, 0)}f}".replace("-", MINUS)


def signed(value: float | None) -> str:
    """Two significant figures with a sign: a change."""
    said = rough(value)
    return f"+{said}" if value is not None and value > 0 and said != "0" else said


def months(value: float | None) -> str:
    """Months to one place, with a sign."""
    if value is None or not math.isfinite(value):
        return "–"
    return f"{value:+.1f}".replace("-", MINUS) if abs(value) >= 0.05 else "0.0"


def share(value: float | None) -> str:
    """A share in whole per cent."""
    return "–" if value is None or not math.isfinite(value) else f"{100 * value:.0f} %"


def share_range(values: Iterable[float | None]) -> str:
    """Shares in whole per cent, from the least to the greatest; one where they read alike, a dash where there are none."""
    said = [share(each) for each in sorted(each for each in values if each is not None)]
    if not said:
        return "–"
    return said[0] if said[0] == said[-1] else span(said[0].removesuffix(" %"), said[-1])


def span(low: str, high: str) -> str:
    """Two numbers as a range; a word is clearer than a dash beside a sign."""
    return f"{low} to {high}" if {MINUS, "+"} & set(low + high) else f"{low}–{high}"


def heading(quantity: Quantity) -> str:
    """A quantity over a column: its label, and its unit on a line of its own."""
    return f"{quantity.label[0]}\n({'0 to 1' if str(quantity.unit) == '1' else quantity.unit})"
