"""Numbers that many share and nobody may write into: views of arrays that refuse it; nothing is copied."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from dualtrack.language.frozen import freeze_fields, frozen

Scalar = TypeVar("Scalar", bound=np.generic)


def read_only(numbers: NDArray[Scalar]) -> NDArray[Scalar]:
    """The same `numbers`, with the same axes in the same place, seen through a view that cannot be written."""
    view = numbers.view()
    view.flags.writeable = False
    return view


def settle_fields(data: Any) -> None:
    """Make read-only what a frozen dataclass holds: its arrays, its mappings, and arrays in these; for its `__post_init__`."""
    freeze_fields(data)
    for field in fields(data):
        value = getattr(data, field.name)
        if isinstance(value, np.ndarray):
            object.__setattr__(data, field.name, read_only(value))
        elif hasattr(value, "items") and any(isinstance(each, np.ndarray) for each in value.values()):
            object.__setattr__(data, field.name, frozen({name: read_only(np.asarray(each)) for name, each in value.items()}))
