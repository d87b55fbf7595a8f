"""What was worked out of a value that cannot change, kept for whoever asks next: the last few, by identity."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Value = TypeVar("Value")
Found = TypeVar("Found")
KEPT = 4


def remembered(work: Callable[[Value], Found]) -> Callable[[Value], Found]:
    """The same function, which works once for each of the last values that it was given."""
    held: OrderedDict[int, tuple[Value, Found]] = OrderedDict()

    @wraps(work)
    def ask(value: Value) -> Found:
        if id(value) not in held:
            held[id(value)] = (value, work(value))
            if len(held) > KEPT:
                held.popitem(last=False)
        return held[id(value)][1]

    return ask
