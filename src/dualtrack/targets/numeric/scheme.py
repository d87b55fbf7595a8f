"""Integration schemes as tables, so that every target steps time the same way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dualtrack.errors import RunError, nearest


@dataclass(frozen=True, slots=True)
class Scheme:
    """An explicit Runge-Kutta table: stage k starts from earlier slopes times `a[k]`, at `c[k]` of the step."""

    name: str
    a: tuple[tuple[float, ...], ...]
    b: tuple[float, ...]
    c: tuple[float, ...]


EULER = Scheme("euler", a=((),), b=(1.0,), c=(0.0,))
RK4 = Scheme("rk4", a=((), (0.5,), (0.0, 0.5), (0.0, 0.0, 1.0)), b=(1 / 6, 1 / 3, 1 / 3, 1 / 6), c=(0.0, 0.5, 0.5, 1.0))
SCHEMES = {scheme.name: scheme for scheme in (EULER, RK4)}


def scheme_named(name: str) -> Scheme:
    """The scheme of a name; raises `RunError` with the nearest."""
    if name not in SCHEMES:
        raise RunError(
            f"there is no integration scheme `{name}`", near=nearest(name, SCHEMES), fix="one of " + ", ".join(SCHEMES)
        )
    return SCHEMES[name]


def stepped(
    scheme: Scheme, stocks: list[Any], first: list[Any], length: float, slopes_at: Callable[[list[Any], float], list[Any]]
) -> list[Any]:
    """The stocks one step of `length` years later, numbers or arrays over worlds.

    `first` holds their net changes at the start, `slopes_at(stocks, years into the step)` gives those at later stages.
    """
    slopes = [first]
    for row, part in zip(scheme.a[1:], scheme.c[1:], strict=True):
        here = [s + length * sum(w * k[i] for w, k in zip(row, slopes, strict=True)) for i, s in enumerate(stocks)]
        slopes.append(slopes_at(here, part * length))
    return [s + length * sum(w * k[i] for w, k in zip(scheme.b, slopes, strict=True)) for i, s in enumerate(stocks)]
