"""Every part of a value as text, for hashes: what Python itself would say of data and tuples, however they show themselves."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any


def in_full(value: Any) -> str:
    """The same text for equal values, whatever a person is shown."""
    if is_dataclass(value):
        parts = (f"{field.name}={in_full(getattr(value, field.name))}" for field in fields(value) if field.repr)
        return f"{type(value).__qualname__}({', '.join(parts)})"
    match value:
        case tuple():
            return f"({', '.join(map(in_full, value))}{',' if len(value) == 1 else ''})"
        case list():
            return f"[{', '.join(map(in_full, value))}]"
        case _:
            return repr(value)
