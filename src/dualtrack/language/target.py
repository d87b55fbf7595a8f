"""What a world must come near to be kept, and what no accepted world should pass: targets and published bounds, as data.

    Target("M1", ("Market value at the end of 2024", "2024年末市值"),
        Check(Level("vendor_valuation", 2025.0), "within", Observed("market_value", 2024), 800.0),
        observation=0.0, discrepancy=800.0)

Not like this: a target that leaves out how far the model itself may be wrong, or a bound without a reason.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from dualtrack.errors import BadNumber, DuplicateName, UnknownName, nearest
from dualtrack.language.declare import Label, Source
from dualtrack.language.ledger import Check, Fact, Measure, names_read
from dualtrack.language.model import Model


@dataclass(frozen=True, slots=True)
class Target:
    """A check and the two errors, each one standard deviation in the measure's unit, by which a true world may miss it.

    Without them the check's tolerance stands for both together.
    """

    id: str
    statement: Label
    check: Check
    observation: float | None = None
    discrepancy: float | None = None

    def __post_init__(self) -> None:
        errors = (self.observation, self.discrepancy)
        if (None in errors and errors != (None, None)) or not 0 < self.scale < math.inf or min(e or 0.0 for e in errors) < 0:
            raise BadNumber(
                f"target {self.id} has the errors {errors}",
                fix="state both in the measure's unit, one of them above 0, or neither",
            )

    @property
    def scale(self) -> float:
        """Both errors together."""
        if self.observation is None or self.discrepancy is None:
            return self.check.tolerance
        return math.hypot(self.observation, self.discrepancy)


@dataclass(frozen=True, slots=True)
class Bound:
    """A range outside which a projection would not be believed; a `hard` one rules a world out, another is only reported."""

    id: str
    statement: Label
    measure: Measure
    low: float
    high: float
    source: Source
    hard: bool = False

    def __post_init__(self) -> None:
        if not all(self.statement):
            raise BadNumber(f"bound {self.id} lacks its statement in English or Chinese", fix="write both")
        if not self.low < self.high or not (math.isfinite(self.low) or math.isfinite(self.high)):
            raise BadNumber(
                f"bound {self.id} runs from {self.low:g} to {self.high:g}", fix="give a range that rules something out"
            )


def targets_of(facts: Iterable[Fact], matched: Iterable[Target] = ()) -> tuple[Target, ...]:
    """Every check of the facts that count as tests and are not held out, and what a theory matches besides.

    What was fed in, or set a number, would count twice.
    """
    checks = [
        Target(fact.id if len(fact.tests) == 1 else f"{fact.id}.{place}", fact.statement, check)
        for fact in facts
        if fact.is_test and not fact.held_out
        for place, check in enumerate(fact.tests, 1)
    ]
    return (*checks, *matched)


def check_targets(model: Model, declared: Iterable[Target | Bound]) -> None:
    """Raise for a target or bound declared twice, or of something that the model has not."""
    seen: set[str] = set()
    for each in declared:
        if each.id in seen:
            raise DuplicateName(f"`{each.id}` is declared twice among targets and bounds", fix="rename one")
        seen.add(each.id)
        for name in names_read([each.check.measure if isinstance(each, Target) else each.measure]):
            if name not in model.quantities:
                raise UnknownName(
                    f"`{each.id}` reads `{name}`, which the model has not",
                    near=nearest(name, model.quantities),
                    fix="correct the name, or declare the quantity",
                )
