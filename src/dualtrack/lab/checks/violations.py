"""Values beside values: where a relation fails, where a response goes the other way, where a stock gains what nothing brings.

Two values count as equal within a share `ROUNDING` of the largest that either takes in its run; without a unit, at least of 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, assert_never

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.checks.trial import TrialRun
from dualtrack.language.expressions.formula import Relation, read
from dualtrack.language.expressions.unit import ONE
from dualtrack.language.model import Model
from dualtrack.language.scenario import SMALL
from dualtrack.language.statements.reality_check import Expected
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import worked_out

ROUNDING = 1e-9
"""Some 350 steps of a dozen operations each leave less than this share of a value."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a formula for one element, ready to be worked out on what a run saved."""

    element: str
    work: Callable[[Any], Array]
    is_plain: bool

    def of(self, seen: TrialRun) -> Array:
        """Its values over [world, row]."""
        with np.errstate(all="ignore"):
            return np.broadcast_to(self.work(seen.values), (len(seen.failed), len(seen.years)))


@dataclass(frozen=True, slots=True)
class Line:
    """A formula for one element: sides, and the relations between them."""

    text: str
    sides: tuple[Side, ...]
    relations: tuple[Relation, ...]

    @property
    def element(self) -> str:
        """The element, or the empty string."""
        return self.sides[0].element


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """Part of an answer: `left[world, row]` and `right[world, row]` held against each other in `years[row]`.

    `bad[world, row]` marks where they stand as they should not; `met` says whether anything put the formula to the test.
    """

    formula: str
    element: str
    years: Array
    left: Array
    right: Array
    bad: NDArray[np.bool_]
    met: bool


def lines(model: Model, text: str) -> tuple[Line, ...]:
    """A formula ready to be worked out, one line per element."""
    return tuple(
        Line(text, tuple(Side(each.element, worked_out(model, side), each.is_plain) for side in each.sides), each.relations)
        for each in read(model, text)
    )


def bounded(model: Model, names: Sequence[str], seen: TrialRun) -> Iterator[AnswerPart]:
    """Every quantity beside its declared bounds."""
    for name in names:
        quantity, values = model[name], seen.values[name]
        nearest = np.clip(values, quantity.low, quantity.high)
        bad = ~stands(values, "==", nearest, slack(values, values, quantity.unit == ONE))
        yield AnswerPart("", name, seen.years, values, nearest, bad | _lost(seen), True)


def compared(found: Sequence[Line], where: Sequence[Line], seen: TrialRun, since: float | None) -> Iterator[AnswerPart]:
    """Every relation of a formula; only from a year on, and only where the relations of `where` hold."""
    rows = np.ones(len(seen.years), dtype=np.bool_) if since is None else seen.years >= since - SMALL
    within = {line.element: _all_stand(line, seen) for line in where}
    everywhere = np.ones((len(seen.failed), len(seen.years)), dtype=np.bool_)
    for line in found:
        asked = within.get(line.element, within.get("", everywhere)) & rows
        for (one, other), relation in zip(pairwise(line.sides), line.relations, strict=True):
            left, right = one.of(seen), other.of(seen)
            broken = asked & ~stands(left, relation, right, slack(left, right, one.is_plain))
            yield AnswerPart(line.text, line.element, seen.years, left, right, broken | _lost(seen), bool(asked.any()))


def responded(found: Sequence[Line], expected: Expected, levels: Sequence[TrialRun], since: float | None) -> Iterator[AnswerPart]:
    """Every value from one level to the next; at the same moments where they were looked at, else in every saved year."""
    for line in found:
        (side,) = line.sides
        for before, after in pairwise(levels):
            rows = np.ones(len(after.years), dtype=np.bool_) if since is None else after.years >= since - SMALL
            left, right = side.of(before), side.of(after)
            room = slack(left, right, side.is_plain)
            bad = rows & ~stands(right, _relation(expected), left, room)
            moved = expected == "unchanged" or bool((rows & (np.abs(right - left) > room)).any())
            yield AnswerPart(line.text, line.element, after.years, left, right, bad | _lost(before) | _lost(after), moved)


def conserved(stocks: Sequence[Line], flows: Sequence[Line], seen: TrialRun) -> Iterator[AnswerPart]:
    """What a stock gained in every step, beside the step's length times its flows."""
    for stock, flow in zip(stocks, flows, strict=True):
        held = stock.sides[0].of(seen)
        gained = np.diff(held, axis=1)
        owed = (np.diff(seen.years) * flow.sides[0].of(seen)[:, :-1]).astype(np.float64)
        bad = ~stands(gained, "==", owed, slack(held, owed, False)) | _lost(seen)
        yield AnswerPart(stock.text, stock.element, seen.years[:-1], gained, owed, bad, True)


def stands(left: Array, relation: Relation, right: Array, room: Array) -> NDArray[np.bool_]:
    """Where a relation of `left[world, row]` to `right[world, row]` holds within rounding, [world, row]; nowhere for no number.

    `room[world, row]` is what rounding may leave between them.
    """
    match relation:
        case "<=":
            return left <= right + room
        case ">=":
            return left >= right - room
        case "==":
            return np.abs(left - right) <= room
        case "<":
            return left < right - room
        case ">":
            return left > right + room
        case _:
            assert_never(relation)


def slack(left: Array, right: Array, is_plain: bool) -> Array:
    """What rounding may leave between `left[world, row]` and `right[world, row]`: [world, row], with one row for all."""
    largest = np.maximum(np.abs(left).max(axis=1), np.abs(right).max(axis=1))[:, None]
    return np.asarray(ROUNDING * (np.maximum(largest, 1.0) if is_plain else largest))


def _all_stand(line: Line, seen: TrialRun) -> NDArray[np.bool_]:
    sides = [side.of(seen) for side in line.sides]
    found = [
        stands(left, relation, right, slack(left, right, line.sides[0].is_plain))
        for (left, right), relation in zip(pairwise(sides), line.relations, strict=True)
    ]
    return np.asarray(np.logical_and.reduce(found))


def _lost(seen: TrialRun) -> NDArray[np.bool_]:
    """A world that left the numbers breaks every sentence."""
    return seen.failed[:, None]


def _relation(expected: Expected) -> Relation:
    match expected:
        case "higher":
            return ">="
        case "lower":
            return "<="
        case "unchanged":
            return "=="
        case _:
            assert_never(expected)
