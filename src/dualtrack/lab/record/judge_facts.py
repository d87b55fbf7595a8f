"""Does the model reproduce what happened? Each check of each fact, world by world, in tolerances from the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from dualtrack.lab.record.figure import Figure, Look, target
from dualtrack.lab.record.measure import SavedRun, measured, measured_if_any, seen
from dualtrack.language.checked import checked
from dualtrack.language.printed import Printed
from dualtrack.language.statements.ledger import Check, Fact, Relation
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.many import Paths
from dualtrack.targets.numeric.python import Run
from dualtrack.targets.numeric.read_only import settle_fields


@dataclass(frozen=True, slots=True, repr=False)
class CheckVerdict(Printed):
    """What was `measured[world]`, what it is held beside, and by how many tolerances it `misses[world]`; 0 is a hit.

    `misses` is infinite and `measured` no number in a world that failed.
    """

    check: Check
    measured: Array
    target: Figure
    misses: Array

    def __post_init__(self) -> None:
        settle_fields(self)

    @property
    def holds(self) -> NDArray[np.bool_]:
        """Within one tolerance, or on the right side of a bound, [world]."""
        return np.asarray(self.misses <= (1.0 if self.check.relation == "within" else 0.0))


@dataclass(frozen=True, slots=True, repr=False)
class FactVerdict(Printed):
    """A fact and the verdicts of its checks; a fact without checks was fed to the model and proves nothing."""

    fact: Fact
    checks: tuple[CheckVerdict, ...]

    @property
    def holds(self) -> NDArray[np.bool_]:
        """Every check holds, [world]."""
        return np.asarray(np.logical_and.reduce([each.holds for each in self.checks]))

    @property
    def misses(self) -> Array:
        """The tolerances by which the worst check misses, [world]."""
        return np.asarray(np.maximum.reduce([each.misses for each in self.checks]))

    @property
    def share(self) -> float | None:
        """The share of worlds that reproduce the fact; None where nothing is checked."""
        return float(self.holds.mean()) if self.checks else None

    def printed_title(self) -> str:
        return (
            f"Fact {self.fact.id}: reproduced in {'nothing that is asked' if self.share is None else format(self.share, '.0%')}"
        )


@checked
def judge_facts(facts: Iterable[Fact], look: Look, run: Paths | Run) -> tuple[FactVerdict, ...]:
    """Hold every one of `facts` beside a `run`, or the paths of many worlds; `look` finds the figures of the record.

    Raises `UnknownName` for what was not saved, `RecordError` for what was not observed, and `RunError` where every world failed
    or a year lies outside the run.
    """
    rows = seen(run)
    return tuple(FactVerdict(fact, tuple(_judge(fact, check, look, rows) for check in fact.tests)) for fact in facts)


def judge_if_any(fact: Fact, look: Look, rows: SavedRun) -> FactVerdict:
    """The same, where a world in which a measure has no number counts as failed: it cannot reproduce what it lacks."""
    return FactVerdict(
        fact,
        tuple(
            _beside(check, target(check.yardstick, look), measured_if_any(f"fact {fact.id}", check.measure, rows))
            for check in fact.tests
        ),
    )


def gap(relation: Relation, found: Figure, values: Array) -> Array:
    """How far each of `values[world]` lies outside the source's range, or beyond a bound, [world]; 0 is a hit."""
    match relation:
        case "within":
            beyond = np.maximum(found.low - values, values - found.high)
        case "at_least":
            beyond = found.value - values
        case "at_most":
            beyond = values - found.value
        case _:
            assert_never(relation)
    return np.maximum(beyond, 0.0)


def _judge(fact: Fact, check: Check, look: Look, rows: SavedRun) -> CheckVerdict:
    return _beside(check, target(check.yardstick, look), measured(f"fact {fact.id}", check.measure, rows))


def _beside(check: Check, found: Figure, values: Array) -> CheckVerdict:
    misses = np.where(np.isnan(values), np.inf, gap(check.relation, found, values) / check.tolerance)
    return CheckVerdict(check, values, found, misses)
