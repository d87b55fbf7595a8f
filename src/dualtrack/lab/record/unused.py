"""Which rows of a user's tables have no effect? Of observations, those without which every figure that is used stays the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TypeVar

from dualtrack.errors import RecordError
from dualtrack.evidence.coding import HISTORY_BEGINS
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import DialSetting, Observation
from dualtrack.lab.record.figure import Figure, figures, target
from dualtrack.lab.record.read_panel import PanelReading, read_panel
from dualtrack.language.model import Model
from dualtrack.language.statements.ledger import Yardstick
from dualtrack.language.statements.panel import Panel

Row = TypeVar("Row")
Answers = tuple[tuple[Figure, ...], PanelReading | None]


@dataclass(frozen=True, slots=True)
class Uses:
    """What is asked of a record: by facts and targets, the panel, what was published, and the page, which draws whole series."""

    model: Model
    yardsticks: tuple[Yardstick, ...]
    panel: Panel | None
    drawn: frozenset[str]
    findings: frozenset[str] = frozenset()

    def answers(self, record: Record) -> Answers | None:
        """Every figure that is used; None where one is lacking."""
        look = figures(record)
        try:
            panel = None if self.panel is None else read_panel(self.panel, self.model, record)
            return tuple(target(each, look) for each in self.yardsticks), panel
        except RecordError:
            return None


def unused(record: Record, shipped: Record, uses: Uses) -> tuple[str, ...]:
    """Rows that the shipped tables lack and that change nothing, a line each: the table, the row, and why."""
    return tuple(_lines(record, shipped, uses))


def _lines(record: Record, shipped: Record, uses: Uses) -> Iterator[str]:
    for row in _observations(record, shipped, uses):
        period = f"{row.start} to {row.end}, {row.value:g} by {row.source}"
        yield f"observations.csv: `{row.series}`, {period}: no figure that is used depends on it"
    for setting in _repeating(record, shipped):
        yield f"settings.csv: `{setting.dial}` from {setting.start}: the dial has the value {setting.value:g} already"
    for event in _more(record.events, shipped.events):
        if event.alarm and event.date < HISTORY_BEGINS:
            yield f"events.csv: `{event.id}`: its alarm sounds before {HISTORY_BEGINS}, when runs begin"
    for layer in _more(record.layers, shipped.layers):
        yield f"layers.csv: `{layer.layer}`: nothing looks up a layer"
    for share in _more(record.layer_shares, shipped.layer_shares):
        yield f"layer_shares.csv: `{share.layer}`, {share.year} by {share.source}: nothing looks up the share of a layer"
    read = uses.findings | {each.finding for each in (uses.panel.reactions if uses.panel else ())}
    for finding in _more(record.findings, shipped.findings):
        if finding.id not in read:
            yield f"findings.csv: `{finding.id}` by {finding.source}: nothing asks for it"
    cited = _cited(record, uses.model)
    known = {source.key for source in shipped.sources}
    for source in record.sources:
        if source.key not in known | cited:
            yield f"sources.csv: `{source.key}`: nothing cites it"


def _observations(record: Record, shipped: Record, uses: Uses) -> Iterator[Observation]:
    """Those that can be taken out one after another, first a series at a time, and every answer stays."""
    extra = sorted(_more(record.observations, shipped.observations), key=lambda row: row.series)
    before = uses.answers(record) if extra else None
    for series, found in groupby(extra, lambda row: row.series):
        rows = list(found)
        if series in uses.drawn:
            continue
        for part in [rows] if uses.answers(_without(record, rows)) == before else [[row] for row in rows]:
            fewer = _without(record, part)
            if uses.answers(fewer) == before:
                record = fewer
                yield from part


def _without(record: Record, rows: list[Observation]) -> Record:
    return replace(record, observations=tuple(row for row in record.observations if row not in rows))


def _repeating(record: Record, shipped: Record) -> Iterator[DialSetting]:
    more = set(_more(record.settings, shipped.settings))
    for before, after in pairwise(record.settings):
        if after in more and (before.dial, before.value) == (after.dial, after.value):
            yield after


def _more(rows: Iterable[Row], shipped: Iterable[Row]) -> list[Row]:
    known = set(shipped)
    return [row for row in rows if row not in known]


def _cited(record: Record, model: Model) -> set[str]:
    """Keys of the sources on which a row of the record, or a number or equation of the model, rests."""
    rows = [each.source for each in record.observations] + [each.source for each in record.events]
    shares = [each.source for each in record.layer_shares] + [each.source for each in record.findings]
    said = [each.source for each in model.quantities.values()] + [each.source for each in model.curves.values()]
    return {*rows, *shares, *(source.split(",")[0] for source in said if isinstance(source, str))}
