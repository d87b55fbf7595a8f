"""Every figure of the record that measures something of the model, in the model's unit, and whether it may weigh worlds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dualtrack.errors import RecordError, UnitMismatch
from dualtrack.evidence.dates import decimal_year
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import Observation
from dualtrack.evidence.vocabulary import GRADES, OUTLOOKS
from dualtrack.lab.record.figure import Figure
from dualtrack.language.expressions.conversion import conversion
from dualtrack.language.expressions.expr import Ref
from dualtrack.language.expressions.unit import ONE, Unit
from dualtrack.language.model import Model
from dualtrack.language.statements.counterpart import Counterpart, names_measured, reading
from dualtrack.language.statements.ledger import Fact, Observed, Stated, Yardstick
from dualtrack.language.theory import Theory

Standing = Literal["weighs", "shown", "outlook", "held out", "out of years", "within another"]
"""Whether a figure may weigh worlds, or why not: its series is only shown, it was said beforehand, a fact that is held out rests
on its source, it lies before or after the years of its series, or another figure that is used covers its period.
"""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A `row` of the record beside what it measures: its `figure` in the unit of the formula, and its `standing`."""

    counterpart: Counterpart
    row: Observation
    figure: Figure
    standing: Standing

    @property
    def start(self) -> float:
        """The decimal year in which the period begins."""
        return decimal_year(self.row.start)

    @property
    def stop(self) -> float:
        """The decimal year in which the period has ended."""
        return decimal_year(self.row.end + timedelta(days=1))

    @property
    def middle(self) -> float:
        """The decimal year halfway through the period."""
        return (self.start + self.stop) / 2


def mapped_rows(theory: Theory, model: Model, record: Record) -> tuple[Mapped, ...]:
    """All figures with a counterpart, in the order of the theory's counterparts and by period.

    Raises `RecordError` for a series that the record has not, or one whose unit does not turn into the formula's.
    """
    held_out = _held_out(theory.facts)
    found = [each for counterpart in theory.counterparts for each in _of_series(counterpart, model, record, held_out)]
    return tuple(_without_overlap(found, record))


def factor_of(counterpart: Counterpart, model: Model, record: Record) -> float:
    """What one of the series is in the unit of the formula.

    Raises `RecordError` for a series that the record has not, or one whose unit does not turn into the formula's.
    """
    bears, wanted = Unit.parse(record.series_of(counterpart.series).unit), reading(model, counterpart).unit or ONE
    try:
        return counterpart.scale * conversion(bears * Unit.parse(counterpart.per), wanted)
    except UnitMismatch as error:
        raise RecordError(
            f"the series `{counterpart.series}` is in {bears}, and `{counterpart.reads}` in {wanted}: {error.what}",
            where="series.csv",
            fix=f"name what the series measures, or give its scale a unit: per={str(wanted / bears)!r}",
        ) from None


def check_mapped(theory: Theory, model: Model, record: Record) -> None:
    """Raise `RecordError` for a counterpart whose series the record has not, or whose unit does not turn into the formula's."""
    for each in theory.counterparts:
        factor_of(each, model, record)


def shown_beside(theory: Theory, model: Model, name: str) -> tuple[Counterpart, ...]:
    """The counterparts that measure just this quantity, or the one that it is another name of."""
    tree = model[name].tree if name in model.quantities else None
    alike = {name, tree.name} if isinstance(tree, Ref) and model[name].role != "stock" else {name}
    return tuple(each for each in theory.counterparts if each.reads in alike)


def touching(theory: Theory, model: Model, name: str) -> tuple[Counterpart, ...]:
    """The counterparts whose formula names this quantity, or any element of it."""
    flat = {name, *(each.name for each in model.quantities.values() if each.base == name)}
    whole = shown_beside(theory, model, name)
    return whole + tuple(
        each for each in theory.counterparts if each not in whole and not flat.isdisjoint(names_measured(model, each))
    )


def also_asked(theory: Theory, model: Model, record: Record, counterpart: Counterpart) -> tuple[str, ...]:
    """Facts and targets that rest on the series already, by name: they look it up, or state a figure of one of its sources."""
    sources = {row.source for row in record.observations_of(counterpart.series)}
    named = set(names_measured(model, counterpart))
    asked = [(fact.id, check.measure.variable, check.yardstick) for fact in theory.facts for check in fact.tests]
    asked += [(target.id, target.measure.variable, target.yardstick) for target in theory.matched]
    return tuple(
        dict.fromkeys(
            name for name, variable, yardstick in asked if _rests_on(yardstick, counterpart.series, sources, variable in named)
        )
    )


def _rests_on(yardstick: Yardstick, series: str, sources: set[str], is_measured: bool) -> bool:
    match yardstick:
        case Observed():
            return series in (yardstick.series, yardstick.per)
        case Stated():
            return is_measured and yardstick.source in sources


def _held_out(facts: Iterable[Fact]) -> set[str]:
    """Sources of the facts that are held out: what they tell must not tune the model by another door."""
    checks = [check for fact in facts if fact.held_out for check in fact.tests]
    return {check.yardstick.source for check in checks if isinstance(check.yardstick, Stated)}


def _of_series(counterpart: Counterpart, model: Model, record: Record, held_out: set[str]) -> Iterator[Mapped]:
    times = factor_of(counterpart, model, record)
    for row in record.observations_of(counterpart.series):
        low, high = (row.value if end is None else end for end in (row.low, row.high))
        figure = Figure(row.value, low, high, (row.source,)).times(times)
        found = Mapped(counterpart, row, figure, "weighs")
        yield Mapped(counterpart, row, figure, _standing(found, held_out))


def _standing(mapped: Mapped, held_out: set[str]) -> Standing:
    counterpart = mapped.counterpart
    if not counterpart.used:
        return "shown"
    if mapped.row.kind in OUTLOOKS:
        return "outlook"
    if mapped.row.source in held_out:
        return "held out"
    return "weighs" if counterpart.since <= mapped.middle < counterpart.until else "out of years"


def _without_overlap(found: Sequence[Mapped], record: Record) -> Iterator[Mapped]:
    """The same, but of figures for one period, or one within another, only the longest or the best weighs."""

    def rank(each: Mapped) -> tuple[int, int, date, str]:
        return each.row.days, -GRADES.index(record.source(each.row.source).grade), each.row.published, each.row.source

    kept: dict[str, list[Mapped]] = {}
    for each in sorted((each for each in found if each.standing == "weighs"), key=rank, reverse=True):
        kept.setdefault(each.counterpart.series, []).append(each)
    for each in found:
        family = [*kept.get(each.counterpart.series, []), *kept.get(each.counterpart.part_of, [])]
        covered = any(_covers(other, each) and (other.row != each.row and rank(other) > rank(each)) for other in family)
        is_within = each.standing == "weighs" and covered
        yield Mapped(each.counterpart, each.row, each.figure, "within another") if is_within else each


def _covers(other: Mapped, each: Mapped) -> bool:
    return other.row.start <= each.row.start and each.row.end <= other.row.end
