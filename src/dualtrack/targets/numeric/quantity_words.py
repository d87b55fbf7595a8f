"""What a quantity is called beside an array: flat attributes, such as CF, xarray's plots and every format of xarray take."""

from __future__ import annotations

from typing import Any

from dualtrack.language.expressions.unit import Unit
from dualtrack.language.quantity import Quantity

Words = dict[str, Any]
"""Texts, numbers, or lists of numbers: no other attribute survives every format."""


def words_of(quantity: Quantity) -> Words:
    """Unit, name in both languages and meaning of one quantity."""
    english, chinese = quantity.label
    return {"units": unit_text(quantity.unit), "long_name": english, "long_name_zh": chinese, "comment": quantity.doc}


def unit_text(unit: Unit) -> str:
    """A unit as UDUNITS reads it: what stands below the line in brackets."""
    top, line, bottom = str(unit).partition("/")
    return f"{top}/({bottom})" if "*" in bottom else f"{top}{line}{bottom}"
