"""A quantity over a dimension, as an equation outside that dimension sees it: one value or name per element."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dualtrack.errors import TraceError, UnknownName, nearest
from dualtrack.language.checked import checked


@checked
@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension by `name`: a list of `elements`, such as the layers of the stack, with `labels` in English and Chinese if any.

    Raises `TraceError` for no element, one that repeats or is no name, and for labels of some only.
    """

    name: str
    elements: tuple[str, ...]
    labels: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if len(set(self.elements)) != len(self.elements) or not self.elements:
            raise TraceError(f"dimension `{self.name}` is empty or repeats an element", fix="give each element once")
        if wrong := [e for e in self.elements if not e.isidentifier()]:
            raise TraceError(f"dimension `{self.name}` has the element {wrong[0]!r}", fix="use letters, digits and _")
        if self.labels and len(self.labels) != len(self.elements):
            raise TraceError(f"dimension `{self.name}` does not label each element", fix="give one label per element")


class Vector(Mapping[str, Any]):
    """Values by element; arithmetic goes element by element."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = dict(values)

    def __getitem__(self, element: str) -> Any:
        if element not in self._values:
            raise UnknownName(
                f"`{element}` is no element here",
                near=nearest(element, self._values),
                fix="one of " + ", ".join(self._values),
            )
        return self._values[element]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def _each(self, other: object, do: Callable[[Any, Any], Any]) -> Vector:
        if isinstance(other, Vector):
            if list(other) != list(self):
                raise TraceError("two vectors over different dimensions met", fix="sum one of them first with total()")
            return Vector({k: do(v, other[k]) for k, v in self._values.items()})
        return Vector({k: do(v, other) for k, v in self._values.items()})

    def __add__(self, other: object) -> Vector:
        return self._each(other, operator.add)

    def __radd__(self, other: object) -> Vector:
        return self._each(other, lambda a, b: b + a)

    def __sub__(self, other: object) -> Vector:
        return self._each(other, operator.sub)

    def __rsub__(self, other: object) -> Vector:
        return self._each(other, lambda a, b: b - a)

    def __mul__(self, other: object) -> Vector:
        return self._each(other, operator.mul)

    def __rmul__(self, other: object) -> Vector:
        return self._each(other, lambda a, b: b * a)

    def __truediv__(self, other: object) -> Vector:
        return self._each(other, operator.truediv)

    def __rtruediv__(self, other: object) -> Vector:
        return self._each(other, lambda a, b: b / a)

    def __neg__(self) -> Vector:
        return self._each(-1.0, operator.mul)

    def __rpow__(self, other: object) -> Vector:
        return self._each(other, lambda a, b: b**a)

    def __pow__(self, other: object) -> Vector:
        return self._each(other, operator.pow)
