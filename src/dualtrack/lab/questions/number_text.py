"""Numbers as users write them: in digits 0 to 9 and nothing else, so that what is read is what was meant.

`1_000`, `0x10`, `٣`, ` 2` and `nan` are numbers to Python and slips of the hand to everybody else.
"""

from __future__ import annotations

import math
import re

WHOLE = re.compile(r"[+-]?[0-9]{1,30}")
DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
LONGEST = 400
"""Characters of a number; a float holds no more."""


def whole(text: str) -> int | None:
    """The whole number that a text is, of 30 digits at the most; None where it is anything else, blanks included."""
    return int(text) if WHOLE.fullmatch(text) else None


def decimal(text: str) -> float | None:
    """The finite number that a text is, such as 0.5 or 1e-3; None where it is anything else, blanks included."""
    if len(text) > LONGEST or not DECIMAL.fullmatch(text):
        return None
    value = float(text)
    return value if math.isfinite(value) else None


def meant(text: str) -> float | None:
    """The number that a text which is none was probably meant for: `1_000`, ` 2`, `٣`; None where nobody can tell."""
    if len(text) > LONGEST:
        return None
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return None
    return value if math.isfinite(value) else None
