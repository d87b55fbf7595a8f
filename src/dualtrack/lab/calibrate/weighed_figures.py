"""Which figures and targets weigh worlds, and why each of the others does not; nothing is counted twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isclose

from dualtrack.evidence.record import Record
from dualtrack.lab.calibrate.figure_errors import DatedFigure
from dualtrack.lab.record.mapped import Mapped
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock
from dualtrack.language.statements.counterpart import names_measured
from dualtrack.language.statements.ledger import Level, Observed, Stated
from dualtrack.language.statements.target import Target

START = 1.0
"""Years from the start of the run in which a figure says what the run was started from."""
SAME = 1e-6
"""How near, as a share, a stated level lies to a figure that it repeats, whoever published either."""
STARTED, LATE, NOUGHT, REPEATED = "start value", "after the run", "nought", "target that repeats a figure"
"""Why a figure or a target is left out, besides what the record itself says of it."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The figures that weigh by the formula they measure, the targets besides, and how many were left out, by why."""

    figures: Mapping[str, tuple[DatedFigure, ...]]
    targets: tuple[Target, ...]
    left_out: Mapping[str, int]


def sift(model: Model, record: Record, clock: Clock, rows: Sequence[Mapped], targets: Iterable[Target]) -> Sifted:
    """The mapped `rows` of a `record` that weigh in runs over the years of `clock`, and the `targets` that repeat none."""
    left: Counter[str] = Counter()
    used: dict[str, list[DatedFigure]] = {}
    weighing = []
    for row in rows:
        if why := why_not(row, clock):
            left[why] += 1
        else:
            used.setdefault(row.counterpart.reads, []).append(_dated(row, record))
            weighing.append(row)
    kept = []
    for each in targets:
        if _is_repeated(each, weighing, model):
            left[REPEATED] += 1
        else:
            kept.append(each)
    return Sifted({reads: tuple(found) for reads, found in used.items()}, tuple(kept), dict(left))


def why_not(row: Mapped, clock: Clock) -> str:
    """Why a figure weighs nothing; the empty string where it does."""
    if row.standing != "weighs":
        return row.standing
    if row.middle < clock.start + START:
        return STARTED
    if row.stop > clock.stop:
        return LATE
    return NOUGHT if row.figure.value <= 0 else ""


def _dated(row: Mapped, record: Record) -> DatedFigure:
    figure, counterpart = row.figure, row.counterpart
    return DatedFigure(
        series=counterpart.series,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        start=row.start,
        stop=row.stop,
        definition=counterpart.error.scale(figure.value),
        kind=row.row.kind,
        grade=record.source(row.row.source).grade,
        bears=counterpart.bears,
        at_end=counterpart.at_end,
    )


def _is_repeated(target: Target, rows: Iterable[Mapped], model: Model) -> bool:
    """Whether a target asks for a level that a figure tells: of its series, or in its years by its source or in its number."""
    measure, yardstick = target.measure, target.yardstick
    if not isinstance(measure, Level):
        return False
    if isinstance(yardstick, Observed):
        return any(row.counterpart.series == yardstick.series for row in rows)
    last = measure.year if measure.until is None else measure.until
    return any(_tells(row, yardstick, measure.variable, model) and row.start <= last and row.stop >= measure.year for row in rows)


def _tells(row: Mapped, yardstick: Stated, variable: str, model: Model) -> bool:
    alike = row.row.source == yardstick.source or isclose(row.figure.value, yardstick.value, rel_tol=SAME)
    return alike and variable in names_measured(model, row.counterpart)
