"""What the figures of one formula say of a world: a Student t of all together, and of bounds how far the worst is passed.

A Student t of six degrees has the middle of a normal distribution and forgives what lies far out: one figure that is wrong, or
one that the equations cannot reach, then costs a world little more when it is missed by more.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import lgamma, log, pi

import numpy as np

from dualtrack.lab.calibrate.figure_errors import EDGE, NOTHING, DatedFigure, Scale, compared, error_on, row_error, scale_matrix
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields

DEGREES = 6.0
"""Of freedom, of every Student t here."""


def forgiving(distance: Array) -> Array:
    """The logarithm of a Student t, without its constant, at `distance[world]` standard deviations.

    0 where nothing is missed: [world].
    """
    return np.asarray(-0.5 * (DEGREES + 1) * np.log1p(distance * distance / DEGREES))


@dataclass(frozen=True, slots=True)
class ValueBlock:
    """`figures` of one formula that say what it is, the numbers compared, `seen[row]`, and the matrix of their errors.

    That is `spread[row, row]`; `whiten[row, row]` makes errors independent and of size 1.
    """

    name: str
    scale: Scale
    figures: tuple[DatedFigure, ...]
    seen: Array
    spread: Array
    whiten: Array
    constant: float

    def __post_init__(self) -> None:
        settle_fields(self)

    @classmethod
    def of(cls, name: str, scale: Scale, figures: list[DatedFigure], floor: float) -> ValueBlock:
        """The block of a formula's figures, for a model that is at best a `floor` off, as a share."""
        spread = scale_matrix(scale, figures, floor)
        lower = np.linalg.cholesky(spread)
        rows = len(figures)
        constant = lgamma((DEGREES + rows) / 2) - lgamma(DEGREES / 2) - 0.5 * rows * log(DEGREES * pi)
        constant -= float(np.log(np.diag(lower)).sum())
        seen = compared(scale, np.array([each.value for each in figures]))
        return cls(name, scale, tuple(figures), seen, spread, np.linalg.inv(lower), constant)

    def said(self, values: Array) -> Array:
        """What the formula gives, `values[row, world]`, as it is compared; the same axes."""
        return _said(self.scale, self.figures, values)

    def whitened(self, values: Array) -> Array:
        """The same in independent errors of size 1, of `values[row, world]`; the same axes."""
        return np.asarray(self.whiten @ self.said(values))

    def log_density(self, whitened: Array) -> Array:
        """The logarithm of the density of the figures in worlds that say `whitened[row, world]`: [world]."""
        missed = whitened - (self.whiten @ self.seen)[:, None]
        squares = np.einsum("ij,ij->j", missed, missed)
        return np.asarray(self.constant - 0.5 * (DEGREES + len(self.figures)) * np.log1p(squares / DEGREES))


@dataclass(frozen=True, slots=True)
class BoundBlock:
    """`figures` of one series that are no more than bounds; the one that is passed farthest speaks for all.

    `seen[row]` are the numbers compared, `errors[row]` each one's own, its definition's and the model's together, `signs[row]` 1
    for what is no less and -1 for what is no more.
    """

    name: str
    scale: Scale
    figures: tuple[DatedFigure, ...]
    seen: Array
    errors: Array
    signs: Array

    def __post_init__(self) -> None:
        settle_fields(self)

    @classmethod
    def of(cls, name: str, scale: Scale, figures: list[DatedFigure], floor: float) -> BoundBlock:
        """The block of a series' bounds, for a model that is at best a `floor` off, as a share."""
        own = np.array([row_error(scale, each) for each in figures])
        definition = np.array([error_on(scale, each.value, each.definition) for each in figures])
        seen = compared(scale, np.array([each.value for each in figures]))
        signs = np.array([1.0 if each.bears == "at_least" else -1.0 for each in figures])
        return cls(name, scale, tuple(figures), seen, np.sqrt(own**2 + definition**2 + floor**2), signs)

    def said(self, values: Array) -> Array:
        """What the formula gives, `values[row, world]`, as it is compared; the same axes."""
        return _said(self.scale, self.figures, values)

    def whitened(self, values: Array) -> Array:
        """By how many standard deviations the farthest bound is passed, of `values[row, world]`: one [row, world]."""
        beyond = (self.seen[:, None] - self.said(values)) * self.signs[:, None]
        return np.asarray(np.maximum(beyond / self.errors[:, None], 0.0).max(axis=0, keepdims=True))

    def log_density(self, whitened: Array) -> Array:
        """The logarithm of a Student t of the distance `whitened[row, world]`: [world]."""
        return forgiving(whitened[0])


def _said(scale: Scale, figures: tuple[DatedFigure, ...], values: Array) -> Array:
    least = np.array([NOTHING * each.value if scale == "log" else EDGE for each in figures])
    return compared(scale, np.maximum(values, least[:, None]))
