"""A model's fingerprint: one hash over everything that changes its numbers, and over nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from dualtrack.language.declaration import Curve
from dualtrack.language.quantity import Quantity


def fingerprint(quantities: Mapping[str, Quantity], curves: Mapping[str, Curve], correlations: Iterable[object] = ()) -> str:
    """SHA-256 over names, roles, values, ranges, priors, equations, starting values, curves and correlations, sorted by name."""
    return hashlib.sha256("\n".join(_lines(quantities, curves, correlations)).encode()).hexdigest()


def _lines(quantities: Mapping[str, Quantity], curves: Mapping[str, Curve], correlations: Iterable[object]) -> Iterator[str]:
    for name, q in sorted(quantities.items()):
        yield _canonical((name, q.role, q.value, q.low, q.high, q.prior, q.tree, q.initial))
    for name, curve in sorted(curves.items()):
        yield _canonical((name, curve.points))
    yield from sorted(map(_canonical, correlations))


def _canonical(value: object) -> str:
    """Text that is the same for equal values: every number as a float, every part of a record in order."""
    if isinstance(value, (int, float)):
        return repr(float(value) + 0.0)
    if isinstance(value, tuple):
        return f"({' '.join(map(_canonical, value))})"
    if is_dataclass(value):
        return type(value).__name__ + _canonical(tuple(getattr(value, f.name) for f in fields(value)))
    return repr(value)
