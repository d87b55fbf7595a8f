"""Every part of a value as text, for hashes: what Python itself would say of data and tuples, however they show themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

UNSAID: Mapping[str, bool] = {"said where none": False}
"""The metadata that marks a field that leaves no trace where it is none, so that it moves no hash of what does not use it."""


def in_full(value: Any) -> str:
    """The same text for equal values, whatever a person is shown."""
    kind: type = type(value)
    told = _told(kind)
    if told is not None:
        parts = [
            f"{name}={in_full(inner)}" for name, is_unsaid in told if not ((inner := getattr(value, name)) is None and is_unsaid)
        ]
        return f"{type(value).__qualname__}({', '.join(parts)})"
    match value:
        case tuple():
            return f"({', '.join(map(in_full, value))}{',' if len(value) == 1 else ''})"
        case list():
            return f"[{', '.join(map(in_full, value))}]"
        case _:
            return repr(value)


@cache
def _told(kind: type) -> tuple[tuple[str, bool], ...] | None:
    """The fields of a dataclass that are told, and whether each is left out where it is none; no fields of what is none."""
    return tuple((each.name, each.metadata == UNSAID) for each in fields(kind) if each.repr) if is_dataclass(kind) else None
