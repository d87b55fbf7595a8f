"""Does a record fit a model? Its dials are levers, within their ranges; its figures bear the units of what they stand beside.

Sources that speak of claims are on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dualtrack.errors import RecordError, nearest
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import Dial
from dualtrack.language.expressions.unit import ONE, Unit
from dualtrack.language.model import Model
from dualtrack.language.statements.claim_sides import Sides
from dualtrack.language.statements.ledger import Fact, Observed, measured_unit
from dualtrack.language.statements.panel import Panel
from dualtrack.language.statements.target import Target


def check_dials(model: Model, record: Record) -> None:
    """Raise `RecordError` for a dial that is no lever or history of the model, or is in another unit or range."""
    known = model.of_role(("lever", "history"))
    for dial in record.dials:
        if dial.dial not in known:
            raise RecordError(
                f"dial `{dial.dial}` is no lever or history of the model",
                where="codebook.csv",
                near=nearest(dial.dial, known),
                fix="correct its name, or take its rows out: it would move nothing",
            )
        _check_dial(model, dial)


def _check_dial(model: Model, dial: Dial) -> None:
    lever = model[dial.dial]
    if Unit.parse(dial.unit) != lever.unit:
        raise RecordError(
            f"dial `{dial.dial}` is in {dial.unit}, and the model's lever in {lever.unit}",
            where="codebook.csv",
            fix=f"write its values in {lever.unit}",
        )
    if not lever.low <= dial.low < dial.high <= lever.high:
        raise RecordError(
            f"dial `{dial.dial}` runs from {dial.low:g} to {dial.high:g}, the model's lever from {lever.low:g} to {lever.high:g}",
            where="codebook.csv",
            fix="give a range within the lever's",
        )


def check_figures(
    model: Model, record: Record, facts: Iterable[Fact], targets: Iterable[Target], panel: Panel | None = None
) -> None:
    """Raise `RecordError` for a figure in another unit than the measure beside it, unless a factor turns one into the other."""
    for fact in facts:
        for check in fact.tests:
            if isinstance(check.yardstick, Observed):
                _check_unit(f"fact {fact.id}", measured_unit(model, check.measure), check.yardstick, record)
    for target in targets:
        if isinstance(target.yardstick, Observed):
            _check_unit(f"target {target.id}", measured_unit(model, target.measure), target.yardstick, record)
    if panel is None:
        return
    for series in (panel.share, panel.market):
        _check_unit("the panel of market reactions", ONE, Observed(series, 0), record)
    for reaction in panel.reactions:
        for part, whole in reaction.stakes:
            _check_unit(f"reaction {reaction.id}", _borne(record, whole), part, record)


def check_sources(record: Record, evidence: Mapping[str, Sides]) -> None:
    """Raise `RecordError` for evidence from a source that the record has not."""
    known = {source.key for source in record.sources}
    for claim, sides in evidence.items():
        for key in sides.sources:
            if key not in known:
                raise RecordError(
                    f"the evidence on claim {claim} names the source `{key}`, which is not on record",
                    where="sources.csv",
                    near=nearest(key, known),
                    fix="correct the key, or add the source",
                )


def _check_unit(asker: str, wanted: Unit, asked: Observed, record: Record) -> None:
    if asked.times != 1:
        return
    if (found := _borne(record, asked)) != wanted:
        raise RecordError(
            f"{asker} compares a measure in {wanted} with figures of `{asked.series}` in {found}",
            where="series.csv",
            fix="correct the unit of the series, or name a series in the measure's unit",
        )


def _borne(record: Record, asked: Observed) -> Unit:
    """The unit of what is asked of the record."""
    if asked.relative and asked.since is not None:
        return ONE
    unit = Unit.parse(record.series_of(asked.series).unit)
    return unit / Unit.parse(record.series_of(asked.per).unit) if asked.per else unit
