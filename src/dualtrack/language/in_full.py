"""Every part of a value as text, for hashes: what Python itself would say of data and tuples, however they show themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

UNSAID: Mapping[str, bool] = {"said where none": False}
"""The metadata that marks a field that leaves no trace where it is none, so that it moves no hash of what does not use it."""


def in_full(value: Any) -> str:
    """The same text for equal values, whatever a person is shown."""
    if is_dataclass(value):
        said = (
            each for each in fields(value) if each.repr and (each.metadata != UNSAID or getattr(value, each.name) is not None)
        )
        parts = (f"{each.name}={in_full(getattr(value, each.name))}" for each in said)
        return f"{type(value).__qualname__}({', '.join(parts)})"
    match value:
        case tuple():
            return f"({', '.join(map(in_full, value))}{',' if len(value) == 1 else ''})"
        case list():
            return f"[{', '.join(map(in_full, value))}]"
        case _:
            return repr(value)
