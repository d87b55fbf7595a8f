"""The examples that a codebook entry gives in one text, `0: none. 0.15: H20.`, as a list of values with their meanings."""

from __future__ import annotations

import re
from typing import Any

from dualtrack.app.page.pack.translated import told

_ANCHOR = re.compile(r"(?:^|(?<=\. ))(?P<value>-?\d+(?:\.\d+)?): (?P<meaning>.*?\.)(?= -?\d+(?:\.\d+)?: | [A-Z]|$)")


def anchor_rows(text: str) -> list[dict[str, Any]]:
    """Each value with what it means; what follows the last one and belongs to none is left out."""
    return [{"value": float(each["value"]), "meaning": list(told(each["meaning"]))} for each in _ANCHOR.finditer(text)]
