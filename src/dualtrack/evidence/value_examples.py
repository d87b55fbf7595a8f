"""The examples that a codebook entry gives in one text, `0: none. 0.15: H20.`, as values with what each of them means."""

from __future__ import annotations

import re

_EXAMPLE = re.compile(r"(?:^|(?<=\. ))(?P<value>-?\d+(?:\.\d+)?): (?P<meaning>.*?\.)(?= -?\d+(?:\.\d+)?: | [A-Z]|$)")


def value_examples(text: str) -> tuple[tuple[float, str], ...]:
    """Each value with what it means, a sentence; what follows the last one and belongs to none is left out."""
    return tuple((float(each["value"]), each["meaning"]) for each in _EXAMPLE.finditer(text))
