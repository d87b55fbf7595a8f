"""What a world must come near to be kept, and what no accepted world should pass: targets and published bounds, as data.

    Target("S1", ("Fish at the end of 2024", "2024年末存量"), Level("fish_stock", 2025.0), "within",
        Observed("stock_survey", 2024), Errors(observation=0.02, discrepancy=0.2, relative=True))

Not like this: a target that leaves out how far the model itself may be wrong, or a bound without a reason.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from dualtrack.errors import BadNumber, DuplicateName, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label, Source
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.statements.ledger import Check, Fact, Measure, Relation, Yardstick, names_read


@checked
@dataclass(frozen=True, slots=True)
class Errors:
    """Standard deviations of what was observed, `observation`, and of the model, `discrepancy`.

    In the measure's unit, or `relative`, as a share of the figure. Raises `BadNumber` unless both are 0 or more and one above it.
    """

    observation: float
    discrepancy: float
    relative: bool = False

    def __post_init__(self) -> None:
        both = (self.observation, self.discrepancy)
        if not (min(both) >= 0 and 0 < sum(both) < math.inf):
            raise BadNumber(f"a target has the errors {both}", fix="give two numbers of 0 or more, one of them above 0")

    def scale(self, figure: float) -> float:
        """Both together, beside a `figure` of this size."""
        return math.hypot(self.observation, self.discrepancy) * (abs(figure) if self.relative else 1.0)


@checked
@dataclass(frozen=True, slots=True)
class Tolerance:
    """Both errors together, `both`, in the measure's unit, where they were stated as one."""

    both: float

    def scale(self, _figure: float) -> float:
        """The same for a figure of any size."""
        return self.both


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Target(Printed):
    """A `measure` beside a `yardstick`, by a `relation`, and by what `errors` a true world may miss it.

    `id` names it and `statement` says it in both languages; raises `BadNumber` where one of them is missing.
    """

    id: str
    statement: Label
    measure: Measure
    relation: Relation
    yardstick: Yardstick
    errors: Errors | Tolerance

    def __post_init__(self) -> None:
        if not all(self.statement):
            raise BadNumber(f"target {self.id} lacks its statement in English or Chinese", fix="write both")


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Bound(Printed):
    """A range of a `measure`, from `low` to `high` in its unit, outside which a projection would not be believed.

    A `hard` one rules a world out, another is only reported. `id` names it, `statement` says it in both languages, and `source`
    says whence it is. Raises `BadNumber` for words that are missing, or a range that rules nothing out.
    """

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


@checked
def targets_of(facts: Iterable[Fact], matched: Iterable[Target] = ()) -> tuple[Target, ...]:
    """Every check of the `facts` that count as tests and are not held out, and what a theory has `matched` besides.

    What was fed in, or set a number, would count twice.
    """
    checks = [
        _target(fact.id if len(fact.tests) == 1 else f"{fact.id}.{place}", fact.statement, check)
        for fact in facts
        if fact.is_test and not fact.held_out
        for place, check in enumerate(fact.tests, 1)
    ]
    return (*checks, *matched)


def _target(name: str, statement: Label, check: Check) -> Target:
    return Target(name, statement, check.measure, check.relation, check.yardstick, Tolerance(check.tolerance))


def check_targets(model: Model, declared: Iterable[Target | Bound]) -> None:
    """Raise `DuplicateName` for a target or bound declared twice, `UnknownName` for one of something that the model has not."""
    seen: set[str] = set()
    for each in declared:
        if each.id in seen:
            raise DuplicateName(f"`{each.id}` is declared twice among targets and bounds", fix="rename one")
        seen.add(each.id)
        for name in names_read([each.measure]):
            if name not in model.quantities:
                raise UnknownName(
                    f"`{each.id}` reads `{name}`, which the model has not",
                    near=nearest(name, model.quantities),
                    fix="correct the name, or declare the quantity",
                )
